import { describe, expect, it } from "vitest";
import { type AccountInput, planTopup, type ProfileInput, type TopupRuleInput, type TriggerInput } from "../../../src/index.js";
import { accountIn, told, worst } from "./told.js";

const to = (value: string, over: object = {}): TopupRuleInput => ({ mode: "toTarget", value, ...over });
const held = (value: string, boundary: "inclusive" | "exclusive" = "inclusive"): TriggerInput => ({
  basis: "balance",
  type: "absoluteAmount",
  value,
  boundary,
});
const heldPercent = (value: string): TriggerInput => ({ basis: "balance", type: "percentOfLimit", value, referenceLimit: "float" });
const owed = (
  type: "absoluteAmount" | "percentOfLimit",
  value: string,
  boundary: "inclusive" | "exclusive" = "inclusive",
): TriggerInput => ({
  basis: "outstanding",
  type,
  value,
  referenceLimit: "credit",
  boundary,
});
const percent = (value: string, referenceLimit?: string): TopupRuleInput => ({
  mode: "toPercentOfLimit",
  value,
  ...(referenceLimit !== undefined && { referenceLimit }),
});

/** The greatest refusing cap a week under which nothing is ever charged, and the next cent, under which something is. */
function leastCharge(trigger: TriggerInput, topup: TopupRuleInput, account?: Partial<AccountInput>): string {
  const isCharged = (cents: number): boolean => {
    const caps = [{ window: { calendar: "week" as const }, maxCharge: (cents / 100).toFixed(2) }];
    const { perTopup } = worst({ trigger, topup, caps, ...(account && { currency: "credits" }) }, account);
    return told(perTopup) !== "0.00";
  };
  let [low, high] = [0, 100_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isCharged(middle)) high = middle;
    else low = middle;
  }
  return (high / 100).toFixed(2);
}

const A_CENT = "0.01";

describe("a rule that computes asks for no less than the way", () => {
  it.each<[string, TriggerInput, TopupRuleInput, string]>([
    ["from threshold to target", held("10"), to("100"), "90.00"],
    ["and a cent, where the threshold does not fire", held("10", "exclusive"), to("100"), "90.01"],
    ["rounded up to a cent, which is beyond it then", held("10", "exclusive"), to("100.005"), "90.01"],
    ["rounded up to a step", held("10"), to("100", { step: "40" }), "120.00"],
    ["or the minimum", held("10"), to("100", { min: "95" }), "95.00"],
    ["but no more than the maximum", held("10"), to("100", { max: "80" }), "80.00"],
    ["from below nothing", held("-30"), percent("0", "float"), "30.00"],
    ["from nothing, whatever the limit", heldPercent("0"), to("100"), "100.00"],
    ["from where nothing may be owed", owed("absoluteAmount", "10"), to("-90"), "80.00"],
    ["from a percentage of no limit, beyond which it fires", owed("percentOfLimit", "50"), to("-90"), "90.01"],
    ["from none of any limit, at which it fires", owed("percentOfLimit", "0"), to("-90"), "90.00"],
    ["or beyond which", owed("percentOfLimit", "0", "exclusive"), to("-90"), "90.01"],
    ["from beyond any limit to what may be owed under none", owed("absoluteAmount", "-50"), to("30"), "20.00"],
    ["from beyond a limit to a percentage of it", owed("absoluteAmount", "-50"), percent("20"), "50.00"],
    ["or to all of it", owed("absoluteAmount", "-50"), percent("100"), "50.00"],
  ])("%s", (_, trigger, topup, expected) => {
    expect(leastCharge(trigger, topup)).toBe(expected);
  });

  it.each<[string, TriggerInput, TopupRuleInput]>([
    ["a target at the threshold", held("10"), to("10")],
    ["a target at which it fires", held("10"), to("5")],
    ["a percentage of a limit that may rise", heldPercent("1"), to("100")],
    ["a limit that may rise to what is owed", owed("absoluteAmount", "10"), to("0")],
    ["two percentages of a limit that may be nothing", owed("percentOfLimit", "80"), percent("20")],
    ["percentages of two limits", owed("percentOfLimit", "80"), percent("20", "other")],
    ["more than all of a limit beyond which it fires", owed("absoluteAmount", "-50"), percent("150")],
    ["a percentage of another one than that", owed("absoluteAmount", "-50"), percent("20", "other")],
    ["a percentage of a limit towards which another rises", held("-30"), percent("50", "float")],
    [
      "a schedule",
      { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2026-01-01T00:00:00Z" },
      to("100", { basis: "balance" }),
    ],
  ])("which is as short as can be: %s", (_, trigger, topup) => {
    const expected = trigger.basis === "balance" && topup.mode === "toPercentOfLimit" ? "30.00" : A_CENT;
    expect(leastCharge(trigger, topup)).toBe(expected);
  });

  it("which says nothing of the number, where it leads back", () => {
    const caps = [{ window: { calendar: "week" as const }, maxCharge: "75" }];
    expect(told(worst({ trigger: held("10"), topup: to("5"), caps }).charged.week)).toBe("75.00");
  });

  it("in credits by what they cost", () => {
    const account = { wallets: [{ id: "w1", unit: "credits", rate: "0.1", balance: "0" }] };
    expect(leastCharge(held("10"), to("100"), account)).toBe("9.00");
  });

  it("and the engine never asks for less", () => {
    const profile: ProfileInput = { id: "p1", currency: "USD", trigger: held("10"), topup: to("100"), failures: "none" };
    const chargeAt = (balance: string): string | undefined =>
      planTopup({ profile, account: accountIn({ wallets: [{ id: "w1", unit: "USD", balance }] }), at: "2026-06-01T00:00:00Z" }).topup
        ?.charge;
    expect(["10", "9.99", "-500", "10.01"].map(chargeAt)).toEqual(["90.00", "90.01", "600.00", undefined]);
  });
});

describe("so a cap that refuses lets through", () => {
  const capped = (...caps: readonly [unit: "day" | "week" | "month", maxCharge: string, onExceed?: "reduce"][]): Partial<ProfileInput> => ({
    trigger: held("10"),
    topup: to("100"),
    caps: caps.map(([calendar, maxCharge, onExceed]) => ({ window: { calendar }, maxCharge, onExceed })),
  });

  it("nothing, where it holds less", () => {
    const { perTopup, charged, declines } = worst(capped(["week", "75"]));
    expect([perTopup, charged.week, charged.year, declines.total].map(told)).toEqual(["0.00", "0.00 in 0", "0.00 in 0", "in 0"]);
  });

  it("as many as fit whole", () => {
    const { charged } = worst(capped(["day", "100"], ["month", "150"]));
    expect([charged.day, charged.month].map(told)).toEqual(["100.00 in 1", "100.00 in 1"]);
    const { month } = worst({ ...capped(["month", "200"]), topup: to("100", { max: "80" }) }).charged;
    expect(told(month)).toBe("160.00 in 2");
  });

  it("what another cap has reduced", () => {
    const { perTopup, charged } = worst(capped(["day", "75", "reduce"], ["month", "80"]));
    expect([perTopup, charged.day].map(told)).toEqual(["75.00", "75.00"]);
    expect(told(charged.month)).toBe("~80.00"); // 75 once, and no 75 more
  });
});
