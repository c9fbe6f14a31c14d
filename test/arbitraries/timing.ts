import fc from "fast-check";
import type { Duration } from "../../src/model/duration.js";
import type { Interval } from "../../src/model/trigger.js";
import { duration, lengthOf } from "./durations.js";
import { admittedInstant, age, DAY, instantOf, type Moment, wallOf } from "./instants.js";
import { nudge, nullable, weighted } from "./weighted.js";

const every: fc.Arbitrary<Interval> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ value: fc.integer({ min: 1, max: 3 }), unit: weighted([3, "month"], [2, "day"], [2, "week"], [1, "year"]) }),
  },
  {
    weight: 1,
    arbitrary: weighted([1, { value: 100, unit: "year" }], [1, { value: 1200, unit: "month" }], [1, { value: 45, unit: "day" }]),
  },
);

const recipe = fc.record({
  every,
  periods: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }) }),
  occurrenceNudge: weighted([3, 0], [2, 1], [1, -1]),
  sinceOccurrence: weighted([1, 0], [2, 5]),
  from: weighted([40, "never"], [9, "long ago"], [6, "now"], [1, "later"], [5, "occurrence"]),
  fromNudge: nudge,
  until: weighted([42, "never"], [9, "later"], [3, "just later"], [1, "now"]),
  asOf: weighted([15, "unstated"], [9, "now"], [18, "earlier"], [12, "stale edge"], [1, "future"]),
  asOfAge: age,
  asOfNudge: weighted([5, 0], [4, 1], [1, -1]),
  staleAfter: nullable(7, duration),
  billedAge: nullable(2, age),
  resumedAge: nullable(6, age),
});

/** The instants and intervals of a situation, all placed around its `at`. */
export interface Timing {
  readonly every: Interval;
  readonly startingAt: number;
  /** Near the schedule's latest occurrence. */
  readonly occurrence: number;
  readonly activeFrom: number | null;
  readonly activeUntil: number | null;
  readonly asOf: number | null;
  readonly staleAfter: Duration | null;
  readonly billedThrough: number | null;
  readonly resumedAt: number | null;
}

export type TimingRecipe = typeof recipe extends fc.Arbitrary<infer Recipe> ? Recipe : never;
export const timingRecipe: fc.Arbitrary<TimingRecipe> = recipe;

export function timingOf(recipe: TimingRecipe, { zone, at }: Moment): Timing {
  const occurrence = admittedInstant(at - recipe.occurrenceNudge - recipe.sinceOccurrence * DAY * (recipe.every.unit === "day" ? 0 : 1));
  const { activeFrom, activeUntil } = activePeriod(recipe, at, occurrence);
  const earlier = (ms: number | null): number | null => (ms === null ? null : admittedInstant(at - ms));
  return {
    every: recipe.every,
    startingAt: startOf(recipe, zone, occurrence),
    occurrence,
    activeFrom,
    activeUntil,
    asOf: asOfOf(recipe, at),
    staleAfter: recipe.staleAfter,
    billedThrough: earlier(recipe.billedAge),
    resumedAt: earlier(recipe.resumedAge),
  };
}

/** So many periods before an occurrence, by the same wall clock. */
function startOf({ every, periods }: TimingRecipe, zone: string, occurrence: number): number {
  const count = every.value > 3 ? Math.min(periods, 2) : periods;
  if (count === 0) return occurrence; // which may be the later of two equal wall-clock times
  const wall = new Date(wallOf(zone, occurrence));
  if (every.unit === "day" || every.unit === "week")
    wall.setUTCDate(wall.getUTCDate() - count * every.value * (every.unit === "week" ? 7 : 1));
  else wall.setUTCMonth(wall.getUTCMonth() - count * every.value * (every.unit === "year" ? 12 : 1));
  // Zones have neither rules nor four-digit years to print that far back.
  return wall.getUTCFullYear() < 1900 ? occurrence : admittedInstant(instantOf(zone, wall.getTime()));
}

function activePeriod(
  { from, fromNudge, until }: TimingRecipe,
  at: number,
  occurrence: number,
): Pick<Timing, "activeFrom" | "activeUntil"> {
  const starts = {
    never: null,
    "long ago": at - 400 * DAY,
    now: at,
    later: at + 1 + 3 * DAY * Math.abs(fromNudge),
    occurrence: occurrence + fromNudge,
  };
  const ends = { never: null, later: at + 30 * DAY, "just later": at + 1, now: at };
  const start = starts[from];
  const end = ends[until];
  const activeFrom = start === null ? null : admittedInstant(start);
  const activeUntil = end === null ? null : admittedInstant(end);
  return { activeFrom, activeUntil: activeFrom !== null && activeUntil !== null && activeFrom >= activeUntil ? null : activeUntil };
}

function asOfOf({ asOf, asOfAge, asOfNudge, staleAfter }: TimingRecipe, at: number): number | null {
  switch (asOf) {
    case "unstated":
      return staleAfter && asOfNudge !== -1 ? at : null;
    case "now":
      return at;
    case "earlier":
      return admittedInstant(at - (staleAfter ? Math.min(asOfAge, lengthOf(staleAfter)) : asOfAge));
    case "stale edge":
      return admittedInstant(Math.min(at, at - (staleAfter ? lengthOf(staleAfter) : asOfAge) + asOfNudge));
    case "future":
      return admittedInstant(at + 1 + Math.abs(asOfNudge) * 5000);
  }
}
