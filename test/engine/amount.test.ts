import { describe, expect, it } from "vitest";
import { type AccountInput, type Boundary, evaluate, type EvaluateInput, type TopupRuleInput } from "../../src/index.js";
import { amounts, check, credits, dollars, held, owed, topupPlan, verdict } from "../support/build.js";

const FIXED = { mode: "fixedAmount", value: "50" } as const;

/** The credit that a rule gives for £430 of £500 owed. */
const owes = (topup: TopupRuleInput, account: Partial<AccountInput> = {}): ReturnType<typeof amounts> => amounts(owed({ topup }, account));
/** The credit that a rule gives for a wallet of $4, or another one. */
const holds = (topup: TopupRuleInput, wallet: object = dollars(), account: Partial<AccountInput> = {}): ReturnType<typeof amounts> =>
  amounts(held({ topup }, { wallets: [wallet as never], ...account }));

describe("fixedAmount", () => {
  it("once adds its value, though the trigger still fires", () => {
    expect(owes({ mode: "fixedAmount", value: "10" })).toEqual({ credit: "10.00", charge: "10.00", adjustments: [] });
    expect(owes({ mode: "fixedAmount", value: "10", repeat: "once" }).credit).toBe("10.00");
  });

  const untilClear = (boundary: Boundary, value: string, outstanding: string): unknown => {
    const trigger = { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit", boundary } as const;
    const { credit, after } = topupPlan(
      owed({ trigger, topup: { mode: "fixedAmount", value, repeat: "untilClear" } }, { owed: { outstanding } }),
    ).topup;
    expect(after.clears).toBe(true);
    return credit;
  };

  it.each<[Boundary, string, string, string, string]>([
    ["inclusive", "50", "400", "50.00", "at the threshold: ⌊0 ÷ 50⌋ + 1 = 1"],
    ["inclusive", "50", "449.99", "50.00", "⌊49.99 ÷ 50⌋ + 1 = 1"],
    ["inclusive", "50", "450", "100.00", "⌊50 ÷ 50⌋ + 1 = 2: 400 would still fire"],
    ["inclusive", "10", "430", "40.00", "⌊30 ÷ 10⌋ + 1 = 4"],
    ["inclusive", "0.01", "430", "30.01", "⌊30 ÷ 0.01⌋ + 1 = 3001"],
    ["exclusive", "50", "400.01", "50.00", "⌈0.01 ÷ 50⌉ = 1"],
    ["exclusive", "50", "450", "50.00", "⌈50 ÷ 50⌉ = 1: 400 fires no more"],
    ["exclusive", "50", "450.01", "100.00", "⌈50.01 ÷ 50⌉ = 2"],
    ["exclusive", "10", "430", "30.00", "⌈30 ÷ 10⌉ = 3"],
  ])("untilClear, %s, %s at %s, adds %s in one charge: %s", (boundary, value, outstanding, expected) => {
    expect(untilClear(boundary, value, outstanding)).toBe(expected);
  });

  it("untilClear counts for a wallet likewise", () => {
    expect(holds({ mode: "fixedAmount", value: "2", repeat: "untilClear" }).credit).toBe("8.00"); // ⌊6 ÷ 2⌋ + 1 = 4
    expect(holds({ mode: "fixedAmount", value: "2", repeat: "untilClear" }, credits({ balance: "-1000000000" })).credit).toBe("1000000012");
  });

  it("untilClear is exact over 40 digits", () => {
    const trigger = { basis: "balance", type: "absoluteAmount", value: "0", boundary: "exclusive" } as const;
    const topup = { mode: "fixedAmount", value: "0.3", repeat: "untilClear" } as const;
    const balance = `-${"9".repeat(20)}.${"9".repeat(20)}`;
    // ⌈(10^20 − 10^−20) ÷ 0.3⌉ = ⌈333333333333333333333.33…⌉ = 333333333333333333334, times 0.3
    const input = held({ trigger, topup }, { wallets: [credits({ balance, rate: "0.000001", scale: 12 })] });
    expect(topupPlan(input).topup).toMatchObject({ credit: "100000000000000000000.2", after: { effective: `0.2${"0".repeat(18)}1` } });
  });
});

describe("toPercentOfLimit", () => {
  it("owed: brings what is owed down to that share of the trigger's limit", () => {
    expect(owes({ mode: "toPercentOfLimit", value: "20" })).toEqual({ credit: "330.00", charge: "330.00", adjustments: [] }); // 430 − 100
    expect(owes({ mode: "toPercentOfLimit", value: "0" }).credit).toBe("430.00");
  });

  it("owed: of the topup's own limit, where it names one", () => {
    expect(
      owes({ mode: "toPercentOfLimit", value: "20", referenceLimit: "soft" }, { limits: { credit: "500", soft: "1000" } }).credit,
    ).toBe("230.00");
  });

  it("held: fills up to that share of the limit, which may exceed 100 %", () => {
    const account = { limits: { float: "50" } };
    expect(holds({ mode: "toPercentOfLimit", value: "100", referenceLimit: "float" }, dollars(), account).credit).toBe("46.00");
    expect(holds({ mode: "toPercentOfLimit", value: "150", referenceLimit: "float" }, dollars(), account).credit).toBe("71.00");
  });
});

describe("toTarget", () => {
  it("owed: x − value; held: value − x", () => {
    expect(owes({ mode: "toTarget", value: "0" }).credit).toBe("430.00");
    expect(owes({ mode: "toTarget", value: "-20" }).credit).toBe("450.00");
    expect(holds({ mode: "toTarget", value: "100" }).credit).toBe("96.00");
  });

  it.each([
    ["owed, at the target", owed({ topup: { mode: "toTarget", value: "430" } }), "0"],
    ["owed, past the target", owed({ topup: { mode: "toTarget", value: "450" } }), "-20"],
    ["held, at the target", held({ topup: { mode: "toTarget", value: "4" } }), "0"],
    ["held, past the target", held({ topup: { mode: "toTarget", value: "3" } }), "-1"],
    ["owed, at the share of a limit", owed({ topup: { mode: "toPercentOfLimit", value: "86" } }), "0"],
  ])("that is met already is not due: %s", (_, input, credit) => {
    expect(verdict(input)).toBe("notDue / alreadyAtTarget");
    expect(check(input, "trigger").facts).toMatchObject({ credit });
  });

  it("that is a hair from being met is due", () => {
    expect(owes({ mode: "toTarget", value: `429.${"9".repeat(20)}` })).toEqual({
      credit: "0.01",
      charge: "0.01",
      adjustments: [`rounding 0.${"0".repeat(19)}1 -> 0.01`],
    });
  });

  it("is never raised by min where it is met already", () => {
    expect(verdict(owed({ topup: { mode: "toTarget", value: "450", min: "10" } }))).toBe("notDue / alreadyAtTarget");
  });
});

describe("a limit that is unlimited for the topup", () => {
  const topup = { mode: "toPercentOfLimit", value: "20", referenceLimit: "soft" } as const;

  it("is notDue / unlimited once the trigger fires, and thresholdNotReached before", () => {
    expect(verdict(owed({ topup }, { limits: { credit: "500", soft: null } }))).toBe("notDue / unlimited");
    expect(verdict(owed({ topup }, { limits: { credit: "500", soft: null }, owed: { outstanding: "399" } }))).toBe(
      "notDue / thresholdNotReached",
    );
  });

  it("leaves the trigger's figures", () => {
    expect(evaluate(owed({ topup }, { limits: { credit: "500", soft: null } })).trigger).toMatchObject({
      threshold: "400",
      distance: "-30",
    });
  });
});

describe("the customer's own amount replaces the mode", () => {
  const override = { autoTopupAmount: "75" } as const;

  it("by that fixed amount, once, also where the rule repeats until clear", () => {
    expect(owes(FIXED, override)).toEqual({ credit: "75.00", charge: "75.00", adjustments: ["override 50 -> 75"] });
    expect(owes({ mode: "fixedAmount", value: "1", repeat: "untilClear" }, { autoTopupAmount: "2" })).toEqual({
      credit: "2.00",
      charge: "2.00",
      adjustments: ["override 1 -> 2"],
    });
  });

  it("from the topup's value, whatever its mode", () => {
    expect(owes({ mode: "toTarget", value: "0" }, override).adjustments).toEqual(["override 0 -> 75"]);
    expect(owes({ mode: "toPercentOfLimit", value: "20" }, override).adjustments).toEqual(["override 20 -> 75"]);
    expect(owes({ mode: "toTarget", value: "75" }, override).adjustments).toEqual(["override 75 -> 75"]);
  });

  it("without an adjustment where it is a fixedAmount of the same value", () => {
    expect(owes({ mode: "fixedAmount", value: "75.00" }, override).adjustments).toEqual([]);
  });

  it("even where the target is met", () => {
    expect(owes({ mode: "toTarget", value: "450" }, override).credit).toBe("75.00");
  });

  it("in a wallet of the account's currency, and in no other", () => {
    expect(holds(FIXED, dollars(), override).credit).toBe("75.00");
    expect(holds(FIXED, credits(), override).credit).toBe("50");
    expect(holds(FIXED, dollars({ unit: "EUR", rate: "1.1" }), override).credit).toBe("50.00");
  });

  it("within the rule's step and bounds", () => {
    expect(owes({ ...FIXED, step: "20" }, override).adjustments).toEqual(["override 50 -> 75", "rounding 75 -> 80"]);
    expect(owes({ ...FIXED, max: "60" }, override).adjustments).toEqual(["override 50 -> 75", "maximum 75 -> 60"]);
    expect(owes({ ...FIXED, min: "100" }, override).adjustments).toEqual(["override 50 -> 75", "minimum 75 -> 100"]);
  });
});

describe("rounding is up to the quantum, so that a target is reached", () => {
  it.each([
    ["the cent", "GBP", "429.991", "0.01", "rounding 0.009 -> 0.01"],
    ["the yen", "JPY", "429.991", "1", "rounding 0.009 -> 1"],
    ["the fils", "KWD", "429.9991", "0.001", "rounding 0.0009 -> 0.001"],
  ])("%s", (_, currency, value, credit, adjustment) => {
    expect(owes({ mode: "toTarget", value }, { currency })).toEqual({ credit, charge: credit, adjustments: [adjustment] });
  });

  it("the scale of a custom unit: nine places where it states none", () => {
    const topup = { mode: "fixedAmount", value: "1.00000000001" } as const;
    expect(holds(topup, credits())).toEqual({
      credit: "1.000000001",
      charge: "0.10",
      adjustments: ["rounding 1.00000000001 -> 1.000000001"],
    });
    expect(holds(topup, credits({ scale: 12 }))).toEqual({ credit: "1.00000000001", charge: "0.10", adjustments: [] });
    expect(holds(topup, credits({ scale: 0 })).credit).toBe("2");
  });

  it("the topup's step, in packs", () => {
    expect(owes({ ...FIXED, step: "25" })).toEqual({ credit: "50.00", charge: "50.00", adjustments: [] });
    expect(owes({ mode: "toTarget", value: "0", step: "25" })).toEqual({
      credit: "450.00",
      charge: "450.00",
      adjustments: ["rounding 430 -> 450"],
    });
    expect(holds({ mode: "toTarget", value: "100", step: "50" }, credits())).toEqual({
      credit: "100",
      charge: "10.00",
      adjustments: ["rounding 96 -> 100"],
    });
  });

  it("a step that is no whole number of units is itself rounded up", () => {
    expect(owes({ mode: "fixedAmount", value: "0.05", step: "0.015" }).credit).toBe("0.06"); // packs of 0.02
    expect(owes({ mode: "fixedAmount", value: "5", step: "1.5" }, { currency: "JPY" }).credit).toBe("6"); // packs of 2
    expect(holds({ mode: "fixedAmount", value: "5", step: "0.5" }, credits({ scale: 0 })).credit).toBe("5"); // packs of 1
  });
});

describe("min and max", () => {
  it("raise and lower, each with an adjustment", () => {
    expect(owes({ ...FIXED, min: "60" }).adjustments).toEqual(["minimum 50 -> 60"]);
    expect(owes({ ...FIXED, max: "40" }).adjustments).toEqual(["maximum 50 -> 40"]);
    expect(owes({ ...FIXED, min: "50", max: "50" }).adjustments).toEqual([]);
  });

  it("are themselves rounded to the quantum: min up, max down", () => {
    expect(owes({ ...FIXED, min: "55", step: "10" }).credit).toBe("60.00");
    expect(owes({ ...FIXED, max: "45", step: "10" }).credit).toBe("40.00");
    expect(owes({ ...FIXED, min: "50.001" }).credit).toBe("50.01");
    expect(owes({ ...FIXED, max: "49.999" }).credit).toBe("49.99");
  });

  it("come after rounding, in this order", () => {
    expect(owes({ mode: "fixedAmount", value: "1", step: "10", min: "15", max: "25" })).toEqual({
      credit: "20.00",
      charge: "20.00",
      adjustments: ["rounding 1 -> 10", "minimum 10 -> 20"],
    });
    expect(owes({ mode: "fixedAmount", value: "95", step: "10", max: "60" }).adjustments).toEqual([
      "rounding 95 -> 100",
      "maximum 100 -> 60",
    ]);
  });

  it("leave a trigger firing, where max is too low, and say so", () => {
    const { topup } = topupPlan(owed({ topup: { mode: "toTarget", value: "0", max: "10" } }));
    expect(topup.after).toEqual({ effective: "420", distance: "-20", clears: false });
  });
});

describe("the charge", () => {
  it.each([
    ["50", "0.1", "5.00"],
    ["1", "0.015", "0.02"], // a tie goes up
    ["1", "0.0149", "0.01"],
    ["3", "0.335", "1.01"],
    ["50", "1.5", "75.00"],
    ["0.5", "0.01", "0.01"],
    ["99999999999999999999", "0.00000000000000000001", "1.00"],
  ])("is credit × rate, rounded half-up to the minor unit: %s × %s is %s", (value, rate, charge) => {
    expect(holds({ mode: "fixedAmount", value }, credits({ rate }))).toEqual({ credit: value, charge, adjustments: [] });
  });

  it("has the minor unit of the account's currency", () => {
    expect(holds({ mode: "fixedAmount", value: "1" }, credits({ rate: "0.5" }), { currency: "JPY" }).charge).toBe("1");
    expect(holds({ mode: "fixedAmount", value: "1" }, credits({ rate: "0.49" }), { currency: "KWD" }).charge).toBe("0.490");
  });

  it("is by the rate also in a wallet of the account's currency, and never for what is owed", () => {
    expect(holds(FIXED, dollars({ rate: "0.9" }))).toEqual({ credit: "50.00", charge: "45.00", adjustments: [] });
    expect(owes(FIXED).charge).toBe("50.00");
  });
});

describe("nothing can be charged: blocked / belowMinimum", () => {
  it.each<[string, EvaluateInput]>([
    ["no pack between min and max", owed({ topup: { ...FIXED, min: "21", max: "29", step: "10" } })],
    ["no cent between min and max", owed({ topup: { ...FIXED, min: "0.001", max: "0.009" } })],
    ["a max below one pack", owed({ topup: { ...FIXED, max: "9.99", step: "10" } })],
    ["a charge that rounds to zero", held({ topup: { mode: "fixedAmount", value: "0.04" } }, { wallets: [credits()] })],
  ])("%s", (_, input) => {
    expect(verdict(input)).toBe("blocked / belowMinimum");
    expect(check(input, "caps").passed).toBeNull();
  });

  it("but half a cent can be", () => {
    expect(holds({ mode: "fixedAmount", value: "0.05" }, credits()).charge).toBe("0.01");
    expect(owes({ ...FIXED, min: "21", max: "30", step: "10" }).credit).toBe("30.00");
  });
});

describe("amounts are written", () => {
  it("with exactly the minor digits in a currency, and canonically in a custom unit", () => {
    expect(holds({ mode: "fixedAmount", value: "50.10" }, dollars()).credit).toBe("50.10");
    expect(holds({ mode: "fixedAmount", value: "50.10" }, credits()).credit).toBe("50.1");
    expect(holds({ mode: "fixedAmount", value: "99999999999999999999.999999999999" }, credits({ scale: 12 })).credit).toBe(
      "99999999999999999999.999999999999",
    );
  });

  it("canonically in adjustments and in what will be", () => {
    const { topup } = topupPlan(owed({ topup: { mode: "fixedAmount", value: "50.10", min: "60.00" } }));
    expect(topup).toMatchObject({
      credit: "60.00",
      adjustments: [{ rule: "minimum", from: "50.1", to: "60" }],
      after: { effective: "370", distance: "30" },
    });
  });
});
