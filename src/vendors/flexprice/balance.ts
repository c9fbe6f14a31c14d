import { canonical, decimal, ZERO } from "../../base/decimal.js";
import { amount, type Amount } from "../../base/fields.js";
import { readWith, valueOf } from "../../base/parser.js";
import { object, optional, optionalObject, type Schema } from "../../base/schema.js";
import type { Lot } from "../../model/lot.js";
import type { WalletInput } from "../../model/wallet.js";
import { lotsOf } from "./lots.js";
import { topupRate } from "./rates.js";
import { scopeOf } from "./scope.js";
import { type FlexpriceTransaction, type TransactionReading, transactionListSchema } from "./transaction.js";
import { type FlexpriceWallet, walletDocuments, type WalletReading } from "./wallet.js";

/**
 * What a wallet's document does not say of its balance.
 *
 * @example
 * ```ts
 * import type { FlexpriceBalanceOptions } from "auto-topup/flexprice";
 *
 * const options: FlexpriceBalanceOptions = { pendingUsage: "0" };
 * options.pendingUsage; //=> "0"
 * ```
 */
export interface FlexpriceBalanceOptions {
  /** The wallet's transactions: it then has lots, each with its expiry and priority, and not a balance alone. */
  readonly transactions?: readonly FlexpriceTransaction[] | null | undefined;
  /** Credits of usage and invoices still to be paid, where the document has no real-time figure. */
  readonly pendingUsage?: Amount | null | undefined;
}

const optionsSchema: Schema<{ readonly transactions: readonly TransactionReading[] | null; readonly pendingUsage: string | null }> = object(
  {
    transactions: optionalObject(transactionListSchema),
    pendingUsage: optional(amount()),
  },
);

/**
 * A wallet as our snapshot of it, in credits: what a top-up costs is its `rate`, and `pendingUsage` is what
 * the real-time figure lies below the stored one. A prepaid wallet without a real-time figure and without
 * `pendingUsage` has an unknown balance: the stored one alone would be too high.
 *
 * @param wallet the answer of the real-time balance, or a wallet
 * @param options transactions, and usage still to be paid
 * @throws InvalidInputError where the wallet or a transaction is malformed
 *
 * @example
 * ```ts
 * import { walletFromFlexprice } from "auto-topup/flexprice";
 *
 * const wallet = walletFromFlexprice({
 *   id: "wallet_1",
 *   customer_id: "cust_1",
 *   currency: "usd",
 *   credit_balance: "120",
 *   real_time_credit_balance: "45.5",
 *   conversion_rate: "1",
 *   topup_conversion_rate: "0.8",
 * });
 * wallet.balance; //=> "120"
 * wallet.pendingUsage; //=> "74.5"
 * wallet.rate; //=> "0.8"
 * ```
 */
export function walletFromFlexprice(wallet: FlexpriceWallet, options: FlexpriceBalanceOptions = {}): WalletInput {
  const read = walletDocuments.read(wallet);
  const { transactions, pendingUsage } = valueOf(readWith(optionsSchema, options));
  return {
    id: read.id,
    unit: "credits",
    status: read.wallet_status ?? "active",
    type: TYPES[read.wallet_type ?? "PRE_PAID"],
    rate: topupRate(read),
    ...figures(read, transactions, pendingUsageOf(read, pendingUsage)),
  };
}

const TYPES = { PRE_PAID: "prepaid", POST_PAID: "postpaid", PROMOTIONAL: "promotional" } as const;

/** Null = unknown. A postpaid wallet's ongoing balance is the stored one; that of a wallet not in use reads 0 and says nothing. */
function pendingUsageOf(wallet: WalletReading, stated: string | null): string | null {
  const { credit_balance: stored, real_time_credit_balance: ongoing } = wallet;
  if (wallet.wallet_type === "POST_PAID" || (wallet.wallet_status ?? "active") !== "active") return "0";
  if (stored === null || ongoing === null) return stated;
  return canonical(decimal(stored).minus(decimal(ongoing)));
}

function figures(
  wallet: WalletReading,
  transactions: readonly TransactionReading[] | null,
  pendingUsage: string | null,
): Pick<WalletInput, "balance" | "lots" | "pendingUsage"> {
  if (wallet.credit_balance === null || pendingUsage === null) return {};
  if (transactions === null) return { balance: wallet.credit_balance, pendingUsage };
  const lots: Lot[] = lotsOf(
    transactions.filter((each) => each.wallet_id === wallet.id),
    scopeOf(wallet),
  );
  return { lots, pendingUsage: canonical(decimal(pendingUsage).plus(holeOf(wallet.credit_balance))) };
}

/** A manual debit may leave less than nothing, which no lot can show: it is usage that nothing has paid for. */
function holeOf(balance: string): ReturnType<typeof decimal> {
  return balance.startsWith("-") ? decimal(balance).negated() : ZERO;
}
