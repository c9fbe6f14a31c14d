import type * as fc from "fast-check";
import { planTopup } from "../../engine/plan.js";
import type { TopupPlan } from "../../model/plan.js";
import type { SituationConstraints } from "./constraints.js";
import { dueSituations } from "./situations.js";

/**
 * Plans with a top-up in them, as `planTopup` makes them for everyday situations: every kind of action comes up.
 *
 * @param constraints what their situations shall have in common
 * @throws InvalidInputError where the constraints are none
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 * import { plans } from "auto-topup/testing";
 *
 * // Whoever carries plans out may take an action's id for unique.
 * fc.assert(fc.property(plans(), ({ actions }) => new Set(actions.map(({ id }) => id)).size === actions.length));
 * ```
 */
export function plans(constraints: SituationConstraints = {}): fc.Arbitrary<TopupPlan> {
  return dueSituations(constraints).map((situation) => planTopup(situation) as TopupPlan); // due: it has a top-up
}
