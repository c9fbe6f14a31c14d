import * as fc from "fast-check";
import { DAY, HOUR, LAST_INSTANT, toMs } from "../../base/instant.js";
import { firstWhere, offsetAt } from "../../base/zone.js";
import { weighted } from "./weighted.js";

const FIRST = toMs("0001-01-01T00:00:00.000Z");
const LAST = toMs(LAST_INSTANT);

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

/** An instant at which the clocks show this, or one an hour off where they skip it: good enough to aim by. */
export function instantOf(zone: string, wall: number): number {
  return wall - offsetAt(zone, wall - offsetAt(zone, wall));
}

/** The instant at which the clocks change. */
function changeAround(zone: string, date: string): number {
  const [before, after] = [toMs(date) - DAY, toMs(date) + 2 * DAY];
  const offset = offsetAt(zone, before);
  return firstWhere(before, after, (ms) => offsetAt(zone, ms) !== offset);
}

export interface Anchor {
  readonly zone: string;
  readonly anchor: number;
}

const anchors: readonly Anchor[] = Object.entries(CLOCK_CHANGES).flatMap(([zone, changes]) => {
  const midnights = [...changes, ...CALENDAR_EDGES].map((date) => instantOf(zone, toMs(date)));
  const nextMidnights = changes.map((date) => instantOf(zone, toMs(date) + DAY));
  const all = [...midnights, ...nextMidnights, ...changes.map((date) => changeAround(zone, date))];
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
