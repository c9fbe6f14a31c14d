import { InvalidInputError } from "../../base/errors.js";
import { canonical, decimal } from "../../base/decimal.js";
import { readWith, valueOf } from "../../base/parser.js";
import { object, optionalObject, type Schema } from "../../base/schema.js";
import type { Source } from "../../model/source.js";
import { isFree, remainingOf } from "./lots.js";
import { useRate } from "./rates.js";
import { scopeOf } from "./scope.js";
import { type FlexpriceTransaction, isCredit, type TransactionReading, transactionListSchema } from "./transaction.js";
import { type FlexpriceWallet, walletDocuments, type WalletReading } from "./wallet.js";

/**
 * What to draw from, besides the wallet.
 *
 * @example
 * ```ts
 * import type { FlexpriceSourcesOptions } from "auto-topup/flexprice";
 *
 * const options: FlexpriceSourcesOptions = { transactions: [] };
 * options.transactions; //=> []
 * ```
 */
export interface FlexpriceSourcesOptions {
  /** The wallet's transactions: one source for each credit, rather than one for the wallet. */
  readonly transactions?: readonly FlexpriceTransaction[] | null | undefined;
}

const optionsSchema: Schema<{ readonly transactions: readonly TransactionReading[] | null }> = object({
  transactions: optionalObject(transactionListSchema),
});

/**
 * A wallet as sources for `drawDown`, in its currency: credits × `conversion_rate`. Its `allowed_price_types`
 * become the scope, so a charge says its price type: `"USAGE"` or `"FIXED"`. With transactions there is
 * one source for each credit, to be drawn in the order `"flexprice"`. A wallet that is not active gives none.
 *
 * @param wallet a wallet
 * @param options its transactions
 * @throws InvalidInputError where the wallet or a transaction is malformed, or the wallet says no balance
 *
 * @example
 * ```ts
 * import { drawDown } from "auto-topup";
 * import { sourcesFromWallet } from "auto-topup/flexprice";
 *
 * const sources = sourcesFromWallet({
 *   id: "wallet_1",
 *   customer_id: "cust_1",
 *   currency: "usd",
 *   balance: "30",
 *   config: { allowed_price_types: ["USAGE"] },
 * });
 * const at = "2026-06-30T00:00:00Z";
 * const charges = [
 *   { id: "seats", amount: "20", at, type: "FIXED" },
 *   { id: "calls", amount: "45", at, type: "USAGE" },
 * ];
 * drawDown({ charges, sources, order: "flexprice" }).charges.map(({ unpaid }) => unpaid); //=> ["20", "15"]
 * ```
 */
export function sourcesFromWallet(wallet: FlexpriceWallet, options: FlexpriceSourcesOptions = {}): Source[] {
  const read = walletDocuments.read(wallet);
  const { transactions } = valueOf(readWith(optionsSchema, options));
  if ((read.wallet_status ?? "active") !== "active") return [];
  if (transactions === null) return [wholeWallet(read)];
  return transactions
    .filter((each) => isCredit(each) && each.wallet_id === read.id && each.transaction_status === "completed" && remainingOf(each) !== "0")
    .map((each) => creditSource(each, read));
}

function wholeWallet(wallet: WalletReading): Source {
  return { kind: "lot", id: wallet.id, remaining: moneyIn(wallet), currency: wallet.currency, lineItemTypes: scopeOf(wallet) };
}

/** Nothing can be drawn from a wallet below zero. */
function moneyIn(wallet: WalletReading): string {
  const { balance, credit_balance } = wallet;
  if (balance === null && credit_balance === null) {
    throw new InvalidInputError([{ path: ["balance"], code: "required", message: "is required, or credit_balance" }]);
  }
  const money = balance ?? inMoney(credit_balance as string, wallet);
  return money.startsWith("-") ? "0" : money;
}

function creditSource(transaction: TransactionReading, wallet: WalletReading): Source {
  return {
    kind: "lot",
    id: transaction.id,
    remaining: inMoney(remainingOf(transaction), wallet),
    initial: inMoney(transaction.credit_amount, wallet),
    currency: wallet.currency,
    endsAt: transaction.expiry_date,
    priority: transaction.priority,
    createdAt: transaction.created_at,
    promotional: isFree(transaction),
    lineItemTypes: scopeOf(wallet),
  };
}

function inMoney(credits: string, wallet: WalletReading): string {
  return canonical(decimal(credits).times(decimal(useRate(wallet))));
}
