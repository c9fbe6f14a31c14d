import { guarded, valueOf } from "../../base/parser.js";
import { listOf } from "../../base/schema.js";
import { figuresOf } from "./document.js";
import { type OrbTopUp, topUpSchema } from "./top-up.js";

/**
 * What a customer's top-ups are once a new one is created: Orb keeps one in each currency, and a new one
 * takes the place of the old. Codes of currencies are compared in either case, other units as written.
 *
 * @param topUps the top-ups of one customer
 * @param topUp the new one
 * @returns a new list; those in other currencies stay as and where they are
 * @throws InvalidInputError where one of them is malformed; paths relative to the list or the top-up
 * @see Orb API reference, Create top-up
 *
 * @example
 * ```ts
 * import { replaceTopUp } from "auto-topup/orb";
 *
 * const rest = { threshold: "10", per_unit_cost_basis: "1", invoice_settings: { auto_collection: true, net_terms: 0 } };
 * const held = [
 *   { id: "t1", currency: "USD", amount: "50", ...rest },
 *   { id: "t2", currency: "credits", amount: "500", ...rest },
 * ];
 * replaceTopUp(held, { id: "t3", currency: "USD", amount: "80", ...rest }).map(({ id }) => id); //=> ["t3", "t2"]
 * ```
 */
export function replaceTopUp<TopUp extends OrbTopUp>(topUps: readonly TopUp[], topUp: TopUp): TopUp[] {
  const held = figuresOf(listOf(topUpSchema), topUps).map((each) => each.currency);
  const { currency } = figuresOf(topUpSchema, topUp);
  const place = held.indexOf(currency);
  const next = (): TopUp[] =>
    place < 0 ? [...topUps, topUp] : topUps.flatMap((each, index) => (index === place ? [topUp] : held[index] === currency ? [] : [each]));
  return valueOf(guarded(() => ({ value: next() })));
}
