import { describe, expect, it } from "vitest";
import { outcomeOf, type Payments, paymentsSchema } from "../../../src/insight/simulation/payments.js";
import { readWith, valueOf } from "../../../src/base/parser.js";
import type { Schema } from "../../../src/base/schema.js";
import type { PaymentsInput, TimelineEventInput } from "../../../src/index.js";
import { heldProfile } from "../../support/build.js";
import { attempts, course, debts, june, owing, owingProfile, stepsOf, summaryOf, wallet } from "./build.js";

const empty = wallet({ balance: "0" });
const day = (value: number) => ({ value, unit: "day" }) as const;
const paid = (payments: PaymentsInput, over: object = {}) => attempts({ account: empty, payments, profile: heldProfile(over) });

describe("a payment", () => {
  it("is paid at once, unless said otherwise", () => {
    expect(attempts({ account: empty })).toEqual(["06-01 00:00 topup-1 for 50: paid"]);
    expect(course({ account: empty })).toEqual(["06-01 00:00 = 50"]);
    expect(paid({ settleAfter: day(0) })).toEqual(["06-01 00:00 topup-1 for 50: paid"]);
  });

  it("brings its credit when it is known to be paid", () => {
    const payments = { settleAfter: day(3) };
    expect(attempts({ account: empty, payments })).toEqual(["06-01 00:00 topup-1 for 50: pending", "06-04 00:00 topup-1 is paid"]);
    expect(course({ account: empty, payments })).toEqual(["06-01 00:00 = 0", "06-04 00:00 = 50"]);
  });

  it("never settles where that would be at the end or later", () => {
    expect(paid({ settleAfter: day(9) })).toEqual(["06-01 00:00 topup-1 for 50: pending"]);
    expect(paid({ settleAfter: { value: 9 * 24 * 3600 - 1, unit: "second" } })).toHaveLength(2);
  });

  it("has what is used at the same instant drawn from it", () => {
    const timeline: TimelineEventInput[] = [{ type: "usage", at: june(4), amount: "5" }];
    const steps = stepsOf({ account: wallet({ lots: [] }), payments: { settleAfter: day(3) }, timeline });
    expect(steps.at(-1)).toMatchObject({ at: june(4), before: { figure: "0" }, reached: "45" });
  });

  it.each(["declined", "hardDeclined", "infrastructure"] as const)("that is %s fails, at once or later, and moves nothing", (otherwise) => {
    expect(paid({ otherwise })[0]).toBe("06-01 00:00 topup-1 for 50: failed");
    const later = { account: empty, payments: { otherwise, settleAfter: day(3) } };
    expect(attempts(later).slice(0, 2)).toEqual(["06-01 00:00 topup-1 for 50: pending", "06-04 00:00 topup-1 is failed"]);
    expect(course(later).at(-1)).toMatch(/ = 0$/);
  });

  it("that is declined is waited for from when that is known", () => {
    const steps = stepsOf({ account: empty, evaluateOn: { dailyAt: "00:00" }, payments: { settleAfter: day(3), outcomes: ["declined"] } });
    expect(steps.map(({ decision }) => decision?.reason)).toEqual([
      "thresholdReached",
      "thresholdNotReached",
      "thresholdNotReached",
      "retryBackoff",
      "thresholdReached",
      ...Array<string>(4).fill("thresholdNotReached"),
    ]);
  });

  it("that failed by the infrastructure is tried again at once", () => {
    const steps = stepsOf({ account: empty, evaluateOn: { dailyAt: "00:00" }, payments: { outcomes: ["infrastructure"] } });
    expect(steps.map(({ decision }) => decision?.reason).slice(0, 3)).toEqual([
      "thresholdReached",
      "thresholdReached",
      "thresholdNotReached",
    ]);
  });

  it("that is unanswered stays pending, and in flight", () => {
    const steps = stepsOf({ account: empty, evaluateOn: { dailyAt: "00:00" }, payments: { otherwise: "unanswered" } });
    expect(steps.at(-1)?.decision?.trigger).toMatchObject({ observed: "0", inFlight: "50", effective: "50" });
    expect(steps.flatMap(({ settled }) => settled)).toEqual([]);
  });

  it("that is lost is unknown, for ever unless it is found out", () => {
    expect(paid({ otherwise: "lost" })).toEqual(["06-01 00:00 topup-1 for 50: unknown"]);
    const profile = heldProfile({ inFlightExpiresAfter: day(1) });
    const steps = stepsOf({ profile, account: empty, evaluateOn: { dailyAt: "00:00" }, payments: { otherwise: "lost" } });
    expect(steps.at(-1)?.decision?.trigger?.inFlight).toBe("50");
  });

  it("that is lost is found out to be paid, or voided", () => {
    const lost = (foundOut: "paid" | "voided" | undefined) => ({ outcomes: ["lost" as const], foundOutAfter: day(2), foundOut });
    expect(paid(lost(undefined)).slice(0, 2)).toEqual(["06-01 00:00 topup-1 for 50: unknown", "06-03 00:00 topup-1 is paid"]);
    expect(course({ account: empty, payments: lost("paid") })).toEqual(["06-01 00:00 = 0", "06-03 00:00 = 50"]);
    expect(paid(lost("voided"))).toEqual([
      "06-01 00:00 topup-1 for 50: unknown",
      "06-03 00:00 topup-1 is voided",
      "06-03 00:00 topup-2 for 50: paid",
    ]);
  });

  it("that is lost and found out at once is known at once, whatever settleAfter says", () => {
    expect(paid({ outcomes: ["lost"], foundOutAfter: day(0), settleAfter: day(3) })[0]).toBe("06-01 00:00 topup-1 for 50: paid");
  });
});

describe("the script", () => {
  it("says what becomes of the first ones, in order, and then of all others", () => {
    const profile = heldProfile({ failures: "none" });
    const payments: PaymentsInput = { outcomes: ["declined", "infrastructure"], otherwise: "hardDeclined" };
    const steps = stepsOf({ profile, account: empty, evaluateOn: { dailyAt: "00:00" }, payments });
    expect(steps.map(({ attempted }) => attempted?.status)).toEqual(Array(9).fill("failed"));
    const account = { profile: heldProfile(), account: empty, evaluateOn: { dailyAt: "00:00" } } as const;
    expect(stepsOf({ ...account, payments }).filter(({ attempted }) => attempted)).toHaveLength(3);
  });

  it("counts no grant: nothing is collected, so nothing can become of it", () => {
    const profile = heldProfile({ settlement: { kind: "grant" } });
    const payments: PaymentsInput = { outcomes: ["declined"], otherwise: "lost", settleAfter: day(3) };
    expect(attempts({ profile, account: empty, payments })).toEqual(["06-01 00:00 topup-1 for 50: paid"]);
  });
});

describe("chance", () => {
  const read = (input: PaymentsInput): Payments => valueOf(readWith(paymentsSchema as Schema<Payments>, input));
  const drawn = (input: PaymentsInput, count = 4000) => Array.from({ length: count }, (_, n) => outcomeOf(read(input), n));
  const share = (outcomes: string[], which: string) => outcomes.filter((each) => each === which).length / outcomes.length;

  it("comes near its rate, with any seed", () => {
    for (const seed of [0, 1, 7, 2 ** 32 - 1]) {
      const outcomes = drawn({ declineRate: 20, lostRate: 5, seed });
      expect(share(outcomes, "declined")).toBeCloseTo(0.2, 1);
      expect(share(outcomes, "lost")).toBeCloseTo(0.05, 1);
    }
  });

  it("of 0 is never, of 100 always", () => {
    expect(share(drawn({ declineRate: 0 }), "paid")).toBe(1);
    expect(share(drawn({ declineRate: 100 }), "declined")).toBe(1);
    expect(share(drawn({ lostRate: 100 }), "lost")).toBe(1);
  });

  it("of 0 is never, also where 0 is drawn", () => {
    expect(drawn({ declineRate: 0, lostRate: 0, seed: 1_223_448_472 }, 1)).toEqual(["paid"]);
    expect(drawn({ declineRate: 0.000_001, seed: 1_223_448_472 }, 1)).toEqual(["declined"]);
  });

  it("is the same for the same seed and another for another", () => {
    expect(drawn({ declineRate: 50, seed: 3 })).toEqual(drawn({ declineRate: 50, seed: 3 }));
    const [one, other] = [drawn({ declineRate: 50, seed: 3 }), drawn({ declineRate: 50, seed: 4 })];
    const alike = one.filter((each, n) => each === other[n]).length;
    expect(alike / one.length).toBeCloseTo(0.5, 1);
  });

  it("a higher rate declines those of the lower one, and more", () => {
    const [few, many] = [drawn({ declineRate: 10 }), drawn({ declineRate: 30 })];
    expect(few.every((each, n) => each !== "declined" || many[n] === "declined")).toBe(true);
  });

  it("decides only those that would be paid", () => {
    expect(drawn({ declineRate: 100, outcomes: ["paid", "lost"], otherwise: "unanswered" }, 4)).toEqual([
      "paid",
      "lost",
      "unanswered",
      "unanswered",
    ]);
  });
});

describe("a settlement", () => {
  const invoice = (requirePaid: boolean) => ({ kind: "invoice", autoCollect: true, netTermsDays: 14, requirePaid }) as const;
  const later = { settleAfter: day(3) };

  it("by invoice brings its credit at once, paid or not, and once", () => {
    const profile = heldProfile({ settlement: invoice(false) });
    expect(course({ profile, account: empty, payments: later })).toEqual(["06-01 00:00 = 50", "06-04 00:00 = 50"]);
    expect(attempts({ profile, account: empty, payments: later })).toEqual([
      "06-01 00:00 topup-1 for 50: pending",
      "06-04 00:00 topup-1 is paid",
    ]);
  });

  it("by invoice that must be paid first brings it when it is paid", () => {
    const profile = heldProfile({ settlement: invoice(true) });
    expect(course({ profile, account: empty, payments: later })).toEqual(["06-01 00:00 = 0", "06-04 00:00 = 50"]);
  });

  it("by invoice that fails later leaves the credit that it brought", () => {
    const profile = heldProfile({ settlement: invoice(false) });
    expect(course({ profile, account: empty, payments: { ...later, otherwise: "declined" } })).toEqual([
      "06-01 00:00 = 50",
      "06-04 00:00 = 50",
    ]);
  });

  it("by invoice that fails at once brings none", () => {
    const profile = heldProfile({ settlement: invoice(false) });
    expect(course({ profile, account: empty, payments: { otherwise: "declined" } })).toEqual(["06-01 00:00 = 0"]);
  });

  it("of what is owed lowers what is outstanding, the oldest first", () => {
    const account = owing({ outstanding: "95", overdue: "20", unbilled: "3" });
    expect(debts({ profile: owingProfile(), account })).toEqual(["06-01 00:00 = 45 0 3"]);
    const little = owingProfile({ topup: { mode: "fixedAmount", value: "15" } });
    expect(debts({ profile: little, account })).toEqual(["06-01 00:00 = 80 5 3"]);
  });

  it("of what is overdue lowers both figures", () => {
    const trigger = { basis: "overdue", type: "absoluteAmount", value: "90", referenceLimit: "credit" } as const;
    const profile = owingProfile({ trigger, topup: { mode: "toTarget", value: "0" } });
    const account = owing({ outstanding: "95", overdue: "20", unbilled: "3" });
    expect(debts({ profile, account })).toEqual(["06-01 00:00 = 75 0 3"]);
    expect(debts({ profile, account: owing({ overdue: "20" }) })).toEqual(["06-01 00:00 = null 0 null"]);
  });

  it("by grant of what is owed is there at once", () => {
    const profile = owingProfile({ settlement: { kind: "grant" } });
    expect(debts({ profile, account: owing({ outstanding: "95" }), payments: later })).toEqual(["06-01 00:00 = 45 null null"]);
  });

  it("takes ids that the account does not have, in one count with the payments by hand", () => {
    const taken = { walletId: "w1", charge: "1", createdAt: june(1), status: "failed", failure: "infrastructure" } as const;
    const account = wallet({ lots: [{ id: "topup-2", remaining: "1" }] });
    const topups = [
      { id: "topup-1", ...taken },
      { id: "payment-4", ...taken },
    ];
    const timeline: TimelineEventInput[] = [
      { type: "payment", at: june(2), amount: "1" },
      { type: "usage", at: june(3), amount: "52" },
    ];
    expect(attempts({ account: { ...account, topups }, timeline }).map((each) => each.split(" ")[2])).toEqual(["topup-3", "topup-6"]);
  });
});

it("the total of the rates may come to a hundred", () => {
  expect(summaryOf({ account: empty, payments: { declineRate: 60, lostRate: 40 } }).topups.paid).toBe(0);
});
