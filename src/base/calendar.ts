import { UTCDate } from "@date-fns/utc";
import { addDays } from "date-fns/addDays";
import { addMonths } from "date-fns/addMonths";
import { startOfDay } from "date-fns/startOfDay";
import { startOfISOWeek } from "date-fns/startOfISOWeek";
import { startOfMonth } from "date-fns/startOfMonth";
import { startOfYear } from "date-fns/startOfYear";
import { fromMs, type Instant, MINUTE, toMs } from "./instant.js";
import { remember } from "./remember.js";
import { fallsBackOver, firstInstantFrom, instantAt, instantsAt, offsetAt, WIDEST_OFFSET } from "./zone.js";

/** A wall-clock time: what the clocks of a zone show, held in the UTC fields of a date. */
export type WallClock = UTCDate;
export type CalendarUnit = "day" | "week" | "month" | "year";

/** How many dates a period has at most. */
export const MOST_DATES: Readonly<Record<CalendarUnit, number>> = { day: 1, week: 7, month: 31, year: 366 };

export function wallClockOf(zone: string, instant: Instant): WallClock {
  const ms = toMs(instant);
  return new UTCDate(ms + offsetAt(zone, ms));
}

/** So many calendar units on; a month's missing day becomes its last. */
export function addToWall(wall: WallClock, count: number, unit: CalendarUnit): WallClock {
  switch (unit) {
    case "day":
      return addDays(wall, count);
    case "week":
      return addDays(wall, count * 7);
    case "month":
      return addMonths(wall, count);
    case "year":
      return addMonths(wall, count * 12);
  }
}

/** The same wall-clock time so many units later, as an instant; `null` beyond year 9999. */
export function addInZone(zone: string, instant: Instant, count: number, unit: CalendarUnit): Instant | null {
  if (count === 0) return instant; // not the earlier of two equal wall-clock times
  return fromMs(instantAt(zone, addToWall(wallClockOf(zone, instant), count, unit).getTime()));
}

/** The start of the date that lies `days` dates after that of `instant`; `null` beyond year 9999. */
export function startOfDateAfter(zone: string, instant: Instant, days: number): Instant | null {
  return fromMs(firstInstantFrom(zone, addDays(startOfDay(wallClockOf(zone, instant)), days).getTime()));
}

/** When the clocks show so many minutes after midnight on the date that lies `days` dates after that of `instant`, in milliseconds. */
export function localTimeOn(zone: string, instant: Instant, days: number, minutes: number): number {
  return instantAt(zone, addDays(startOfDay(wallClockOf(zone, instant)), days).getTime() + minutes * MINUTE);
}

/** A calendar day, week (from Monday), month or year of a zone. Instants are asked and told in milliseconds. */
export interface Period {
  readonly unit: CalendarUnit;
  /** Wall-clock start, in milliseconds: tells the periods of one unit apart. */
  readonly key: number;
  /** Whether the instant's local date lies in the period. */
  contains(ms: number): boolean;
  /** Whether it does whatever the zone's offset is then. */
  surelyContains(ms: number): boolean;
  /** Whether the instant's local date lies after the period. */
  precedes(ms: number): boolean;
  /**
   * When the local date leaves the period: once, as a rule, but more often where the clocks go back over
   * the midnight at either end.
   */
  readonly ends: readonly number[];
  /** When the local date enters the period: once, as a rule, but again where the clocks go back over the midnight at either end. */
  readonly starts: readonly number[];
}

const lastPeriods = /* @__PURE__ */ new Map<string, { [Unit in CalendarUnit]?: Period }>();

/** The period of an instant: as a rule that of the instant asked before, since many accounts are looked at at one time. */
export function periodOf(zone: string, ms: number, unit: CalendarUnit): Period {
  const periods = lastPeriods.get(zone) ?? remember(lastPeriods, zone, {});
  const last = periods[unit];
  if (last?.surelyContains(ms)) return last;
  return (periods[unit] = newPeriod(zone, ms, unit));
}

function newPeriod(zone: string, ms: number, unit: CalendarUnit): Period {
  const start = startOf(new UTCDate(ms + offsetAt(zone, ms)), unit);
  const key = start.getTime();
  const endWall = addToWall(start, 1, unit).getTime();
  // Far from a wall time the answer needs no look at the zone, which is what costs.
  const reaches = (other: number, wall: number): boolean =>
    other >= wall + WIDEST_OFFSET || (other >= wall - WIDEST_OFFSET && other + offsetAt(zone, other) >= wall);
  const turns = (wall: number, other: number): number[] => [
    firstInstantFrom(zone, wall),
    ...instantsAt(zone, wall),
    ...fallsBackOver(zone, other),
  ];
  return {
    unit,
    key,
    surelyContains: (other) => other >= key + WIDEST_OFFSET && other < endWall - WIDEST_OFFSET,
    contains: (other) => reaches(other, key) && !reaches(other, endWall),
    precedes: (other) => reaches(other, endWall),
    get starts() {
      return turns(key, endWall);
    },
    get ends() {
      return turns(endWall, key);
    },
  };
}

function startOf(wall: WallClock, unit: CalendarUnit): WallClock {
  switch (unit) {
    case "day":
      return startOfDay(wall);
    case "week":
      return startOfISOWeek(wall);
    case "month":
      return startOfMonth(wall);
    case "year":
      return startOfYear(wall);
  }
}
