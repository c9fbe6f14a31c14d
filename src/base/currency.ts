/**
 * ISO 4217 codes by the number of their minor-unit digits. Codes without minor units (metals, the SDR,
 * test and no-currency codes) are no money that can be charged, and are left out. A test holds the list
 * against a kept package.
 */
const CODES_BY_DIGITS: readonly (readonly [digits: number, codes: string])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
  [
    2,
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE " +
      "CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD " +
      "HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP " +
      "MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD " +
      "SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS " +
      "VED VES WST XAD XCD XCG YER ZAR ZMW ZWG",
  ],
];

const MINOR_DIGITS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  CODES_BY_DIGITS.flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, digits] as const)),
);

/** The upper-case code where the text is a currency in either case, else `null`. */
export function currencyCode(text: string): string | null {
  if (MINOR_DIGITS.has(text)) return text;
  // Only ASCII letters may be folded: "ı" would become "I" under other rules.
  const upper = /[^A-Za-z]/.test(text) ? text : text.toUpperCase();
  return MINOR_DIGITS.has(upper) ? upper : null;
}

/** A currency upper-cased; anything else is a custom unit and stays as written. */
export function unitName(text: string): string {
  return currencyCode(text) ?? text;
}

/** The minor-unit digits of a currency: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorDigits(code: string): number | null {
  return MINOR_DIGITS.get(code) ?? null;
}

/** All codes, for tests and JSON Schema. */
export function currencyCodes(): readonly string[] {
  return [...MINOR_DIGITS.keys()].sort();
}
