import { InvalidInputError } from "../../base/errors.js";
import { amount, type Amount, id, instant, type InstantInput, timeZone } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { below, readWith, valueOf } from "../../base/parser.js";
import { list, object, optional, required, type Schema } from "../../base/schema.js";
import type { AccountInput } from "../../model/account.js";
import { walletFromFlexprice } from "./balance.js";
import { topupsFromTransactions } from "./topups.js";
import type { FlexpriceTransaction } from "./transaction.js";
import { type FlexpriceWallet, walletDocuments } from "./wallet.js";

/**
 * What the documents do not say of an account.
 *
 * @example
 * ```ts
 * import type { FlexpriceAccountOptions } from "auto-topup/flexprice";
 *
 * const options: FlexpriceAccountOptions = { timeZone: "Asia/Kolkata" };
 * options.timeZone; //=> "Asia/Kolkata"
 * ```
 */
export interface FlexpriceAccountOptions {
  /** When the wallet was read; its `balance_updated_at` when left out. */
  readonly asOf?: InstantInput | null | undefined;
  /** For caps by the calendar; `"UTC"` when left out. */
  readonly timeZone?: string | null | undefined;
  /** As `walletFromFlexprice` takes it. */
  readonly pendingUsage?: Amount | null | undefined;
  /** As `topupsFromTransactions` takes it. */
  readonly voided?: readonly string[] | null | undefined;
}

interface Options {
  readonly asOf: Instant | null;
  readonly timeZone: string | null;
  readonly pendingUsage: string | null;
  readonly voided: readonly string[];
}

const optionsSchema: Schema<Options> = object({
  asOf: optional(instant),
  timeZone: optional(timeZone),
  pendingUsage: optional(amount()),
  voided: list(required(id)),
});

/**
 * One wallet and its transactions as an account, ready to be evaluated with the profile that
 * `profileFromWallet` gives. Read the transactions first and the balance after them, so that the balance
 * shows whatever they say is paid.
 *
 * @param wallet the answer of the real-time balance
 * @param transactions of this wallet and others; those of others are left out
 * @param options when it was read, and where the customer is
 * @throws InvalidInputError where the wallet or a transaction is malformed; paths of transactions begin with `"transactions"`
 *
 * @example
 * ```ts
 * import { evaluate } from "auto-topup";
 * import { accountFromFlexprice, parseFlexpriceWallet, profileFromWallet } from "auto-topup/flexprice";
 *
 * const wallet = parseFlexpriceWallet({
 *   id: "wallet_1",
 *   customer_id: "cust_1",
 *   currency: "usd",
 *   credit_balance: "120",
 *   real_time_credit_balance: "50",
 *   auto_topup: { enabled: true, threshold: "50", amount: "200", invoicing: true },
 * });
 * const profile = profileFromWallet(wallet);
 * profile && evaluate({ profile, account: accountFromFlexprice(wallet), at: "2026-06-01T09:00:00Z" }).outcome; //=> "due"
 * ```
 */
export function accountFromFlexprice(
  wallet: FlexpriceWallet,
  transactions: readonly FlexpriceTransaction[] = [],
  options: FlexpriceAccountOptions = {},
): AccountInput {
  const read = walletDocuments.read(wallet);
  const { asOf, timeZone: zone, pendingUsage, voided } = valueOf(readWith(optionsSchema, options));
  return {
    id: read.customer_id,
    currency: read.currency,
    timeZone: zone,
    asOf: asOf ?? read.balance_updated_at,
    wallets: [walletFromFlexprice(wallet, { pendingUsage })],
    topups: under("transactions", () => topupsFromTransactions(transactions, { voided })).filter(({ walletId }) => walletId === read.id),
  };
}

function under<Out>(step: string, read: () => Out): Out {
  try {
    return read();
  } catch (error) {
    throw error instanceof InvalidInputError ? new InvalidInputError(below(step, error.issues)) : error;
  }
}
