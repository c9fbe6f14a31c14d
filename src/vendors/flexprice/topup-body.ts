/**
 * Why credits are added: the reasons that Flexprice takes in a top-up, but for the refund of a voided
 * invoice, which no plan is and which its published client does not know.
 *
 * @example
 * ```ts
 * import type { FlexpriceTopUpReason } from "auto-topup/flexprice";
 *
 * const reason: FlexpriceTopUpReason = "PURCHASED_CREDIT_INVOICED";
 * reason; //=> "PURCHASED_CREDIT_INVOICED"
 * ```
 */
export type FlexpriceTopUpReason = (typeof TOPUP_REASONS)[number];

export const TOPUP_REASONS = [
  "FREE_CREDIT_GRANT",
  "PURCHASED_CREDIT_INVOICED",
  "PURCHASED_CREDIT_DIRECT",
  "SUBSCRIPTION_CREDIT_GRANT",
  "CREDIT_NOTE",
] as const;

/**
 * The body of a top-up, with `credits_to_add` (credits) or `amount` (money).
 *
 * @example
 * ```ts
 * import type { FlexpriceTopUpBody } from "auto-topup/flexprice";
 *
 * const body: FlexpriceTopUpBody = { credits_to_add: "200", transaction_reason: "FREE_CREDIT_GRANT", idempotency_key: "k1" };
 * body.credits_to_add; //=> "200"
 * ```
 */
export interface FlexpriceTopUpBody {
  readonly credits_to_add?: string;
  readonly amount?: string;
  readonly transaction_reason: FlexpriceTopUpReason;
  readonly idempotency_key: string;
  readonly expiry_date_utc?: string;
  readonly priority?: number;
  readonly description?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * A request as plain data: `path` goes after the address of the API and its version. The API key is the
 * caller's to add.
 *
 * @example
 * ```ts
 * import type { FlexpriceTopUpRequest } from "auto-topup/flexprice";
 *
 * const send = ({ method, path }: FlexpriceTopUpRequest): string => `${method} ${path}`;
 * typeof send; //=> "function"
 * ```
 */
export interface FlexpriceTopUpRequest {
  readonly method: "POST";
  readonly path: string;
  readonly headers: Readonly<Record<"content-type", "application/json">>;
  readonly body: FlexpriceTopUpBody;
}
