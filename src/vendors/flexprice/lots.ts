import type { Lot } from "../../model/lot.js";
import { topupRate } from "./rates.js";
import { type FlexpriceTransaction, isCredit, transactionDocuments, type TransactionReading } from "./transaction.js";

/**
 * The credits of a wallet's transactions as lots, in credits: what is left of the completed ones, and the
 * pending ones, which wait for their payment. Debits, failed credits, and what is used up give none.
 *
 * @param transactions of one wallet
 * @throws InvalidInputError where a transaction is malformed
 *
 * @example
 * ```ts
 * import { walletBalance } from "auto-topup";
 * import { lotsFromTransactions } from "auto-topup/flexprice";
 *
 * const lots = lotsFromTransactions([
 *   {
 *     id: "wtxn_1",
 *     wallet_id: "wallet_1",
 *     type: "credit",
 *     amount: "100",
 *     credit_amount: "100",
 *     credits_available: "40",
 *     transaction_status: "completed",
 *     transaction_reason: "FREE_CREDIT_GRANT",
 *     expiry_date: "2026-07-01T00:00:00Z",
 *     created_at: "2026-06-01T09:00:00Z",
 *   },
 * ]);
 * walletBalance({ id: "wallet_1", unit: "credits", lots }, { at: "2026-06-15T00:00:00Z" }).available; //=> "40"
 * ```
 */
export function lotsFromTransactions(transactions: readonly FlexpriceTransaction[]): Lot[] {
  return lotsOf(transactionDocuments.read(transactions), []);
}

/** `scope`: the price types that the wallet may pay for. */
export function lotsOf(transactions: readonly TransactionReading[], scope: readonly string[]): Lot[] {
  return transactions.filter((each) => isCredit(each) && remainingOf(each) !== "0").map((each) => lotOf(each, scope));
}

/** What is left of it. A pending one has not been touched. */
export function remainingOf({ transaction_status, credit_amount, credits_available }: TransactionReading): string {
  if (transaction_status === "failed") return "0";
  return transaction_status === "pending" ? credit_amount : (credits_available as string);
}

function lotOf(transaction: TransactionReading, scope: readonly string[]): Lot {
  const promotional = isFree(transaction);
  return {
    id: transaction.id,
    remaining: remainingOf(transaction),
    initial: transaction.credit_amount,
    status: transaction.transaction_status === "pending" ? "pendingPayment" : "active",
    expiresAt: transaction.expiry_date,
    createdAt: transaction.created_at,
    priority: transaction.priority,
    cost: promotional ? "0" : topupRate(transaction),
    promotional,
    lineItemTypes: scope,
  };
}

const FREE: ReadonlySet<string | null> = /* @__PURE__ */ new Set([
  "FREE_CREDIT_GRANT",
  "SUBSCRIPTION_CREDIT_GRANT",
  "PURCHASED_CREDIT_BONUS",
]);

/** Given away, rather than bought or paid back. */
export function isFree({ transaction_reason }: TransactionReading): boolean {
  return FREE.has(transaction_reason);
}
