/**
 * An instant inside the library is always UTC text of one form, `2026-06-01T09:00:00.000Z`. Texts of this
 * form sort as the instants do, so `<` compares them; milliseconds are used for arithmetic alone.
 */
export type Instant = string;

export const SECOND = 1000;
export const MINUTE: number = 60 * SECOND;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;

const FIRST_MS = -62_135_596_800_000; // 0001-01-01T00:00:00.000Z
const LAST_MS = 253_402_300_799_999; // 9999-12-31T23:59:59.999Z
export const LAST_INSTANT: Instant = "9999-12-31T23:59:59.999Z";

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** The instant that a caller's text or `Date` names, or `null` where it names none. */
export function instantText(value: unknown): Instant | null {
  if (typeof value !== "string") return textOf(msOfDate(value));
  return usualText(value) ?? textOf(msOfText(value));
}

const USUAL =
  /^(?!0000)\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
const SECONDS_END = "2026-06-01T09:00:00".length;
const CANONICAL_LENGTH = "2026-06-01T09:00:00.000Z".length;
const ZERO_CODE = "0".charCodeAt(0);

/** Text that is canonical but for its fraction, and names a date that is there in every year: no arithmetic is needed. */
function usualText(text: string): Instant | null {
  if (!USUAL.test(text)) return null;
  if (text.length === CANONICAL_LENGTH) return text;
  const milliseconds = text
    .slice(SECONDS_END + 1, -1)
    .slice(0, 3)
    .padEnd(3, "0");
  return `${text.slice(0, SECONDS_END)}.${milliseconds}Z`;
}

function textOf(ms: number): Instant | null {
  return ms >= FIRST_MS && ms <= LAST_MS ? new Date(ms).toISOString() : null;
}

/** Whether it is a `Date`, of this realm or another. */
export function isDate(value: unknown): value is Date {
  try {
    Date.prototype.getTime.call(value);
    return true;
  } catch {
    return false; // getTime refuses whatever is no Date, a Proxy of one included
  }
}

function msOfDate(value: unknown): number {
  return isDate(value) ? Date.prototype.getTime.call(value) : Number.NaN;
}

/** Text as `earlier` gives it, before year 1, included. */
export function toMs(instant: Instant): number {
  if (instant.length !== CANONICAL_LENGTH) return Date.parse(instant);
  const pair = (at: number): number => instant.charCodeAt(at) * 10 + instant.charCodeAt(at + 1) - 11 * ZERO_CODE;
  const milliseconds = pair("2026-06-01T09:00:00.".length) * 10 + instant.charCodeAt(CANONICAL_LENGTH - 2) - ZERO_CODE;
  return daysTo(pair(0) * 100 + pair(2), pair(5), pair(8)) * DAY + pair(11) * HOUR + pair(14) * MINUTE + pair(17) * SECOND + milliseconds;
}

/** Days from 1970 to a date, in less time than the runtime takes: years begin in March here, so that a leap day ends its own. */
function daysTo(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((months * 153 + 2) / 5) + day - 719_469;
}

/** As a caller may hand it in. */
export function dateAt(ms: number): Date {
  return new Date(ms);
}

/** `null` where the result lies beyond year 9999 and so has no text. */
export function fromMs(ms: number): Instant | null {
  return ms <= LAST_MS ? new Date(ms).toISOString() : null;
}

/** So many milliseconds later; `null` beyond year 9999. */
export function later(instant: Instant, ms: number): Instant | null {
  return fromMs(toMs(instant) + ms);
}

/** So many milliseconds earlier. Before year 1 the text begins with `-` or `0000`, which still sorts before all others. */
export function earlier(instant: Instant, ms: number): Instant {
  return new Date(toMs(instant) - ms).toISOString();
}

export function latest(instants: readonly Instant[]): Instant | null {
  return instants.reduce<Instant | null>((max, each) => (max === null || each > max ? each : max), null);
}

function msOfText(text: string): number {
  const match = WRITTEN.exec(text);
  if (match === null) return Number.NaN;
  const [, year, month, day, hour, minute, second = 0, fraction = "", sign, zoneHour = 0, zoneMinute = 0] = match;
  const fields = [Number(month), Number(day), Number(hour), Number(minute), Number(second)] as const;
  if (fields[2] > 23 || fields[3] > 59 || fields[4] > 59) return Number.NaN;
  // Date.UTC reads the years 0 to 99 as 1900 to 1999, so the year is set on its own.
  const date = new Date(0);
  date.setUTCFullYear(Number(year), fields[0] - 1, fields[1]);
  if (date.getUTCMonth() !== fields[0] - 1) return Number.NaN; // 30 February is in March
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  const local = date.getTime() + fields[2] * HOUR + fields[3] * MINUTE + fields[4] * SECOND + milliseconds;
  if (Number(year) < 1 || Number(zoneHour) > 23 || Number(zoneMinute) > 59) return Number.NaN;
  const offset = Number(zoneHour) * HOUR + Number(zoneMinute) * MINUTE;
  return sign === "+" ? local - offset : local + offset;
}
