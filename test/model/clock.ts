// Instants are milliseconds since 1970 in UTC. A "wall" is what a clock in the zone shows, written as if it were
// UTC; a "day" is a date, as the number of days since 1970-01-01.

export const DAY = 86_400_000;
export const LAST_INSTANT: number = Date.parse("9999-12-31T23:59:59.999Z");
const LAST_WALL = 8.64e15 - 2 * DAY; // of a JavaScript Date

// 3: an instant is cut off to milliseconds.
export function instant(input: string | Date): number {
  if (input instanceof Date) return input.getTime();
  const [, minutes = "", seconds = ":00", fraction = "", zone = ""] = /^(.{16})(:\d\d)?(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(input) ?? [];
  return Date.parse(`${minutes}${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}${zone}`);
}
export const optionalInstant = (input: string | Date | null | undefined): number | null =>
  input === null || input === undefined ? null : instant(input);

export const iso = (t: number): string => new Date(t).toISOString();
// 3: an eligibleAt beyond year 9999 is null.
export const isoOrNull = (t: number | null): string | null => (t === null || !(t <= LAST_INSTANT) ? null : iso(t));

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const date = { era: "narrow", year: "numeric", month: "numeric", day: "numeric" } as const;
  const time = { hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" } as const;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    ...date,
    ...time,
  });
  formats.set(zone, made);
  return made;
}

/** What the zone's clocks show at t, less t. Some offsets before 1972 have odd seconds. */
function offsetAt(t: number, zone: string): number {
  if (zone === "UTC") return 0;
  const second = Math.floor(t / 1000) * 1000;
  const text = formatOf(zone).format(second); // "12/31/1999 A, 19:03:58"; the year before 1 A is 1 B
  const [month = 0, date = 0, year = 0, hour = 0, minute = 0, s = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return dayOf(text.includes("B") ? 1 - year : year, month, date) * DAY + ((hour * 60 + minute) * 60 + s) * 1000 - second;
}

export const wallOf = (t: number, zone: string): number => t + offsetAt(t, zone);
export const dayAt = (t: number, zone: string): number => Math.floor(wallOf(t, zone) / DAY);

/**
 * The one change of offset, if any, within a day of either side of a wall time. (No zone of the tz database
 * changes twice in less than a week, and no offset reaches a day.)
 */
function changeNear(wall: number, zone: string): { at: number; before: number; after: number } {
  let low = wall - DAY;
  let high = wall + DAY;
  const before = offsetAt(low, zone);
  const after = offsetAt(high, zone);
  if (before === after) return { at: Infinity, before, after };
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return { at: high, before, after };
}

// 3: a wall-clock time that the clocks skip moves forward by the gap, one that they repeat is the earlier.
export function instantOf(wall: number, zone: string): number {
  if (!(wall <= LAST_WALL)) return Infinity;
  if (zone === "UTC") return wall;
  const { at, before, after } = changeNear(wall, zone);
  if (wall - before < at) return wall - before;
  return wall - after >= at ? wall - after : wall - before;
}

/**
 * Every instant at which the local date passes the beginning of a day, in either direction, earliest first:
 * clocks that go back over midnight pass it three times.
 */
export function passings(day: number, zone: string): number[] {
  const midnight = day * DAY;
  if (!(midnight <= LAST_WALL)) return [Infinity];
  if (zone === "UTC") return [midnight];
  const { at, before, after } = changeNear(midnight, zone);
  const found: number[] = [];
  if (midnight - before < at) found.push(midnight - before);
  if (at + before > midnight !== at + after >= midnight && at !== Infinity) found.push(at);
  if (midnight - after > at) found.push(midnight - after);
  return found;
}
// 3: a day begins at the first instant of its date.
export const startOfDay = (day: number, zone: string): number => passings(day, zone)[0] ?? Infinity;

/** A year, a month from 1 and a date, as a day. The month may run over. */
export function dayOf(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, date) / DAY;
}

// 9: months on, a missing day clamped to the month's last.
export function addMonths(wall: number, months: number): number {
  const day = Math.floor(wall / DAY);
  const d = new Date(day * DAY);
  const month = d.getUTCMonth() + 1 + months;
  const last = new Date(dayOf(d.getUTCFullYear(), month + 1, 0) * DAY).getUTCDate();
  return dayOf(d.getUTCFullYear(), month, Math.min(d.getUTCDate(), last)) * DAY + (wall - day * DAY);
}

export type Period = "day" | "week" | "month" | "year";

// 3: days, weeks (from Monday), months and years. The first day of the period that a day is in, and of the next.
export function periodOf(day: number, period: Period): { start: number; next: number } {
  if (period === "day") return { start: day, next: day + 1 };
  if (period === "week") {
    const start = Math.floor((day + 3) / 7) * 7 - 3; // 1970-01-01 was a Thursday
    return { start, next: start + 7 };
  }
  const d = new Date(day * DAY);
  const year = d.getUTCFullYear();
  const month = d.getUTCMonth() + 1;
  if (period === "month") return { start: dayOf(year, month, 1), next: dayOf(year, month + 1, 1) };
  return { start: dayOf(year, 1, 1), next: dayOf(year + 1, 1, 1) };
}
