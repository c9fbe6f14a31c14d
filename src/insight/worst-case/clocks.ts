import { type CalendarUnit, MOST_DATES, periodOf } from "../../base/calendar.js";
import { DAY, toMs } from "../../base/instant.js";
import { remember } from "../../base/remember.js";
import { firstWhere, offsetAt } from "../../base/zone.js";
import { byPeriod, type ByPeriod } from "./ceiling.js";

/** A bound is proven from here on: since then no clocks have gone back past a midnight that they had shown. */
export const PROVEN_FROM: number = /* @__PURE__ */ toMs("2012-01-01T00:00:00.000Z");
/** As far as the zone's rules are looked at; later ones repeat them. */
const LOOKED_AT_UNTIL = /* @__PURE__ */ toMs("2100-01-01T00:00:00.000Z");
/** Of periods of one length, one from here on is shown. */
const NEAR = /* @__PURE__ */ toMs("2028-01-01T00:00:00.000Z");
/** No clocks are put forward and back again within a week. */
const STEP = 7 * DAY;

/** What the clocks of a zone can do to its periods. */
export interface Clocks {
  /** The greatest length of each calendar period, in milliseconds, and an instant in such a one. */
  readonly longest: ByPeriod<Longest>;
  /** When they are put forward across midnight, which moves an evening's occurrence to the next date; null where they never are. */
  readonly skipsMidnight: number | null;
}

export interface Longest {
  readonly length: number;
  readonly inside: number;
}

interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** In a leap year, and a month of 31 days. */
const IN_LONGEST = /* @__PURE__ */ toMs("2028-01-12T00:00:00.000Z");

/** A longest period, where no clocks are changed. */
function plain(unit: CalendarUnit): Longest {
  return { length: MOST_DATES[unit] * DAY, inside: IN_LONGEST };
}

const known = /* @__PURE__ */ new Map<string, Clocks>();

export function clocksOf(zone: string): Clocks {
  return known.get(zone) ?? remember(known, zone, readClocks(zone));
}

function readClocks(zone: string): Clocks {
  const changes = [...changesOf(zone, NEAR, LOOKED_AT_UNTIL), ...changesOf(zone, PROVEN_FROM, NEAR)];
  const back = changes.filter(({ before, after }) => after < before);
  const longest = (unit: CalendarUnit): Longest =>
    back.map(({ at }) => lengthAt(zone, at, unit)).reduce((a, b) => (b.length > a.length ? b : a), plain(unit));
  return {
    longest: byPeriod(longest),
    skipsMidnight: changes.find(({ at, before, after }) => Math.floor((at + before) / DAY) < Math.floor((at + after) / DAY))?.at ?? null,
  };
}

function lengthAt(zone: string, ms: number, unit: CalendarUnit): Longest {
  const { from, until } = spanOf(zone, ms, unit);
  return { length: until - from, inside: ms };
}

/** Where a calendar period begins and ends. */
export function spanOf(zone: string, ms: number, unit: CalendarUnit): { readonly from: number; readonly until: number } {
  const { starts, ends } = periodOf(zone, ms, unit);
  return { from: starts[0] as number, until: ends[0] as number };
}

function* changesOf(zone: string, from: number, until: number): Generator<Change> {
  let after = offsetAt(zone, from);
  for (let ms = from; ms < until; ms += STEP) {
    const before = after;
    after = offsetAt(zone, ms + STEP);
    if (after !== before) yield { at: firstWhere(ms, ms + STEP, (each) => offsetAt(zone, each) !== before), before, after };
  }
}
