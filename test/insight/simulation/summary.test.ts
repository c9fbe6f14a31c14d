import { describe, expect, it } from "vitest";
import type { SimulateInput, TimelineEventInput } from "../../../src/index.js";
import { heldProfile } from "../../support/build.js";
import { idle, idleOwing, june, owing, owingProfile, scenario, summaryOf, wallet } from "./build.js";

const DAY = 86_400_000;
const usage = (day: number, amount: string, time?: string): TimelineEventInput => ({ type: "usage", at: june(day, time), amount });
const daily = { dailyAt: "00:00" } as const;
const empty = wallet({ balance: "0" });

describe("a summary", () => {
  it("says of whom and of when it is", () => {
    expect(summaryOf({})).toMatchObject({ profileId: "p1", accountId: "a1", from: june(1), to: june(10), currency: "USD", unit: "USD" });
    expect(summaryOf({ account: wallet({ unit: "credits", rate: "1" }) }).unit).toBe("credits");
    expect(summaryOf({ account: { id: "a1", currency: "USD" } })).toMatchObject({
      unit: null,
      lowest: null,
      highest: null,
      firstWithoutFundsAt: null,
    });
  });

  it("counts steps and evaluations", () => {
    expect(summaryOf({ evaluateOn: daily, timeline: [usage(2, "1"), usage(2, "1"), usage(3, "1", "12:00:00.000")] })).toMatchObject({
      steps: 10,
      evaluations: 9,
    });
  });

  it("counts how often the engine answered what, each outcome also where it is none", () => {
    expect(summaryOf({ evaluateOn: daily, timeline: [usage(3, "25")] })).toMatchObject({
      outcomes: { due: 1, notDue: 8, blocked: 0, ineligible: 0, indeterminate: 0 },
      reasons: { thresholdReached: 1, thresholdNotReached: 8 },
    });
    expect(Object.keys(summaryOf({}).reasons)).toEqual(["thresholdNotReached"]);
  });
});

describe("top-ups", () => {
  const profile = heldProfile({ failures: "none", inFlight: "ignore" });
  const each = (payments: SimulateInput["payments"], to = june(4)) =>
    summaryOf({ profile, account: empty, evaluateOn: daily, to, payments });

  it("are attempted, and then paid, failed or unsettled", () => {
    const settleAfter = { value: 1, unit: "day" } as const;
    expect(each({ outcomes: ["declined", "unanswered"], settleAfter }, june(5))).toMatchObject({
      topups: { attempted: 3, paid: 1, failed: 1, unsettled: 1 },
      asked: "150",
      charged: "50",
    });
  });

  it("that are voided are failed, and those that are lost are unsettled until found out", () => {
    const lost = { otherwise: "lost", foundOut: "voided" } as const;
    expect(each(lost).topups).toEqual({ attempted: 3, paid: 0, failed: 0, unsettled: 3 });
    expect(each({ ...lost, foundOutAfter: { value: 1, unit: "day" } }).topups).toEqual({ attempted: 3, paid: 0, failed: 2, unsettled: 1 });
  });

  it("by hand are not among them", () => {
    expect(summaryOf({ timeline: [{ type: "payment", at: june(2), amount: "5" }] })).toMatchObject({
      topups: { attempted: 0 },
      asked: "0",
    });
  });

  it("are summed up in the account's currency, whatever they add", () => {
    const account = wallet({ unit: "credits", rate: "0.03", balance: "0" });
    expect(summaryOf({ account })).toMatchObject({ asked: "1.5", charged: "1.5", highest: { figure: "50" } });
  });

  it("by grant are paid at once", () => {
    expect(summaryOf({ profile: heldProfile({ settlement: { kind: "grant" } }), account: empty })).toMatchObject({
      topups: { attempted: 1, paid: 1 },
      charged: "50",
    });
  });
});

describe("the lowest and the highest figure", () => {
  it("are the first of their kind, a dip before a top-up among them", () => {
    const timeline = [usage(2, "29"), usage(3, "50"), { type: "payment", at: june(4), amount: "50" } as const];
    expect(summaryOf({ timeline })).toMatchObject({ lowest: { figure: "1", at: june(2) }, highest: { figure: "101", at: june(4) } });
  });

  it("leave out what is unknown", () => {
    expect(summaryOf({ account: { ...wallet(), wallets: [{ id: "w1", unit: "USD" }] } })).toMatchObject({ lowest: null, highest: null });
  });
});

describe("the time past the threshold", () => {
  const past = (profile: SimulateInput["profile"], ...timeline: TimelineEventInput[]) => summaryOf({ profile, timeline }).pastThresholdMs;
  const exclusive = heldProfile({
    enabled: false,
    trigger: { basis: "balance", type: "absoluteAmount", value: "10", boundary: "exclusive" },
  });

  it("is that at which the trigger would fire, at its boundary or beyond", () => {
    expect(past(idle, usage(2, "20"), usage(4, "0.01"))).toBe(8 * DAY);
    expect(past(exclusive, usage(2, "20"), usage(4, "0.01"))).toBe(6 * DAY);
    expect(past(idle, usage(2, "19.99"))).toBe(0);
  });

  it("lasts to the end, and begins at the start", () => {
    expect(past(idle, usage(1, "20"))).toBe(9 * DAY);
    expect(past(idle, usage(9, "20", "23:59:59.999"))).toBe(1);
  });

  it("is not that of a dip which a top-up mends at once", () => {
    expect(past(heldProfile(), usage(2, "30"))).toBe(0);
    expect(summaryOf({ timeline: [usage(2, "30")], payments: { settleAfter: { value: 1, unit: "day" } } }).pastThresholdMs).toBe(DAY);
  });

  it("goes by the limit of each time, and is none where that is unlimited", () => {
    const timeline: TimelineEventInput[] = [
      { type: "limit", at: june(3), name: "credit", value: "60" },
      { type: "limit", at: june(5), name: "credit", value: null },
    ];
    expect(summaryOf({ profile: idleOwing, account: owing({ outstanding: "50" }), timeline }).pastThresholdMs).toBe(2 * DAY);
  });
});

describe("the time past the limit", () => {
  it("is held below zero, and not at it", () => {
    const timeline = [usage(2, "30"), usage(4, "0.01"), { type: "payment", at: june(6), amount: "1" } as const];
    expect(summaryOf({ profile: idle, timeline }).pastLimitMs).toBe(2 * DAY);
  });

  it("is owed beyond the limit, and not at it", () => {
    const timeline = [usage(2, "50"), usage(4, "0.01"), { type: "payment", at: june(6), amount: "1" } as const];
    expect(summaryOf({ profile: idleOwing, account: owing({ outstanding: "50" }), timeline }).pastLimitMs).toBe(2 * DAY);
  });

  it("is none without a limit", () => {
    const account = owing({ outstanding: "500" }, { limits: { credit: null } });
    expect(summaryOf({ profile: idleOwing, account })).toMatchObject({ pastLimitMs: 0, daysWithoutFunds: 0, firstWithoutFundsAt: null });
  });
});

describe("days without funds", () => {
  const days = (over: Partial<SimulateInput>) => {
    const { daysWithoutFunds, firstWithoutFundsAt } = summaryOf({ profile: idle, ...over });
    return [daysWithoutFunds, firstWithoutFundsAt];
  };

  it("are those on which nothing was held, or the limit was used up, at some time", () => {
    expect(days({ timeline: [usage(3, "30", "12:00:00.000"), { type: "payment", at: june(5), amount: "1" }] })).toEqual([
      2,
      june(3, "12:00:00.000"),
    ]);
    expect(days({ timeline: [usage(3, "29.99")] })).toEqual([0, null]);
    const account = owing({ outstanding: "50" });
    expect(days({ profile: idleOwing, account, timeline: [usage(3, "50")] })).toEqual([7, june(3)]);
    expect(days({ profile: idleOwing, account, timeline: [usage(3, "49.99")] })).toEqual([0, null]);
  });

  it("end with the instant before funds come: at midnight the date has none", () => {
    const until = (time: string) => [usage(3, "30"), { type: "payment", at: june(4, time), amount: "1" } as const];
    expect(days({ timeline: until("00:00:00.000") })).toEqual([1, june(3)]);
    expect(days({ timeline: until("00:00:00.001") })).toEqual([2, june(3)]);
  });

  it("count an instant at which a top-up mends it at once", () => {
    expect(days({ profile: heldProfile(), timeline: [usage(3, "30")] })).toEqual([1, june(3)]);
    expect(
      days({
        profile: heldProfile({ trigger: { basis: "balance", type: "absoluteAmount", value: "0" } }),
        account: wallet({ balance: "0" }),
      }),
    ).toEqual([1, june(1)]);
  });

  it("are dates of the account's zone", () => {
    const account = { ...wallet(), timeZone: "Asia/Kolkata" };
    const timeline: TimelineEventInput[] = [usage(3, "30", "18:29:59.999"), { type: "payment", at: june(3, "18:30:00.001"), amount: "1" }];
    expect(days({ account, timeline })[0]).toBe(2);
    expect(days({ timeline })[0]).toBe(1);
  });

  it("count each date once, also one that the clocks begin again", () => {
    // At 00:01 on 29 October 2006 the clocks of St John's went back to 23:01 on the 28th.
    const account = { ...empty, timeZone: "America/St_Johns" };
    expect(days({ account, from: "2006-10-28T12:00:00Z", to: "2006-10-29T12:00:00Z" })[0]).toBe(2);
    const again = { account: { ...wallet(), timeZone: "America/St_Johns" }, from: "2006-10-28T12:00:00Z", to: "2006-10-29T12:00:00Z" };
    const twice = (first: string, back: string, second: string): TimelineEventInput[] => [
      { type: "usage", at: first, amount: "30" },
      { type: "payment", at: back, amount: "1" },
      { type: "usage", at: second, amount: "1" },
    ];
    expect(days({ ...again, timeline: twice("2006-10-29T02:30:10Z", "2006-10-29T02:30:20Z", "2006-10-29T03:00:00Z") })[0]).toBe(2);
    const noDateLeftOut = { account: { ...empty, timeZone: "Pacific/Apia" }, from: "2011-12-29T10:00:00Z", to: "2011-12-31T10:00:00Z" };
    expect(days(noDateLeftOut)[0]).toBe(2);
  });
});

describe("fees", () => {
  const fees = (over: Partial<SimulateInput>) => summaryOf({ costPerCharge: "0.30", ...over }).fees;

  it("are null where a charge has no known cost", () => {
    expect(summaryOf({}).fees).toBeNull();
    expect(fees({ costPerCharge: null })).toBeNull();
    expect(fees({ costPerCharge: "0" })).toEqual({ total: "0", wasted: "0", saved: "0" });
  });

  it("are those of all attempts; wasted, those of the failed", () => {
    const failing = { profile: heldProfile({ failures: "none" }), account: empty, evaluateOn: daily, to: june(4) };
    expect(fees({ ...failing, payments: { outcomes: ["declined", "infrastructure"] } })).toEqual({
      total: "0.9",
      wasted: "0.6",
      saved: "-0.9",
    });
  });

  it("wasted are also those of a top-up that left the trigger firing, once", () => {
    const small = {
      profile: heldProfile({ topup: { mode: "fixedAmount", value: "4" }, failures: "none" }),
      account: empty,
      evaluateOn: daily,
    };
    expect(fees(small)).toEqual({ total: "0.9", wasted: "0.6", saved: "-0.9" });
    expect(fees({ ...small, payments: { outcomes: ["declined"] } })).toEqual({ total: "1.2", wasted: "0.9", saved: "-1.2" });
  });

  it("saved are those of a charge for each local date on which something was used", () => {
    const timeline = [usage(1, "1"), usage(1, "1", "23:59:59.999"), usage(2, "1"), usage(4, "0"), usage(9, "28")];
    expect(fees({ timeline })).toEqual({ total: "0.3", wasted: "0", saved: "0.6" });
    const lateAndEarly = [usage(1, "1"), usage(1, "1", "23:59:59.999"), usage(9, "28")];
    expect(fees({ timeline: lateAndEarly })?.saved).toBe("0.3");
    expect(fees({ timeline: lateAndEarly, account: { ...wallet(), timeZone: "America/New_York" } })?.saved).toBe("0.6");
  });

  it("are none of a grant, which collects nothing", () => {
    expect(fees({ profile: heldProfile({ settlement: { kind: "grant" } }), account: empty, timeline: [usage(2, "1")] })).toEqual({
      total: "0",
      wasted: "0",
      saved: "0",
    });
  });
});

describe("what expired", () => {
  it("is of the watched wallet alone", () => {
    const lot = { remaining: "5", expiresAt: june(3) };
    const wallets = ["w1", "w2"].map((id) => ({ id, unit: "USD", lots: [{ id: `${id}-l`, ...lot }] }));
    const account = { id: "a1", currency: "USD", wallets };
    expect(summaryOf({ profile: heldProfile({ walletId: "w1", enabled: false }), account }).expired).toBe("5");
    expect(summaryOf({ profile: owingProfile(), account: { ...account, owed: { outstanding: "1" } } }).expired).toBe("0");
  });
});

it("a year keeps to a monthly cap, however much of its history is forgotten", () => {
  const caps = [{ window: { calendar: "month" }, maxCount: 3 }] as const;
  const year = scenario({
    profile: heldProfile({ caps, topup: { mode: "fixedAmount", value: "20" } }),
    timeline: [{ type: "usageRate", amount: "4", per: { value: 1, unit: "day" }, every: { value: 1, unit: "day" } }],
    evaluateOn: daily,
    to: "2027-06-01T00:00:00Z",
  });
  expect(summaryOf(year)).toMatchObject({ topups: { attempted: 36, paid: 36 }, charged: "720" });
});
