import { describe, expect, it } from "vitest";
import type { AccountInput, ProfileInput, TopupRuleInput, TriggerInput } from "../../../src/index.js";
import { lintProfile } from "../../../src/insight/lint/lint-profile.js";
import { debtor, foundOf, heldRule, holder, owedRule } from "./build.js";

type Edge = "inclusive" | "exclusive";

const heldAt = (boundary: Edge, topup: TopupRuleInput): ProfileInput =>
  heldRule({ trigger: { basis: "balance", type: "absoluteAmount", value: "10", boundary }, topup });
const owedAt = (
  trigger: { type: "absoluteAmount" | "percentOfLimit"; value: string; boundary?: Edge },
  topup: TopupRuleInput,
): ProfileInput => owedRule({ trigger: { basis: "outstanding", referenceLimit: "credit", ...trigger } satisfies TriggerInput, topup });
const target = (value: string): TopupRuleInput => ({ mode: "toTarget", value });
const percent = (value: string, referenceLimit?: string): TopupRuleInput => ({ mode: "toPercentOfLimit", value, referenceLimit });

describe("targetDoesNotClear", () => {
  const code = "targetDoesNotClear";

  it("is a held target at or below the threshold; an exclusive boundary is clear at it", () => {
    expect(foundOf(code, heldAt("inclusive", target("10")))).toEqual(["error topup.value"]);
    expect(foundOf(code, heldAt("inclusive", target("10.01")))).toEqual([]);
    expect(foundOf(code, heldAt("exclusive", target("9.99")))).toEqual(["error topup.value"]);
    expect(foundOf(code, heldAt("exclusive", target("10")))).toEqual([]);
  });

  it("is an owed target at or above the threshold, which an amount's limit tells", () => {
    const of = (value: string, boundary: Edge = "inclusive"): string[] =>
      foundOf(code, owedAt({ type: "absoluteAmount", value: "100", boundary }, target(value)), debtor());
    expect(of("400")).toEqual(["error topup.value"]);
    expect(of("399.99")).toEqual([]);
    expect(of("400", "exclusive")).toEqual([]);
    expect(of("400.01", "exclusive")).toEqual(["error topup.value"]);
    expect(foundOf(code, owedAt({ type: "absoluteAmount", value: "100" }, target("400")))).toEqual([]);
  });

  it("is a percentage of the same limit, whatever the limit", () => {
    const of = (value: string, boundary: Edge = "inclusive"): string[] =>
      foundOf(code, owedAt({ type: "percentOfLimit", value: "80", boundary }, percent(value)));
    expect(of("80")).toEqual(["error topup.value"]);
    expect(of("79.99")).toEqual([]);
    expect(of("80", "exclusive")).toEqual([]);
    expect(of("80.01", "exclusive")).toEqual(["error topup.value"]);
  });

  it("is a percentage of a wallet's limit, from the other side", () => {
    const trigger = { basis: "balance", type: "percentOfLimit", value: "20", referenceLimit: "size" } as const;
    expect(foundOf(code, heldRule({ trigger, topup: percent("20") }))).toEqual(["error topup.value"]);
    expect(foundOf(code, heldRule({ trigger, topup: percent("20.01") }))).toEqual([]);
  });

  it("is a percentage of another limit only where both are known", () => {
    const profile = owedAt({ type: "percentOfLimit", value: "80" }, percent("50", "ceiling"));
    expect(foundOf(code, profile)).toEqual([]);
    expect(foundOf(code, profile, debtor({ limits: { credit: "500", ceiling: "800" } }))).toEqual(["error topup.value"]);
    expect(foundOf(code, profile, debtor({ limits: { credit: "500", ceiling: "799" } }))).toEqual([]);
    expect(foundOf(code, profile, debtor({ limits: { credit: "500", ceiling: null } }))).toEqual([]);
  });

  it("is certain but where a least amount or whole packs may lead beyond", () => {
    expect(foundOf(code, heldAt("inclusive", { mode: "toTarget", value: "10", min: "20" }))).toEqual(["warning topup.value"]);
    expect(foundOf(code, heldAt("inclusive", { mode: "toTarget", value: "10", step: "20" }))).toEqual(["warning topup.value"]);
    expect(foundOf(code, heldAt("inclusive", { mode: "toTarget", value: "10", max: "20" }))).toEqual(["error topup.value"]);
  });

  it("is none where the customer's own amount replaces the target, or where there is no threshold", () => {
    expect(foundOf(code, heldAt("inclusive", target("10")), holder({ autoTopupAmount: "50" }))).toEqual([]);
    const trigger = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-01T00:00:00Z" } as const;
    expect(foundOf(code, heldRule({ trigger, topup: { mode: "toTarget", value: "0", basis: "balance" } }))).toEqual([]);
    expect(foundOf(code, heldRule())).toEqual([]);
  });

  it("tells the figures where they are known, and the rule where they are not", () => {
    const message = (profile: ProfileInput, account?: Parameters<typeof lintProfile>[1]): string | undefined =>
      lintProfile(profile, account)
        .find((finding) => finding.code === code)
        ?.message.split(":")[0];
    const profile = owedAt({ type: "percentOfLimit", value: "80" }, percent("90"));
    expect(message(profile, debtor())).toBe("The target of 450 GBP is where the trigger fires, at 400 GBP");
    expect(message(profile)).toBe('The target of 90 % of the limit "credit" is where the trigger fires, at 80 % of the limit "credit"');
    expect(message(heldAt("inclusive", target("5")))).toBe("The target of 5 is where the trigger fires, at 10");
  });
});

describe("positiveTargetInAdvance", () => {
  const code = "positiveTargetInAdvance";
  const inAdvance = debtor({ limits: { credit: "0" } });

  it("is a target above 0 where the limit is 0", () => {
    const of = (value: string): string[] => foundOf(code, owedAt({ type: "absoluteAmount", value: "20" }, target(value)), inAdvance);
    expect(of("50")).toEqual(["error topup.value"]);
    expect(of("0.01")).toEqual(["error topup.value"]);
    expect(of("0")).toEqual([]);
    expect(of("-50")).toEqual([]);
  });

  it("stands for targetDoesNotClear, which it would be as well", () => {
    const profile = owedAt({ type: "absoluteAmount", value: "20" }, target("50"));
    expect(foundOf("targetDoesNotClear", profile, inAdvance)).toEqual([]);
    expect(foundOf("targetDoesNotClear", owedAt({ type: "absoluteAmount", value: "20" }, target("0")), inAdvance)).toEqual([
      "error topup.value",
    ]);
  });

  it("hurts less where the trigger is clear at it, or a least amount may lead beyond", () => {
    expect(foundOf(code, owedAt({ type: "absoluteAmount", value: "-100" }, target("50")), inAdvance)).toEqual(["warning topup.value"]);
    const atLeast = owedAt({ type: "absoluteAmount", value: "20" }, { mode: "toTarget", value: "50", min: "10" });
    expect(foundOf(code, atLeast, inAdvance)).toEqual(["warning topup.value"]);
  });

  it("says whether what is left owing fires again", () => {
    const message = (value: string): string | undefined =>
      lintProfile(owedAt({ type: "absoluteAmount", value }, target("50")), inAdvance).find((finding) => finding.code === code)?.message;
    expect(message("20")).toMatch(/each top-up leaves 50 GBP owing, which fires again\.$/);
    expect(message("-100")).toMatch(/each top-up leaves 50 GBP owing\.$/);
  });

  it("is none of a wallet, or of a percentage of another limit", () => {
    const trigger = { basis: "balance", type: "percentOfLimit", value: "20", referenceLimit: "size" } as const;
    expect(foundOf(code, heldRule({ trigger, topup: target("50") }), holder({ limits: { size: "0" } }))).toEqual([]);
    const profile = owedAt({ type: "absoluteAmount", value: "20" }, percent("10", "ceiling"));
    expect(foundOf(code, profile, debtor({ limits: { credit: "0", ceiling: "800" } }))).toEqual([]);
  });

  it("is none with another limit, an unknown one, or the customer's own amount", () => {
    const profile = owedAt({ type: "absoluteAmount", value: "20" }, target("50"));
    expect(foundOf(code, profile, debtor())).toEqual([]);
    expect(foundOf(code, profile, debtor({ limits: {} }))).toEqual([]);
    expect(foundOf(code, profile)).toEqual([]);
    expect(foundOf(code, profile, debtor({ limits: { credit: "0" }, autoTopupAmount: "70" }))).toEqual([]);
  });
});

describe("landsOnThreshold", () => {
  const code = "landsOnThreshold";

  it("is an exclusive boundary with the target exactly on it", () => {
    expect(foundOf(code, heldAt("exclusive", target("10")))).toEqual(["warning topup.value"]);
    expect(foundOf(code, heldAt("exclusive", target("10.01")))).toEqual([]);
    expect(foundOf(code, heldAt("inclusive", target("10")))).toEqual([]);
    expect(foundOf(code, owedAt({ type: "percentOfLimit", value: "80", boundary: "exclusive" }, percent("80")))).toEqual([
      "warning topup.value",
    ]);
    expect(foundOf(code, owedAt({ type: "absoluteAmount", value: "100", boundary: "exclusive" }, target("400")), debtor())).toEqual([
      "warning topup.value",
    ]);
    expect(foundOf(code, owedAt({ type: "absoluteAmount", value: "100", boundary: "exclusive" }, target("400")))).toEqual([]);
  });

  it("is one that a percentage of a limit of 0 has whatever is written", () => {
    const profile = owedAt({ type: "percentOfLimit", value: "80" }, target("0"));
    expect(foundOf(code, profile, debtor({ limits: { credit: "0" } }))).toEqual(["warning topup.value"]);
    expect(foundOf(code, profile, debtor())).toEqual([]);
  });

  it("is none of what is overdue, which no usage moves: it grows by whole bills", () => {
    const overdue = (trigger: object, value: string): ProfileInput =>
      owedRule({
        trigger: { basis: "overdue", type: "absoluteAmount", value: "0", referenceLimit: "overdue", boundary: "exclusive", ...trigger },
        topup: target(value),
      });
    const late = (limit: string): AccountInput => debtor({ limits: { overdue: limit } });
    expect(foundOf(code, overdue({}, "0"), late("0"))).toEqual([]);
    expect(foundOf(code, overdue({ type: "percentOfLimit", value: "80", boundary: "inclusive" }, "0"), late("0"))).toEqual([]);
    expect(foundOf(code, overdue({}, "200"), late("200"))).toEqual([]);
    expect(foundOf(code, overdue({ basis: "outstanding" }, "200"), late("200"))).toEqual(["warning topup.value"]);
  });

  it("is none where a least amount or whole packs lead beyond", () => {
    expect(foundOf(code, heldAt("exclusive", { mode: "toTarget", value: "10", min: "20" }))).toEqual([]);
    expect(foundOf(code, heldAt("exclusive", { mode: "toTarget", value: "10", step: "20" }))).toEqual([]);
  });

  it("is a fixed amount that leads there from an empty wallet, or a limit that is used up", () => {
    const fixed = (value: string): TopupRuleInput => ({ mode: "fixedAmount", value });
    expect(foundOf(code, heldAt("exclusive", fixed("10")))).toEqual(["warning topup.value"]);
    expect(foundOf(code, heldAt("exclusive", fixed("10.01")))).toEqual([]);
    expect(foundOf(code, owedAt({ type: "absoluteAmount", value: "100", boundary: "exclusive" }, fixed("100")))).toEqual([
      "warning topup.value",
    ]);
    expect(foundOf(code, heldAt("exclusive", fixed("50")), holder({ autoTopupAmount: "10" }))).toEqual(["warning account.autoTopupAmount"]);
  });

  it("is none of a fixed amount that leads there under one limit only, where that is not known", () => {
    const most = "99999999999999999999";
    const trigger = { basis: "balance", type: "percentOfLimit", value: "100", referenceLimit: "size", boundary: "exclusive" } as const;
    const profile = heldRule({ trigger, topup: { mode: "fixedAmount", value: most } });
    expect(foundOf(code, profile)).toEqual([]);
    expect(foundOf(code, profile, holder({ limits: { size: most } }))).toEqual(["warning topup.value"]);
  });

  it("tells from where a fixed amount leads there, and what helps", () => {
    const told = (profile: ProfileInput): string[] =>
      lintProfile(profile)
        .filter((finding) => finding.code === code)
        .map(({ message, suggestion }) => `${message.split(" leads ")[0]} / ${suggestion}`);
    const fixed: TopupRuleInput = { mode: "fixedAmount", value: "10" };
    expect(told(heldAt("exclusive", fixed))).toEqual(["A top-up from an empty wallet / Raise the amount."]);
    expect(told(owedAt({ type: "absoluteAmount", value: "10", boundary: "exclusive" }, fixed))).toEqual([
      "A top-up from a limit that is used up / Raise the amount.",
    ]);
    expect(told(heldAt("exclusive", target("10")))).toEqual(["A top-up / Choose a target that leaves room to the threshold, or a min."]);
  });
});
