import { amount, type Amount, currency, id, instant, text } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { listOf, nullableOneOf, oneOf, openObject, optional, optionalObject, record, required, type Schema } from "../../base/schema.js";
import { type AutoTopupReading, autoTopupSchema, type FlexpriceAutoTopup } from "./auto-topup.js";
import { type DocumentParser, documentParser } from "../../base/document.js";

/**
 * A wallet as Flexprice's API gives it, with or without the real-time figures, of either generation. Amounts
 * are decimal strings or numbers; fields that are not named here pass through.
 *
 * @example
 * ```ts
 * import type { FlexpriceWallet } from "auto-topup/flexprice";
 *
 * const wallet: FlexpriceWallet = { id: "wallet_1", customer_id: "cust_1", currency: "usd", credit_balance: "120" };
 * wallet.currency; //=> "usd"
 * ```
 */
export interface FlexpriceWallet {
  readonly id: string;
  readonly customer_id: string;
  /** Three letters, as a rule in lower case. */
  readonly currency: string;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly metadata?: Readonly<Record<string, string>> | null | undefined;
  /** Money. */
  readonly balance?: Amount | null | undefined;
  /** Credits. */
  readonly credit_balance?: Amount | null | undefined;
  /** Money that a credit is worth when it is used; 1 where it is left out or 0. */
  readonly conversion_rate?: Amount | null | undefined;
  /** Money that a credit costs in a top-up; the other rate where it is left out. */
  readonly topup_conversion_rate?: Amount | null | undefined;
  readonly wallet_status?: "active" | "frozen" | "closed" | null | undefined;
  /** `PROMOTIONAL` is the first generation's. */
  readonly wallet_type?: "PRE_PAID" | "POST_PAID" | "PROMOTIONAL" | null | undefined;
  readonly config?: FlexpriceWalletConfig | null | undefined;
  /** The second generation. */
  readonly auto_topup?: FlexpriceAutoTopup | null | undefined;
  /** The first generation, with the two fields below. */
  readonly auto_topup_trigger?: "disabled" | "balance_below_threshold" | null | undefined;
  readonly auto_topup_min_balance?: Amount | null | undefined;
  readonly auto_topup_amount?: Amount | null | undefined;
  /** Money: the balance less usage and invoices still to be paid. */
  readonly real_time_balance?: Amount | null | undefined;
  /** The same in credits. */
  readonly real_time_credit_balance?: Amount | null | undefined;
  readonly balance_updated_at?: string | null | undefined;
  readonly [field: string]: unknown;
}

/**
 * Which prices a wallet may pay for.
 *
 * @example
 * ```ts
 * import type { FlexpriceWalletConfig } from "auto-topup/flexprice";
 *
 * const config: FlexpriceWalletConfig = { allowed_price_types: ["USAGE"] };
 * config.allowed_price_types; //=> ["USAGE"]
 * ```
 */
export interface FlexpriceWalletConfig {
  /** All where it is left out, `null` or empty. */
  readonly allowed_price_types?: readonly ("ALL" | "USAGE" | "FIXED")[] | null | undefined;
  readonly [field: string]: unknown;
}

/** What a wallet says, in canonical text. */
export interface WalletReading {
  readonly id: string;
  readonly customer_id: string;
  readonly currency: string;
  readonly balance: string | null;
  readonly credit_balance: string | null;
  readonly conversion_rate: string | null;
  readonly topup_conversion_rate: string | null;
  readonly wallet_status: "active" | "frozen" | "closed" | null;
  readonly wallet_type: "PRE_PAID" | "POST_PAID" | "PROMOTIONAL" | null;
  readonly config: { readonly allowed_price_types: readonly ("ALL" | "USAGE" | "FIXED")[] | null } | null;
  readonly auto_topup: AutoTopupReading | null;
  readonly auto_topup_trigger: "disabled" | "balance_below_threshold" | null;
  readonly auto_topup_min_balance: string | null;
  readonly auto_topup_amount: string | null;
  readonly real_time_credit_balance: string | null;
  readonly balance_updated_at: Instant | null;
}

const walletSchema: Schema<WalletReading> = openObject({
  id: required(id),
  customer_id: required(id),
  currency: required(currency),
  name: optional(text),
  description: optional(text),
  metadata: record<string, string, string>(text, text, { nullable: false }),
  balance: optional(amount()),
  credit_balance: optional(amount()),
  conversion_rate: optional(amount({ atLeast: "0" })),
  topup_conversion_rate: optional(amount({ above: "0" })),
  wallet_status: nullableOneOf(["active", "frozen", "closed"]),
  wallet_type: nullableOneOf(["PRE_PAID", "POST_PAID", "PROMOTIONAL"]),
  config: optionalObject(openObject({ allowed_price_types: optionalObject(listOf(oneOf(["ALL", "USAGE", "FIXED"]))) })),
  auto_topup: optionalObject(autoTopupSchema),
  auto_topup_trigger: nullableOneOf(["disabled", "balance_below_threshold"]),
  auto_topup_min_balance: optional(amount()),
  auto_topup_amount: optional(amount()),
  real_time_balance: optional(amount()),
  real_time_credit_balance: optional(amount()),
  balance_updated_at: optional(instant),
});

export const walletDocuments: DocumentParser<FlexpriceWallet, WalletReading> = /* @__PURE__ */ documentParser(walletSchema);

/**
 * Reads a wallet of Flexprice's API: checks every field that this entry uses, and gives a frozen copy with
 * everything as it was written, unknown fields too. What it gave is not checked again by the other functions.
 *
 * @param input a wallet, or the answer of the real-time balance
 * @throws InvalidInputError with one issue per fault, each with Flexprice's own path
 *
 * @example
 * ```ts
 * import { parseFlexpriceWallet } from "auto-topup/flexprice";
 *
 * const wallet = parseFlexpriceWallet(JSON.parse('{ "id": "wallet_1", "customer_id": "cust_1", "currency": "usd", "region": "eu" }'));
 * wallet; //=> { id: "wallet_1", customer_id: "cust_1", currency: "usd", region: "eu" }
 * ```
 */
export function parseFlexpriceWallet(input: unknown): FlexpriceWallet {
  return walletDocuments.parse(input);
}
