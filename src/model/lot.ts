import { amount, type Amount, id, instant, type InstantInput, number } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { flagOr, list, object, oneOfOr, optional, required, type Schema } from "../base/schema.js";

/**
 * One funded part of a wallet with its own expiry, priority, cost and scope (Orb: credit block; Flexprice:
 * credit transaction; OpenMeter, Stripe: grant), normalised.
 *
 * @example
 * ```ts
 * import { parseAccount, type ParsedLot } from "auto-topup";
 *
 * const account = parseAccount({ id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", lots: [{ id: "l1", remaining: "5.0" }] }] });
 * const lot = account.wallets[0]?.lots?.[0] as ParsedLot;
 * lot.remaining; //=> "5"
 * ```
 */
export interface ParsedLot {
  readonly id: string;
  readonly remaining: string;
  readonly initial: string | null;
  readonly status: "active" | "pendingPayment";
  readonly effectiveAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly createdAt: Instant | null;
  readonly priority: number | null;
  readonly cost: string | null;
  readonly promotional: boolean;
  readonly lineItemTypes: readonly string[];
  readonly productIds: readonly string[];
}

/**
 * A lot as a caller writes it.
 *
 * @example
 * ```ts
 * import type { Lot } from "auto-topup";
 *
 * const lot: Lot = { id: "l1", remaining: "12.50", expiresAt: "2026-12-31T00:00:00Z" };
 * lot.remaining; //=> "12.50"
 * ```
 */
export interface Lot {
  readonly id: string;
  /** What is left, in the wallet's unit. */
  readonly remaining: Amount;
  readonly initial?: Amount | null | undefined;
  /** `"active"` when left out. */
  readonly status?: "active" | "pendingPayment" | undefined;
  /** Counts from here (inclusive). */
  readonly effectiveAt?: InstantInput | null | undefined;
  /** Counts until here (exclusive). */
  readonly expiresAt?: InstantInput | null | undefined;
  readonly createdAt?: InstantInput | null | undefined;
  readonly priority?: number | null | undefined;
  readonly cost?: Amount | null | undefined;
  readonly promotional?: boolean | undefined;
  readonly lineItemTypes?: readonly string[] | null | undefined;
  readonly productIds?: readonly string[] | null | undefined;
}

export const lotSchema: Schema<ParsedLot, Lot> = object({
  id: required(id),
  remaining: required(amount({ atLeast: "0" })),
  initial: optional(amount({ atLeast: "0" })),
  status: oneOfOr(["active", "pendingPayment"], "active"),
  effectiveAt: optional(instant),
  expiresAt: optional(instant),
  createdAt: optional(instant),
  priority: optional(number()),
  cost: optional(amount({ atLeast: "0" })),
  promotional: flagOr(false),
  lineItemTypes: list(required(id)),
  productIds: list(required(id)),
});
