import { Decimal as SharedDecimal } from "decimal.js";
import { afterEach, describe, expect, it } from "vitest";
import { canonical, ceilTo, Decimal, decimal, floorTo, halfUp, percentOf, unitOf, wholeTimes, withDigits } from "../../src/base/decimal.js";

const WIDEST = `${"9".repeat(20)}.${"9".repeat(20)}`;
const SMALLEST = `0.${"0".repeat(19)}1`;

describe("canonical text", () => {
  it.each([
    ["1.500", "1.5"],
    ["100", "100"],
    ["-0", "0"],
    ["0.00", "0"],
    ["-0.10", "-0.1"],
    [`1${"0".repeat(40)}`, `1${"0".repeat(40)}`],
    [SMALLEST, SMALLEST],
    [`-${WIDEST}`, `-${WIDEST}`],
  ])("writes %s as %s: no exponent, no -0, no needless zeros", (text, expected) => {
    expect(canonical(decimal(text))).toBe(expected);
  });
});

describe("a percentage", () => {
  it("of 40 digits by 40 digits is exact", () => {
    // (10^20 − 10^−20)² ÷ 100 = 10^38 − 0.02 + 10^−42
    expect(canonical(percentOf(decimal(WIDEST), decimal(WIDEST)))).toBe(`${"9".repeat(38)}.98${"0".repeat(39)}1`);
  });

  it("of the smallest amount by the smallest percentage is not zero", () => {
    expect(canonical(percentOf(decimal(SMALLEST), decimal(SMALLEST)))).toBe(`0.${"0".repeat(41)}1`);
  });
});

describe("whole multiples", () => {
  it.each([
    ["7", "2", "3"],
    ["6", "2", "3"],
    ["-6", "2", "-3"],
    ["-7", "2", "-4"],
    ["0", "2", "0"],
    ["0.3", "0.1", "3"],
    ["-0.01", "5", "-1"],
  ])("⌊%s ÷ %s⌋ is %s", (a, b, expected) => {
    expect(canonical(wholeTimes(decimal(a), decimal(b)))).toBe(expected);
  });

  it.each([
    ["7", "2", "6", "8"],
    ["8", "2", "8", "8"],
    ["-7", "2", "-8", "-6"],
    ["0.005", "0.01", "0", "0.01"],
    ["0", "0.01", "0", "0"],
  ])("%s lies between the multiples of %s: %s and %s", (value, quantum, below, above) => {
    expect([floorTo, ceilTo].map((to) => canonical(to(decimal(value), decimal(quantum))))).toEqual([below, above]);
  });
});

describe("rounding half-up", () => {
  it.each([
    ["0.005", "0.01"],
    ["0.0049999999999999999", "0"],
    ["1.235", "1.24"],
    ["-0.005", "-0.01"],
    ["2.675", "2.68"],
  ])("rounds %s to %s: a tie goes away from zero", (value, expected) => {
    expect(canonical(halfUp(decimal(value), 2))).toBe(expected);
  });
});

describe("units", () => {
  it("are one of the last place", () => {
    expect([0, 2, 12].map((digits) => canonical(unitOf(digits)))).toEqual(["1", "0.01", "0.000000000001"]);
  });

  it("are written with exactly their places", () => {
    expect([withDigits(decimal("50"), 2), withDigits(decimal("50"), 0), withDigits(decimal("0.5"), 3)]).toEqual(["50.00", "50", "0.500"]);
  });
});

describe("settings of decimal.js elsewhere in the process", () => {
  afterEach(() => {
    SharedDecimal.set({ defaults: true });
  });

  it("do not reach the library's own arithmetic", () => {
    SharedDecimal.set({ precision: 2, rounding: SharedDecimal.ROUND_UP, toExpPos: 1 });
    expect(canonical(decimal("123.45").times(decimal("2")))).toBe("246.9");
    expect(Decimal.precision).toBe(1000);
  });
});
