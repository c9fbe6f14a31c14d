import type * as fc from "fast-check";
import { evaluate } from "../../engine/evaluate.js";
import { cleared } from "../recipes/due.js";
import { everyday } from "../recipes/everyday.js";
import type { Situation } from "../situation.js";
import { readConstraints, type SituationConstraints } from "./constraints.js";

/**
 * Everyday situations, always valid: a profile of any kind before an account that it fits, at a whole second of 2025 or
 * 2026, with the account's past top-ups. Amounts have at most two places (none where a currency has none), instants at
 * most milliseconds, and both are spelt plainly, so that they fit a table of money and dates. Ids are `a1`, `p1`, `w1`,
 * `t1` and so on. Every reason comes up; more than a quarter are due.
 *
 * @param constraints what they shall have in common
 * @throws InvalidInputError where the constraints are none
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 * import { evaluate } from "auto-topup";
 * import { situations } from "auto-topup/testing";
 *
 * // What is due needs no looking at again, so no timer is set for it.
 * fc.assert(
 *   fc.property(situations({ currency: "EUR" }), (situation) => {
 *     const { outcome, nextEligibleAt } = evaluate(situation);
 *     return outcome !== "due" || nextEligibleAt === null;
 *   }),
 * );
 * ```
 */
export function situations(constraints: SituationConstraints = {}): fc.Arbitrary<Situation> {
  return everyday(readConstraints(constraints), (recipe) => recipe);
}

/**
 * Everyday situations, as `situations` gives them, in each of which a top-up is due.
 *
 * @param constraints what they shall have in common
 * @throws InvalidInputError where the constraints are none
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 * import { evaluate } from "auto-topup";
 * import { dueSituations } from "auto-topup/testing";
 *
 * fc.assert(fc.property(dueSituations(), (situation) => evaluate(situation).outcome === "due"));
 * ```
 */
export function dueSituations(constraints: SituationConstraints = {}): fc.Arbitrary<Situation> {
  return everyday(readConstraints(constraints), cleared).filter((situation) => evaluate(situation).outcome === "due");
}
