import { currencyCode } from "../../base/currency.js";
import { InvalidInputError, type InputIssue } from "../../base/errors.js";
import type { Instant } from "../../base/instant.js";
import { object, oneOfOr, type Schema } from "../../base/schema.js";
import type { Pot } from "../../model/pot.js";
import type { RolloverInput } from "../../model/source.js";
import { balanceDocuments, type BalanceReading, type M3terBalance } from "./balance.js";
import { optionsOf } from "./options.js";
import { appliedAt, type M3terTransaction, transactionDocuments, type TransactionReading } from "./transaction.js";

/**
 * How a balance is read as a pot.
 *
 * @example
 * ```ts
 * import type { M3terPotOptions } from "auto-topup/m3ter";
 *
 * const options: M3terPotOptions = { beforeStart: "fault" };
 * options.beforeStart; //=> "fault"
 * ```
 */
export interface M3terPotOptions {
  /** A transaction applied before the balance's `startDate` counts from the start (`"atStart"`, left out), or is a fault. */
  readonly beforeStart?: "atStart" | "fault" | undefined;
}

const optionsSchema: Schema<{ readonly beforeStart: "atStart" | "fault" }> = object({
  beforeStart: oneOfOr(["atStart", "fault"], "atStart"),
});

/**
 * A Balance and its Transactions as a pot, for `balanceSummary`. A transaction's type is its
 * `transactionTypeId`, else its `entityType`.
 *
 * @param balance a Balance
 * @param transactions all Transactions of it, in any order
 * @returns a pot as a caller writes it, in the balance's currency
 * @throws InvalidInputError where the balance (its own paths), the list (paths with the index) or the options are
 * malformed, the currency is none of ISO 4217, or a transaction lies before the start and `beforeStart` forbids it
 * @see m3ter API reference, Balances: startDate, endDate, rolloverAmount, rolloverEndDate
 *
 * @example
 * ```ts
 * import { balanceSummary } from "auto-topup";
 * import { potFromBalance } from "auto-topup/m3ter";
 *
 * const pot = potFromBalance(
 *   {
 *     id: "bal_1",
 *     accountId: "acc_1",
 *     code: "prepaid-2026",
 *     name: "Prepaid 2026",
 *     currency: "USD",
 *     startDate: "2026-01-01T00:00:00Z",
 *     endDate: "2027-01-01T00:00:00Z",
 *     rolloverAmount: 800,
 *     rolloverEndDate: "2027-04-01T00:00:00Z",
 *   },
 *   [{ id: "txn_1", amount: 1000, appliedDate: "2026-02-01T00:00:00Z" }],
 * );
 * balanceSummary(pot, { at: "2027-01-01T00:00:00Z" }).expired; //=> "200"
 * ```
 */
export function potFromBalance(balance: M3terBalance, transactions: readonly M3terTransaction[], options: M3terPotOptions = {}): Pot {
  const read = balanceDocuments.read(balance);
  const movements = transactionDocuments.read(transactions);
  const { beforeStart } = optionsOf(optionsSchema, options);
  const issues = [...currencyFaults(read), ...(beforeStart === "fault" ? earlyFaults(movements, read.startDate) : [])];
  if (issues.length > 0) throw new InvalidInputError(issues);
  return {
    id: read.id,
    name: read.name,
    currency: read.currency,
    startsAt: read.startDate,
    endsAt: read.endDate,
    rollover: rolloverOf(read),
    transactions: movements.map((each) => ({
      id: each.id,
      amount: each.amount,
      appliedAt: laterOf(appliedAt(each), read.startDate),
      type: each.transactionTypeId ?? each.entityType,
    })),
  };
}

export function rolloverOf({ rolloverAmount, rolloverEndDate }: BalanceReading): RolloverInput | null {
  return rolloverEndDate === null ? null : { amount: rolloverAmount, until: rolloverEndDate };
}

function currencyFaults({ currency }: BalanceReading): InputIssue[] {
  if (currencyCode(currency) !== null) return [];
  return [{ path: ["currency"], code: "invalid_currency", message: "must be an ISO 4217 currency code" }];
}

function earlyFaults(transactions: readonly TransactionReading[], start: Instant): InputIssue[] {
  return transactions.flatMap((each, index) =>
    appliedAt(each) < start
      ? [{ path: [index, "appliedDate"], code: "conflict" as const, message: "must not be before the balance's startDate" }]
      : [],
  );
}

function laterOf(a: Instant, b: Instant): Instant {
  return a < b ? b : a;
}
