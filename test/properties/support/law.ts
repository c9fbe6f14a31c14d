import fc from "fast-check";
import { expect } from "vitest";

/** `LAWS_TIMES=20` draws so many times the cases, for a long search. */
const TIMES = Number(process.env.LAWS_TIMES ?? "1");

/** Of a costly law, what is drawn in each process time zone but one; the fewer are drawn, the further their share may be from what is usual. */
const ELSEWHERE = { share: 0.25, leeway: 0.6 };

interface Effort {
  /** How many cases are drawn. */
  readonly runs: number;
  /** How many of them must have met the law's precondition, so that it is not vacuously true. */
  readonly exercised: number;
  /** Takes long: drawn in full in one process time zone, and to a quarter in each of the others. */
  readonly costly?: boolean;
}

/**
 * Holds a law against drawn cases. `check` throws where the law is broken, and answers whether the case met the
 * law's precondition: a law that is hardly ever put to the test does not pass.
 */
export function holds<Case>(cases: fc.Arbitrary<Case>, check: (drawn: Case) => boolean, effort: Effort): void {
  const { share, leeway } = effort.costly && process.env.TZ !== "UTC" ? ELSEWHERE : { share: 1, leeway: 1 };
  const numRuns = Math.ceil(effort.runs * TIMES * share);
  let met = 0;
  fc.assert(
    fc.property(cases, (drawn) => {
      if (check(drawn)) met += 1;
    }),
    { numRuns },
  );
  const least = effort.exercised === effort.runs ? numRuns : Math.floor(effort.exercised * TIMES * share * leeway);
  expect(met, "cases that put the law to the test").toBeGreaterThanOrEqual(least);
}
