import { afterEach, describe, expect, it, vi } from "vitest";
import { decimalIn, figureIn, instantIn, lengthIn, locale, moneyIn, plainSpaces, unitIn } from "../../src/base/locale.js";
import { Fault } from "../../src/base/schema.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const HUNDRED = "9".repeat(100);
const TWENTY = "12345678901234567891";

describe("a locale", () => {
  it.each([
    ["en", "en"],
    ["en-GB", "en-GB"],
    ["EN-gb", "en-GB"],
    ["de-de-u-NU-latn", "de-DE-u-nu-latn"],
  ])("%s is known, and canonically is %s", (tag, canonical) => {
    expect(locale.read(tag)).toBe(canonical);
  });

  it.each([
    ["unknown here", "xx"],
    ["not well formed", "en_GB"],
    ["empty", ""],
    ["no locale at all", "the Queen's English"],
  ])("that is %s is a fault", (_, tag) => {
    expect(locale.read(tag)).toStrictEqual(new Fault("invalid_locale", "must be a BCP 47 locale that this runtime knows"));
  });

  it("has 255 letters at most, whatever it says", () => {
    const tag = (last: string): string => `en-x${"-abcdefgh".repeat(27)}-${last}`;
    expect(tag("abcdefg")).toHaveLength(255);
    expect(locale.read(tag("abcdefg"))).toBe(tag("abcdefg"));
    expect(locale.read(tag("abcdefgh"))).toBeInstanceOf(Fault);
  });

  it("must be known for numbers and for dates", () => {
    vi.spyOn(Intl.NumberFormat, "supportedLocalesOf").mockReturnValue([]);
    expect(locale.read("en")).toBeInstanceOf(Fault);
    vi.restoreAllMocks();
    vi.spyOn(Intl.DateTimeFormat, "supportedLocalesOf").mockReturnValue([]);
    expect(locale.read("en")).toBeInstanceOf(Fault);
  });

  it.each([[7], [null], [["en"]]])("is text, and so not %o", (tag) => {
    expect(locale.read(tag)).toStrictEqual(new Fault("invalid_type", "must be text"));
  });

  it("is text in JSON Schema", () => {
    expect(locale.json).toStrictEqual({ type: "string" });
  });
});

describe("a decimal", () => {
  it.each([
    ["en-GB", "1234567", "1,234,567"],
    ["en-GB", "-1234.5", "-1,234.5"],
    ["en-GB", "0.05", "0.05"],
    ["de-DE", "1234567.5", "1.234.567,5"],
    ["de-DE", "0.123", "0,123"],
    ["en-GB", `1234.${TWENTY}`, `1,234.${TWENTY}`],
    ["en-GB", "-0.00000000000000000001", "-0.00000000000000000001"],
  ])("in %s: %s is %s, to its last digit", (tag, text, expected) => {
    expect(decimalIn(tag, text)).toBe(expected);
  });

  it("of up to 100 digits before the point is formatted", () => {
    expect(decimalIn("en-GB", `-${HUNDRED}`)).toBe(`-9${",999".repeat(33)}`);
  });

  it.each([
    ["101 digits before the point", `9${HUNDRED}`],
    ["21 digits after the point", `1234.${TWENTY}1`],
    ["no digit before the point", ".5"],
    ["no digit after the point", "1234."],
    ["something before", "about 1234"],
    ["something after", "1234 or so"],
    ["an exponent", "1e5"],
    ["a plus sign", "+1234"],
    ["another point", "1234:5"],
    ["nothing", ""],
  ])("stays as it is with %s, and as money has its code before it", (_, text) => {
    expect(decimalIn("de-DE", text)).toBe(text);
    expect(moneyIn("de-DE", text, "USD")).toBe(`USD ${text}`);
  });
});

describe("money", () => {
  it.each([
    ["en-GB", "1234", "USD", "USD 1,234.00"],
    ["en-GB", "1234.5", "USD", "USD 1,234.50"],
    ["en-GB", "1234.567", "USD", "USD 1,234.567"],
    ["en-GB", "-5", "USD", "-USD 5.00"],
    ["en-GB", "1234", "JPY", "JPY 1,234"],
    ["en-GB", "1234.5", "JPY", "JPY 1,234.5"],
    ["en-GB", "5", "KWD", "KWD 5.000"],
    ["en-GB", "5", "CLF", "CLF 5.0000"],
    ["de-DE", "1234.5", "EUR", "1.234,50 EUR"],
    ["en-GB", `5.${TWENTY}`, "USD", `USD 5.${TWENTY}`],
  ])("in %s: %s %s is %s", (tag, text, currency, expected) => {
    expect(moneyIn(tag, text, currency)).toBe(expected);
  });
});

describe("a figure", () => {
  it.each<[string, string | null, string | null | undefined, string]>([
    ["is a plain number where its unit is unknown", null, undefined, "1,234.5"],
    ["is a plain number where its unit is unknown, whatever is written", null, "credits", "1,234.5"],
    ["is money where its unit is a currency", "USD", undefined, "USD 1,234.50"],
    ["is money where its unit is a currency in small letters", "usd", undefined, "USD 1,234.50"],
    ["is money, whatever is written", "USD", "dollars", "USD 1,234.50"],
    ["stands beside its unit where that is custom", "credits", undefined, "1,234.5 credits"],
    ["stands beside its unit as written", "credits", '"credits"', '1,234.5 "credits"'],
    ["stands beside its unit where nothing is written", "credits", null, "1,234.5 credits"],
  ])("%s", (_, unit, written, expected) => {
    expect(written === undefined ? figureIn("en-GB", "1234.5", unit) : figureIn("en-GB", "1234.5", unit, written)).toBe(expected);
  });
});

describe("an instant", () => {
  it.each([
    ["en-GB", "UTC", "2026-01-05T09:07:00.000Z", "5 Jan 2026, 09:07 UTC"],
    ["en-US", "UTC", "2026-01-05T09:07:00.000Z", "Jan 5, 2026, 09:07 UTC"],
    ["en-US", "America/New_York", "2026-01-05T23:07:00.000Z", "Jan 5, 2026, 18:07 EST"],
    ["en-US", "UTC", "2026-01-05T00:00:00.000Z", "Jan 5, 2026, 00:00 UTC"],
    ["en-US", "UTC", "2026-01-05T00:00:07.000Z", "Jan 5, 2026, 00:00:07 UTC"],
    ["en-US", "UTC", "2026-01-05T00:00:07.080Z", "Jan 5, 2026, 00:00:07.080 UTC"],
    ["en-US", "UTC", "2026-01-05T00:00:00.080Z", "Jan 5, 2026, 00:00:00.080 UTC"],
    ["en-US", "America/New_York", "2026-01-05T23:07:01.000Z", "Jan 5, 2026, 18:07:01 EST"],
  ])("in %s and %s: %s is %s", (tag, zone, instant, expected) => {
    expect(instantIn(tag, zone, instant)).toBe(expected);
  });
});

describe("a length of time", () => {
  it.each([
    [0, "0 seconds"],
    [1, "0.001 seconds"],
    [999, "0.999 seconds"],
    [1000, "1 second"],
    [59_999, "59.999 seconds"],
    [60_000, "1 minute"],
    [61_500, "1 minute 1.5 seconds"],
    [3_599_000, "59 minutes 59 seconds"],
    [3_600_000, "1 hour"],
    [3_601_000, "1 hour 1 second"],
    [82_800_000, "23 hours"],
    [86_400_000, "1 day"],
    [86_460_000, "1 day 1 minute"],
    [189_296_789, "2 days 4 hours 34 minutes 56.789 seconds"],
    [36_525 * 86_400_000, "36,525 days"],
  ])("of %d milliseconds is %s", (ms, expected) => {
    expect(lengthIn("en-GB", ms)).toBe(expected);
  });

  it("is told in the words of the locale", () => {
    expect(lengthIn("de-DE", 93_600_000)).toBe("1 Tag, 2 Stunden");
    expect(lengthIn("en-US", 93_600_000)).toBe("1 day 2 hours");
  });
});

describe("so many of a unit of time", () => {
  it.each([
    ["en-GB", 1, "second", "1 second"],
    ["en-GB", 2, "minute", "2 minutes"],
    ["en-GB", 1.5, "hour", "1.5 hours"],
    ["en-GB", 1000, "day", "1,000 days"],
    ["de-DE", 1000, "day", "1.000 Tage"],
    ["de-DE", 1, "hour", "1 Stunde"],
  ] as const)("in %s: %d %s is %s", (tag, value, unit, expected) => {
    expect(unitIn(tag, value, unit)).toBe(expected);
  });
});

describe("spaces that runtimes disagree about", () => {
  it("are plain ones, wherever they stand", () => {
    expect(plainSpaces("\u00A01\u00A0234\u2009567\u202F890\u202F")).toBe(" 1 234 567 890 ");
  });

  it("are three: others stay", () => {
    expect(plainSpaces("a\u2007b\u3000c\td e")).toBe("a\u2007b\u3000c\td e");
  });

  it("stand in no number, date or length", () => {
    expect(moneyIn("fr-FR", "1234.5", "EUR")).toBe("1 234,50 EUR");
    expect(decimalIn("fr-FR", "1234567")).toBe("1 234 567");
    expect(unitIn("fr-FR", 1000, "day")).toBe("1 000 jours");
    for (const tag of ["fr-FR", "sv-SE", "en-US-u-hc-h12"])
      expect(instantIn(tag, "UTC", "2026-01-05T09:07:00.000Z") + lengthIn(tag, 86_460_000_000)).not.toMatch(/[\u00A0\u2009\u202F]/);
  });
});

describe("what formats numbers and dates", () => {
  it("is made once for a locale and currency, zone or unit", () => {
    const all = (): void => {
      decimalIn("en-NZ", "1.5");
      moneyIn("en-NZ", "1.5", "NZD");
      unitIn("en-NZ", 1, "hour");
      instantIn("en-NZ", "Pacific/Auckland", "2026-01-05T09:07:00.000Z");
    };
    all();
    for (const maker of ["NumberFormat", "DateTimeFormat"] as const)
      vi.spyOn(Intl, maker).mockImplementation(function () {
        throw new Error("made again");
      });
    expect(all).not.toThrow();
    expect(() => unitIn("en-ZM", 1, "hour")).toThrow("made again");
  });
});
