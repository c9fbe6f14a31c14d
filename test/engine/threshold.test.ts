import { describe, expect, it } from "vitest";
import { type Boundary, evaluate, type EvaluateInput, type OwedBasis } from "../../src/index.js";
import { dollars, held, owed, verdict } from "../support/build.js";

type Kind = "absoluteAmount" | "percentOfLimit";

const owing = (basis: OwedBasis, type: Kind, value: string, limit: string | null, boundary: Boundary, x: string): EvaluateInput =>
  owed({ trigger: { basis, type, value, referenceLimit: "credit", boundary } }, { owed: { [basis]: x }, limits: { credit: limit } });

const holding = (type: Kind, value: string, boundary: Boundary, x: string, limit: string | null = "50"): EvaluateInput =>
  held(
    {
      trigger:
        type === "absoluteAmount"
          ? { basis: "balance", type, value, boundary }
          : { basis: "balance", type, value, referenceLimit: "float", boundary },
    },
    { wallets: [dollars({ balance: x })], limits: { float: limit } },
  );

const DUE = "due / thresholdReached";
const NOT = "notDue / thresholdNotReached";

describe.each(["outstanding", "overdue", "unbilled"] as const)("on %s", (basis) => {
  // T = 500 − 100, and T = 500 × 80 %: both 400.
  describe.each<[Kind, string]>([
    ["absoluteAmount", "100"],
    ["percentOfLimit", "80"],
  ])("an %s fires", (type, value) => {
    it.each<[Boundary, string, string, string]>([
      ["inclusive", "399.99", NOT, "0.01"],
      ["inclusive", "400", DUE, "0"],
      ["inclusive", "400.01", DUE, "-0.01"],
      ["exclusive", "399.99", NOT, "0.01"],
      ["exclusive", "400", NOT, "0"],
      ["exclusive", "400.01", DUE, "-0.01"],
    ])("%s at %s: %s, at a distance of %s", (boundary, x, expected, distance) => {
      const input = owing(basis, type, value, "500", boundary, x);
      expect(verdict(input)).toBe(expected);
      expect(evaluate(input).trigger).toEqual({
        basis,
        observed: String(Number(x)),
        inFlight: "0",
        effective: String(Number(x)),
        limit: "500",
        threshold: "400",
        boundary,
        distance,
      });
    });
  });
});

describe("on a balance", () => {
  // T = 10, and T = 50 × 20 %: both 10.
  describe.each<[Kind, string, string | null]>([
    ["absoluteAmount", "10", null],
    ["percentOfLimit", "20", "50"],
  ])("an %s fires", (type, value, limit) => {
    it.each<[Boundary, string, string, string]>([
      ["inclusive", "10.01", NOT, "0.01"],
      ["inclusive", "10", DUE, "0"],
      ["inclusive", "9.99", DUE, "-0.01"],
      ["exclusive", "10.01", NOT, "0.01"],
      ["exclusive", "10", NOT, "0"],
      ["exclusive", "9.99", DUE, "-0.01"],
    ])("%s at %s: %s, at a distance of %s", (boundary, x, expected, distance) => {
      const input = holding(type, value, boundary, x);
      expect(verdict(input)).toBe(expected);
      expect(evaluate(input).trigger).toMatchObject({
        basis: "balance",
        effective: String(Number(x)),
        limit,
        threshold: "10",
        boundary,
        distance,
      });
    });
  });

  it("fires below zero, and at a threshold below zero", () => {
    expect(verdict(holding("absoluteAmount", "10", "inclusive", "-5"))).toBe(DUE);
    expect(verdict(holding("absoluteAmount", "-5", "inclusive", "-4.99"))).toBe(NOT);
    expect(verdict(holding("absoluteAmount", "-5", "inclusive", "-5"))).toBe(DUE);
  });
});

describe("the boundary", () => {
  it("is inclusive where none is given", () => {
    expect(evaluate(owed({}, { owed: { outstanding: "400" } })).trigger?.boundary).toBe("inclusive");
    expect(verdict(owed({}, { owed: { outstanding: "400" } }))).toBe(DUE);
    expect(verdict(held({}, { wallets: [dollars({ balance: "10" })] }))).toBe(DUE);
  });
});

describe("a limit of 0 is a real limit", () => {
  it("lets an absolute amount serve a customer who pays in advance: it fires when so much or less is left in credit", () => {
    expect(verdict(owing("outstanding", "absoluteAmount", "20", "0", "inclusive", "-20.01"))).toBe(NOT);
    expect(verdict(owing("outstanding", "absoluteAmount", "20", "0", "inclusive", "-20"))).toBe(DUE);
    expect(evaluate(owing("outstanding", "absoluteAmount", "20", "0", "inclusive", "-20")).trigger?.threshold).toBe("-20");
  });

  it("makes an owed percentage exclusive whatever its boundary, and says so: a dormant customer owes nothing", () => {
    expect(verdict(owing("outstanding", "percentOfLimit", "80", "0", "inclusive", "0"))).toBe(NOT);
    expect(evaluate(owing("outstanding", "percentOfLimit", "80", "0", "inclusive", "0")).trigger).toMatchObject({
      limit: "0",
      threshold: "0",
      boundary: "exclusive",
      distance: "0",
    });
    expect(verdict(owing("outstanding", "percentOfLimit", "80", "0", "inclusive", "0.01"))).toBe(DUE);
    expect(verdict(owing("outstanding", "percentOfLimit", "80", "0", "exclusive", "0.01"))).toBe(DUE);
  });

  it("changes no boundary of a held percentage, of an absolute amount, or of 0 % of a limit above 0", () => {
    expect(verdict(holding("percentOfLimit", "20", "inclusive", "0", "0"))).toBe(DUE);
    expect(verdict(owing("outstanding", "absoluteAmount", "0", "0", "inclusive", "0"))).toBe(DUE);
    expect(verdict(owing("outstanding", "percentOfLimit", "0", "500", "inclusive", "0"))).toBe(DUE);
  });
});

describe("a percentage", () => {
  it("may exceed 100", () => {
    expect(evaluate(owing("outstanding", "percentOfLimit", "150", "500", "inclusive", "750")).trigger).toMatchObject({
      threshold: "750",
      distance: "0",
    });
  });
});

describe("an absolute amount on an owed basis", () => {
  it("below zero lies beyond the limit", () => {
    expect(evaluate(owing("outstanding", "absoluteAmount", "-50", "500", "inclusive", "550")).trigger).toMatchObject({
      threshold: "550",
      distance: "0",
    });
  });
});

describe("an unlimited limit", () => {
  it("never fires: notDue / unlimited, and the decision has neither limit nor threshold nor distance", () => {
    for (const type of ["absoluteAmount", "percentOfLimit"] as const) {
      const input = owing("outstanding", type, "80", null, "inclusive", "1000000");
      expect(verdict(input)).toBe("notDue / unlimited");
      expect(evaluate(input).trigger).toMatchObject({
        observed: "1000000",
        limit: null,
        threshold: null,
        distance: null,
        boundary: "inclusive",
      });
    }
    expect(verdict(holding("percentOfLimit", "20", "inclusive", "-1", null))).toBe("notDue / unlimited");
  });
});

describe("threshold math is exact", () => {
  const most = `${"9".repeat(20)}.${"9".repeat(20)}`;
  const least = `0.${"0".repeat(19)}1`;

  it("for an absolute amount on what is owed", () => {
    // 10^20 − 10^−20 − 10^−20
    const threshold = `${"9".repeat(20)}.${"9".repeat(19)}8`;
    const at = (x: string, boundary: Boundary): unknown => {
      const decision = evaluate(owing("outstanding", "absoluteAmount", least, most, boundary, x));
      return [decision.outcome, decision.trigger?.threshold, decision.trigger?.distance];
    };
    expect(at(`${"9".repeat(20)}.${"9".repeat(19)}7`, "inclusive")).toEqual(["notDue", threshold, least]);
    expect(at(threshold, "inclusive")).toEqual(["due", threshold, "0"]);
    expect(at(threshold, "exclusive")).toEqual(["notDue", threshold, "0"]);
    expect(at(most, "exclusive")).toEqual(["due", threshold, `-${least}`]);
  });

  it("for a percentage of what is owed", () => {
    // (10^20 − 10^−20) × 33.33333333333333333333 ÷ 100: 42 places, beyond what any figure has.
    const threshold = `${"3".repeat(20)}.32${"9".repeat(18)}${"6".repeat(21)}7`;
    const percent = `33.${"3".repeat(20)}`;
    const input = (x: string): EvaluateInput => owing("outstanding", "percentOfLimit", percent, most, "exclusive", x);
    expect(evaluate(input(`${"3".repeat(20)}.32`))).toMatchObject({ outcome: "notDue", trigger: { threshold } });
    expect(evaluate(input(`${"3".repeat(20)}.33`))).toMatchObject({
      outcome: "due",
      trigger: { distance: `-0.${"0".repeat(20)}${"3".repeat(22)}` },
    });
  });

  it("for an absolute amount of a balance", () => {
    const at = (x: string, boundary: Boundary): unknown => {
      const decision = evaluate(holding("absoluteAmount", most, boundary, x));
      return [decision.outcome, decision.trigger?.distance];
    };
    expect(at(most, "inclusive")).toEqual(["due", "0"]);
    expect(at(most, "exclusive")).toEqual(["notDue", "0"]);
    expect(at(`${"9".repeat(20)}.${"9".repeat(19)}8`, "exclusive")).toEqual(["due", `-${least}`]);
    expect(at(`-${most}`, "exclusive")).toEqual(["due", `-1${"9".repeat(20)}.${"9".repeat(19)}8`]);
  });

  it("for a percentage of a balance's limit", () => {
    // 10^−20 × 10^−20 ÷ 100 = 10^−42
    const threshold = `0.${"0".repeat(41)}1`;
    const at = (x: string): unknown => evaluate(holding("percentOfLimit", least, "inclusive", x, least));
    expect(at("0")).toMatchObject({ outcome: "due", trigger: { threshold, distance: `-${threshold}` } });
    expect(at(least)).toMatchObject({ outcome: "notDue" });
  });

  it("where binary fractions are not: 0.1 + 0.2", () => {
    expect(verdict(owing("outstanding", "absoluteAmount", "0.2", "0.5", "inclusive", "0.3"))).toBe(DUE);
    expect(verdict(owing("outstanding", "percentOfLimit", "7", "1.1", "inclusive", "0.077"))).toBe(DUE);
  });
});
