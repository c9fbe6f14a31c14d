import { canonical, decimal, halfUp } from "../../base/decimal.js";
import { amount, type Amount, id } from "../../base/fields.js";
import { latest } from "../../base/instant.js";
import { object, optional, required, type Schema, withDefault } from "../../base/schema.js";
import type { TopupRecord } from "../../model/topup-record.js";
import { optionsOf } from "./options.js";
import { appliedAt, type M3terTransaction, transactionDocuments, type TransactionReading } from "./transaction.js";

/**
 * How Transactions are told apart.
 *
 * @example
 * ```ts
 * import type { M3terTopupsOptions } from "auto-topup/m3ter";
 *
 * const options: M3terTopupsOptions = { balanceId: "bal_1", transactionTypeId: "type_topup" };
 * options.balanceId; //=> "bal_1"
 * ```
 */
export interface M3terTopupsOptions {
  /** The balance that the transactions are of: a Transaction doesn't say. */
  readonly balanceId: string;
  /** The type that `transactionFromPlan` was given: its transactions are the automatic top-ups. */
  readonly transactionTypeId: string;
  /** The profile that made them, where there is only one. */
  readonly profileId?: string | null | undefined;
  /** As for `walletFromBalance`: what a unit costs in the account's currency. `"1"` when left out. */
  readonly rate?: Amount | null | undefined;
}

interface Options {
  readonly balanceId: string;
  readonly transactionTypeId: string;
  readonly profileId: string | null;
  readonly rate: string;
}

const optionsSchema: Schema<Options> = object({
  balanceId: required(id),
  transactionTypeId: required(id),
  profileId: optional(id),
  rate: withDefault<string, Amount>(amount({ above: "0" }), "1"),
});

const MOST_DIGITS = 20;

/**
 * The credits among a Balance's Transactions as past top-ups: those of the given type are automatic, others are
 * manual. Debits and what bills give back are none. All are paid: a Transaction that exists has been applied.
 *
 * @param transactions all Transactions of one Balance
 * @returns records for an account's `topups`
 * @throws InvalidInputError where the list (paths with the index) or the options are malformed
 *
 * @example
 * ```ts
 * import { topupsFromTransactions } from "auto-topup/m3ter";
 *
 * const topups = topupsFromTransactions(
 *   [
 *     { id: "txn_1", amount: 50, transactionTypeId: "type_topup", appliedDate: "2026-06-01T09:00:00Z", entityType: "SERVICE_USER" },
 *     { id: "txn_2", amount: -30, appliedDate: "2026-07-01T00:00:00Z", entityType: "BILL" },
 *   ],
 *   { balanceId: "bal_1", transactionTypeId: "type_topup" },
 * );
 * topups.map(({ id, kind, charge }) => `${id} ${kind} ${charge}`); //=> ["txn_1 automatic 50"]
 * ```
 */
export function topupsFromTransactions(transactions: readonly M3terTransaction[], options: M3terTopupsOptions): TopupRecord[] {
  const read = transactionDocuments.read(transactions);
  const given = optionsOf(optionsSchema, options);
  return read.filter(isCredit).map((each) => recordOf(each, given));
}

function isCredit({ amount: moved, entityType }: TransactionReading): boolean {
  return moved !== "0" && !moved.startsWith("-") && entityType !== "BILL";
}

function recordOf(transaction: TransactionReading, { balanceId, transactionTypeId, profileId, rate }: Options): TopupRecord {
  const isAutomatic = transaction.transactionTypeId === transactionTypeId;
  const appliedOn = appliedAt(transaction);
  const { transactionDate, dtCreated } = transaction;
  const createdAt = latest([transactionDate, dtCreated].filter((each) => each !== null)) ?? appliedOn;
  return {
    id: transaction.id,
    kind: isAutomatic ? "automatic" : "manual",
    ...(isAutomatic && profileId !== null && { profileId }),
    walletId: balanceId,
    charge: canonical(halfUp(decimal(transaction.amount).times(decimal(rate)), MOST_DIGITS)),
    credit: transaction.amount,
    createdAt,
    creditedAt: latest([appliedOn, createdAt]), // it may be booked as applied before it was made
    status: "paid",
  };
}
