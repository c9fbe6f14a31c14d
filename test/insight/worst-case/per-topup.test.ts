import { describe, expect, it } from "vitest";
import type { AccountInput, ProfileInput, TopupRuleInput } from "../../../src/index.js";
import { worstCase } from "../../../src/insight/worst-case/worst-case.js";
import { owedProfile } from "../../support/build.js";
import { accountIn, rules, told, worst } from "./told.js";

const fixed = (over: Partial<TopupRuleInput> = {}, value = "50"): Partial<ProfileInput> => ({
  topup: { mode: "fixedAmount", value, ...over } as TopupRuleInput,
});
const credits = (rate: string): Partial<AccountInput> => ({ wallets: [{ id: "w1", unit: "credits", rate, balance: "0" }] });
const inCredits = (topup: TopupRuleInput): Partial<ProfileInput> => ({ currency: "credits", topup });

describe("the most that one top-up charges", () => {
  it.each([
    ["is the amount", fixed(), undefined, "50.00", "amount topup.value"],
    ["rounded up to a cent", fixed({}, "49.991"), undefined, "50.00", "amount topup.value"],
    ["rounded up to a step", fixed({ step: "20" }), undefined, "60.00", "amount topup.value"],
    ["raised to the minimum", fixed({ min: "55" }), undefined, "55.00", "min topup.min"],
    ["lowered to the maximum, itself rounded down", fixed({ max: "45", step: "20" }), undefined, "40.00", "max topup.max"],
    ["is the maximum of a target", { topup: { mode: "toTarget", value: "100", max: "80.009" } }, undefined, "80.00", "max topup.max"],
    [
      "and of a percentage",
      { topup: { mode: "toPercentOfLimit", value: "100", referenceLimit: "float", max: "80" } },
      undefined,
      "80.00",
      "max topup.max",
    ],
    ["and of an amount repeated until clear", fixed({ repeat: "untilClear", max: "120" } as never), undefined, "120.00", "max topup.max"],
    [
      "is the account's own amount in place of a target",
      { topup: { mode: "toTarget", value: "100" } },
      { autoTopupAmount: "30" },
      "30.00",
      "override autoTopupAmount",
    ],
    ["which the maximum lowers too", fixed({ max: "20" }), { autoTopupAmount: "30" }, "20.00", "max topup.max"],
    [
      "but not in a wallet of credits",
      inCredits({ mode: "fixedAmount", value: "500" }),
      { ...credits("0.1"), autoTopupAmount: "30" },
      "50.00",
      "amount topup.value",
    ],
    [
      "is what the credits cost, half a cent up",
      inCredits({ mode: "fixedAmount", value: "3" }),
      credits("0.015"),
      "0.05",
      "amount topup.value",
    ],
    [
      "is what a maximum of credits costs",
      inCredits({ mode: "toTarget", value: "900", max: "333" }),
      credits("0.015"),
      "5.00",
      "max topup.max",
    ],
    [
      "is what a cap that reduces leaves",
      { ...fixed(), caps: [{ window: { calendar: "day" }, maxCharge: "30", onExceed: "reduce" }] },
      undefined,
      "30.00",
      "cap caps.0.maxCharge",
    ],
    [
      "or one that refuses, where usage decides",
      { topup: { mode: "toTarget", value: "1", max: "80" }, caps: [{ window: { calendar: "day" }, maxCharge: "30" }] },
      undefined,
      "30.00",
      "cap caps.0.maxCharge",
    ],
  ] as [string, Partial<ProfileInput>, Partial<AccountInput> | undefined, string, string][])("%s", (_, over, account, most, rule) => {
    const { perTopup } = worst(over, account);
    expect(told(perTopup)).toBe(most);
    expect(rules(perTopup)).toEqual([rule]);
  });

  it("comes in whole pieces where an amount is repeated until clear", () => {
    const capped = (maxCharge: string, onExceed: "refuse" | "reduce" = "refuse"): Partial<ProfileInput> => ({
      ...fixed({ repeat: "untilClear" } as never),
      caps: [{ window: { calendar: "day" }, maxCharge, onExceed }],
    });
    expect(told(worst(capped("120")).perTopup)).toBe("100.00");
    expect(told(worst(capped("120")).charged.week)).toBe("700.00 in 14");
    expect(told(worst(capped("49.99")).perTopup)).toBe("0.00");
    expect(told(worst(capped("120", "reduce")).perTopup)).toBe("120.00");
  });

  it.each([
    ["raised to a step", { step: "20" }, "50", undefined, "120.00"],
    ["but by none that they are whole steps of", { step: "25" }, "50", undefined, "100.00"],
    ["rounded up to a cent", {}, "12.345", undefined, "120.00"],
    ["of credits that cost no whole cents", {}, "3", credits("0.015"), "120.00"],
    ["of credits that do", {}, "500", credits("0.1"), "100.00"],
    ["raised to a minimum", { min: "50.01" }, "50", undefined, "120.00"],
    ["but by none that they reach", { min: "50" }, "50", undefined, "100.00"],
  ] as [string, Partial<TopupRuleInput>, string, Partial<AccountInput> | undefined, string][])(
    "not in whole pieces where they are %s",
    (_, over, value, account, most) => {
      const repeated = fixed({ repeat: "untilClear", ...over } as never, value);
      const caps = [{ window: { calendar: "day" } as const, maxCharge: "120" }];
      expect(told(worst({ ...repeated, caps, ...(account && { currency: "credits" }) }, account).perTopup).replace("~", "")).toBe(most);
    },
  );

  it("may stay below what a cap would leave: pieces that end in a maximum", () => {
    const over = {
      ...fixed({ repeat: "untilClear", max: "130" } as never),
      caps: [{ window: { calendar: "day" } as const, maxCharge: "120" }],
    };
    expect(told(worst(over).perTopup)).toBe("~120.00");
    expect(told(worst(over).charged.day)).toBe("~120.00 in 2");
  });

  it("has no bound where usage decides, and says what would give one", () => {
    const { perTopup, charged } = worst({ topup: { mode: "toTarget", value: "100" }, cooldown: { value: 1, unit: "day" } });
    expect(perTopup).toMatchObject({ bounded: false, reason: "unlimitedAmount", message: expect.stringContaining("a max") as string });
    expect(told(charged.month)).toBe("unlimitedAmount in 31");
  });
});

describe("what is not known", () => {
  it("is told: anyone's account is taken to have clocks that never change, no amount of its own, a wallet in its currency", () => {
    expect(worst().assumes).toEqual(["utc", "noOverride", "ownCurrency"]);
    expect(worst({}, {}).assumes).toEqual([]);
    expect(worstCase(owedProfile({ currency: "GBP" })).assumes).toEqual(["utc", "noOverride"]);
    expect(worst({}, { wallets: [] }).assumes).toEqual(["ownCurrency"]);
  });

  it.each([
    ["credits without an account", { currency: "credits" }, undefined],
    ["a wallet of which nothing is known", { currency: null }, undefined],
    ["another wallet than those of the account", { currency: "EUR" }, {}],
  ] as [string, Partial<ProfileInput>, Partial<AccountInput> | undefined][])("a rate is: %s", (_, over, account) => {
    const day = { cooldown: { value: 1, unit: "day" } } as const;
    expect(told(worst({ ...day, ...over }, account).charged.week)).toBe("unknownRate in 7");
    const caps = [{ window: { calendar: "month" }, maxCharge: "80.5", onExceed: "reduce" } as const];
    expect(Number((worst({ ...day, ...over, caps }, account).charged.month as { maxCharge: string }).maxCharge)).toBe(80.5);
    expect(worst({ ...day, ...over, caps }, account).charged.month).toMatchObject({ tight: false });
    expect(worst({ ...day, ...over, caps }, account).perTopup).toMatchObject({ bounded: true, tight: false });
  });

  it.each<[string, string | null, AccountInput["wallets"], string]>([
    [
      "frozen now, and dearer",
      null,
      [
        { id: "w1", unit: "USD" },
        { id: "w2", unit: "credits", rate: "5", status: "frozen" },
      ],
      "250.00",
    ],
    [
      "frozen now, and cheaper",
      null,
      [
        { id: "w1", unit: "USD" },
        { id: "w2", unit: "credits", rate: "0.1", status: "frozen" },
      ],
      "50.00",
    ],
    [
      "one of two that are active",
      null,
      [
        { id: "w1", unit: "USD" },
        { id: "w2", unit: "EUR", rate: "1.2" },
      ],
      "60.00",
    ],
    ["the only one, and closed", "USD", [{ id: "w1", unit: "USD", rate: "3", status: "closed" }], "150.00"],
    [
      "of another unit",
      "USD",
      [
        { id: "w1", unit: "USD" },
        { id: "w2", unit: "credits", rate: "5", status: "frozen" },
      ],
      "50.00",
    ],
  ])("a status is not: the bound is that of a wallet which may come to count, %s", (_, currency, wallets, most) => {
    const bound = worst({ currency }, { wallets });
    expect(told(bound.perTopup)).toBe(most);
    expect(bound.assumes).toEqual([]);
  });

  it("but the wallet that is named is, whatever the others cost", () => {
    const wallets = [
      { id: "w1", unit: "USD" },
      { id: "w2", unit: "USD", rate: "5" },
    ];
    expect(told(worst({ walletId: "w1" }, { wallets }).perTopup)).toBe("50.00");
    expect(told(worst({ walletId: "w2" }, { wallets }).perTopup)).toBe("250.00");
  });

  it("and an amount of the account's own replaces that in its currency alone", () => {
    const wallets = [
      { id: "w1", unit: "USD" },
      { id: "w2", unit: "credits", rate: "5" },
    ];
    expect(told(worst({ currency: null }, { wallets, autoTopupAmount: "900" }).perTopup)).toBe("900.00");
    expect(told(worst({ currency: null }, { wallets, autoTopupAmount: "30" }).perTopup)).toBe("250.00");
  });

  it("the currency: the bound holds in each, rounded as the coarsest does", () => {
    const anyone = worstCase(owedProfile({ topup: { mode: "fixedAmount", value: "12.345" } }));
    expect(anyone.unit).toBeNull();
    expect(told(anyone.perTopup)).toBe("13");
  });

  it("nor does it matter where usage decides: money owed costs what it is", () => {
    const anyone = worstCase(owedProfile({ topup: { mode: "toTarget", value: "0" } }));
    expect(told(anyone.perTopup)).toBe("unlimitedAmount");
  });

  it("there is no bound where it has none in one of them, though nothing can be charged in the others", () => {
    const anyone = worstCase(owedProfile({ topup: { mode: "fixedAmount", value: "50", max: "0.005" } }));
    expect(told(anyone.perTopup)).toBe("0.005");
    expect(told(anyone.charged.day)).toBe("unlimitedCount");
    expect(told(worstCase(owedProfile()).charged.day)).toBe("unlimitedCount");
  });

  it("and by the finest where a cap leaves room for smaller charges", () => {
    const profile = owedProfile({
      topup: { mode: "fixedAmount", value: "12.5" },
      caps: [{ window: { calendar: "day" }, maxCharge: "100" }],
    });
    expect(told(worstCase(profile).charged.day)).toBe("100 in 8");
    expect(told(worstCase(profile, { id: "a1", currency: "JPY" }).charged.day)).toBe("91 in 7");
  });
});

describe("what is told", () => {
  it("is plain data that survives JSON", () => {
    const told = worst({ cooldown: { value: 1, unit: "day" } }, { timeZone: "Europe/London" });
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
    expect(told).toMatchObject({ version: 1, profileId: "p1", accountId: "a1", unit: "USD", timeZone: "Europe/London" });
  });

  it("has its own list of rules for each period", () => {
    const { charged, declines } = worst({ cooldown: { value: 40, unit: "day" }, failures: { suspendAfter: 3 } });
    const lists = [charged.day, charged.week, declines.day, declines.week, declines.total].map((bound) => bound.bounded && bound.because);
    expect(new Set(lists).size).toBe(5);
  });

  it("has the minor digits of the currency", () => {
    const day = { cooldown: { value: 1, unit: "day" } } as const;
    expect(told(worst({ ...day, currency: "JPY" }).charged.day)).toBe("50 in 1");
    expect(told(worst({ ...day, currency: "KWD" }).charged.day)).toBe("50.000 in 1");
  });

  it("is exact, however large", () => {
    const over = { ...fixed({}, "99999999999999999999"), cooldown: { value: 1, unit: "day" } } as const;
    expect(told(worst(over).charged.year)).toBe("36599999999999999999634.00 in 366");
  });

  it("tells no number of top-ups that a number cannot hold", () => {
    const caps = [{ window: { calendar: "day" } as const, maxCount: Number.MAX_SAFE_INTEGER }];
    expect(worst({ caps }).charged.day).toMatchObject({ maxCount: Number.MAX_SAFE_INTEGER, maxCharge: "450359962737049550.00" });
    expect(worst({ caps }).charged.week).toMatchObject({ maxCount: null, maxCharge: "3152519739159346850.00" });
  });

  it("is the same of what is plain and of what was parsed", () => {
    expect(worstCase(worstProfile, accountIn({}))).toEqual(worst({}, {}));
  });
});

const worstProfile = {
  id: "p1",
  currency: "USD",
  trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
  topup: { mode: "fixedAmount", value: "50" },
} as const;
