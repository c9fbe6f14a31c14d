import * as fc from "fast-check";
import type { Duration } from "../../model/duration.js";
import type { Interval } from "../../model/trigger.js";
import { duration } from "./durations.js";
import { age } from "./instants.js";
import { nudge, type Nudge, nullable, weighted } from "./weighted.js";

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

/** When things are about to begin or end, as seen from `at`. */
export interface TimingRecipe {
  readonly every: Interval;
  readonly periods: number;
  readonly occurrenceNudge: Nudge;
  readonly sinceOccurrence: number;
  readonly from: "never" | "long ago" | "now" | "later" | "occurrence";
  readonly fromNudge: Nudge;
  readonly until: "never" | "later" | "just later" | "now";
  readonly asOf: "unstated" | "now" | "earlier" | "stale edge" | "future";
  readonly asOfAge: number;
  readonly asOfNudge: Nudge;
  readonly staleAfter: Duration | null;
  readonly billedAge: number | null;
  readonly resumedAge: number | null;
}

export const timingRecipe: fc.Arbitrary<TimingRecipe> = fc.record({
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
