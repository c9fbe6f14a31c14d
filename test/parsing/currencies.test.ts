import currencyCodes from "currency-codes";
import { describe, expect, it } from "vitest";
import { currencyCodes as ourCodes, minorDigits } from "../../src/base/currency.js";
import { parseAccount, parseProfile, type ProfileInput } from "../../src/index.js";
import { credits, dollars, heldAccount, heldProfile, owed, topupPlan } from "../support/build.js";
import { faults } from "../support/faults.js";

const currencyOf = (currency: unknown): string => parseAccount({ id: "a1", currency: currency as string }).currency;

describe("the table of currencies", () => {
  // The package follows ISO 4217 as of 2024-06-25.
  const theirs = new Map(currencyCodes.data.map(({ code, digits }) => [code, digits]));

  const WITHOUT_MINOR_UNITS = {
    XAG: "silver",
    XAU: "gold",
    XBA: "bond markets unit",
    XBB: "bond markets unit",
    XBC: "bond markets unit",
    XBD: "bond markets unit",
    XDR: "special drawing right",
    XPD: "palladium",
    XPT: "platinum",
    XSU: "Sucre, a unit of account",
    XTS: "for tests",
    XUA: "African Development Bank's unit of account",
    XXX: "no currency",
  };
  const WITHDRAWN_SINCE = {
    ANG: "Netherlands Antillean guilder: XCG took its place in 2025",
    CUC: "Cuban convertible peso: abolished in 2021",
  };
  const NEW_SINCE = { XAD: 2 /* Arab accounting dinar, of 2025 */, XCG: 2 /* Caribbean guilder, of 2025 */ };

  it("has the codes of ISO 4217 but those without minor units and those withdrawn, and the new ones", () => {
    const expected = [...theirs.keys()].filter((code) => !(code in WITHOUT_MINOR_UNITS) && !(code in WITHDRAWN_SINCE));
    expect(ourCodes()).toEqual([...expected, ...Object.keys(NEW_SINCE)].sort());
  });

  it("has each code's minor digits as ISO has them", () => {
    const expected = ourCodes().map((code) => [code, theirs.get(code) ?? NEW_SINCE[code as keyof typeof NEW_SINCE]]);
    expect(ourCodes().map((code) => [code, minorDigits(code)])).toEqual(expected);
  });

  it("lists no difference that is none", () => {
    for (const code of Object.keys({ ...WITHOUT_MINOR_UNITS, ...WITHDRAWN_SINCE })) expect(theirs.has(code)).toBe(true);
    for (const code of Object.keys(NEW_SINCE)) expect(theirs.has(code)).toBe(false);
  });

  it("has Zimbabwe's gold of 2024, and the lev as long as books are kept in it", () => {
    expect([minorDigits("ZWG"), minorDigits("BGN")]).toEqual([2, 2]);
  });
});

describe("a currency", () => {
  it("is read in either case and given back upper-case", () => {
    expect(["usd", "Usd", "USD", "jPy"].map(currencyOf)).toEqual(["USD", "USD", "USD", "JPY"]);
  });

  it.each(["", "US", "USDT", "XXX", "XAU", "ZZZ", "credits", " USD", "ıqd", "$"])("is a fault where %o is no ISO 4217 code", (code) => {
    expect(faults(() => currencyOf(code))).toEqual(["currency: invalid_currency"]);
  });

  it("is text", () => {
    expect(faults(() => currencyOf(840))).toEqual(["currency: invalid_type"]);
  });

  it.each([
    ["USD", "50.00"],
    ["JPY", "50"],
    ["KWD", "50.000"],
    ["CLF", "50.0000"],
  ])("gives a charge exactly its minor digits: %s", (currency, charge) => {
    const { topup, actions } = topupPlan(owed({}, { currency }));
    expect([topup.charge, topup.credit, actions[0]]).toEqual([charge, charge, expect.objectContaining({ amount: charge, currency })]);
  });
});

describe("a wallet's unit", () => {
  it("is a currency in either case", () => {
    expect(parseAccount(heldAccount({ wallets: [dollars({ unit: "usd" })] })).wallets[0]).toMatchObject({
      unit: "USD",
      rate: "1",
      scale: null,
    });
  });

  it("is a custom unit, as written, where it is no ISO code", () => {
    const { wallets } = parseAccount(heldAccount({ wallets: [credits({ unit: "Credits" }), credits({ id: "w2", unit: "xau" })] }));
    expect(wallets.map(({ unit, rate, scale }) => [unit, rate, scale])).toEqual([
      ["Credits", "0.1", 9],
      ["xau", "0.1", 9],
    ]);
  });

  it("must state its rate where it is not the account's currency, a custom unit or another currency", () => {
    const wallets = [dollars(), { id: "w2", unit: "credits" }, { id: "w3", unit: "EUR", rate: null }];
    expect(faults(() => parseAccount(heldAccount({ wallets })))).toEqual([
      "wallets.1.rate: missing_companion",
      "wallets.2.rate: missing_companion",
    ]);
  });

  it("may state a rate also where it is the account's currency", () => {
    expect(parseAccount(heldAccount({ wallets: [dollars({ rate: "0.5" })] })).wallets[0]?.rate).toBe("0.5");
  });

  it("has a scale only where it is a custom unit", () => {
    expect(faults(() => parseAccount(heldAccount({ wallets: [dollars({ scale: 2 })] })))).toEqual(["wallets.0.scale: conflict"]);
    expect(parseAccount(heldAccount({ wallets: [credits({ scale: 0 })] })).wallets[0]?.scale).toBe(0);
    expect(parseAccount(heldAccount({ wallets: [credits({ scale: 12 })] })).wallets[0]?.scale).toBe(12);
  });
});

describe("a profile's currency", () => {
  it.each([
    ["usd", "USD"],
    ["Credits", "Credits"],
  ])("%s is kept as %s", (currency, expected) => {
    expect(parseProfile(heldProfile({ currency } as Partial<ProfileInput>)).currency).toBe(expected);
  });
});
