import { describe, expect, it } from "vitest";
import { type TimelineEventInput } from "../../../src/index.js";
import { heldProfile } from "../../support/build.js";
import { attempts, course, debts, holding, idle, idleOwing, june, owing, owingProfile, stepsOf, wallet } from "./build.js";

const usage = (day: number, amount: string, over: object = {}): TimelineEventInput => ({ type: "usage", at: june(day), amount, ...over });

describe("usage", () => {
  it("is drawn from the wallet named", () => {
    const account = {
      ...wallet(),
      wallets: [
        { id: "w1", unit: "USD", balance: "30" },
        { id: "w2", unit: "USD", balance: "30" },
      ],
    };
    const [, step] = stepsOf({ profile: idle, account, timeline: [usage(2, "7", { walletId: "w2" })] });
    expect(step?.after.balances).toEqual({ w1: "30", w2: "23" });
  });

  it("adds to the owed figure named", () => {
    const account = owing({ outstanding: "1", overdue: "0", unbilled: "2" });
    const timeline = [usage(2, "7", { basis: "outstanding" }), usage(3, "5", { basis: "unbilled" })];
    expect(debts({ profile: idleOwing, account, timeline })).toEqual(["06-01 00:00 = 1 0 2", "06-02 00:00 = 8 0 2", "06-03 00:00 = 8 0 7"]);
  });

  it("falls on what is unbilled where that is known, else on what is outstanding, else on the only wallet", () => {
    const timeline = [usage(2, "7")];
    const after = (account: object) => stepsOf({ profile: idle, account: { ...wallet(), ...account }, timeline }).at(-1)?.after;
    expect(after({ owed: { unbilled: "0", outstanding: "0" } })).toMatchObject({ owed: { unbilled: "7", outstanding: "0" }, figure: "30" });
    expect(after({ owed: { outstanding: "0" } })).toMatchObject({ owed: { unbilled: null, outstanding: "7" }, figure: "30" });
    expect(after({ owed: { overdue: "0" } })).toMatchObject({ owed: { overdue: "0" }, figure: "23" });
    expect(after({})).toMatchObject({ figure: "23" });
  });

  it("leaves unknown what is unknown", () => {
    const lotless = { ...wallet(), wallets: [{ id: "w1", unit: "USD" }] };
    expect(course({ profile: idle, account: lotless, timeline: [usage(2, "7")] }).at(-1)).toBe("06-02 00:00 = null");
    const account = owing({ outstanding: "1" });
    expect(debts({ profile: idleOwing, account, timeline: [usage(2, "7", { basis: "unbilled" })] }).at(-1)).toBe(
      "06-02 00:00 = 1 null null",
    );
  });

  it("takes a balance below zero", () => {
    expect(course({ profile: idle, timeline: [usage(2, "30.01")] }).at(-1)).toBe("06-02 00:00 = -0.01");
  });

  it("is exact at forty digits", () => {
    const most = "99999999999999999999.99999999999999999999";
    const account = wallet({ balance: most });
    expect(course({ profile: idle, account, timeline: [usage(2, most), usage(3, most)] })).toEqual([
      `06-01 00:00 = ${most}`,
      "06-02 00:00 = 0",
      `06-03 00:00 = -${most}`,
    ]);
  });
});

describe("a payment by hand", () => {
  const payment = (day: number, amount: string, over: object = {}): TimelineEventInput => ({
    type: "payment",
    at: june(day),
    amount,
    ...over,
  });

  it("tops up the wallet named, or the only one where nothing is owed", () => {
    expect(course({ profile: idle, timeline: [payment(2, "5", { walletId: "w1" })] }).at(-1)).toBe("06-02 00:00 = 35");
    expect(course({ profile: idle, timeline: [payment(2, "5")] }).at(-1)).toBe("06-02 00:00 = 35");
  });

  it("pays what is owed where anything is", () => {
    const account = { ...wallet(), owed: { outstanding: "20", overdue: "15" } };
    const last = stepsOf({ profile: idle, account, timeline: [payment(2, "5")] }).at(-1);
    expect(last?.after).toMatchObject({ figure: "30", owed: { outstanding: "15", overdue: "10" } });
  });

  it("is not taken off what is unbilled", () => {
    const account = owing({ outstanding: "20", overdue: "0", unbilled: "7" });
    expect(debts({ profile: idleOwing, account, timeline: [payment(2, "50")] }).at(-1)).toBe("06-02 00:00 = -30 0 7");
  });

  it("is a lot of its own in a wallet of lots, without an end", () => {
    const account = wallet({ lots: [] });
    const timeline = [payment(2, "5"), usage(9, "4")];
    expect(course({ profile: idle, account, timeline })).toEqual(["06-01 00:00 = 0", "06-02 00:00 = 5", "06-09 00:00 = 1"]);
  });

  it("is in the wallet's unit", () => {
    const account = wallet({ unit: "credits", rate: "0.1", balance: "0" });
    expect(course({ profile: idle, account, timeline: [payment(2, "500")] }).at(-1)).toBe("06-02 00:00 = 500");
  });

  it("counts for a cap that counts all, at what it cost", () => {
    const account = wallet({ unit: "credits", rate: "0.1", balance: "0" });
    const trigger = { basis: "balance", type: "absoluteAmount", value: "1000" } as const;
    const profile = heldProfile({ trigger, caps: [{ window: { calendar: "month" }, maxCharge: "54.99", counts: "all" }] });
    const timeline = [payment(1, "500")]; // $50, and the top-up of 50 credits is another $5
    expect(stepsOf({ profile, account, timeline })[0]?.decision?.reason).toBe("capReached");
    const wide = heldProfile({ trigger, caps: [{ window: { calendar: "month" }, maxCharge: "55", counts: "all" }] });
    expect(stepsOf({ profile: wide, account, timeline })[0]?.decision?.reason).toBe("thresholdReached");
  });

  it("costs what its own wallet's unit costs", () => {
    const account = holding({ id: "w1", unit: "USD", balance: "30" }, { id: "w2", unit: "credits", rate: "0.1", balance: "0" });
    const trigger = { basis: "balance", type: "absoluteAmount", value: "1000" } as const;
    const caps = [{ window: { calendar: "month" }, maxCharge: "55", counts: "all" }] as const; // $50 by hand, and $5 of the top-up
    const profile = heldProfile({ trigger, walletId: "w2", caps });
    const timeline = [payment(1, "500", { walletId: "w2" })];
    expect(stepsOf({ profile, account, timeline })[0]?.decision?.reason).toBe("thresholdReached");
  });

  it("holds nothing back", () => {
    const profile = heldProfile({ cooldown: { value: 5, unit: "day" }, inFlight: "block" });
    expect(attempts({ profile, account: wallet({ balance: "0" }), timeline: [payment(1, "1")] })).toEqual([
      "06-01 00:00 topup-2 for 50: paid",
    ]);
  });
});

describe("an invoice", () => {
  const invoice = (day: number, over: object = {}): TimelineEventInput => ({ type: "invoice", at: june(day), ...over });
  const account = owing({ outstanding: "0", overdue: "0", unbilled: "40" });

  it("makes outstanding what is unbilled, or the amount given", () => {
    expect(debts({ profile: idleOwing, account, timeline: [invoice(2)] }).at(-1)).toBe("06-02 00:00 = 40 0 0");
    expect(debts({ profile: idleOwing, account, timeline: [invoice(2, { amount: "15" })] }).at(-1)).toBe("06-02 00:00 = 15 0 25");
  });

  it("bills what was used at the same instant before it, and not what was used after it", () => {
    const used = usage(2, "5");
    expect(debts({ profile: idleOwing, account, timeline: [used, invoice(2)] }).at(-1)).toBe("06-02 00:00 = 45 0 0");
    expect(debts({ profile: idleOwing, account, timeline: [invoice(2), used] }).at(-1)).toBe("06-02 00:00 = 40 0 5");
  });

  it("is overdue from the instant it falls due, as far as it is unpaid", () => {
    const timeline: TimelineEventInput[] = [invoice(2, { dueAt: june(4) }), { type: "payment", at: june(3), amount: "15" }];
    expect(debts({ profile: idleOwing, account, timeline })).toEqual([
      "06-01 00:00 = 0 0 40",
      "06-02 00:00 = 40 0 0",
      "06-03 00:00 = 25 0 0",
      "06-04 00:00 = 25 25 0",
    ]);
  });

  it("is overdue at once where it is due when issued, and never without a due date", () => {
    expect(debts({ profile: idleOwing, account, timeline: [invoice(2, { dueAt: june(2) })] }).at(-1)).toBe("06-02 00:00 = 40 40 0");
    expect(debts({ profile: idleOwing, account, timeline: [invoice(2)] })).toHaveLength(2);
  });

  it("is paid after the older ones", () => {
    const timeline: TimelineEventInput[] = [
      invoice(2, { amount: "10", dueAt: june(5) }),
      invoice(3, { amount: "20", dueAt: june(6) }),
      { type: "payment", at: june(4), amount: "12" },
    ];
    expect(debts({ profile: idleOwing, account, timeline }).slice(-2)).toEqual(["06-05 00:00 = 18 0 10", "06-06 00:00 = 18 18 10"]);
  });

  it("is paid from what the customer was in credit", () => {
    const inCredit = owing({ outstanding: "-50", overdue: "0", unbilled: "30" });
    expect(debts({ profile: idleOwing, account: inCredit, timeline: [invoice(2, { dueAt: june(3) })] }).at(-1)).toBe(
      "06-03 00:00 = -20 0 0",
    );
  });

  it("falls due whatever is paid at that instant afterwards", () => {
    const timeline: TimelineEventInput[] = [invoice(2, { dueAt: june(3) }), { type: "payment", at: june(3), amount: "40" }];
    expect(debts({ profile: idleOwing, account, timeline }).at(-1)).toBe("06-03 00:00 = 0 0 0");
  });

  it("adds all of itself to an overdue figure where what is outstanding is unknown", () => {
    const partly = owing({ overdue: "5", unbilled: "40" });
    expect(debts({ profile: idleOwing, account: partly, timeline: [invoice(2, { dueAt: june(3) })] }).at(-1)).toBe(
      "06-03 00:00 = null 45 0",
    );
  });

  it("moves billedThrough where the account states it, so that what was paid for before is no longer in flight", () => {
    const profile = owingProfile({ trigger: { basis: "unbilled", type: "absoluteAmount", value: "10", referenceLimit: "credit" } });
    const stated = owing({ outstanding: "0", overdue: "0", unbilled: "95" }, { billedThrough: "2026-05-01T00:00:00Z" });
    const steps = stepsOf({ profile, account: stated, timeline: [usage(2, "10"), invoice(3), usage(4, "92")] });
    expect(steps.map(({ decision }) => `${decision?.trigger?.inFlight} ${decision?.outcome}`)).toEqual([
      "0 due",
      "50 notDue",
      "0 notDue",
      "0 due",
    ]);
    const silent = { ...stated, billedThrough: null };
    expect(stepsOf({ profile, account: silent, timeline: [usage(2, "10")] }).map(({ decision }) => decision?.trigger?.inFlight)).toEqual([
      "0",
      "0",
    ]);
  });
});

describe("a limit", () => {
  const account = owing({ outstanding: "80", overdue: "0" });

  it("counts from its instant on, and may be unlimited", () => {
    const timeline: TimelineEventInput[] = [
      { type: "limit", at: june(2), name: "credit", value: "90" },
      { type: "limit", at: june(3), name: "credit", value: null },
    ];
    const steps = stepsOf({ profile: owingProfile(), account, timeline });
    expect(steps.map(({ limit, threshold, decision }) => [limit, threshold, decision?.reason])).toEqual([
      ["100", "90", "thresholdNotReached"],
      ["90", "80", "thresholdReached"],
      [null, null, "unlimited"],
    ]);
  });

  it("may be one that the account did not have", () => {
    const timeline: TimelineEventInput[] = [{ type: "limit", at: june(2), name: "credit", value: "90" }];
    const steps = stepsOf({ profile: owingProfile(), account: { ...account, limits: null }, timeline });
    expect(steps.map(({ decision }) => decision?.reason)).toEqual(["limitUnknown", "thresholdReached"]);
  });

  it("is not shared with the prototype of an object", () => {
    const profile = owingProfile({ trigger: { basis: "outstanding", type: "absoluteAmount", value: "10", referenceLimit: "constructor" } });
    expect(stepsOf({ profile, account })[0]?.decision?.reason).toBe("limitUnknown");
    const timeline: TimelineEventInput[] = [{ type: "limit", at: june(1), name: "constructor", value: "90" }];
    expect(stepsOf({ profile, account, timeline })[0]?.limit).toBe("90");
  });
});

describe("a payment method", () => {
  const dead = { otherwise: "hardDeclined" } as const;
  const card = { type: "card", autoCollect: true } as const;
  const account = wallet({ balance: "0" });
  const another = (over: object = {}): TimelineEventInput => ({ type: "paymentMethod", at: june(3), paymentMethod: card, ...over });

  it("is what requirePaymentMethod asks for", () => {
    const profile = heldProfile({ requirePaymentMethod: true });
    const timeline = [another(), another({ at: june(4), paymentMethod: null })];
    const reasons = stepsOf({ profile, account, timeline, payments: { otherwise: "infrastructure" } }).map(
      ({ decision }) => decision?.reason,
    );
    expect(reasons).toEqual(["noPaymentMethod", "thresholdReached", "noPaymentMethod"]);
  });

  it("makes failures count anew, unless said otherwise", () => {
    const reasons = (event: TimelineEventInput) =>
      stepsOf({ account, timeline: [usage(2, "1"), event, usage(4, "1")], payments: dead }).map(({ decision }) => decision?.reason);
    expect(reasons(another())).toEqual(["thresholdReached", "suspended", "thresholdReached", "suspended"]);
    expect(reasons(another({ resumes: false }))).toEqual(["thresholdReached", "suspended", "suspended", "suspended"]);
  });

  it("that fails at the very instant it is given has failed", () => {
    const timeline = [another(), usage(3, "1", { at: june(3, "00:00:00.001") })];
    expect(stepsOf({ account, timeline, payments: dead }).map(({ decision }) => decision?.reason)).toEqual([
      "thresholdReached",
      "thresholdReached",
      "suspended",
    ]);
  });

  it("does not end a cooldown", () => {
    const profile = heldProfile({ cooldown: { value: 5, unit: "day" } });
    const steps = stepsOf({ profile, account, timeline: [another()], payments: dead });
    expect(steps.map(({ decision }) => decision?.reason)).toEqual(["thresholdReached", "cooldown"]);
  });
});

describe("events of one instant", () => {
  it("happen in the order of the timeline, and are one step", () => {
    const timeline: TimelineEventInput[] = [
      { type: "limit", at: june(2), name: "credit", value: "1" },
      usage(2, "5", { basis: "unbilled" }),
      { type: "invoice", at: june(2) },
      { type: "limit", at: june(2), name: "credit", value: "2" },
    ];
    const account = owing({ outstanding: "0", unbilled: "0" });
    const [, step, ...rest] = stepsOf({ profile: idleOwing, account, timeline });
    expect(rest).toEqual([]);
    expect(step?.events.map(({ type }) => type)).toEqual(["limit", "usage", "invoice", "limit"]);
    expect(step).toMatchObject({ limit: "2", after: { figure: "5" } });
  });

  it("are judged once, after all of them", () => {
    const timeline: TimelineEventInput[] = [usage(2, "30"), { type: "payment", at: june(2), amount: "30" }];
    const [, step] = stepsOf({ timeline });
    expect(step?.decision?.reason).toBe("thresholdNotReached");
    expect([step?.before.figure, step?.reached, step?.after.figure]).toEqual(["30", "30", "30"]);
  });
});

describe("the period", () => {
  it("begins with its first instant and ends before its last", () => {
    const timeline = [
      usage(1, "1"),
      usage(10, "1"),
      usage(9, "1", { at: june(9, "23:59:59.999") }),
      usage(1, "1", { at: "2026-05-31T23:59:59.999Z" }),
    ];
    expect(course({ profile: idle, timeline })).toEqual(["06-01 00:00 = 29", "06-09 23:59:59.999 = 28"]);
  });

  it("is handed out without a key that has no value", () => {
    const events = stepsOf({ profile: idle, timeline: [usage(2, "1", { basis: undefined })] }).flatMap((step) => step.events);
    expect(events).toHaveLength(1);
    expect(events).toStrictEqual(JSON.parse(JSON.stringify(events)));
  });

  it("has a step at its start, whatever happens", () => {
    expect(course({ profile: idle, evaluateOn: { dailyAt: "12:00" }, to: june(1, "00:00:00.001") })).toEqual(["06-01 00:00 = 30"]);
  });
});
