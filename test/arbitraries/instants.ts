import fc from "fast-check";
import { weighted } from "./weighted.js";

const HOUR = 3_600_000;
export const DAY: number = 24 * HOUR;
const FIRST = -62_135_596_800_000; // 0001-01-01T00:00:00.000Z
const LAST = 253_402_300_799_999; // 9999-12-31T23:59:59.999Z

/** Brought into the years that an input can state. */
export const admittedInstant = (ms: number): number => Math.min(Math.max(ms, FIRST), LAST);

/**
 * Dates on which the clocks of a zone change: by an hour, by half of one, over midnight in either direction
 * (no such hour on the date, or twice), by a minute after midnight, by a whole date. All lie in the past, where no
 * release of the time zone database can move them.
 */
const CLOCK_CHANGES: Readonly<Record<string, readonly string[]>> = {
  UTC: [],
  "America/New_York": ["2025-03-09", "2025-11-02", "2007-03-11"],
  "Europe/London": ["2025-03-30", "2025-10-26", "2024-03-31"],
  "Australia/Sydney": ["2025-04-06", "2025-10-05"],
  "Pacific/Auckland": ["2025-04-06", "2025-09-28"],
  "Australia/Lord_Howe": ["2025-04-06", "2025-10-05"],
  "America/Sao_Paulo": ["2018-02-18", "2018-11-04"],
  "America/Havana": ["2024-03-10", "2024-11-03"],
  "Africa/Cairo": ["2024-04-26", "2024-11-01"],
  "America/St_Johns": ["2006-04-02", "2006-10-29"],
  "Pacific/Apia": ["2011-12-30", "2011-12-31", "2012-04-01"],
  "Africa/Casablanca": ["2025-02-23", "2025-04-06"],
  "Africa/Monrovia": ["1972-01-07"],
  "Asia/Kolkata": [],
  "Asia/Kathmandu": [],
  "Pacific/Kiritimati": ["1995-01-01"],
};
const CALENDAR_EDGES = [
  "2024-02-29",
  "2024-03-01",
  "2023-02-28",
  "2025-01-01",
  "2024-12-31",
  "2025-01-31",
  "2025-06-30",
  "2024-12-30",
  "2020-02-29",
];

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" }); // 2025-03-09 01:59:59
    clocks.set(zone, clock);
  }
  return clock;
}

/** What the clocks of the zone show, as if it were UTC. */
export function wallOf(zone: string, ms: number): number {
  if (zone === "UTC") return ms;
  const second = Math.floor(ms / 1000) * 1000;
  return Date.parse(`${clockOf(zone).format(second).replace(" ", "T")}Z`) + (ms - second);
}

/** An instant at which the clocks show this, or one an hour off where they skip it: good enough to aim by. */
export function instantOf(zone: string, wall: number): number {
  const guess = wall - (wallOf(zone, wall) - wall);
  return wall - (wallOf(zone, guess) - guess);
}

function changeAround(zone: string, date: string): number[] {
  let [before, after] = [Date.parse(date) - DAY, Date.parse(date) + 2 * DAY];
  const offsetBefore = wallOf(zone, before) - before;
  if (wallOf(zone, after) - after === offsetBefore) return [];
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (wallOf(zone, middle) - middle === offsetBefore) before = middle;
    else after = middle;
  }
  return [after];
}

export interface Anchor {
  readonly zone: string;
  readonly anchor: number;
}

const anchors: readonly Anchor[] = Object.entries(CLOCK_CHANGES).flatMap(([zone, changes]) => {
  const midnights = [...changes, ...CALENDAR_EDGES].map((date) => instantOf(zone, Date.parse(date)));
  const nextMidnights = changes.map((date) => instantOf(zone, Date.parse(date) + DAY));
  const all = [...midnights, ...nextMidnights, ...changes.flatMap((date) => changeAround(zone, date))];
  return all.map((anchor) => ({ zone, anchor }));
});
// The ends of time, in a zone of which no rule is needed.
const ends: readonly Anchor[] = [LAST, LAST - 30 * DAY, FIRST, FIRST + 30 * DAY].map((anchor) => ({ zone: "UTC", anchor }));

/** A little or a lot off an edge, in milliseconds; by whole days too, so that `at` stays at a midnight. */
const shift: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: weighted([3, 0], [2, -1], [2, 1]) },
  { weight: 2, arbitrary: fc.integer({ min: -40, max: 40 }).map((days) => days * DAY) },
  { weight: 2, arbitrary: fc.integer({ min: -40 * 24, max: 40 * 24 }).map((hours) => hours * HOUR) },
  { weight: 1, arbitrary: fc.integer({ min: -40 * DAY, max: 40 * DAY }) },
);

/** How long ago, in milliseconds. */
export const age: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 72 }).map((hours) => hours * HOUR) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 * DAY }) },
  { weight: 1, arbitrary: weighted([2, 0], [1, 1]) },
);

export interface Moment extends Anchor {
  readonly at: number;
}

/** The zone of an account, and an instant at or near an edge of its calendar. */
export const moment: fc.Arbitrary<Moment> = fc
  .tuple(fc.oneof({ weight: 60, arbitrary: fc.constantFrom(...anchors) }, { weight: 1, arbitrary: fc.constantFrom(...ends) }), shift)
  .map(([{ zone, anchor }, by]) => ({ zone, anchor, at: admittedInstant(anchor + by) }));
