import { describe, expect, it } from "vitest";
import type { TimelineEventInput } from "../../../src/index.js";
import { heldProfile } from "../../support/build.js";
import { course, holding, idle, june, stepsOf, summaryOf, wallet } from "./build.js";

const usage = (day: number, amount: string, over: object = {}): TimelineEventInput => ({ type: "usage", at: june(day), amount, ...over });
const lots = (...each: object[]) => wallet({ lots: each.map((lot, index) => ({ id: `l${index}`, remaining: "10", ...lot })) });

describe("a wallet of lots", () => {
  it("loses a lot at the instant it expires, before anything is used then", () => {
    const account = lots({ expiresAt: june(3) }, {});
    expect(course({ profile: idle, account })).toEqual(["06-01 00:00 = 20", "06-03 00:00 = 10"]);
    expect(summaryOf({ profile: idle, account, timeline: [usage(3, "4")] })).toMatchObject({ expired: "10", lowest: { figure: "6" } });
    expect(summaryOf({ profile: idle, account, timeline: [usage(2, "4"), usage(4, "1")] })).toMatchObject({
      expired: "6",
      lowest: { figure: "9" },
    });
  });

  it("has a lot from the instant it begins, for what is used then", () => {
    const account = lots({ effectiveAt: june(3) });
    const steps = stepsOf({ profile: idle, account, timeline: [usage(3, "4")] });
    expect(steps.map(({ before, after }) => [before.figure, before.balances.w1, after.figure])).toEqual([
      ["0", "0", "0"],
      ["0", "0", "6"],
    ]);
  });

  it("tells the figures before an instant as they stood until then", () => {
    const [, step] = stepsOf({ profile: idle, account: lots({ expiresAt: june(3) }) });
    expect(step?.before).toMatchObject({ figure: "10", balances: { w1: "10" } });
    expect(step?.after).toMatchObject({ figure: "0", balances: { w1: "0" } });
  });

  it("is not told what expired before the start, or at it", () => {
    const account = lots({ expiresAt: "2020-01-01T00:00:00Z" }, { expiresAt: june(1) }, {});
    expect(summaryOf({ profile: idle, account })).toMatchObject({ expired: "0", highest: { figure: "10" }, steps: 1 });
  });

  it("takes from the next lot what the ones before could not cover", () => {
    const profile = heldProfile({ topup: { mode: "fixedAmount", value: "20" } });
    expect(course({ profile, account: lots({}), timeline: [usage(2, "25"), usage(3, "1")] })).toEqual([
      "06-01 00:00 = 30",
      "06-02 00:00 = 25",
      "06-03 00:00 = 24",
    ]);
  });

  it("owes what no lot could cover, and pays it from what comes, before that can expire", () => {
    const profile = heldProfile({
      credit: { expiresAfter: { value: 1, unit: "day" } },
      trigger: { basis: "balance", type: "absoluteAmount", value: "-1" },
    });
    const account = lots();
    const timeline = [usage(2, "30")];
    expect(course({ profile, account, timeline })).toEqual(["06-01 00:00 = 0", "06-02 00:00 = 20", "06-03 00:00 = 0"]);
    expect(summaryOf({ profile, account, timeline }).expired).toBe("20");
  });

  it("covers by a lot that begins later what was used before", () => {
    const account = lots({ effectiveAt: june(3), expiresAt: june(5) });
    expect(course({ profile: idle, account, timeline: [usage(2, "4")] })).toEqual([
      "06-01 00:00 = 0",
      "06-02 00:00 = -4",
      "06-03 00:00 = 6",
      "06-05 00:00 = 0",
    ]);
  });

  it("draws only what a scope admits, and counts all of it", () => {
    const account = lots({ lineItemTypes: ["calls"], expiresAt: june(5) }, { productIds: ["p"], expiresAt: june(5) });
    const expired = (over: object) => summaryOf({ profile: idle, account, timeline: [usage(2, "4", over)] }).expired;
    expect(expired({})).toBe("20");
    expect(expired({ lineItemType: "calls" })).toBe("16");
    expect(expired({ lineItemType: "messages", productId: "p" })).toBe("16");
    expect(course({ profile: idle, account, timeline: [usage(2, "4")] })).toContain("06-02 00:00 = 16");
  });

  it("draws in the order asked for; by priority, expiry and age where none is", () => {
    const expired = (account: ReturnType<typeof lots>, drawDownOrder?: "orb" | "stripe" | null) =>
      summaryOf({ profile: idle, account, timeline: [usage(2, "10")], drawDownOrder }).expired;
    const soonAndLate = lots({ expiresAt: june(9), priority: 1 }, { expiresAt: june(3), priority: 2 });
    expect(expired(soonAndLate)).toBe("10"); // the one that lasts longer was drawn
    expect(summaryOf({ profile: idle, account: soonAndLate, timeline: [usage(2, "10")], to: june(9), drawDownOrder: "orb" }).expired).toBe(
      "0",
    );
    const promotional = lots({ id: "a", expiresAt: june(3) }, { id: "b", expiresAt: june(3), promotional: true, remaining: "5" });
    expect(expired(promotional, "stripe")).toBe("5");
  });

  it("serves nothing while it is frozen, and is short of all that is used", () => {
    const account = wallet({ status: "frozen", lots: [{ id: "l0", remaining: "10", expiresAt: june(5) }] });
    expect(course({ profile: heldProfile({ walletId: "w1" }), account, timeline: [usage(2, "4")] })).toEqual([
      "06-01 00:00 = 10",
      "06-02 00:00 = 6",
      "06-05 00:00 = -4",
    ]);
  });

  it("gives a top-up the end that its plan says, counted from the plan and not from the payment", () => {
    const profile = heldProfile({ credit: { expiresAfter: { value: 3, unit: "day" } } });
    const payments = { settleAfter: { value: 2, unit: "day" }, otherwise: "unanswered", outcomes: ["paid"] } as const;
    expect(course({ profile, account: lots(), payments }).slice(0, 3)).toEqual(["06-01 00:00 = 0", "06-03 00:00 = 50", "06-04 00:00 = 0"]);
    const late = { ...payments, settleAfter: { value: 3, unit: "day" } } as const;
    expect(summaryOf({ profile, account: lots(), payments: late, to: june(4, "12:00:00.000") })).toMatchObject({
      expired: "50",
      charged: "50",
    });
  });

  it("keeps the usage that it was told to be pending", () => {
    const account = wallet({ lots: [{ id: "l0", remaining: "10" }], pendingUsage: "3" });
    expect(course({ profile: idle, account, timeline: [usage(2, "10"), usage(3, "1")] })).toEqual([
      "06-01 00:00 = 7",
      "06-02 00:00 = -3",
      "06-03 00:00 = -4",
    ]);
  });

  it("may be named as anything", () => {
    const account = holding({ id: "__proto__", unit: "USD", balance: "30" }, { id: "constructor", unit: "EUR", rate: "1", balance: "2" });
    const profile = heldProfile({ walletId: "__proto__", enabled: false });
    const step = stepsOf({ profile, account, timeline: [usage(2, "4", { walletId: "__proto__" })] }).at(-1);
    expect(step?.after.figure).toBe("26");
    expect(Object.entries(step?.after.balances ?? {})).toEqual([
      ["__proto__", "26"],
      ["constructor", "2"],
    ]);
  });
});
