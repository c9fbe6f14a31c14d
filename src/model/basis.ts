import { oneOf, oneOfOr, type Schema } from "../base/schema.js";

/**
 * The figure that a profile watches: money owed (`outstanding`, `overdue`, `unbilled`: positive = the
 * customer owes, negative = in credit) or value held in a wallet (`balance`).
 *
 * @example
 * ```ts
 * import type { Basis } from "auto-topup";
 *
 * const bases: Basis[] = ["outstanding", "overdue", "unbilled", "balance"];
 * bases.length; //=> 4
 * ```
 */
export type Basis = OwedBasis | "balance";

/**
 * A basis that is money owed.
 *
 * @example
 * ```ts
 * import type { OwedBasis } from "auto-topup";
 *
 * const basis: OwedBasis = "overdue";
 * basis; //=> "overdue"
 * ```
 */
export type OwedBasis = "outstanding" | "overdue" | "unbilled";

/**
 * Whether reaching the threshold fires (`inclusive`, as in Orb, Flexprice and Lago) or only passing it does
 * (`exclusive`, as in Kazoo and Bursar).
 *
 * @example
 * ```ts
 * import type { Boundary } from "auto-topup";
 *
 * const boundary: Boundary = "inclusive";
 * boundary; //=> "inclusive"
 * ```
 */
export type Boundary = "inclusive" | "exclusive";

export const OWED_BASES = ["outstanding", "overdue", "unbilled"] as const;
export const BASES = ["outstanding", "overdue", "unbilled", "balance"] as const;

export const boundarySchema: Schema<Boundary, Boundary | undefined> = oneOfOr(["inclusive", "exclusive"], "inclusive");
export const owedBasisSchema: Schema<OwedBasis, OwedBasis> = oneOf(OWED_BASES);
export const basisSchema: Schema<Basis, Basis> = oneOf(BASES);
