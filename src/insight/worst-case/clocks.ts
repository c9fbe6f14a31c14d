import { type CalendarUnit, periodOf } from "../../base/calendar.js";
import { DAY, toMs } from "../../base/instant.js";
import { remember } from "../../base/remember.js";
import { offsetAt } from "../../base/zone.js";
import type { ByPeriod } from "./ceiling.js";

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

/** In a year without any change of the clocks: a leap year, and a month of 31 days. */
const PLAIN: ByPeriod<Longest> = {
  day: { length: DAY, inside: /* @__PURE__ */ toMs("2028-01-12T00:00:00.000Z") },
  week: { length: 7 * DAY, inside: /* @__PURE__ */ toMs("2028-01-12T00:00:00.000Z") },
  month: { length: 31 * DAY, inside: /* @__PURE__ */ toMs("2028-01-12T00:00:00.000Z") },
  year: { length: 366 * DAY, inside: /* @__PURE__ */ toMs("2028-01-12T00:00:00.000Z") },
};

const known = /* @__PURE__ */ new Map<string, Clocks>();

export function clocksOf(zone: string): Clocks {
  return known.get(zone) ?? remember(known, zone, readClocks(zone));
}

function readClocks(zone: string): Clocks {
  const all = zone === "UTC" ? [] : changesOf(zone);
  const changes = [...all.filter(({ at }) => at >= NEAR), ...all.filter(({ at }) => at < NEAR)];
  const back = changes.filter(({ before, after }) => after < before);
  const longest = (unit: CalendarUnit): Longest =>
    back.map(({ at }) => lengthAt(zone, at, unit)).reduce((a, b) => (b.length > a.length ? b : a), PLAIN[unit]);
  return {
    longest: { day: longest("day"), week: longest("week"), month: longest("month"), year: longest("year") },
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

function changesOf(zone: string): Change[] {
  const changes: Change[] = [];
  let before = offsetAt(zone, PROVEN_FROM);
  for (let ms = PROVEN_FROM; ms < LOOKED_AT_UNTIL; ms += STEP) {
    const after = offsetAt(zone, ms + STEP);
    if (after !== before) changes.push({ at: changeWithin(zone, ms, before), before, after });
    before = after;
  }
  return changes;
}

function changeWithin(zone: string, from: number, before: number): number {
  let [low, high] = [from, from + STEP];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
