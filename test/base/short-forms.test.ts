import { afterEach, describe, expect, it, vi } from "vitest";
import { amountIn, type Notation, shortNumberIn, wallTimeIn, type WallForm } from "../../src/base/short-forms.js";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a short number", () => {
  it.each<[string, number, Notation, number, string]>([
    ["en-US", 1_534_567.891, "standard", 0, "1,534,568"],
    ["en-US", 1_534_567.891, "standard", 2, "1,534,567.89"],
    ["en-US", 1_534_567.891, "compact", 0, "2M"],
    ["en-US", 1_534_567.891, "compact", 2, "1.53M"],
    ["en-US", 1_534_567.891, "scientific", 1, "1.5E6"],
    ["de-DE", 1_534_567.891, "standard", 2, "1.534.567,89"],
    ["de-DE", 1_534_567.891, "scientific", 1, "1,5E6"],
    ["en-US", -1500, "compact", 1, "-1.5K"],
    ["en-US", 0, "standard", 2, "0"],
  ])("in %s: %d, %s, to %d places is %s", (tag, value, notation, places, expected) => {
    expect(shortNumberIn(tag, value, notation, places)).toBe(expected);
  });

  it("is never a negative zero", () => {
    expect(shortNumberIn("en-US", -0, "standard", 2)).toBe("0");
  });

  it("has plain spaces alone", () => {
    expect(shortNumberIn("fr-FR", 1_534_567, "standard", 0)).toBe("1 534 567");
  });
});

describe("an amount", () => {
  it.each([
    ["en-GB", "1234", 0, "1,234"],
    ["en-GB", "1234", 2, "1,234.00"],
    ["en-GB", "1234.5", 2, "1,234.50"],
    ["en-GB", "1234.567", 2, "1,234.567"],
    ["en-GB", "-1234.5", 3, "-1,234.500"],
    ["de-DE", "1234.5", 2, "1.234,50"],
    ["en-GB", "12345678901234567890.12345678901234567891", 2, "12,345,678,901,234,567,890.12345678901234567891"],
    ["fr-FR", "1234.5", 2, "1 234,50"],
  ])("in %s: %s with at least %d places is %s", (tag, text, leastPlaces, expected) => {
    expect(amountIn(tag, text, leastPlaces)).toBe(expected);
  });
});

describe("a wall-clock time", () => {
  const WALL = Date.UTC(2026, 0, 5, 0, 7, 9, 45);

  it.each<[string, WallForm, string]>([
    ["en-GB", "year", "2026"],
    ["en-GB", "month", "Jan"],
    ["en-GB", "monthOfYear", "Jan 2026"],
    ["en-GB", "day", "5 Jan"],
    ["en-GB", "date", "5 Jan 2026"],
    ["en-GB", "minute", "00:07"],
    ["en-GB", "second", "00:07:09"],
    ["en-GB", "millisecond", "07:09.045"],
    ["en-US", "day", "Jan 5"],
    ["en-US", "date", "Jan 5, 2026"],
    ["en-US", "minute", "00:07"],
    ["en-US", "second", "00:07:09"],
    ["de-DE", "millisecond", "07:09,045"],
  ])("in %s as %s is %s, whatever zone the process is in", (tag, form, expected) => {
    expect(wallTimeIn(tag, WALL, form)).toBe(expected);
  });

  it("counts its years as the rules do, also where another calendar is the custom", () => {
    expect(wallTimeIn("th-TH", WALL, "year")).toContain("2026");
  });

  it("has plain spaces alone", () => {
    for (const tag of ["fr-FR", "sv-SE", "en-US-u-hc-h12"]) expect(wallTimeIn(tag, WALL, "date")).not.toMatch(/[\u00A0\u2009\u202F]/);
  });
});

describe("what formats numbers and dates", () => {
  it("is made once for a locale and form", () => {
    const all = (): void => {
      shortNumberIn("en-NZ", 1.5, "compact", 1);
      amountIn("en-NZ", "1.5", 2);
      wallTimeIn("en-NZ", 0, "year");
    };
    all();
    for (const maker of ["NumberFormat", "DateTimeFormat"] as const)
      vi.spyOn(Intl, maker).mockImplementation(function () {
        throw new Error("made again");
      });
    expect(all).not.toThrow();
    expect(() => amountIn("en-NZ", "1.5", 19)).toThrow("made again");
  });
});
