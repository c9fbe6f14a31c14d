import type * as fc from "fast-check";
import type { SelectInput } from "../../engine/select.js";
import { selection } from "../recipes/selection.js";
import { situation } from "../recipes/situation.js";
import type { Situation } from "../situation.js";

/**
 * The situations that this library is tested with, always valid, and mostly at or beside an edge of some rule: figures at
 * the threshold, a unit of the finest place to either side, or with all forty digits; instants at a cooldown's last
 * millisecond, at a change of the clocks, in year 1 or 9999; past top-ups in every state; ids that have to be escaped;
 * amounts and instants in every notation that means the same. For one's own code whatever it makes of situations, not
 * for tables: few have columns for these.
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 * import { evaluate } from "auto-topup";
 * import { situationsAtTheEdge } from "auto-topup/testing";
 *
 * // A decision survives the wire.
 * fc.assert(
 *   fc.property(situationsAtTheEdge(), (situation) => {
 *     const decision = JSON.stringify(evaluate(situation));
 *     return JSON.stringify(JSON.parse(decision)) === decision;
 *   }),
 * );
 * ```
 */
export function situationsAtTheEdge(): fc.Arbitrary<Situation> {
  return situation;
}

/**
 * Several profiles before one account, at the same edges: they differ from one by what `selectProfile` chooses by, and
 * one was made for another account.
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 * import { selectProfile } from "auto-topup";
 * import { selectionsAtTheEdge } from "auto-topup/testing";
 *
 * // The order in which the profiles are loaded does not matter.
 * fc.assert(
 *   fc.property(selectionsAtTheEdge(), ({ profiles, account, at }) => {
 *     const { plan } = selectProfile({ profiles: [...profiles].reverse(), account, at });
 *     return JSON.stringify(plan) === JSON.stringify(selectProfile({ profiles, account, at }).plan);
 *   }),
 * );
 * ```
 */
export function selectionsAtTheEdge(): fc.Arbitrary<SelectInput> {
  return selection;
}
