import { type CalendarUnit, MOST_DATES, periodOf } from "../../base/calendar.js";
import { DAY, fromMs, type Instant, toMs } from "../../base/instant.js";
import { byPeriod, type ByPeriod } from "./ceiling.js";
import type { Clocks } from "./clocks.js";

/** A calendar period as a stretch of time for which top-ups are counted. */
export interface Span {
  readonly unit: CalendarUnit;
  /** In milliseconds, at most. */
  readonly length: number;
  /** How many local dates it touches, at most. */
  readonly dates: number;
}

export function periodSpan(unit: CalendarUnit, { longest }: Clocks): Span {
  return { unit, length: longest[unit].length, dates: MOST_DATES[unit] };
}

/** When a profile is in force, in milliseconds; null where an end is open. */
export interface Life {
  readonly from: number | null;
  readonly until: number | null;
}

/** A life with both ends, with how many calendar periods of each unit it touches. */
export interface LifeSpan extends Omit<Span, "unit"> {
  readonly touches: ByPeriod<number>;
}

export function lifeSpan({ from, until }: Life, zone: string): LifeSpan | null {
  if (from === null || until === null) return null;
  const between = (unit: CalendarUnit): number => indexOf(zone, until - 1, unit) - indexOf(zone, from, unit) + 1;
  const touches = byPeriod(between);
  return { length: until - from, dates: touches.day, touches };
}

/** The periods of a unit, numbered by the wall clock at their start. */
function indexOf(zone: string, ms: number, unit: CalendarUnit): number {
  const start = fromMs(periodOf(zone, ms, unit).key) as Instant; // a date that the clocks show has a text
  const days = Math.floor(toMs(start) / DAY);
  const year = Number(start.slice(0, 4));
  return { day: days, week: Math.floor(days / 7), month: year * 12 + Number(start.slice(5, 7)), year }[unit];
}
