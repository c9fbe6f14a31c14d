import { plainSpaces } from "./locale.js";
import { remember } from "./remember.js";

/** How a number is shortened: all its digits, or `1.5M`, or `1.5E6`. */
export type Notation = "standard" | "compact" | "scientific";

const numbers = /* @__PURE__ */ new Map<string, Intl.NumberFormat>();

/** A number in a locale, to so many places of what is shown. */
export function shortNumberIn(locale: string, value: number, notation: Notation, places: number): string {
  const key = `${locale}|${notation}|${places}`;
  const format = numbers.get(key) ?? remember(numbers, key, new Intl.NumberFormat(locale, { notation, maximumFractionDigits: places }));
  return plainSpaces(format.format(value === 0 ? 0 : value)); // -0
}

const amounts = /* @__PURE__ */ new Map<string, Intl.NumberFormat>();

/** A decimal of at most 20 places in a locale, with every digit and at least so many places: money whose currency is told elsewhere. */
export function amountIn(locale: string, text: string, leastPlaces: number): string {
  const key = `${locale}|${leastPlaces}`;
  const places = { minimumFractionDigits: leastPlaces, maximumFractionDigits: 20 };
  const format = amounts.get(key) ?? remember(amounts, key, new Intl.NumberFormat(locale, places));
  return plainSpaces(format.format(text as Intl.StringNumericLiteral));
}

/** The locale with the calendar of ISO 8601's months and years, where its own is another. */
export function gregorian(locale: string): string {
  return String(new Intl.Locale(locale, { calendar: "gregory" }));
}

/** What of a wall-clock time is told. */
export type WallForm = "year" | "month" | "monthOfYear" | "day" | "date" | "minute" | "second" | "millisecond";

const FORMS: Readonly<Record<WallForm, Intl.DateTimeFormatOptions>> = {
  year: { year: "numeric" },
  month: { month: "short" },
  monthOfYear: { month: "short", year: "numeric" },
  day: { month: "short", day: "numeric" },
  date: { year: "numeric", month: "short", day: "numeric" },
  minute: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  second: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  millisecond: { minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3, hourCycle: "h23" },
};

const dates = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

/** A wall-clock time, in milliseconds as if it were UTC, in a locale. */
export function wallTimeIn(locale: string, wall: number, form: WallForm): string {
  const key = `${locale}|${form}`;
  const format = dates.get(key) ?? remember(dates, key, new Intl.DateTimeFormat(gregorian(locale), { ...FORMS[form], timeZone: "UTC" }));
  return plainSpaces(format.format(wall));
}
