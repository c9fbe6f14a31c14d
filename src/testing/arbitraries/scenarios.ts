import type * as fc from "fast-check";
import type { SimulateInput } from "../../insight/simulation/simulate.js";
import { scenarios as drawn } from "../recipes/scenario/scenarios.js";

/**
 * Small worlds for `simulate`, always valid, in which much happens at the same instants: four days of usage, payments,
 * invoices and changed limits about a change of the clocks, against a profile that fits the account more or less.
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 * import { simulate } from "auto-topup";
 * import { scenarios } from "auto-topup/testing";
 *
 * // No more is paid than was attempted.
 * fc.assert(
 *   fc.property(scenarios(), (scenario) => {
 *     const { topups } = simulate(scenario).summary();
 *     return topups.paid <= topups.attempted;
 *   }),
 * );
 * ```
 */
export function scenarios(): fc.Arbitrary<SimulateInput> {
  return drawn;
}
