import { canonical, decimal, percentOf } from "../../base/decimal.js";
import { amount, type Amount } from "../../base/fields.js";
import { object, openObject, optional, required, type Schema } from "../../base/schema.js";
import { optionsOf } from "./options.js";

/**
 * What usage beyond a balance or commitment comes to, exact, as canonical decimals.
 *
 * @example
 * ```ts
 * import type { M3terOverage } from "auto-topup/m3ter";
 *
 * const overage: M3terOverage = { unpaid: "10", surcharge: "1", total: "11" };
 * overage.total; //=> "11"
 * ```
 */
export interface M3terOverage {
  /** What nothing has paid for, at the usual price. */
  readonly unpaid: string;
  readonly surcharge: string;
  /** The two together. */
  readonly total: string;
}

const documentSchema: Schema<{ readonly overageSurchargePercent: string | null }> = openObject({
  overageSurchargePercent: optional(amount()),
});
const optionsSchema: Schema<{ readonly unpaid: string }> = object({ unpaid: required(amount({ atLeast: "0" })) });

/**
 * The surcharge on what a balance or commitment left unpaid: 10 % on 10 makes 11. Without a percentage
 * there is none; a negative one, which a commitment may have, is a discount. Nothing is rounded.
 *
 * @param document a Balance or Commitment, or its `overageSurchargePercent` alone
 * @param options `unpaid`: what `drawDown` gave as unpaid, for usage (m3ter surcharges no other charges)
 * @returns the figures in the currency of the charge
 * @throws InvalidInputError where the percentage or the figure is malformed
 * @see m3ter API reference, Balances and Commitments: overageSurchargePercent
 *
 * @example
 * ```ts
 * import { overageSurcharge } from "auto-topup/m3ter";
 *
 * overageSurcharge({ overageSurchargePercent: 10 }, { unpaid: "10" }); //=> { unpaid: "10", surcharge: "1", total: "11" }
 * ```
 */
export function overageSurcharge(
  document: { readonly overageSurchargePercent?: Amount | null | undefined },
  options: { readonly unpaid: Amount },
): M3terOverage {
  const { overageSurchargePercent } = optionsOf(documentSchema, document);
  const { unpaid } = optionsOf(optionsSchema, options);
  const surcharge = percentOf(decimal(unpaid), decimal(overageSurchargePercent ?? "0"));
  return { unpaid, surcharge: canonical(surcharge), total: canonical(decimal(unpaid).plus(surcharge)) };
}
