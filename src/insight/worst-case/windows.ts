import type { CalendarUnit } from "../../base/calendar.js";
import { DAY, fromMs, LAST_INSTANT, toMs } from "../../base/instant.js";
import type { ByPeriod } from "./ceiling.js";
import { type Clocks, PROVEN_FROM, spanOf } from "./clocks.js";
import { nextOccurrence } from "./occurrences.js";
import type { Life } from "./span.js";
import type { Terms } from "./terms.js";

/** A calendar period, or what of it lies in a profile's life. In milliseconds. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** Periods that hold as many other periods as they can: all are tried, and a longest one of the zone. */
const LONG: ByPeriod<readonly string[]> = {
  day: ["2028-01-12"],
  week: ["2026-12-31", "2026-10-28"], // over two years; over two months, and longer where clocks go back on 1 November
  month: ["2027-05-12", "2028-10-12"], // six weeks; six weeks, and longer where clocks go back
  year: ["2040-06-12", "2028-06-12"], // 54 weeks; a leap year
};

/** From each weekday on: weeks fit into one of them best. */
const LEAP_YEARS = ["2032-06-12", "2036-06-12", "2044-06-12", "2048-06-12", "2052-06-12"];

/** How many periods from its beginning on, and how many occurrences, a schedule is tried in. */
const FIRST: ByPeriod<number> = { day: 2, week: 9, month: 14, year: 9 };
const OCCURRENCES = 9;
/** Few, where each has much in it. */
const SOME = 3;

const FOUR_CENTURIES = 146_097 * DAY; // after which all dates fall on the same weekdays again

/** A life as far as a bound is proven. */
export function wholeOf({ from, until }: Life): Window {
  return { from: Math.max(from ?? PROVEN_FROM, PROVEN_FROM), until: until ?? toMs(LAST_INSTANT) };
}

/** Where to look for a period in which a bound is reached. */
export function* windowsOf(unit: CalendarUnit, life: Life, terms: Terms, clocks: Clocks): Generator<Window> {
  const whole = wholeOf(life);
  if (life.from !== null) yield* firstWindows(unit, whole, terms);
  const { trigger } = terms.profile;
  const dates = [...LONG[unit], ...(trigger.basis === "schedule" && trigger.every.unit === "week" && unit === "year" ? LEAP_YEARS : [])];
  const skip = trigger.basis === "schedule" && clocks.skipsMidnight !== null ? [clocks.skipsMidnight] : [];
  const instants = [clocks.longest[unit].inside, ...skip, ...dates.map((date) => toMs(`${date}T12:00:00.000Z`))];
  for (const instant of instants) {
    const window = spanOf(terms.zone, instant + shiftTo(whole.from, instant), unit);
    if (window.from >= whole.from && window.until <= whole.until) yield window;
  }
}

/** The first periods from the beginning on, and for a schedule those of its first occurrences. */
function* firstWindows(unit: CalendarUnit, within: Window, { zone, profile }: Terms): Generator<Window> {
  const { trigger } = profile;
  const clipped = ({ from, until }: Window): Window => ({ from: Math.max(from, within.from), until: Math.min(until, within.until) });
  let window = spanOf(zone, within.from, unit);
  const count = trigger.basis === "schedule" && trigger.every.unit !== "day" ? FIRST[unit] : SOME;
  for (let index = 0; index < count && window.from < within.until; index += 1) {
    yield clipped(window);
    window = spanOf(zone, window.until, unit);
  }
  if (trigger.basis !== "schedule" || unit === "year") return;
  let at = fromMs(within.from);
  for (let index = 0; index < OCCURRENCES && at !== null && toMs(at) < within.until; index += 1) {
    yield clipped(spanOf(zone, toMs(at), unit));
    at = nextOccurrence(profile, trigger, zone, at);
  }
}

/** None for what lies after the beginning: no instant looked at is four centuries later. */
function shiftTo(begin: number, instant: number): number {
  return Math.ceil((begin - instant) / FOUR_CENTURIES) * FOUR_CENTURIES;
}
