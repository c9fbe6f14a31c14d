import { describe, expect, it } from "vitest";
import type { ProfileInput, TriggerInput } from "../../../src/index.js";
import { lintProfile } from "../../../src/insight/lint/lint-profile.js";
import { debtor, foundOf, heldRule, holder, owedRule } from "./build.js";

const percent = (value: string, boundary: "inclusive" | "exclusive" = "inclusive"): TriggerInput => ({
  basis: "outstanding",
  type: "percentOfLimit",
  value,
  referenceLimit: "credit",
  boundary,
});
const offset = (value: string, boundary: "inclusive" | "exclusive" = "inclusive"): TriggerInput => ({
  basis: "outstanding",
  type: "absoluteAmount",
  value,
  referenceLimit: "credit",
  boundary,
});
const monthly = (startingAt: string): TriggerInput => ({ basis: "schedule", every: { value: 1, unit: "month" }, startingAt });

describe("neverOccurs", () => {
  const until = (startingAt: string, over: Partial<ProfileInput> = {}): ProfileInput =>
    owedRule({ trigger: monthly(startingAt), activeUntil: "2026-06-01T09:00:00Z", ...over });

  it("is a schedule that starts at the profile's end, or later", () => {
    expect(foundOf("neverOccurs", until("2026-06-01T09:00:00Z"))).toEqual(["error trigger.startingAt"]);
    expect(foundOf("neverOccurs", until("2026-06-01T08:59:59.999Z"))).toEqual([]);
    expect(foundOf("neverOccurs", until("2026-06-01T09:00:00Z", { activeUntil: null }))).toEqual([]);
  });

  it("is one without an occurrence between the profile's start and its end, as far as the zone is known", () => {
    const profile = until("2026-01-20T09:00:00Z", { activeFrom: "2026-05-21T00:00:00Z" });
    expect(foundOf("neverOccurs", profile, debtor())).toEqual(["error trigger.startingAt"]);
    expect(foundOf("neverOccurs", profile)).toEqual([]);
    expect(foundOf("neverOccurs", { ...profile, activeFrom: "2026-05-20T09:00:00Z" }, debtor())).toEqual([]);
    // Summer time moves the occurrence an hour earlier, out of the period.
    const berlin = { ...profile, activeFrom: "2026-05-20T08:30:00Z" };
    expect(foundOf("neverOccurs", berlin, debtor())).toEqual([]);
    expect(foundOf("neverOccurs", berlin, debtor({ timeZone: "Europe/Berlin" }))).toEqual(["error trigger.startingAt"]);
  });
});

describe("unlimitedLimit", () => {
  it("is null for the trigger's limit or the topup's", () => {
    const limits = { credit: null, ceiling: null, other: null };
    const profile = owedRule({ topup: { mode: "toPercentOfLimit", value: "20", referenceLimit: "ceiling" } });
    expect(foundOf("unlimitedLimit", profile, debtor({ limits }))).toEqual([
      "warning account.limits.ceiling",
      "warning account.limits.credit",
    ]);
    expect(foundOf("unlimitedLimit", profile, debtor({ limits: { credit: "500", ceiling: "0" } }))).toEqual([]);
    expect(foundOf("unlimitedLimit", profile)).toEqual([]);
  });

  it("is told once where both refer to it, and not for a limit that the customer's own amount replaces", () => {
    const both = owedRule({ topup: { mode: "toPercentOfLimit", value: "20" } });
    expect(foundOf("unlimitedLimit", both, debtor({ limits: { credit: null } }))).toEqual(["warning account.limits.credit"]);
    const own = owedRule({ topup: { mode: "toPercentOfLimit", value: "20", referenceLimit: "ceiling" } });
    expect(foundOf("unlimitedLimit", own, debtor({ limits: { credit: "500", ceiling: null }, autoTopupAmount: "150" }))).toEqual([]);
  });
});

describe("firesAtNothingOwed", () => {
  it("is 0 % of a limit, unless only passing it fires", () => {
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: percent("0") }))).toEqual(["warning trigger.value"]);
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: percent("0") }), debtor())).toEqual(["warning trigger.value"]);
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: percent("0", "exclusive") }))).toEqual([]);
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: percent("0.01") }))).toEqual([]);
  });

  it("is an offset of the whole limit or more", () => {
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: offset("500") }), debtor())).toEqual(["warning trigger.value"]);
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: offset("499.99") }), debtor())).toEqual([]);
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: offset("500", "exclusive") }), debtor())).toEqual([]);
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: offset("500.01", "exclusive") }), debtor())).toEqual([
      "warning trigger.value",
    ]);
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: offset("500") }))).toEqual([]);
  });

  it("is meant where the limit is 0: that customer pays in advance", () => {
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: offset("20") }), debtor({ limits: { credit: "0" } }))).toEqual([]);
  });

  it("is none of a wallet, a schedule or an unlimited limit", () => {
    expect(foundOf("firesAtNothingOwed", heldRule())).toEqual([]);
    const share = { basis: "balance", type: "percentOfLimit", value: "20", referenceLimit: "size" } as const;
    expect(foundOf("firesAtNothingOwed", heldRule({ trigger: share }))).toEqual([]);
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: monthly("2026-01-01T00:00:00Z") }))).toEqual([]);
    expect(foundOf("firesAtNothingOwed", owedRule({ trigger: percent("0") }), debtor({ limits: { credit: null } }))).toEqual([]);
  });
});

describe("percentOfZero", () => {
  it("is a percentage of a limit of 0, for the trigger and for the target", () => {
    const profile = owedRule({ trigger: percent("80"), topup: { mode: "toPercentOfLimit", value: "20" } });
    expect(foundOf("percentOfZero", profile, debtor({ limits: { credit: "0" } }))).toEqual([
      "warning topup.value",
      "warning trigger.value",
    ]);
    expect(foundOf("percentOfZero", profile, debtor({ limits: { credit: "0.01" } }))).toEqual([]);
    expect(foundOf("percentOfZero", profile)).toEqual([]);
  });

  it("is one of a wallet too, and says when that fires", () => {
    const trigger = { basis: "balance", type: "percentOfLimit", value: "20", referenceLimit: "size" } as const;
    expect(foundOf("percentOfZero", heldRule({ trigger }), holder({ limits: { size: "0" } }))).toEqual(["warning trigger.value"]);
    const messages = [
      lintProfile(heldRule({ trigger }), holder({ limits: { size: "0" } })),
      lintProfile(owedRule({ trigger: percent("80") }), debtor({ limits: { credit: "0" } })),
    ].map(([first]) => first?.message.split("it fires ")[1]);
    expect(messages).toEqual(["when nothing is left.", "as soon as anything is owed."]);
  });

  it("is none for an amount of a limit of 0, or where the customer's own amount replaces the percentage", () => {
    const limits = { credit: "0" };
    expect(foundOf("percentOfZero", owedRule({ trigger: offset("20") }), debtor({ limits }))).toEqual([]);
    const profile = owedRule({ trigger: offset("20"), topup: { mode: "toPercentOfLimit", value: "20" } });
    expect(foundOf("percentOfZero", profile, debtor({ limits, autoTopupAmount: "50" }))).toEqual([]);
    expect(foundOf("percentOfZero", profile, debtor({ limits }))).toEqual(["warning topup.value"]);
  });
});

describe("fractionAsPercent", () => {
  it("is a percentage between 0 and 1, neither of them", () => {
    const of = (trigger: string, topup: string): string[] =>
      foundOf("fractionAsPercent", owedRule({ trigger: percent(trigger), topup: { mode: "toPercentOfLimit", value: topup } }));
    expect(of("0.8", "0.2")).toEqual(["warning topup.value", "warning trigger.value"]);
    expect(of("1", "0")).toEqual([]);
    expect(of("0.99", "20")).toEqual(["warning trigger.value"]);
  });

  it("is no amount", () => {
    expect(foundOf("fractionAsPercent", owedRule({ trigger: offset("0.8"), topup: { mode: "toTarget", value: "0.2" } }))).toEqual([]);
  });
});

describe("offsetAboveHalf", () => {
  it("is more than half of the limit, and less than all of it", () => {
    const of = (value: string): string[] => foundOf("offsetAboveHalf", owedRule({ trigger: offset(value) }), debtor());
    expect(of("250")).toEqual([]);
    expect(of("250.01")).toEqual(["warning trigger.value"]);
    expect(of("499.99")).toEqual(["warning trigger.value"]);
    expect(of("500")).toEqual([]); // that fires at nothing owed
    const [finding] = lintProfile(owedRule({ trigger: offset("400") }), debtor());
    expect(finding?.message).toBe("It fires when 400 of the limit of 500 are left, which is at 100 GBP owed.");
    expect(finding?.suggestion).toBe("The value is what is left of the limit, not the figure at which to fire.");
  });

  it("is none without a known limit, of a limit of 0, or of a wallet", () => {
    const profile = owedRule({ trigger: offset("400") });
    expect(foundOf("offsetAboveHalf", profile)).toEqual([]);
    for (const credit of ["0", null]) expect(foundOf("offsetAboveHalf", profile, debtor({ limits: { credit } }))).toEqual([]);
    expect(foundOf("offsetAboveHalf", heldRule(), holder({ limits: { credit: "11" } }))).toEqual([]);
    expect(foundOf("offsetAboveHalf", owedRule({ trigger: percent("80") }), debtor({ limits: { credit: "100" } }))).toEqual([]);
  });
});

describe("scheduleStaysArmed", () => {
  it("is a schedule to a target or a percentage, not one of a fixed amount", () => {
    const trigger = monthly("2026-01-01T00:00:00Z");
    const of = (topup: ProfileInput["topup"], own: string | null = null): string[] =>
      foundOf("scheduleStaysArmed", owedRule({ trigger, topup }), debtor({ autoTopupAmount: own }));
    expect(of({ mode: "toTarget", value: "0", basis: "outstanding" })).toEqual(["info topup.mode"]);
    expect(of({ mode: "toPercentOfLimit", value: "0", referenceLimit: "credit", basis: "outstanding" })).toEqual(["info topup.mode"]);
    expect(of({ mode: "fixedAmount", value: "50" })).toEqual([]);
    expect(of({ mode: "toTarget", value: "0", basis: "outstanding" }, "50")).toEqual([]);
    expect(foundOf("scheduleStaysArmed", owedRule({ topup: { mode: "toTarget", value: "0" } }))).toEqual([]);
  });
});
