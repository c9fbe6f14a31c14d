import { currencyCode, minorDigits } from "./currency.js";
import { text } from "./fields.js";
import { DAY, HOUR, type Instant, MINUTE, SECOND, toMs } from "./instant.js";
import { remember } from "./remember.js";
import { Fault, type Reader } from "./schema.js";

const BAD_LOCALE = /* @__PURE__ */ new Fault("invalid_locale", "must be a BCP 47 locale that this runtime knows");

/** A BCP 47 tag. One that is unknown here is a fault: `Intl` would put the process's own locale in its place. */
export const locale: Reader<string, string> = {
  json: { type: "string" },
  read(value) {
    const tag = text.read(value);
    return tag instanceof Fault ? tag : knownLocale(tag);
  },
};

/** Longer than any that people use. `Intl` takes a minute over one of half a million letters. */
const LONGEST = 255;

function knownLocale(tag: string): string | Fault {
  if (tag.length > LONGEST) return BAD_LOCALE;
  try {
    const known = Intl.NumberFormat.supportedLocalesOf([tag]).concat(Intl.DateTimeFormat.supportedLocalesOf([tag]));
    return known.length === 2 ? (known[0] as string) : BAD_LOCALE;
  } catch {
    return BAD_LOCALE; // RangeError: not well formed
  }
}

/** `Intl` formats decimal text of this size to its last digit, on every runtime that takes text. */
const WITHIN_INTL = /^-?\d{1,100}(?:\.\d{1,20})?$/;

const numbers = /* @__PURE__ */ new Map<string, Intl.NumberFormat>();

/** A decimal in a locale, with every digit; what is beyond `Intl` stays as it is. */
export function decimalIn(locale: string, text: string): string {
  return WITHIN_INTL.test(text) ? formatted(numberFormat(locale, null), text) : text;
}

/**
 * Money in a locale, with every digit and at least the minor ones. The code stands for the currency, since
 * the symbol of one is that of another elsewhere: `$` is a Canadian one in `en-CA`.
 */
export function moneyIn(locale: string, text: string, currency: string): string {
  return WITHIN_INTL.test(text) ? formatted(numberFormat(locale, currency), text) : `${currency} ${text}`;
}

/** A figure in a unit: as money where that is a currency, else beside its name as `written`; a plain number where it is unknown. */
export function figureIn(locale: string, text: string, unit: string | null, written: string | null = unit): string {
  if (unit === null) return decimalIn(locale, text);
  const currency = currencyCode(unit);
  return currency === null ? `${decimalIn(locale, text)} ${written ?? unit}` : moneyIn(locale, text, currency);
}

function formatted(format: Intl.NumberFormat, text: string): string {
  return plainSpaces(format.format(text as Intl.StringNumericLiteral));
}

function numberFormat(locale: string, currency: string | null): Intl.NumberFormat {
  const key = `${locale}|${currency}`;
  return numbers.get(key) ?? remember(numbers, key, new Intl.NumberFormat(locale, { ...styleOf(currency), maximumFractionDigits: 20 }));
}

function styleOf(currency: string | null): Intl.NumberFormatOptions {
  if (currency === null) return {};
  return { style: "currency", currency, currencyDisplay: "code", minimumFractionDigits: minorDigits(currency) as number };
}

const dates = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

const SECONDS_START = "2026-06-01T09:00".length;
const FRACTION_START = "2026-06-01T09:00:00".length;

/** An instant in a locale and zone: date, 24-hour time and zone, with seconds and milliseconds where they are not zero. */
export function instantIn(locale: string, zone: string, instant: Instant): string {
  return plainSpaces(dateFormat(locale, zone, finestOf(instant)).format(toMs(instant)));
}

const FINE = {
  minute: { minute: "2-digit" },
  second: { minute: "2-digit", second: "2-digit" },
  millisecond: { minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function finestOf(instant: Instant): keyof typeof FINE {
  if (!instant.startsWith(".000", FRACTION_START)) return "millisecond";
  return instant.startsWith(":00", SECONDS_START) ? "minute" : "second";
}

function dateFormat(locale: string, timeZone: string, finest: keyof typeof FINE): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${finest}`;
  return dates.get(key) ?? remember(dates, key, new Intl.DateTimeFormat(locale, optionsOf(timeZone, finest)));
}

function optionsOf(timeZone: string, finest: keyof typeof FINE): Intl.DateTimeFormatOptions {
  return {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    ...FINE[finest],
    hourCycle: "h23",
    timeZone,
    timeZoneName: "short",
  };
}

const lengths = /* @__PURE__ */ new Map<string, Intl.NumberFormat>();

/** A length of time in a locale, exact: `1 day 3 hours`. A day is 24 hours. */
export function lengthIn(locale: string, ms: number): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const seconds = (ms % MINUTE) / SECOND;
  const parts = [
    ...(days > 0 ? [unitIn(locale, days, "day")] : []),
    ...(hours > 0 ? [unitIn(locale, hours, "hour")] : []),
    ...(minutes > 0 ? [unitIn(locale, minutes, "minute")] : []),
    ...(seconds > 0 || ms === 0 ? [unitIn(locale, seconds, "second")] : []),
  ];
  return plainSpaces(new Intl.ListFormat(locale, { type: "unit", style: "narrow" }).format(parts));
}

/** So many of a unit of time in a locale: `24 hours`. */
export function unitIn(locale: string, value: number, unit: "second" | "minute" | "hour" | "day"): string {
  const key = `${locale}|${unit}`;
  const format = lengths.get(key) ?? remember(lengths, key, new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }));
  return plainSpaces(format.format(value));
}

/** Which kind of space stands in a number or a date differs between runtimes. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u00A0\u2009\u202F]/g, " ");
}
