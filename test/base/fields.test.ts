import { describe, expect, it } from "vitest";
import { amount, currency, figure, id, instant, isDots, number, pathId, text, timeZone, unit } from "../../src/base/fields.js";
import { Fault } from "../../src/base/schema.js";

const TWENTY = "9".repeat(20);
const NOT_TEXT = new Fault("invalid_type", "must be text");

describe("an amount", () => {
  const NOT_AN_AMOUNT = new Fault("invalid_amount", "must be a plain decimal with at most 20 digits before the point and 20 after");
  const NEGATIVE = new Fault("out_of_range", "must not be negative");
  const NOT_POSITIVE = new Fault("out_of_range", "must be more than 0");

  it.each<[unknown, string]>([
    ["1.50", "1.5"],
    ["0", "0"],
    ["-0.0", "0"],
    ["-1.50", "-1.5"],
    [-0.5, "-0.5"],
    [`-${TWENTY}.${TWENTY}`, `-${TWENTY}.${TWENTY}`],
  ])("of any sign reads %o as %s", (given, expected) => {
    expect(amount().read(given)).toBe(expected);
  });

  it.each([[""], [`1${TWENTY}`], [`0.${TWENTY}1`], [Number.NaN], [true], [null]])("is a fault, whatever the bounds: %o", (given) => {
    for (const reader of [amount(), amount({ atLeast: "0" }), amount({ above: "0" })])
      expect(reader.read(given)).toStrictEqual(NOT_AN_AMOUNT);
  });

  it.each<[string | number, string | Fault, string | Fault]>([
    ["0.00000000000000000001", "0.00000000000000000001", "0.00000000000000000001"],
    ["5", "5", "5"],
    ["0", "0", NOT_POSITIVE],
    ["-0.00", "0", NOT_POSITIVE],
    [-0, "0", NOT_POSITIVE],
    ["-0.00000000000000000001", NEGATIVE, NOT_POSITIVE],
    [-5, NEGATIVE, NOT_POSITIVE],
  ])("%o is %o where it must be at least 0, and %o where it must be above", (given, atLeast, above) => {
    expect(amount({ atLeast: "0" }).read(given)).toStrictEqual(atLeast);
    expect(amount({ above: "0" }).read(given)).toStrictEqual(above);
  });

  it("is in JSON Schema a text of such digits, or a number", () => {
    expect(amount().json).toStrictEqual({ type: ["string", "number"], pattern: "^-?[0-9]{1,20}(\\.[0-9]{1,20})?$" });
  });

  it("of at least 0 is in JSON Schema no negative number, and no text with a minus but that of zero", () => {
    expect(amount({ atLeast: "0" }).json).toStrictEqual({
      type: ["string", "number"],
      pattern: "^(-(?=0+(\\.0+)?$))?[0-9]{1,20}(\\.[0-9]{1,20})?$",
      minimum: 0,
    });
  });

  it("above 0 is in JSON Schema no text of zero, either", () => {
    expect(amount({ above: "0" }).json).toStrictEqual({
      type: ["string", "number"],
      pattern: "^(-(?=0+(\\.0+)?$))?[0-9]{1,20}(\\.[0-9]{1,20})?$",
      exclusiveMinimum: 0,
      not: { type: "string", pattern: "^-?0+(\\.0+)?$" },
    });
  });
});

describe("a figure", () => {
  const FOUR_HUNDRED = "7".repeat(400);

  it.each(["0", "12", "-12", "-0", "007", "1.50", "-0.0", FOUR_HUNDRED, `-${FOUR_HUNDRED}.${FOUR_HUNDRED}`])(
    "is kept as written: %s",
    (given) => {
      expect(figure.read(given)).toBe(given);
    },
  );

  it.each<[string, unknown]>([
    ["nothing", ""],
    ["401 digits before the point", `7${FOUR_HUNDRED}`],
    ["401 digits after the point", `0.7${FOUR_HUNDRED}`],
    ["a number", 12],
    ["a list of one", ["12"]],
    ["an exponent", "1e5"],
    ["no digit before the point", ".5"],
    ["no digit after the point", "5."],
    ["a point that is none", "1,5"],
    ["two points", "1.5.5"],
    ["two signs", "--5"],
    ["a plus sign", "+5"],
    ["something before", "a5"],
    ["something after", "5a"],
    ["letters", "ab"],
    ["letters after the point", "5.ab"],
  ])("is a fault: %s", (_, given) => {
    expect(figure.read(given)).toStrictEqual(new Fault("invalid_amount", "must be a plain decimal"));
  });

  it("is text in JSON Schema", () => {
    expect(figure.json).toStrictEqual({ type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?$" });
  });
});

describe("a number", () => {
  const fault = (message: string): Fault => new Fault("invalid_number", message);

  it("is any finite one where nothing else is said", () => {
    for (const given of [0, 1.5, -1.5, Number.MAX_VALUE, -Number.MAX_VALUE]) expect(number().read(given)).toBe(given);
  });

  it("is never a negative zero", () => {
    expect(number().read(-0)).toBe(0);
    expect(number({ whole: true, min: 0 }).read(-0)).toBe(0);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, "1", 1n, true, null, undefined, [1]])("is not %o", (given) => {
    expect(number().read(given)).toStrictEqual(fault("must be a finite number"));
    expect(number({ whole: true }).read(given)).toStrictEqual(fault("must be a whole number"));
  });

  it("may be a fraction unless it must be whole", () => {
    expect(number({ min: 0, max: 1 }).read(0.5)).toBe(0.5);
    expect(number({ whole: true, min: 0, max: 1 }).read(0.5)).toStrictEqual(fault("must be a whole number"));
  });

  it("lies within its bounds, both inclusive", () => {
    const outside = new Fault("out_of_range", "must be from 1 to 31");
    const day = number({ whole: true, min: 1, max: 31 });
    expect([0, 1, 2, 30, 31, 32].map((given) => day.read(given))).toStrictEqual([outside, 1, 2, 30, 31, outside]);
  });

  it("may have no upper bound", () => {
    const outside = new Fault("out_of_range", "must be at least 1");
    expect([0.9, 1, Number.MAX_VALUE].map((given) => number({ min: 1 }).read(given))).toStrictEqual([outside, 1, Number.MAX_VALUE]);
  });

  it.each<[Parameters<typeof number>[0], object]>([
    [undefined, { type: "number" }],
    [{}, { type: "number" }],
    [{ whole: true }, { type: "integer" }],
    [
      { whole: false, min: 0 },
      { type: "number", minimum: 0 },
    ],
    [{ max: 0 }, { type: "number", maximum: 0 }],
    [
      { whole: true, min: 1, max: 31 },
      { type: "integer", minimum: 1, maximum: 31 },
    ],
  ])("with bounds of %o is in JSON Schema %o", (bounds, json) => {
    expect(number(bounds).json).toStrictEqual(json);
  });
});

describe("an id that goes into a path", () => {
  it.each([".", ".."])("is none of the two that a path takes for a step: %s", (dots) => {
    expect(isDots(dots)).toBe(true);
    expect(pathId.read(dots)).toStrictEqual(new Fault("invalid_id", "must not be . or .., which a path cannot carry"));
  });

  it.each(["...", ".a", "a", "%2e", "/"])("is any other: %s", (each) => {
    expect(isDots(each)).toBe(false);
    expect(pathId.read(each)).toBe(each);
  });

  it("is an id", () => {
    expect(pathId.read("")).toStrictEqual(id.read(""));
    expect(pathId.json).toBe(id.json);
  });
});

describe("an id", () => {
  const BAD_ID = new Fault("invalid_id", "must be text of 1 to 200 UTF-16 code units without a lone surrogate");

  it.each<[string, string]>([
    ["one character", "a"],
    ["a blank", " "],
    ["200 characters", "a".repeat(200)],
    ["a pair of surrogates", "\uD83D\uDE00"],
    ["the first pair", "a\uD800\uDC00z"],
    ["the last pair", "a\uDBFF\uDFFFz"],
    ["pairs side by side", "\uD83D\uDE00\uD83D\uDE00"],
    ["what stands just outside the surrogates", "\uD7FF\uE000"],
    ["100 characters of two units", "\uD83D\uDE00".repeat(100)],
  ])("is %s", (_, given) => {
    expect(id.read(given)).toBe(given);
    expect(unit.read(given)).toBe(given);
  });

  it.each<[string, string]>([
    ["nothing", ""],
    ["201 characters", "a".repeat(201)],
    ["101 characters of two units", "\uD83D\uDE00".repeat(101)],
    ["the first high surrogate alone", "\uD800"],
    ["the last high surrogate alone", "\uDBFF"],
    ["the first low surrogate alone", "\uDC00"],
    ["the last low surrogate alone", "\uDFFF"],
    ["a high surrogate before a letter", "a\uD83Dz"],
    ["a high surrogate before what is just below the low ones", "\uD83D\uDBFF\uDC00"],
    ["a high surrogate before what is just above the low ones", "\uD83D\uE000"],
    ["a low surrogate after a letter", "a\uDE00z"],
    ["a low surrogate after what is just below the high ones", "\uD7FF\uDE00"],
    ["a pair the wrong way round", "\uDE00\uD83D"],
    ["a pair and a low surrogate", "\uD83D\uDE00\uDE00"],
    ["a pair and a high surrogate", "\uD83D\uDE00\uD83D"],
  ])("is not %s", (_, given) => {
    expect(id.read(given)).toStrictEqual(BAD_ID);
    expect(unit.read(given)).toStrictEqual(BAD_ID);
  });

  it.each([7, true, ["a"], { length: 1 }])("is text, and so not %o", (given) => {
    expect(id.read(given)).toStrictEqual(NOT_TEXT);
    expect(unit.read(given)).toStrictEqual(NOT_TEXT);
  });

  it("is in JSON Schema text of such a length, and so is a unit", () => {
    expect(id.json).toStrictEqual({ type: "string", minLength: 1, maxLength: 200 });
    expect(unit.json).toStrictEqual({ type: "string", minLength: 1, maxLength: 200 });
  });
});

describe("a unit", () => {
  it("is in upper case where it is a currency, and else as written", () => {
    expect(["usd", "USD", "credits", "Usdt", "xau"].map((given) => unit.read(given))).toEqual(["USD", "USD", "credits", "Usdt", "xau"]);
  });
});

describe("free text", () => {
  it("is any text, also none and a lone surrogate", () => {
    for (const given of ["", "words", "\uD83D", "a".repeat(5000)]) expect(text.read(given)).toBe(given);
  });

  it.each([7, false, null, ["words"]])("is not %o", (given) => {
    expect(text.read(given)).toStrictEqual(NOT_TEXT);
  });

  it("is text in JSON Schema", () => {
    expect(text.json).toStrictEqual({ type: "string" });
  });
});

describe("an instant", () => {
  it("is read into its canonical text", () => {
    expect(instant.read("2026-06-01T11:00+02:00")).toBe("2026-06-01T09:00:00.000Z");
    expect(instant.read(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
  });

  it.each(["2026-06-01", "", 0, new Date(Number.NaN), null])("is not %o", (given) => {
    expect(instant.read(given)).toStrictEqual(new Fault("invalid_instant", "must be an ISO 8601 instant with a zone, or a valid Date"));
  });

  it("is in JSON Schema text of that form, with seconds or without", () => {
    expect(instant.json).toStrictEqual({
      type: "string",
      pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$",
    });
  });
});

describe("a currency", () => {
  it("is given in upper case", () => {
    expect(["usd", "Usd", "USD"].map((given) => currency.read(given))).toEqual(["USD", "USD", "USD"]);
  });

  it("is an ISO code, in text", () => {
    expect(currency.read("credits")).toStrictEqual(new Fault("invalid_currency", "must be an ISO 4217 currency code"));
    expect(currency.read(840)).toStrictEqual(NOT_TEXT);
    expect(currency.read(["USD"])).toStrictEqual(NOT_TEXT);
  });

  it("is three letters in JSON Schema", () => {
    expect(currency.json).toStrictEqual({ type: "string", pattern: "^[A-Za-z]{3}$" });
  });
});

describe("a time zone", () => {
  it("is the name of one, as written", () => {
    expect(["UTC", "Europe/Berlin", "europe/berlin"].map((given) => timeZone.read(given))).toEqual([
      "UTC",
      "Europe/Berlin",
      "europe/berlin",
    ]);
  });

  it("is a name that IANA knows, in text", () => {
    expect(timeZone.read("Europe/Nowhere")).toStrictEqual(new Fault("invalid_time_zone", "must be an IANA time zone name"));
    expect(timeZone.read(60)).toStrictEqual(NOT_TEXT);
    expect(timeZone.read(["UTC"])).toStrictEqual(NOT_TEXT);
  });

  it("is text in JSON Schema", () => {
    expect(timeZone.json).toStrictEqual({ type: "string" });
  });
});
