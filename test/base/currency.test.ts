import { describe, expect, it } from "vitest";
import { currencyCode, currencyCodes, minorDigits, unitName } from "../../src/base/currency.js";

describe("the code of a currency", () => {
  it.each(["USD", "usd", "Usd", "uSD"])("is upper-case for %s", (text) => {
    expect(currencyCode(text)).toBe("USD");
    expect(unitName(text)).toBe("USD");
  });

  it.each([
    ["no currency", "credits"],
    ["a metal", "XAU"],
    ["a metal in small letters", "xau"],
    ["three letters that are no code", "zzz"],
    ["two letters", "US"],
    ["four letters", "usdt"],
    ["a code with something before", "xusd"],
    ["a code with a blank after", "usd "],
    ["a dotless i, which other rules fold to I", "\u0131qd"],
    ["a long s, which other rules fold to S", "\u017Fgd"],
    ["a ligature, which other rules fold to ST", "\uFB06n"],
    ["a Kelvin sign, whose small letter is k", "\u212AWD"],
    ["nothing", ""],
    ["a name that every object has", "constructor"],
  ])("is null for %s, and as a unit it stays as written", (_, text) => {
    expect(currencyCode(text)).toBeNull();
    expect(unitName(text)).toBe(text);
  });

  it("is found for every code of the table, in either case", () => {
    for (const code of currencyCodes()) expect([currencyCode(code), currencyCode(code.toLowerCase())]).toEqual([code, code]);
  });
});

describe("the minor digits of a currency", () => {
  it.each([
    ["JPY", 0],
    ["USD", 2],
    ["KWD", 3],
    ["CLF", 4],
    ["XAU", null],
    ["usd", null], // a code is in upper case
    ["", null],
  ])("of %j are %j", (code, digits) => {
    expect(minorDigits(code)).toBe(digits);
  });
});

describe("the codes of all currencies", () => {
  it("are three capitals each, in order, none twice", () => {
    const codes = currencyCodes();
    expect(codes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect([...new Set(codes)].sort()).toEqual(codes);
    expect([codes[0], codes.at(-1)]).toEqual(["AED", "ZWG"]);
  });

  it("have 0 digits for 17, 3 for 7, 4 for 2, and else 2", () => {
    const count = (digits: number): number => currencyCodes().filter((code) => minorDigits(code) === digits).length;
    expect([0, 3, 4].map(count)).toEqual([17, 7, 2]);
    expect(count(2)).toBe(currencyCodes().length - 26);
  });
});
