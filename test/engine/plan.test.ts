import { describe, expect, it } from "vitest";
import { type EvaluateInput, evaluate, planTopup } from "../../src/index.js";
import { credits, deepFreeze, dollars, held, owed, past, scheduled, topupPlan } from "../support/build.js";

const INPUTS: [string, EvaluateInput][] = [
  ["owed", owed()],
  ["held", held({ credit: { metadata: { plan: "gold" } } }, { wallets: [credits({ lots: [{ id: "l1", remaining: "4" }] })] })],
  ["scheduled", scheduled()],
  ["not due", owed({}, { owed: { outstanding: "0" } })],
  ["undecided", held({}, { wallets: [dollars(), dollars({ id: "w2" })] })],
];

describe("a plan", () => {
  it("is `topup` exactly when its decision is due, and holds the decision that evaluate gives", () => {
    for (const [, input] of INPUTS) {
      const plan = planTopup(input);
      expect(plan.decision).toEqual(evaluate(input));
      expect(plan.outcome === "topup").toBe(plan.decision.outcome === "due");
    }
  });

  it("has nothing to do where it is not due", () => {
    expect(planTopup(owed({ enabled: false }))).toEqual({
      version: 1,
      outcome: "none",
      decision: evaluate(owed({ enabled: false })),
      topup: null,
      actions: [],
      idempotencyKey: null,
    });
  });

  it("says how much, in which unit and currency, and what the basis will be", () => {
    expect(topupPlan(held({}, { wallets: [credits()] }))).toMatchObject({
      version: 1,
      outcome: "topup",
      topup: {
        basis: "balance",
        credit: "50",
        unit: "credits",
        charge: "5.00",
        currency: "USD",
        adjustments: [],
        after: { effective: "54", distance: "44", clears: true },
      },
      idempotencyKey: "a1/p1/w1/0",
    });
  });
});

describe("what the basis will be", () => {
  it("owed: the effective basis less the credit", () => {
    expect(topupPlan(owed()).topup.after).toEqual({ effective: "380", distance: "20", clears: true });
    const topups = [past({ status: "pending", charge: "10" })];
    expect(topupPlan(owed({}, { topups })).topup.after).toEqual({ effective: "370", distance: "30", clears: true });
  });

  it("does not clear the trigger at an inclusive threshold, and does at an exclusive one", () => {
    const topup = { mode: "fixedAmount", value: "30" } as const;
    expect(topupPlan(owed({ topup })).topup.after).toEqual({ effective: "400", distance: "0", clears: false });
    const trigger = {
      basis: "outstanding",
      type: "absoluteAmount",
      value: "100",
      referenceLimit: "credit",
      boundary: "exclusive",
    } as const;
    expect(topupPlan(owed({ topup, trigger })).topup.after).toEqual({ effective: "400", distance: "0", clears: true });
  });

  it("may leave the trigger firing: allowed, and `clears` is false", () => {
    expect(topupPlan(owed({ topup: { mode: "fixedAmount", value: "1" } })).topup.after).toEqual({
      effective: "429",
      distance: "-29",
      clears: false,
    });
    expect(topupPlan(held({ topup: { mode: "fixedAmount", value: "1" } })).topup.after).toEqual({
      effective: "5",
      distance: "-5",
      clears: false,
    });
  });

  it("is by the exclusive boundary of a limit of 0", () => {
    const trigger = { basis: "outstanding", type: "percentOfLimit", value: "80", referenceLimit: "credit" } as const;
    const input = owed({ trigger, topup: { mode: "toTarget", value: "0" } }, { limits: { credit: "0" } });
    expect(topupPlan(input).topup.after).toEqual({ effective: "0", distance: "0", clears: true });
  });

  it("is by the amount after a cap", () => {
    const caps = [{ window: { calendar: "day" }, maxCharge: "10", onExceed: "reduce" }] as const;
    expect(topupPlan(owed({ caps })).topup.after).toEqual({ effective: "420", distance: "-20", clears: false });
  });

  it("is exact to 20 digits on either side of the point", () => {
    const wallets = [credits({ balance: `-0.${"0".repeat(19)}1`, rate: "0.0000000000000001", scale: 12 })];
    const topup = { mode: "fixedAmount", value: "9".repeat(20) } as const;
    const trigger = { basis: "balance", type: "absoluteAmount", value: "0" } as const;
    expect(topupPlan(held({ topup, trigger }, { wallets })).topup.after.effective).toBe(`${"9".repeat(19)}8.${"9".repeat(20)}`);
  });
});

describe("a plan is plain data", () => {
  it.each(INPUTS)("%s: it survives JSON, and a structured clone", (_, input) => {
    const plan = planTopup(input);
    expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan);
    expect(structuredClone(plan)).toStrictEqual(plan);
  });

  it.each(INPUTS)("%s: byte for byte the same from the same input, which it leaves as it was", (_, input) => {
    const frozen = deepFreeze(structuredClone(input));
    expect(JSON.stringify(planTopup(frozen))).toBe(JSON.stringify(planTopup(structuredClone(input))));
    expect(frozen).toEqual(input);
  });

  it("has no exponent and no -0 in any of its figures", () => {
    const huge = "1".repeat(20);
    const trigger = { basis: "outstanding", type: "absoluteAmount", value: "0", referenceLimit: "credit" } as const;
    const text = JSON.stringify(
      planTopup(
        owed(
          { trigger, topup: { mode: "fixedAmount", value: huge } },
          { owed: { outstanding: huge }, limits: { credit: "0.0000000000000001" } },
        ),
      ),
    );
    expect(text).not.toMatch(/"-0"|\d[eE][+-]?\d/);
    expect(text).toContain(`"distance":"-11111111111111111110.9999999999999999"`);
  });
});
