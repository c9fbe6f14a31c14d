import { describe, expect, it } from "vitest";
import { type AccountInput, evaluate, parseAccount, planTopup } from "../../../src/index.js";
import { decimalIn, instantIn, lengthIn, moneyIn, unitIn } from "../../../src/base/locale.js";
import { explain } from "../../../src/insight/explain/explain.js";
import { credits, dollars, held, heldAccount, owed } from "../../support/build.js";

/** The first sentence about an account whose threshold is not reached or is. */
function verdict(account: AccountInput, options: object = {}, at?: string): string {
  const decision = evaluate(held({}, account, at));
  return explain(decision, { account, detail: "reason", ...options }).replace(/ No date .*/, "");
}

describe("money", () => {
  const at = (currency: string, balance: string): string =>
    verdict({ id: "a1", currency, wallets: [{ id: "w1", unit: currency, balance }] });

  it.each([
    ["USD", "1234.5", "USD 1,234.50"],
    ["USD", "1234.567", "USD 1,234.567"],
    ["JPY", "1234", "JPY 1,234"],
    ["JPY", "1234.5", "JPY 1,234.5"],
    ["KWD", "1234.5", "KWD 1,234.500"],
    ["CLF", "1234.5", "CLF 1,234.5000"],
    ["CAD", "1234", "CAD 1,234.00"],
    ["UYW", "1234", "UYW 1,234.0000"],
  ])("has its code and at least its minor digits: %s %s", (currency, balance, text) => {
    expect(at(currency, balance)).toContain(`is ${text}, `);
  });

  it("keeps all of 20 and 20 digits", () => {
    expect(at("USD", "12345678901234567890.12345678901234567891")).toBe(
      'Not due: the balance of wallet "w1" is USD 12,345,678,901,234,567,890.12345678901234567891, ' +
        "USD 12,345,678,901,234,567,880.12345678901234567891 above the threshold of USD 10.00.",
    );
    expect(at("USD", "-99999999999999999999.99999999999999999999")).toContain("is -USD 99,999,999,999,999,999,999.99999999999999999999, ");
  });

  it("beyond what every runtime formats stays as it is, with every digit", () => {
    const fine = "1234.567890123456789012345";
    expect(moneyIn("en", fine, "USD")).toBe(`USD ${fine}`);
    expect(decimalIn("de", fine)).toBe(fine);
    expect(decimalIn("en", "9".repeat(101))).toBe("9".repeat(101));
    expect(decimalIn("en", "9".repeat(100)).replaceAll(",", "")).toBe("9".repeat(100));
    expect(decimalIn("en", "1234.56789012345678901234")).toBe("1,234.56789012345678901234");
  });
});

describe("a unit that is no currency", () => {
  const of = (unit: string): string => verdict(heldAccount({ wallets: [credits({ unit, balance: "1234.5" })] }));

  it.each([
    ["credits", "1,234.5 credits, 1,224.5 credits above the threshold of 10 credits"],
    ["API calls", "1,234.5 API calls, "],
    ["minutes", "1,234.5 minutes, "],
    ["Überzüge", "1,234.5 Überzüge, "],
    ["5", '1,234.5 "5", '],
    ["credits. Due", '1,234.5 "credits. Due", '],
    ["a\nb", '1,234.5 "a\\u000ab", '],
    ["points ", '1,234.5 "points ", '],
  ])("stands after the figure: %j", (unit, text) => {
    expect(of(unit)).toContain(`is ${text}`);
  });
});

describe("the unit", () => {
  const decision = evaluate(held());

  it("is that of the account's wallet, whose charge is in the account's currency", () => {
    const account = heldAccount({ currency: "EUR", wallets: [dollars({ rate: "0.9" })] });
    expect(explain(evaluate(held({}, account)), { account })).toMatch(
      /is USD 4\.00, .* The top-up would come to EUR 45\.00, for a credit of USD 50\.00\./,
    );
  });

  it("is the plan's, whatever the account says by now", () => {
    const account = heldAccount({ currency: "EUR", wallets: [] });
    expect(explain(planTopup(held()), { account })).toContain("is USD 4.00, ");
  });

  it("is the one that the profile asked for and found", () => {
    expect(explain(evaluate(held({ currency: "USD" })), { detail: "reason" })).toContain("is USD 4.00, ");
    // The account of a wallet in dollars may be charged in another currency.
    expect(explain(evaluate(held({ currency: "USD" })))).toContain(" The top-up would come to 50, for a credit of USD 50.00. ");
    expect(explain(evaluate(owed({ currency: "GBP" })))).toMatch(/is GBP 430\.00, .* The top-up would come to GBP 50\.00\./);
  });

  it("is left out where nothing says it", () => {
    expect(explain(decision, { detail: "reason" })).toBe('Due: the balance of wallet "w1" is 4, 6 below the threshold of 10.');
    expect(explain(decision, { account: heldAccount({ wallets: [] }), detail: "reason" })).toContain("is 4, 6 below");
  });
});

describe("an instant", () => {
  const at = (zone: string | null, options: object, instant: string): string => {
    const account = heldAccount({ timeZone: zone });
    return /Decided on (.*) for account/.exec(explain(evaluate(held({}, account, instant)), { account, ...options }))?.[1] as string;
  };

  it.each([
    [null, {}, "2026-06-01T09:00:00Z", "Jun 1, 2026, 09:00 UTC"],
    ["Europe/Berlin", {}, "2026-06-01T09:00:00Z", "Jun 1, 2026, 11:00 GMT+2"],
    ["Europe/Berlin", { locale: "en-GB" }, "2026-06-01T09:00:00Z", "1 Jun 2026, 11:00 CEST"],
    ["Europe/Berlin", { locale: "en-GB" }, "2026-12-31T23:00:00Z", "1 Jan 2027, 00:00 CET"],
    ["America/New_York", {}, "2026-06-01T09:00:00Z", "Jun 1, 2026, 05:00 EDT"],
    ["Europe/Berlin", { timeZone: "America/New_York" }, "2026-06-01T09:00:00Z", "Jun 1, 2026, 05:00 EDT"],
    ["Asia/Kolkata", {}, "2026-06-01T20:00:00Z", "Jun 2, 2026, 01:30 GMT+5:30"],
    [null, {}, "2026-06-01T00:00:00Z", "Jun 1, 2026, 00:00 UTC"],
    [null, {}, "2026-06-01T12:00:07Z", "Jun 1, 2026, 12:00:07 UTC"],
    [null, {}, "2026-06-01T12:00:00.070Z", "Jun 1, 2026, 12:00:00.070 UTC"],
    [null, {}, "9999-12-31T23:59:59.999Z", "Dec 31, 9999, 23:59:59.999 UTC"],
  ])("in zone %s, %j: %s", (zone, options, instant, text) => {
    expect(at(zone, options, instant)).toBe(text);
  });

  it("tells the two hours apart that a zone repeats", () => {
    expect(at("America/New_York", {}, "2026-11-01T05:30:00Z")).toBe("Nov 1, 2026, 01:30 EDT");
    expect(at("America/New_York", {}, "2026-11-01T06:30:00Z")).toBe("Nov 1, 2026, 01:30 EST");
  });
});

describe("a locale", () => {
  const account = parseAccount(heldAccount({ timeZone: "Europe/Berlin", wallets: [dollars({ balance: "1234567.891" })] }));
  const told = (locale: string): string => explain(evaluate(held({}, account)), { account, locale });

  it.each([
    ["de", "is 1.234.567,891 USD, ", "1. Juni 2026, 11:00 MESZ"],
    ["fr", "is 1 234 567,891 USD, ", "1 juin 2026, 11:00 UTC+2"],
    ["ja", "is USD 1,234,567.891, ", "2026年6月1日 11:00 GMT+2"],
    ["en-IN", "is USD 12,34,567.891, ", "1 Jun 2026, 11:00 GMT+2"],
    ["ar-EG", "١٬٢٣٤٬٥٦٧٫٨٩١ USD, ", "١ يونيو ٢٠٢٦، ١١:٠٠ غرينتش+٢"],
    ["ar-EG-u-nu-latn", "1,234,567.891 USD, ", "1 يونيو 2026، 11:00 غرينتش+2"],
  ])("says numbers and dates its own way: %s", (locale, money, date) => {
    expect(told(locale)).toContain(money);
    expect(told(locale)).toContain(`Decided on ${date} for`);
  });

  it("puts no space into a number or a date that runtimes disagree about", () => {
    for (const locale of ["fr", "fr-CH", "de-AT", "sv", "ar-EG", "en-US-u-hc-h12"])
      expect(told(locale)).not.toMatch(/[\u00A0\u2009\u202F]/);
  });

  it("has its own words for lengths", () => {
    expect([lengthIn("en", 0), lengthIn("en", 97_445_678), lengthIn("de", 93_600_000)]).toEqual([
      "0 seconds",
      "1 day 3 hours 4 minutes 5.678 seconds",
      "1 Tag, 2 Stunden",
    ]);
    expect([unitIn("en", 1, "hour"), unitIn("fr", 2, "minute"), unitIn("en", 36_525, "day")]).toEqual([
      "1 hour",
      "2 minutes",
      "36,525 days",
    ]);
  });

  it("is remembered, and still itself after a thousand others", () => {
    const zones = ["UTC", "Europe/Berlin"];
    const instants = Array.from({ length: 4200 }, (_, n) => {
      const locale = `en-u-nu-latn-x-a${n % 2100}`;
      return [decimalIn(locale, "1234.5"), instantIn(locale, zones[n % 2] as string, "2026-06-01T09:00:00.000Z")].join(" ");
    });
    expect(new Set(instants)).toEqual(new Set(["1,234.5 Jun 1, 2026, 09:00 UTC", "1,234.5 Jun 1, 2026, 11:00 GMT+2"]));
  });
});

describe("an id of others", () => {
  const told = (id: string): string => {
    const account = heldAccount({ id });
    return explain(evaluate(held({}, account)), { account });
  };

  it.each([
    ["a1", '"a1"'],
    ["née 😀", '"née 😀"'],
    ['a" by profile "p9', '"a\\" by profile \\"p9"'],
    ["a\\", '"a\\\\"'],
    ["a\r\nlevel=error", '"a\\u000d\\u000alevel=error"'],
    ["a\u2028b\u2029c\u0085d", '"a\\u2028b\\u2029c\\u0085d"'],
    ["\u001b[31mred\u0000", '"\\u001b[31mred\\u0000"'],
    ["abc\u202Edef", '"abc\\u202edef"'],
    ["a\u200Bb\uFEFF", '"a\\u200bb\\ufeff"'],
    ["a\u{E0041}b", '"a\\udb40\\udc41b"'],
  ])("can end neither its quotation nor the line: %j", (id, text) => {
    expect(told(id)).toContain(` for account ${text} by profile "p1".`);
  });

  it("nor can a fact, half a character among it", () => {
    const decision = evaluate(held({ customerId: "c9" }));
    const checks = decision.checks.map((check) => (check.guard === "customer" ? { ...check, facts: { customerId: "c\n\uD800" } } : check));
    expect(explain({ ...decision, checks }, { detail: "reason" })).toContain('for account "c\\u000a\\ud800" alone.');
  });
});
