import type { InputIssue } from "../../base/errors.js";
import { amount, type Amount, id, instant, number, text } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { listOf, nullableOneOf, oneOf, openObject, optional, record, repeatedIds, required, type Schema } from "../../base/schema.js";
import { type DocumentParser, documentParser } from "../../base/document.js";

/**
 * A transaction of a wallet as Flexprice's API gives it. Fields that are not named here pass through.
 *
 * @example
 * ```ts
 * import type { FlexpriceTransaction } from "auto-topup/flexprice";
 *
 * const transaction: FlexpriceTransaction = {
 *   id: "wtxn_1",
 *   wallet_id: "wallet_1",
 *   type: "credit",
 *   amount: "160",
 *   credit_amount: "200",
 *   credits_available: "200",
 *   transaction_status: "completed",
 *   transaction_reason: "PURCHASED_CREDIT_DIRECT",
 *   metadata: { auto_topup: "true" },
 *   created_at: "2026-06-01T09:00:00Z",
 * };
 * transaction.type; //=> "credit"
 * ```
 */
export interface FlexpriceTransaction {
  readonly id: string;
  readonly wallet_id: string;
  readonly type: "credit" | "debit";
  /** Money. */
  readonly amount: Amount;
  /** Credits. */
  readonly credit_amount: Amount;
  /** What is left of a credit; a completed one must say so. */
  readonly credits_available?: Amount | null | undefined;
  readonly transaction_status: "pending" | "completed" | "failed";
  /** Such as `PURCHASED_CREDIT_INVOICED`; Flexprice adds new ones, so that any text will do. */
  readonly transaction_reason?: string | null | undefined;
  /** Never where it is left out. */
  readonly expiry_date?: string | null | undefined;
  /** Lower is used first; last where it is left out. */
  readonly priority?: number | null | undefined;
  readonly conversion_rate?: Amount | null | undefined;
  readonly topup_conversion_rate?: Amount | null | undefined;
  readonly metadata?: Readonly<Record<string, string>> | null | undefined;
  readonly created_at: string;
  readonly updated_at?: string | null | undefined;
  /** That of the record: those archived or deleted do not count. */
  readonly status?: "published" | "archived" | "deleted" | null | undefined;
  readonly [field: string]: unknown;
}

/** What a transaction says, in canonical text. */
export interface TransactionReading {
  readonly id: string;
  readonly wallet_id: string;
  readonly type: "credit" | "debit";
  readonly amount: string;
  readonly credit_amount: string;
  readonly credits_available: string | null;
  readonly transaction_status: "pending" | "completed" | "failed";
  readonly transaction_reason: string | null;
  readonly expiry_date: Instant | null;
  readonly priority: number | null;
  readonly conversion_rate: string | null;
  readonly topup_conversion_rate: string | null;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly created_at: Instant;
  readonly updated_at: Instant | null;
  readonly status: "published" | "archived" | "deleted" | null;
}

const notNegative = amount({ atLeast: "0" });

const transactionSchema: Schema<TransactionReading> = openObject(
  {
    id: required(id),
    wallet_id: required(id),
    type: oneOf(["credit", "debit"]),
    amount: required(notNegative),
    credit_amount: required(notNegative),
    credits_available: optional(notNegative),
    transaction_status: oneOf(["pending", "completed", "failed"]),
    transaction_reason: optional(text),
    expiry_date: optional(instant),
    priority: optional(number({ whole: true, min: 0 })),
    conversion_rate: optional(notNegative),
    topup_conversion_rate: optional(notNegative),
    metadata: record<string, string, string>(text, text, { nullable: false }),
    created_at: required(instant),
    updated_at: optional(instant),
    status: nullableOneOf(["published", "archived", "deleted"]),
  },
  [{ fields: ["type", "transaction_status", "credits_available"], faults: availableFaults }],
);

export const transactionListSchema: Schema<readonly TransactionReading[]> = listOf(transactionSchema);

export const transactionDocuments: DocumentParser<readonly FlexpriceTransaction[], readonly TransactionReading[]> =
  /* @__PURE__ */ documentParser(transactionListSchema, (transactions) => repeatedIds(transactions, []));

/**
 * Reads transactions of wallets (the `items` of the API's answer): checks every field that this entry uses,
 * and gives a frozen copy with everything as it was written, unknown fields too.
 *
 * @param input a list of transactions
 * @throws InvalidInputError with one issue per fault, paths beginning with the index
 *
 * @example
 * ```ts
 * import { InvalidInputError } from "auto-topup";
 * import { parseFlexpriceTransactions } from "auto-topup/flexprice";
 *
 * try {
 *   parseFlexpriceTransactions([{ id: "wtxn_1", wallet_id: "wallet_1", type: "refund" }]);
 * } catch (error) {
 *   (error as InvalidInputError).issues[0]?.path; //=> [0, "type"]
 * }
 * ```
 */
export function parseFlexpriceTransactions(input: unknown): readonly FlexpriceTransaction[] {
  return transactionDocuments.parse(input);
}

/** A credit that has a record in force. */
export function isCredit({ type, status }: TransactionReading): boolean {
  return type === "credit" && (status ?? "published") === "published";
}

function availableFaults({ type, transaction_status, credits_available }: TransactionReading): InputIssue[] {
  if (type !== "credit" || transaction_status !== "completed" || credits_available !== null) return [];
  return [{ path: ["credits_available"], code: "required", message: "is required of a completed credit" }];
}
