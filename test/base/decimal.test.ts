import { Decimal as SharedDecimal } from "decimal.js";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  amountText,
  canonical,
  ceilTo,
  constant,
  Decimal,
  decimal,
  exactNumber,
  floorTo,
  halfUp,
  ONE,
  percentOf,
  quotientHalfUp,
  sum,
  unitOf,
  wholeTimes,
  withDigits,
  ZERO,
} from "../../src/base/decimal.js";

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

describe("the decimal of a text", () => {
  it.each([
    "0",
    "7",
    "-7",
    "1234567",
    "12345678",
    "-123456",
    "-1234567",
    "0.5",
    "-0.005",
    "1.2345",
    WIDEST,
    `-${WIDEST}`,
    "9007199254740993",
  ])("has every digit of it: %s", (text) => {
    expect(decimal(text).toFixed()).toBe(text);
  });

  it("has so many places as the text", () => {
    expect([decimal(SMALLEST).decimalPlaces(), decimal("5").decimalPlaces()]).toEqual([20, 0]);
  });
});

describe("the decimal of a short text", () => {
  it("is the one that decimal.js reads, to the last of its digits", () => {
    const wrong: string[] = [];
    for (const sign of ["", "-"]) {
      for (let digits = 1; digits < 10_000_000; digits += digits < 2000 ? 1 : 9973) {
        for (let places = 0; places <= 6; places++) {
          const text = sign + new Decimal(digits).div(10 ** places).toFixed();
          const { s, e, d } = new Decimal(text);
          const read = decimal(text);
          if (JSON.stringify([read.s, read.e, read.d]) !== JSON.stringify([s, e, d])) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(canonical(decimal("0"))).toBe("0");
  });
});

describe("a constant", () => {
  it("is the decimal of its text, made once", () => {
    const texts = ["0.123456789", "7", "-0.5"];
    expect(texts.map((text) => canonical(constant(text)))).toEqual(texts);
    expect(texts.map((text) => constant(text) === constant(text))).toEqual([true, true, true]);
  });
});

describe("nothing and one", () => {
  it("are whole", () => {
    expect([ZERO, ONE].map(canonical)).toEqual(["0", "1"]);
  });
});

describe("a sum", () => {
  it("of none is zero, and of one is that one", () => {
    expect(sum([])).toBe(ZERO);
    const only = decimal("1.5");
    expect(sum([only])).toBe(only);
  });

  it("of several has all of them, to the last digit", () => {
    expect(canonical(sum([WIDEST, SMALLEST, "-0.1", "0.1"].map(decimal)))).toBe(`1${"0".repeat(20)}`);
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
    ["-0.005", "0.01", "-0.01", "0"],
    ["0.12", "0.01", "0.12", "0.12"],
    ["0.1", "0.01", "0.1", "0.1"],
    ["0.123", "0.01", "0.12", "0.13"],
    ["7", "1", "7", "7"],
    ["7.5", "1", "7", "8"],
    ["7", "0.02", "7", "7"],
    ["7.01", "0.02", "7", "7.02"],
    ["7.5", "0.5", "7.5", "7.5"],
    ["7.6", "0.5", "7.5", "8"],
    ["5", "0.1", "5", "5"],
    ["0.0000000000005", "0.000000000001", "0", "0.000000000001"],
  ])("%s lies between the multiples of %s: %s and %s", (value, quantum, below, above) => {
    expect([floorTo, ceilTo].map((to) => canonical(to(decimal(value), decimal(quantum))))).toEqual([below, above]);
  });
});

describe("whole units", () => {
  it.each([
    ["0.005", 2, "0", "0.01"],
    ["-0.005", 2, "-0.01", "0"],
    ["0.12", 2, "0.12", "0.12"],
    ["0.1", 2, "0.1", "0.1"],
    ["0.123", 2, "0.12", "0.13"],
    ["-0.123", 2, "-0.13", "-0.12"],
    ["7", 0, "7", "7"],
    ["7.5", 0, "7", "8"],
    ["0.0000000000005", 12, "0", "0.000000000001"],
  ])("%s lies between those of %d places: %s and %s", (value, digits, below, above) => {
    expect([floorTo, ceilTo].map((to) => canonical(to(decimal(value), unitOf(digits))))).toEqual([below, above]);
  });
});

describe("rounding half-up", () => {
  it("leaves alone what has no more places", () => {
    expect([halfUp(decimal("1.5"), 2), halfUp(decimal("1.55"), 2), halfUp(decimal("1"), 0)].map(canonical)).toEqual(["1.5", "1.55", "1"]);
    expect([halfUp(decimal("1.5"), 0), halfUp(decimal("2.5"), 0), halfUp(decimal("2.4"), 0)].map(canonical)).toEqual(["2", "3", "2"]);
  });

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

describe("a quotient", () => {
  it.each([
    ["1", "3", 2, "0.33"],
    ["2", "3", 2, "0.67"],
    ["-2", "3", 2, "-0.67"],
    ["-1", "3", 2, "-0.33"],
    ["1", "8", 2, "0.13"],
    ["-1", "8", 2, "-0.13"],
    ["1", "8", 3, "0.125"],
    ["1", "2", 0, "1"],
    ["0.9999999999", "2", 0, "0"],
    ["10", "4", 0, "3"],
    ["6", "2", 4, "3"],
    ["0", "3", 2, "0"],
    ["-0.001", "3", 2, "0"],
    ["1", "0.3", 1, "3.3"],
    ["1", "3", 12, "0.333333333333"],
  ])("%s ÷ %s to %d places is %s: a tie goes away from zero", (a, b, digits, expected) => {
    expect(canonical(quotientHalfUp(decimal(a), decimal(b), digits))).toBe(expected);
  });

  it("that lies ever so little below a tie is rounded down, and at the tie up", () => {
    // 10^20 − 10^−20 over 2 · 10^20 is a half but for 5 · 10^−41.
    const two = decimal(`2${"0".repeat(20)}`);
    expect(canonical(quotientHalfUp(decimal(WIDEST), two, 0))).toBe("0");
    expect(canonical(quotientHalfUp(decimal(`1${"0".repeat(20)}`), two, 0))).toBe("1");
  });
});

describe("the text of an amount", () => {
  it.each<[unknown, string]>([
    ["0", "0"],
    ["7", "7"],
    ["70", "70"],
    ["-70", "-70"],
    ["0.5", "0.5"],
    ["0.05", "0.05"],
    ["70.05", "70.05"],
    ["-0.5", "-0.5"],
    ["-70.05", "-70.05"],
    [WIDEST, WIDEST],
    [`-${SMALLEST}`, `-${SMALLEST}`],
    ["-0", "0"],
    ["000", "0"],
    ["-0.0", "0"],
    ["007", "7"],
    ["-007.10", "-7.1"],
    ["00.50", "0.5"],
    ["7.00", "7"],
    ["70.00", "70"],
    ["0.10", "0.1"],
    ["0.010", "0.01"],
    ["7.1010", "7.101"],
    [`${"0".repeat(19)}7.7${"0".repeat(19)}`, "7.7"],
    [0, "0"],
    [-0, "0"],
    [7, "7"],
    [-7.5, "-7.5"],
    [1e-7, "0.0000001"],
    [-1.5e-19, "-0.00000000000000000015"],
    [123_456_789.125, "123456789.125"],
    [99_999_999_999_999_980_000, "99999999999999980000"],
  ])("%j is canonically %s", (given, expected) => {
    expect(amountText(given)).toBe(expected);
  });

  it.each(
    [
      ...[
        "",
        "-",
        ".",
        ".5",
        "5.",
        "-.5",
        "--5",
        "+5",
        "1e5",
        "5e-1",
        "0x5",
        " 5",
        "5 ",
        "5\n",
        "a5",
        "5a",
        "5.a",
        "a",
        "1.2.3",
        "1,5",
        "5a.5",
        "5.a5",
        "5.5a",
        "a5.5",
      ],
      ...["٥", "NaN", "Infinity", "-Infinity", "0.a", "-a"],
      ...[
        `1${"0".repeat(20)}`,
        `0${"9".repeat(20)}`,
        `${"0".repeat(21)}`,
        `0.${"0".repeat(20)}1`,
        `0.1${"0".repeat(20)}`,
        `1.${"5".repeat(21)}`,
      ],
      ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e20, -1e20, 1e21, 1.5e-20, 1e-21],
      ...[true, null, undefined, 5n, ["5"], {}, new Decimal(5)],
    ].map((given) => [given]),
  )("%o is none", (given) => {
    expect(amountText(given)).toBeNull();
  });
});

describe("the number of a text", () => {
  it.each<[string, number | null]>([
    ["0", 0],
    ["-0", 0],
    ["0.1", 0.1],
    ["1.50", 1.5],
    ["-7", -7],
    ["0.30000000000000004", 0.30000000000000004],
    ["0.0000001", 1e-7],
    ["9007199254740992", 9_007_199_254_740_992],
    ["99999999999999980000", 99_999_999_999_999_980_000],
    ["9007199254740993", null], // lies between two numbers
    ["0.1000000000000000055", null], // another text is shorter
    [WIDEST, null],
    ["", null],
    ["1e5", null],
    ["seven", null],
  ])("%j is %j: the one whose shortest form it is", (text, number) => {
    expect(exactNumber(text)).toBe(number);
  });
});

describe("units", () => {
  it("are one of the last place", () => {
    expect([0, 2, 12].map((digits) => canonical(unitOf(digits)))).toEqual(["1", "0.01", "0.000000000001"]);
  });

  it("are the same object each time, and end at 12 places", () => {
    expect(unitOf(2)).toBe(unitOf(2));
    expect(unitOf(13)).toBeUndefined();
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
    expect([Decimal.precision, Decimal.rounding]).toEqual([1000, SharedDecimal.ROUND_HALF_UP]);
  });

  it("do not reach it either where they were there before it", async () => {
    SharedDecimal.set({ maxE: 5 });
    vi.resetModules();
    const { decimal: decimalAnew } = await import("../../src/base/decimal.js");
    expect(SharedDecimal.mul("12345678", 1).isFinite()).toBe(false);
    expect(decimalAnew("12345678").toFixed()).toBe("12345678");
  });
});
