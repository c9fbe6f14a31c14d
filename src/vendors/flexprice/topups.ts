import { id } from "../../base/fields.js";
import { readWith, valueOf } from "../../base/parser.js";
import { list, object, required, type Schema } from "../../base/schema.js";
import type { TopupRecord, TopupStatus } from "../../model/topup-record.js";
import { isAutomatic } from "./mark.js";
import { type FlexpriceTransaction, isCredit, transactionDocuments, type TransactionReading } from "./transaction.js";

/**
 * What transactions do not say of their top-ups.
 *
 * @example
 * ```ts
 * import type { FlexpriceTopupsOptions } from "auto-topup/flexprice";
 *
 * const options: FlexpriceTopupsOptions = { voided: ["wtxn_7"] };
 * options.voided; //=> ["wtxn_7"]
 * ```
 */
export interface FlexpriceTopupsOptions {
  /** Transactions whose invoice was voided: Flexprice leaves them pending for ever. */
  readonly voided?: readonly string[] | null | undefined;
}

const optionsSchema: Schema<{ readonly voided: readonly string[] }> = object({ voided: list(required(id)) });

/**
 * The top-ups among a wallet's transactions: every purchase, and whatever bears the mark of an automatic
 * top-up (`metadata.auto_topup` is `"true"`), which alone is one. Bonuses belong to their purchase and grants
 * are no purchase, so neither gives a record.
 *
 * @param transactions of any wallets
 * @param options which of them were voided
 * @throws InvalidInputError where a transaction is malformed
 *
 * @example
 * ```ts
 * import { topupsFromTransactions } from "auto-topup/flexprice";
 *
 * const records = topupsFromTransactions([
 *   {
 *     id: "wtxn_2",
 *     wallet_id: "wallet_1",
 *     type: "credit",
 *     amount: "160",
 *     credit_amount: "200",
 *     transaction_status: "pending",
 *     transaction_reason: "PURCHASED_CREDIT_INVOICED",
 *     metadata: { auto_topup: "true" },
 *     created_at: "2026-06-01T09:00:00Z",
 *   },
 * ]);
 * records[0]?.kind; //=> "automatic"
 * records[0]?.status; //=> "pending"
 * ```
 */
export function topupsFromTransactions(transactions: readonly FlexpriceTransaction[], options: FlexpriceTopupsOptions = {}): TopupRecord[] {
  const voided = new Set(valueOf(readWith(optionsSchema, options)).voided);
  return transactionDocuments
    .read(transactions)
    .filter((each) => isCredit(each) && isTopup(each))
    .map((each) => recordOf(each, voided.has(each.id)));
}

const PURCHASES: ReadonlySet<string | null> = /* @__PURE__ */ new Set(["PURCHASED_CREDIT_INVOICED", "PURCHASED_CREDIT_DIRECT"]);

function isTopup({ transaction_reason, metadata }: TransactionReading): boolean {
  if (transaction_reason === "PURCHASED_CREDIT_BONUS") return false;
  return PURCHASES.has(transaction_reason) || isAutomatic(metadata);
}

const STATUSES = { pending: "pending", completed: "paid", failed: "failed" } as const satisfies Record<string, TopupStatus>;

function recordOf(transaction: TransactionReading, voided: boolean): TopupRecord {
  const { transaction_status, created_at, updated_at } = transaction;
  const status = voided && transaction_status === "pending" ? "voided" : STATUSES[transaction_status];
  return {
    id: transaction.id,
    kind: isAutomatic(transaction.metadata) ? "automatic" : "manual",
    walletId: transaction.wallet_id,
    charge: transaction.amount,
    credit: transaction.credit_amount,
    createdAt: created_at,
    ...(status === "paid" && { creditedAt: creditedAt(transaction) }),
    ...(status === "failed" && updated_at !== null && { failedAt: updated_at }),
    status,
  };
}

/**
 * Flexprice does not say when a pending purchase was completed; it was not after its row last changed. Later
 * use moves that on, which can only make a snapshot from before it wait for the next one.
 */
function creditedAt({ transaction_reason, created_at, updated_at }: TransactionReading): string {
  const changed = transaction_reason === "PURCHASED_CREDIT_INVOICED" ? updated_at : null;
  return changed !== null && changed > created_at ? changed : created_at;
}
