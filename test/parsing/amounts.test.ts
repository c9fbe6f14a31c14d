import { describe, expect, it } from "vitest";
import { parseAccount } from "../../src/index.js";
import { owedAccount } from "../support/build.js";
import { faults } from "../support/faults.js";

const read = (outstanding: unknown): string | null =>
  parseAccount(owedAccount({ owed: { outstanding: outstanding as string } })).owed.outstanding;

const TWENTY = "9".repeat(20);

describe("an amount", () => {
  it.each<[unknown, string]>([
    ["50", "50"],
    ["50.00", "50"],
    ["0050.10", "50.1"],
    ["0", "0"],
    ["-0", "0"],
    ["-0.00", "0"],
    ["000.000", "0"],
    ["-5.5", "-5.5"],
    ["0.5", "0.5"],
    [`${TWENTY}.${TWENTY}`, `${TWENTY}.${TWENTY}`],
    [`-${TWENTY}.${TWENTY}`, `-${TWENTY}.${TWENTY}`],
    ["0.00000000000000000001", "0.00000000000000000001"],
    ["00000000000000000001", "1"],
    ["1.00000000000000000000", "1"],
  ])("as the text %o is canonically %s", (given, expected) => {
    expect(read(given)).toBe(expected);
  });

  it.each<[number, string]>([
    [50, "50"],
    [0.1, "0.1"],
    [-0, "0"],
    [-2.5, "-2.5"],
    [1e-7, "0.0000001"],
    [1.5e-19, "0.00000000000000000015"],
    [99999999999999980000, "99999999999999980000"], // the greatest number below 10^20
    [0.1 + 0.2, "0.30000000000000004"],
  ])("as the number %d is its shortest decimal form, %s", (given, expected) => {
    expect(read(given)).toBe(expected);
  });

  it.each<[string, unknown]>([
    ["nothing", ""],
    ["a blank", " "],
    ["blanks around", " 50 "],
    ["a line end", "50\n"],
    ["no number", "NaN"],
    ["infinity", "Infinity"],
    ["an exponent", "1e5"],
    ["hexadecimal", "0x1f"],
    ["a plus sign", "+1"],
    ["a thousands separator", "1,000"],
    ["an underscore", "1_000"],
    ["no digit before the point", ".5"],
    ["no digit after the point", "5."],
    ["two points", "1.2.3"],
    ["two signs", "--1"],
    ["a minus sign alone", "-"],
    ["Arabic digits", "٥"],
    ["21 digits before the point", "1".repeat(21)],
    ["21 digits before the point, the first of them 0", `0${TWENTY}`],
    ["21 digits after the point", `0.${"1".repeat(21)}`],
    ["21 digits after the point, the last of them 0", `0.${"1".repeat(20)}0`],
    ["the number NaN", Number.NaN],
    ["the number Infinity", Number.POSITIVE_INFINITY],
    ["a number of 21 digits", 1e20],
    ["a number with 21 places", 1.5e-20],
    ["true", true],
    ["an object", {}],
    ["a list", ["5"]],
  ])("is a fault: %s", (_, given) => {
    expect(faults(() => read(given))).toEqual(["owed.outstanding: invalid_amount"]);
  });
});
