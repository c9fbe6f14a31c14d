import { describe, expect, it } from "vitest";
import { evaluate, type EvaluateInput } from "../../src/index.js";
import { credits, dollars, held, owed, scheduled, verdict } from "../support/build.js";

const BASIS = "indeterminate / basisUnknown";
const LIMIT = "indeterminate / limitUnknown";
const DUE = "due / thresholdReached";
const SCHEDULED = "due / scheduleReached";

const toPercent = { mode: "toPercentOfLimit", value: "20", referenceLimit: "other" } as const;
const toTarget = { mode: "toTarget", value: "0" } as const;

describe("unknown is not zero", () => {
  it.each<[string, EvaluateInput, string]>([
    ["nothing is said of what is owed", owed({}, { owed: null }), BASIS],
    ["the figure owed is null", owed({}, { owed: { outstanding: null, overdue: "430" } }), BASIS],
    [
      "the figure owed is 0, which is known",
      owed({ trigger: { basis: "overdue", type: "percentOfLimit", value: "0", referenceLimit: "credit" } }, { owed: { overdue: "0" } }),
      DUE,
    ],
    ["the wallet has neither lots nor balance", held({}, { wallets: [{ id: "w1", unit: "USD" }] }), BASIS],
    ["the wallet has no lots, which is zero", held({}, { wallets: [dollars({ lots: [] })] }), DUE],
    ["the trigger's limit is missing", owed({}, { limits: { other: "1" } }), LIMIT],
    ["the account states no limits", owed({}, { limits: null }), LIMIT],
    ["the limit is undefined", owed({}, { limits: { credit: undefined } }), LIMIT],
    [
      "the limit of a held percentage is missing",
      held({ trigger: { basis: "balance", type: "percentOfLimit", value: "20", referenceLimit: "float" } }),
      LIMIT,
    ],
    ["the topup's limit is missing", owed({ topup: toPercent }), LIMIT],
    ["the topup's limit is missing, and an override needs none", owed({ topup: toPercent }, { autoTopupAmount: "5" }), DUE],
    [
      "the topup's limit is missing, and the override is for money",
      held({ topup: toPercent }, { wallets: [credits()], autoTopupAmount: "5" }),
      LIMIT,
    ],
    ["both the basis and the limit are missing", owed({}, { owed: {}, limits: {} }), BASIS],
  ])("%s", (_, input, expected) => {
    expect(verdict(input)).toBe(expected);
  });

  it("gives no figures of a trigger, and names what is missing", () => {
    const decision = evaluate(owed({}, { limits: {} }));
    expect(decision.trigger).toBeNull();
    expect(decision.checks.find(({ guard }) => guard === "figures")?.facts).toEqual({ unknown: "credit" });
  });
});

describe("a schedule needs the topup's figures only", () => {
  it.each<[string, EvaluateInput, string]>([
    ["none for a fixed amount", scheduled({}, { owed: null, limits: null }), SCHEDULED],
    ["the basis for a target", scheduled({ topup: { ...toTarget, basis: "overdue" } }), BASIS],
    ["the basis for a target, which is there", scheduled({ topup: { ...toTarget, basis: "outstanding" } }), SCHEDULED],
    ["the basis for a percentage", scheduled({ topup: { ...toPercent, basis: "overdue" } }, { limits: { other: "500" } }), BASIS],
    ["the limit for a percentage", scheduled({ topup: { ...toPercent, basis: "outstanding" } }), LIMIT],
    ["none for an override of either", scheduled({ topup: { ...toPercent, basis: "overdue" } }, { autoTopupAmount: "5" }), SCHEDULED],
  ])("%s", (_, input, expected) => {
    expect(verdict(input)).toBe(expected);
    expect(evaluate(input).trigger).toBeNull();
  });

  it("also before its first occurrence: what is unknown then is unknown", () => {
    const trigger = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2030-01-01T00:00:00Z" } as const;
    expect(verdict(scheduled({ trigger, topup: { ...toTarget, basis: "overdue" } }))).toBe(BASIS);
  });
});
