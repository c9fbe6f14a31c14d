import { balanceSummary, planTopup } from "auto-topup";
import {
  type M3terBalanceRule,
  type M3terTransactionOptions,
  parseM3terBalance,
  parseM3terTransactions,
  potFromBalance,
  profileForBalance,
  topupsFromTransactions,
  transactionFromPlan,
  walletFromBalance,
} from "auto-topup/m3ter";
import type { Shown } from "./shown.js";

export interface M3terDocuments {
  readonly at: string;
  readonly balance: unknown;
  readonly transactions: unknown;
  /** m3ter draws down when a bill runs, so what was used since is still in the balance. */
  readonly usageSinceLastBill: string;
  /** The threshold that m3ter has none of. */
  readonly rule: M3terBalanceRule;
  readonly request: M3terTransactionOptions;
}

export function m3ter({ at, usageSinceLastBill, rule, request: options, ...documents }: M3terDocuments): Shown {
  const balance = parseM3terBalance(documents.balance);
  const transactions = parseM3terTransactions(documents.transactions);
  const { id: balanceId, accountId, currency } = balance;

  const { available } = balanceSummary(potFromBalance(balance, transactions), { at });
  const profile = profileForBalance(balance, rule);
  const account = {
    id: accountId,
    currency,
    wallets: [walletFromBalance(balance, { at, available, pendingUsage: usageSinceLastBill })],
    topups: topupsFromTransactions(transactions, { balanceId, transactionTypeId: options.transactionTypeId }),
  };
  const plan = planTopup({ profile, account, at });
  const request = transactionFromPlan(plan, options);
  return {
    system: "m3ter",
    cameIn: `Balance ${balanceId} of account ${accountId}, Transactions: ${transactions.length}, ${usageSinceLastBill} ${currency} used since the last bill`,
    profile,
    plan,
    requests: request === null ? [] : [request],
  };
}
