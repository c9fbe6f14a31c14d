import type * as fc from "fast-check";
import type { DrawDownInput } from "../../ledger/draw-down.js";
import { drawDownInput } from "../recipes/draw-down.js";

/**
 * Charges, sources and an order for `drawDown`, always valid: few instants and few sums, so that charges fall on the
 * very starts and ends of sources and use them up exactly; some sums with all forty digits. For one part alone, take it:
 * `drawDowns().map(({ sources }) => sources)`.
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 * import { drawDown } from "auto-topup";
 * import { drawDowns } from "auto-topup/testing";
 *
 * // Each charge comes back, in its place.
 * fc.assert(
 *   fc.property(drawDowns(), (input) => {
 *     const { charges } = drawDown(input);
 *     return input.charges.every(({ id }, index) => charges[index]?.id === id);
 *   }),
 * );
 * ```
 */
export function drawDowns(): fc.Arbitrary<DrawDownInput> {
  return drawDownInput;
}
