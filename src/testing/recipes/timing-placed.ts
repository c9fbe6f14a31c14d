import { wallClockOf } from "../../base/calendar.js";
import { DAY, fromMs, LAST_INSTANT } from "../../base/instant.js";
import { type Duration, durationMs } from "../../model/duration.js";
import type { Interval } from "../../model/trigger.js";
import { admittedInstant, instantOf, type Moment } from "./instants.js";
import type { TimingRecipe } from "./timing.js";

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

export function timingOf(recipe: TimingRecipe, { zone, at }: Pick<Moment, "zone" | "at">): Timing {
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
  const wall = wallClockOf(zone, fromMs(occurrence) ?? LAST_INSTANT);
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
      return admittedInstant(at - (staleAfter ? Math.min(asOfAge, durationMs(staleAfter)) : asOfAge));
    case "stale edge":
      return admittedInstant(Math.min(at, at - (staleAfter ? durationMs(staleAfter) : asOfAge) + asOfNudge));
    case "future":
      return admittedInstant(at + 1 + Math.abs(asOfNudge) * 5000);
  }
}
