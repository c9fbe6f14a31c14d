import { amount, type Amount, id, instant, type InstantInput, unit } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { object, optional, required, type Schema, made } from "../base/schema.js";

/**
 * Something to be paid from what is held, normalised: a line of a bill, a batch of usage.
 *
 * @example
 * ```ts
 * import type { ParsedCharge } from "auto-topup";
 *
 * const charge: ParsedCharge = { id: "c1", amount: "12.5", at: "2026-06-01T00:00:00.000Z", currency: "USD", type: "USAGE", productId: null };
 * charge.type; //=> "USAGE"
 * ```
 */
export interface ParsedCharge {
  readonly id: string;
  readonly amount: string;
  readonly at: Instant;
  readonly currency: string | null;
  readonly type: string | null;
  readonly productId: string | null;
}

/**
 * A charge as a caller writes it.
 *
 * @example
 * ```ts
 * import type { Charge } from "auto-topup";
 *
 * const charge: Charge = { id: "c1", amount: "12.50", at: "2026-06-01T00:00:00Z" };
 * charge.amount; //=> "12.50"
 * ```
 */
export interface Charge {
  readonly id: string;
  /** Not negative. */
  readonly amount: Amount;
  /** Which dates of a source it falls under. */
  readonly at: InstantInput;
  /** Left out on either side, it matches any. */
  readonly currency?: string | null | undefined;
  /** The line item type, for scopes. */
  readonly type?: string | null | undefined;
  readonly productId?: string | null | undefined;
}

export const chargeSchema: Schema<ParsedCharge, Charge> = /* @__PURE__ */ made(() =>
  object({
    id: required(id),
    amount: required(amount({ atLeast: "0" })),
    at: required(instant),
    currency: optional(unit),
    type: optional(id),
    productId: optional(id),
  }),
);
