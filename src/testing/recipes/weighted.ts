import * as fc from "fast-check";

/** One of these values, by weight. It shrinks towards the first: put the plainest there. */
export function weighted<const T>(...choices: readonly (readonly [weight: number, value: T])[]): fc.Arbitrary<T> {
  return fc.constantFrom(...choices.flatMap(([weight, value]) => Array<T>(weight).fill(value)));
}

/** For choices whose first is the plainest: any other shrinks to it. */
export const SHRINKING = { withCrossShrink: true } as const;

/** The value, or null so many times out of ten. */
export function nullable<T>(timesInTen: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof(SHRINKING, { weight: timesInTen, arbitrary: fc.constant(null) }, { weight: 10 - timesInTen, arbitrary });
}

/** A step to either side of an edge, or none. */
export type Nudge = -1 | 0 | 1;
export const nudge: fc.Arbitrary<Nudge> = fc.constantFrom(0, 1, -1);
