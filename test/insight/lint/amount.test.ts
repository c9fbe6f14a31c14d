import { describe, expect, it } from "vitest";
import type { AccountInput, ProfileInput, TopupRuleInput } from "../../../src/index.js";
import { lintProfile } from "../../../src/insight/lint/lint-profile.js";
import { debtor, found, foundOf, heldRule, holder, owedRule } from "./build.js";

const fixed = (value: string, over: object = {}): TopupRuleInput => ({ mode: "fixedAmount", value, ...over });
const held = (topup: TopupRuleInput, boundary: "inclusive" | "exclusive" = "inclusive"): ProfileInput =>
  heldRule({ trigger: { basis: "balance", type: "absoluteAmount", value: "10", boundary }, topup });
const owed = (topup: TopupRuleInput, over: object = {}): ProfileInput =>
  owedRule({ trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit", ...over }, topup });
const credits = holder({}, { unit: "credits", rate: "0.001", scale: 3 });

describe("amountDoesNotClear", () => {
  const code = "amountDoesNotClear";

  it("is a fixed amount that does not lift an empty wallet past the threshold", () => {
    expect(foundOf(code, held(fixed("10")))).toEqual(["warning topup.value"]);
    expect(foundOf(code, held(fixed("10.01")))).toEqual([]);
    expect(foundOf(code, held(fixed("9.99"), "exclusive"))).toEqual(["warning topup.value"]);
    expect(foundOf(code, held(fixed("10"), "exclusive"))).toEqual([]);
  });

  it("is one that does not make room enough in a limit that is used up", () => {
    expect(foundOf(code, owed(fixed("100")))).toEqual(["warning topup.value"]);
    expect(foundOf(code, owed(fixed("100.01")))).toEqual([]);
    expect(foundOf(code, owed(fixed("100"), { boundary: "exclusive" }))).toEqual([]);
    expect(foundOf(code, owed(fixed("20"), { value: "20" }), debtor({ limits: { credit: "0" } }))).toEqual(["warning topup.value"]);
  });

  it("needs the limit where that is a percentage", () => {
    const percent = { type: "percentOfLimit", value: "80" };
    expect(foundOf(code, owed(fixed("100"), percent))).toEqual([]);
    expect(foundOf(code, owed(fixed("100"), percent), debtor())).toEqual(["warning topup.value"]);
    expect(foundOf(code, owed(fixed("100.01"), percent), debtor())).toEqual([]);
    expect(foundOf(code, owed(fixed("100"), percent), debtor({ limits: { credit: null } }))).toEqual([]);
  });

  it("is none of untilClear, unless max keeps it from clearing", () => {
    expect(foundOf(code, held(fixed("3", { repeat: "untilClear" })))).toEqual([]);
    expect(foundOf(code, held(fixed("3", { repeat: "untilClear", max: "9" })))).toEqual(["warning topup.max"]);
    expect(foundOf(code, held(fixed("3", { repeat: "untilClear", max: "12" })))).toEqual([]);
  });

  it("is a target that max keeps out of reach of clearing", () => {
    expect(foundOf(code, held({ mode: "toTarget", value: "60", max: "10" }))).toEqual(["warning topup.max"]);
    expect(foundOf(code, held({ mode: "toTarget", value: "60", max: "10.01" }))).toEqual([]);
  });

  it("goes by what is added in the end: the customer's own amount, a minimum, whole packs", () => {
    expect(foundOf(code, held(fixed("50")), holder({ autoTopupAmount: "10" }))).toEqual(["warning account.autoTopupAmount"]);
    expect(foundOf(code, held(fixed("5")), holder({ autoTopupAmount: "50" }))).toEqual([]);
    expect(foundOf(code, held(fixed("5", { min: "11" })))).toEqual([]);
    expect(foundOf(code, held(fixed("5", { step: "11" })))).toEqual([]);
  });

  it("says how the threshold is written where it goes by a limit that is not known", () => {
    const [finding] = lintProfile(owed(fixed("100"))).filter((each) => each.code === code);
    expect(finding?.message).toMatch(/does not clear the trigger, which fires at the limit "credit" less 100:/);
  });

  it("suggests what helps: under the customer's own amount, nothing but to raise that", () => {
    const suggestion = (account: AccountInput, topup = fixed("50")): string | undefined =>
      lintProfile(held(topup), account).find((finding) => finding.code === code)?.suggestion;
    expect(suggestion(holder(), fixed("5"))).toBe('Raise the amount, or use repeat: "untilClear".');
    expect(suggestion(holder({ autoTopupAmount: "5" }))).toBe("Raise the customer's own amount.");
    expect(suggestion(holder({ autoTopupAmount: "50" }), fixed("50", { max: "8" }))).toBe("Raise max.");
    expect(suggestion(holder({ autoTopupAmount: "9" }), fixed("50", { max: "8" }))).toBe("Raise max, and the customer's own amount.");
    expect(suggestion(holder(), fixed("9", { max: "8" }))).toBe("Raise max, and the amount.");
  });

  it("is none of a threshold that an empty wallet does not reach, or of a schedule", () => {
    expect(foundOf(code, heldRule({ trigger: { basis: "balance", type: "absoluteAmount", value: "-50" }, topup: fixed("1") }))).toEqual([]);
    const trigger = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2026-01-01T00:00:00Z" } as const;
    expect(found(heldRule({ trigger, topup: { mode: "fixedAmount", value: "1", basis: "balance" } }))).toEqual([]);
    expect(found(owedRule({ trigger, topup: { mode: "fixedAmount", value: "1" } }), debtor())).toEqual([]);
  });
});

describe("nothingChargeable", () => {
  const code = "nothingChargeable";

  it("is a step above max, or bounds without a whole step between them", () => {
    expect(foundOf(code, held(fixed("50", { step: "30", max: "29" })))).toEqual(["error topup.max"]);
    expect(foundOf(code, held(fixed("50", { step: "30", max: "30" })))).toEqual([]);
    expect(foundOf(code, held({ mode: "toTarget", value: "60", min: "31", max: "59", step: "30" }))).toEqual(["error topup.max"]);
    expect(foundOf(code, held({ mode: "toTarget", value: "60", min: "30", max: "59", step: "30" }))).toEqual([]);
  });

  it("is an amount that costs less than half a minor unit", () => {
    const rule = heldRule({ trigger: { basis: "balance", type: "absoluteAmount", value: "1" }, topup: fixed("4") });
    expect(foundOf(code, rule, credits)).toEqual(["error topup.value"]);
    expect(foundOf(code, { ...rule, topup: fixed("5") }, credits)).toEqual([]);
    expect(foundOf(code, rule)).toEqual([]);
  });

  it("is none of a target, which grows with what is missing", () => {
    const rule = heldRule({ trigger: { basis: "balance", type: "absoluteAmount", value: "1" }, topup: { mode: "toTarget", value: "4" } });
    expect(foundOf(code, rule, credits)).toEqual([]);
    expect(foundOf(code, { ...rule, topup: { mode: "toTarget", value: "4", max: "4" } }, credits)).toEqual(["error topup.max"]);
  });

  it("tells the bounds", () => {
    const message = (topup: TopupRuleInput): string | undefined =>
      lintProfile(held(topup))
        .find((finding) => finding.code === code)
        ?.message.split(" and comes")[0];
    expect(message(fixed("50", { min: "10", max: "20", step: "30" }))).toBe("No amount is at least 10 and at most 20 in steps of 30");
    expect(message(fixed("50", { max: "0.0000000000001" }))).toBe("No amount is at most 0.0000000000001");
  });
});

describe("boundReplacesValue", () => {
  const code = "boundReplacesValue";

  it("is a fixed amount outside its bounds", () => {
    expect(foundOf(code, held(fixed("50", { min: "50.01" })))).toEqual(["warning topup.min"]);
    expect(foundOf(code, held(fixed("50", { min: "50" })))).toEqual([]);
    expect(foundOf(code, held(fixed("50", { max: "49.99" })))).toEqual(["warning topup.max"]);
    expect(foundOf(code, held(fixed("50", { max: "50" })))).toEqual([]);
  });

  it("is a step of which the amount is no multiple", () => {
    expect(foundOf(code, held(fixed("50", { step: "30" })))).toEqual(["warning topup.step"]);
    expect(foundOf(code, held(fixed("60", { step: "30" })))).toEqual([]);
    expect(foundOf(code, held(fixed("50", { step: "30", max: "59" })))).toEqual(["warning topup.max"]);
    expect(foundOf(code, held(fixed("50", { step: "30", repeat: "untilClear" })))).toEqual([]);
    expect(foundOf(code, held(fixed("50.001")), holder())).toEqual([]); // finer than a cent
    const [finding] = lintProfile(held(fixed("50", { step: "30" })), holder());
    expect(finding?.message).toBe("The amount is 50 USD, and step makes it 60 each time.");
  });

  it("is a max below the value of untilClear; its min is raised by repeating", () => {
    expect(foundOf(code, held(fixed("50", { repeat: "untilClear", max: "49" })))).toEqual(["warning topup.max"]);
    expect(foundOf(code, held(fixed("50", { repeat: "untilClear", min: "51" })))).toEqual([]);
  });

  it("goes by the customer's own amount, in whatever mode", () => {
    const target: TopupRuleInput = { mode: "toTarget", value: "100", max: "100" };
    expect(foundOf(code, held(target), holder({ autoTopupAmount: "101" }))).toEqual(["warning topup.max"]);
    expect(foundOf(code, held(target), holder({ autoTopupAmount: "100" }))).toEqual([]);
    expect(foundOf(code, held(target))).toEqual([]);
    expect(foundOf(code, held({ ...target, max: "80" }))).toEqual([]); // maxBelowNeed tells it
  });

  it("is one on a schedule too", () => {
    const trigger = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2026-01-01T00:00:00Z" } as const;
    expect(foundOf(code, owedRule({ trigger, topup: fixed("50", { max: "49" }) }))).toEqual(["warning topup.max"]);
  });
});

describe("maxBelowNeed", () => {
  const code = "maxBelowNeed";

  it("is a max below the distance from the threshold to the target", () => {
    const of = (max: string, boundary: "inclusive" | "exclusive" = "inclusive"): string[] =>
      foundOf(code, held({ mode: "toTarget", value: "60", max }, boundary));
    expect(of("49.99")).toEqual(["warning topup.max"]);
    expect(of("50")).toEqual([]);
    expect(of("49.99", "exclusive")).toEqual(["warning topup.max"]);
    expect(of("50", "exclusive")).toEqual([]);
  });

  it("is one of an owed basis, as far as its limit is known", () => {
    const rule = owed({ mode: "toTarget", value: "300", max: "99" });
    expect(foundOf(code, rule, debtor())).toEqual(["warning topup.max"]);
    expect(foundOf(code, rule, debtor({ limits: { credit: "499" } }))).toEqual([]);
    expect(foundOf(code, rule)).toEqual([]);
    const [finding] = lintProfile(rule, debtor()).filter((each) => each.code === code);
    expect(finding?.message).toBe(
      "From the threshold to the target it takes 100 GBP or more, and max is 99: no top-up reaches its target.",
    );
    expect(finding?.suggestion).toBe("Raise max, or lower the distance to the target.");
  });

  it("tells what is needed in whole steps, and no figure without an account, whose unit is not known", () => {
    const message = (topup: TopupRuleInput, account?: AccountInput): string | undefined =>
      lintProfile(held(topup), account).find((finding) => finding.code === code)?.message;
    expect(message({ mode: "toTarget", value: "60", step: "7", max: "49" }, holder())).toMatch(/it takes 56 USD or more, and max is 49:/);
    expect(message({ mode: "toTarget", value: "60", max: "49" })).toMatch(/it takes more than max, 49:/);
  });

  it("is none of a fixed amount, the customer's own, or a schedule", () => {
    expect(foundOf(code, held(fixed("50", { max: "20" })))).toEqual([]);
    expect(foundOf(code, held({ mode: "toTarget", value: "60", max: "20" }), holder({ autoTopupAmount: "50" }))).toEqual([]);
    const trigger = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2026-01-01T00:00:00Z" } as const;
    expect(foundOf(code, heldRule({ trigger, topup: { mode: "toTarget", value: "60", max: "20", basis: "balance" } }))).toEqual([]);
  });
});

describe("finerThanUnit", () => {
  const code = "finerThanUnit";

  it("is any amount with more places than the account's currency has", () => {
    const caps = [
      { window: { calendar: "day" }, maxCharge: "1000" },
      { window: { calendar: "week" }, maxCharge: "2000.001" },
    ] as const;
    const profile = owedRule({ topup: fixed("150.005", { min: "1.001", max: "200.001", step: "0.015" }), caps });
    const all = ["caps.1.maxCharge", "topup.max", "topup.min", "topup.step", "topup.value"].map((path) => `warning ${path}`);
    expect(foundOf(code, profile, debtor())).toEqual(all);
    expect(foundOf(code, profile, debtor({ currency: "KWD" }))).toEqual([]);
    expect(foundOf(code, profile)).toEqual([]);
    expect(foundOf(code, { ...profile, currency: "gbp" })).toEqual(all);
  });

  it("is none of a threshold, which is compared exactly, or of a percentage", () => {
    const trigger = { basis: "outstanding", type: "absoluteAmount", value: "99.995", referenceLimit: "credit" } as const;
    expect(foundOf(code, owedRule({ trigger, topup: { mode: "toPercentOfLimit", value: "33.333" } }), debtor())).toEqual([]);
    expect(foundOf(code, owedRule({ trigger, topup: { mode: "toTarget", value: "33.333" } }), debtor())).toEqual(["warning topup.value"]);
  });

  it("goes by the wallet's scale for what is added, and by the account's currency for a cap", () => {
    const profile = heldRule({ topup: fixed("50.0001"), caps: [{ window: { calendar: "day" }, maxCharge: "100.001" }] });
    expect(foundOf(code, profile, credits)).toEqual(["warning caps.0.maxCharge", "warning topup.value"]);
    expect(foundOf(code, { ...profile, topup: fixed("50.001") }, credits)).toEqual(["warning caps.0.maxCharge"]);
    expect(foundOf(code, { ...profile, currency: "USD" })).toEqual(["warning topup.value"]);
    expect(foundOf(code, { ...profile, currency: "credits" })).toEqual([]);
  });

  it("is the customer's own amount", () => {
    expect(foundOf(code, owedRule(), debtor({ autoTopupAmount: "150.001" }))).toEqual(["warning account.autoTopupAmount"]);
    expect(foundOf(code, owedRule(), debtor({ autoTopupAmount: "150.01" }))).toEqual([]);
  });

  it("is none of a value that the customer's own amount replaces, while the bounds still hold", () => {
    const rule = held(fixed("50.005", { max: "100.001" }));
    expect(foundOf(code, rule, holder())).toEqual(["warning topup.max", "warning topup.value"]);
    expect(foundOf(code, rule, holder({ autoTopupAmount: "30" }))).toEqual(["warning topup.max"]);
    const inCredits = holder({ autoTopupAmount: "30" }, { unit: "credits", rate: "1", scale: 2 });
    expect(foundOf(code, rule, inCredits)).toEqual(["warning topup.max", "warning topup.value"]); // money replaces no credits
  });

  it("tells the places in the singular where there is one", () => {
    const message = (scale: number): string | undefined =>
      lintProfile(held(fixed("50.005")), holder({}, { unit: "credits", rate: "1", scale })).find((finding) => finding.code === code)
        ?.suggestion;
    expect(message(1)).toBe("Write at most 1 decimal place.");
    expect(message(2)).toBe("Write at most 2 decimal places.");
    expect(message(0)).toBe("Write a whole number.");
  });
});
