import { describe, expect, it } from "vitest";
import {
  type FoundRecommendation,
  parseProfile,
  type ProfileInput,
  type Recommendation,
  type RecommendInput,
  recommendProfile,
  simulate,
} from "../../../src/index.js";
import { deepFreeze, heldProfile } from "../../support/build.js";
import { faults, messages } from "../../support/faults.js";
import { june, owing, owingProfile, scenario, wallet } from "../simulation/build.js";

const usage = (day: number, amount: string) => ({ type: "usage", at: june(day), amount }) as const;
const rate = (amount: string) => ({ type: "usageRate", amount, per: { value: 1, unit: "day" }, every: { value: 1, unit: "day" } }) as const;
const input = (over: Partial<RecommendInput> = {}): RecommendInput => ({ ...scenario({ evaluateOn: { dailyAt: "00:00" } }), ...over });
const recommended = (over: Partial<RecommendInput>): Recommendation => recommendProfile(input(over));

function found(over: Partial<RecommendInput>): FoundRecommendation {
  const recommendation = recommended(over);
  if (!recommendation.found) throw new Error(`none was found: ${recommendation.reason}`);
  return recommendation;
}

const values = (over: Partial<RecommendInput>): string => {
  const { threshold, amount } = found(over);
  return `${threshold} + ${amount}`;
};

describe("a recommendation", () => {
  it("never ran dry, and says what does with one step less", () => {
    const over = { timeline: [rate("7")], payments: { settleAfter: { value: 2, unit: "day" } } } as const;
    const { profile, summary, lowerThreshold, smallerAmount } = found(over);
    expect(summary.firstWithoutFundsAt).toBeNull();
    expect(summary).toEqual(simulate({ ...input(over), profile }).summary());
    for (const less of [lowerThreshold, smallerAmount]) {
      if (less === null) continue;
      const trigger = { ...profile.trigger, value: less.threshold } as ProfileInput["trigger"];
      const poorer = { ...profile, trigger, topup: { ...profile.topup, value: less.amount } };
      expect(simulate({ ...input(over), profile: poorer }).summary().firstWithoutFundsAt).toBe(less.firstWithoutFundsAt);
    }
    expect([lowerThreshold, smallerAmount]).not.toEqual([null, null]);
  });

  it("keeps all else of the profile", () => {
    const profile = heldProfile({ name: "Kept", caps: [{ window: { calendar: "month" }, maxCount: 9 }], inFlight: "block" });
    const { profile: filled } = found({ profile, timeline: [rate("7")] });
    const { trigger, topup } = parseProfile(profile);
    expect({ ...filled, trigger, topup }).toEqual(parseProfile(profile));
    expect(parseProfile(filled)).toBe(filled);
  });

  it("is nothing but a step where nothing is used", () => {
    expect(values({})).toBe("0 + 1");
    expect(found({})).toMatchObject({ lowerThreshold: null, smallerAmount: null });
    expect(values({ step: "25" })).toBe("0 + 25");
  });

  it("covers what is used between two evaluations", () => {
    // 30 held. Asked at midnight; from midnight to midnight 8 are used at noon.
    const timeline = [1, 2, 3, 4, 5, 6].map((day) => ({ type: "usage", at: june(day, "12:00:00.000"), amount: "8" }) as const);
    const { threshold } = found({ timeline });
    expect(Number(threshold)).toBeGreaterThanOrEqual(6); // 30 - 3 × 8 = 6 are left, and 8 are to come
  });

  it("is in whole steps", () => {
    const { threshold, amount } = found({ timeline: [rate("7")], step: "2.5" });
    expect([Number(threshold) % 2.5, Number(amount) % 2.5]).toEqual([0, 0]);
  });

  it("is, for what is owed, what is left of the limit", () => {
    const profile = owingProfile();
    const account = owing({ outstanding: "50" });
    const timeline = [usage(3, "30"), usage(5, "30")];
    const { threshold, summary } = found({ profile, account, timeline });
    expect(Number(threshold)).toBeGreaterThanOrEqual(20);
    expect(summary).toMatchObject({ pastLimitMs: 0, daysWithoutFunds: 0 });
  });

  it("looks no further than it is told", () => {
    const timeline = [usage(2, "18"), usage(3, "12")]; // 12 are left, and then 12 are used: only a threshold of 12 comes in time
    expect(recommended({ timeline, maxThreshold: "12", step: "4" })).toMatchObject({ found: true, threshold: "12", amount: "4" });
    const none = { found: false, reason: "noneFound", closest: { firstWithoutFundsAt: june(3) } };
    expect(recommended({ timeline, maxThreshold: "12", step: "5" })).toMatchObject(none);
    expect(recommended({ timeline, maxThreshold: "4", step: "5" })).toMatchObject({ ...none, closest: { threshold: "0" } });
    const more = [usage(2, "18"), usage(3, "27")];
    expect(recommended({ timeline: more, maxThreshold: "15", maxAmount: "19", step: "4" })).toMatchObject({ found: true, amount: "16" });
    expect(recommended({ timeline: more, maxThreshold: "15", maxAmount: "19", step: "5" })).toMatchObject(none);
  });

  it("looks as far as all can be used up: by usage, by lots that expire, by an invoice, by a limit that is lowered", () => {
    const lots = wallet({ lots: [{ id: "l1", remaining: "100", expiresAt: june(3) }] });
    expect(found({ account: lots, timeline: [rate("1")], step: "10" }).threshold).toBe("100");
    const profile = owingProfile();
    const billed = {
      profile,
      account: owing({ outstanding: "30", unbilled: "95" }),
      timeline: [{ type: "invoice", at: june(3) } as const],
    };
    expect(found(billed).summary.daysWithoutFunds).toBe(0);
    const lowered = {
      profile,
      account: owing({ outstanding: "30" }),
      timeline: [{ type: "limit", at: june(3), name: "credit", value: "5" } as const],
    };
    expect(found(lowered).summary.daysWithoutFunds).toBe(0);
  });

  it("stays within what a profile can say", () => {
    const most = "90000000000000000000";
    const timeline = [usage(3, most), usage(5, most)];
    const { threshold, profile } = found({ account: wallet({ balance: most }), timeline, step: "10000000000000000000" });
    expect(threshold).toBe(most);
    expect(parseProfile(structuredClone(profile))).toEqual(profile);
  });

  it("lowers a huge threshold soon, also where a cap refuses the amounts that could make up for it", () => {
    const profile = heldProfile({ caps: [{ window: { calendar: "month" }, maxCharge: "500", onExceed: "refuse" }] });
    const account = wallet({ balance: "2000000000" });
    const timeline = [usage(2, "1000000000"), usage(3, "1000000000")];
    const { threshold, amount, simulations } = found({ profile, account, timeline, evaluateOn: "event" });
    expect([threshold, amount]).toEqual(["1000000000", "1"]);
    expect(simulations).toBeLessThan(1500);
  });

  it("ends with what it has where a range is absurdly wide for its step, and shows no evidence that it has not", () => {
    const timeline = [usage(2, "2900000000000000000"), usage(3, "1700000000000000000"), usage(4, "380000000000000000")];
    const over = { account: wallet({ balance: "3000000000000000000" }), timeline, evaluateOn: "event" } as const;
    const { summary, ...rest } = found(over);
    expect(summary.firstWithoutFundsAt).toBeNull();
    expect(rest).toMatchObject({ lowerThreshold: null, smallerAmount: null, exact: false, simulations: 3003 });
    const { lowerThreshold, smallerAmount } = found({ ...over, step: "10000000000" });
    expect([lowerThreshold, smallerAmount]).not.toContain(null);
  });

  it("is the same each time, and leaves what it is given as it is", () => {
    const given = deepFreeze(structuredClone(input({ timeline: [rate("7")] })));
    expect(recommendProfile(given)).toEqual(recommendProfile(given));
  });
});

describe("a smaller sum", () => {
  const day = (at: string, amount: string) => ({ type: "usage", at: `2026-06-${at}Z`, amount }) as const;
  const fortnight = { from: "2026-06-01T00:00:00Z", to: "2026-06-14T00:00:00Z" };

  it("is found where a larger threshold lets a smaller amount do", () => {
    const timeline = [day("05T09:00", "5"), day("05T22:22", "4"), day("08T04:15", "2"), day("10T09:05", "8")];
    const account = { id: "a1", currency: "USD", owed: { outstanding: "2" }, limits: { credit: "12" } };
    const profile = { ...owingProfile(), failures: "none", cooldown: null, caps: [] } as ProfileInput;
    const over = { profile, account, timeline, evaluateOn: "event", ...fortnight } as const;
    const { threshold, amount, exact } = found(over);
    expect(Number(threshold) + Number(amount)).toBeLessThanOrEqual(9);
    expect(exact).toBe(true);
  });

  it("is found where a cooldown and a cap let neither larger thresholds nor larger amounts do", () => {
    const over = {
      profile: heldProfile({
        cooldown: { value: 2, unit: "day" },
        caps: [{ window: { calendar: "week" }, maxCharge: "12", onExceed: "reduce" }],
      }),
      account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "9" }] },
      timeline: [day("02T18:41", "8"), day("04T07:30", "5"), day("07T11:08", "5"), day("12T09:06", "6")],
      evaluateOn: { dailyAt: "02:00" },
      payments: { outcomes: ["declined"] },
      ...fortnight,
    } as const;
    expect(found(over)).toMatchObject({ threshold: "9", amount: "5", exact: true });
  });

  it("is left open where there are more than a thousand pairs", () => {
    expect(found({ timeline: [usage(2, "100"), usage(4, "900")] }).exact).toBe(false);
    expect(found({ timeline: [usage(2, "100"), usage(4, "900")], step: "50" }).exact).toBe(true);
    expect(recommended({ timeline: [rate("10")], payments: { otherwise: "declined" } })).toMatchObject({ found: false, exact: false });
    expect(recommended({ timeline: [rate("10")], payments: { otherwise: "declined" }, step: "50" })).toMatchObject({ exact: true });
  });
});

describe("none is recommended", () => {
  it("where there are no funds to begin with", () => {
    const account = wallet({ balance: "0" });
    expect(recommended({ account })).toEqual({
      found: false,
      reason: "dryAtStart",
      exact: true,
      closest: { threshold: "1", amount: "1", firstWithoutFundsAt: june(1) },
      simulations: 1,
    });
    expect(recommended({ account: wallet({ balance: "0.01" }) }).found).toBe(true);
    expect(recommended({ timeline: [usage(1, "30")] })).toMatchObject({ reason: "dryAtStart" });
    expect(recommended({ profile: owingProfile(), account: owing({ outstanding: "100" }) })).toMatchObject({ reason: "dryAtStart" });
  });

  it("where whatever is tried runs dry, and then what lasted longest is told", () => {
    const payments = { otherwise: "declined" } as const;
    expect(recommended({ timeline: [rate("10")], payments })).toMatchObject({
      found: false,
      reason: "noneFound",
      closest: { firstWithoutFundsAt: june(4) },
    });
    const late = { timeline: [usage(2, "10"), usage(3, "90")], payments: { settleAfter: { value: 3, unit: "day" } } } as const;
    expect(recommended(late)).toMatchObject({ reason: "noneFound", closest: { firstWithoutFundsAt: june(3) } });
  });

  it("where large amounts are refused and small ones last a while, of which the longest is told", () => {
    const profile = heldProfile({ caps: [{ window: { calendar: "month" }, maxCharge: "12" }] });
    expect(recommended({ profile, timeline: [rate("10")], maxThreshold: "30", maxAmount: "30" })).toMatchObject({
      reason: "noneFound",
      closest: { firstWithoutFundsAt: june(6) },
    });
  });

  it("where the profile never tops up, and what is used is more than is there", () => {
    expect(recommended({ profile: heldProfile({ enabled: false }), timeline: [rate("10")] })).toMatchObject({ reason: "noneFound" });
  });

  it("where nothing can tell: an unknown figure, no wallet, an unknown or unlimited limit", () => {
    const none = { found: false, reason: "cannotTell", exact: false, closest: null, simulations: 0 };
    expect(recommended({ account: { ...wallet(), wallets: [{ id: "w1", unit: "USD" }] } })).toEqual(none);
    expect(recommended({ account: { id: "a1", currency: "USD" } })).toEqual(none);
    const owed = (limits: object) =>
      recommended({ profile: owingProfile(), account: owing({ outstanding: "1" }, { limits: { ...limits } }) });
    expect(owed({})).toEqual(none);
    expect(owed({ credit: null })).toEqual(none);
    expect(recommended({ profile: owingProfile(), account: owing({ overdue: "1" }) })).toEqual(none);
  });
});

describe("what cannot be looked for is a fault", () => {
  const wrong = (over: object) => faults(() => recommendProfile({ ...input(), ...over } as RecommendInput));

  it.each<[object, string[]]>([
    [{ profile: heldProfile({ topup: { mode: "toTarget", value: "5" } }) }, ["profile.topup.mode: conflict"]],
    [
      { profile: heldProfile({ trigger: { basis: "balance", type: "percentOfLimit", value: "5", referenceLimit: "x" } }) },
      ["profile.trigger: conflict"],
    ],
    [
      {
        profile: heldProfile({
          trigger: { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: june(1) },
          topup: { mode: "toTarget", basis: "balance", value: "5" },
        }),
      },
      ["profile.trigger: conflict", "profile.topup.mode: conflict"],
    ],
    [
      { profile: heldProfile({ topup: { mode: "fixedAmount", value: "5", min: "1", max: "9", step: "2" } }) },
      ["profile.topup.min: conflict", "profile.topup.max: conflict", "profile.topup.step: conflict"],
    ],
    [{ account: { ...wallet(), autoTopupAmount: "5" } }, ["account.autoTopupAmount: conflict"]],
    [{ step: "0" }, ["step: out_of_range"]],
    [{ step: "-1" }, ["step: out_of_range"]],
    [{ step: "one" }, ["step: invalid_amount"]],
    [{ maxThreshold: "0", maxAmount: Number.NaN }, ["maxThreshold: out_of_range", "maxAmount: invalid_amount"]],
    [{ maxAmount: "4", step: "5" }, ["maxAmount: conflict"]],
    [{ maximum: "4" }, ["maximum: unknown_key"]],
    [{ profiles: [] }, ["profiles: unknown_key"]],
    [{ to: june(1), account: { ...wallet(), asOf: june(2) } }, ["to: conflict", "account.asOf: conflict"]],
    [{ step: {}, to: "never" }, ["step: invalid_amount", "to: invalid_instant"]],
  ])("%j", (over, expected) => {
    expect(wrong(over)).toEqual(expected);
  });

  it("is said in words", () => {
    const told = (over: object) => messages(() => recommendProfile({ ...input(), ...over } as RecommendInput));
    const trigger = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: june(1) } as const;
    const topup = { mode: "toTarget", basis: "balance", value: "5", min: "1" } as const;
    expect(
      told({ profile: heldProfile({ trigger, topup }), account: { ...wallet(), autoTopupAmount: "5" }, maxAmount: "4", step: "5" }),
    ).toEqual([
      "profile.trigger: must be by absoluteAmount: its value is looked for",
      "profile.topup.min: would change the amount that is looked for",
      "profile.topup.mode: must be fixedAmount: its value is looked for",
      "account.autoTopupAmount: replaces the amount that is looked for",
      "maxAmount: must not be less than step",
    ]);
  });

  it("a wallet of credits keeps its amount, whatever the account's override", () => {
    const account = { ...wallet({ unit: "credits", rate: "1" }), autoTopupAmount: "5" };
    expect(recommended({ account }).found).toBe(true);
  });
});
