import { type Decimal, decimal, sum } from "../../base/decimal.js";
import { type Instant, toMs } from "../../base/instant.js";
import type { Account } from "../../model/account.js";
import type { ParsedLot } from "../../model/lot.js";

/** When a lot next begins or ends, in milliseconds; Infinity where none does. */
export function nextLotChange({ wallets }: Account, at: Instant): number {
  let next = Infinity;
  for (const { lots } of wallets) {
    for (const { effectiveAt, expiresAt } of lots ?? []) {
      for (const change of [effectiveAt, expiresAt]) {
        if (change !== null && change > at) next = Math.min(next, toMs(change));
      }
    }
  }
  return next;
}

export interface Expired {
  readonly account: Account;
  /** What was left in each wallet's lots when they expired. */
  readonly amounts: ReadonlyMap<string, Decimal>;
}

/** Without the lots that have expired. One that waits for a payment is kept: the payment has to find it, with its dates. */
export function expireLots(account: Account, at: Instant): Expired {
  const hasExpired = ({ status, expiresAt }: ParsedLot): boolean => status === "active" && expiresAt !== null && expiresAt <= at;
  if (!account.wallets.some(({ lots }) => lots?.some(hasExpired))) return { account, amounts: new Map() };
  const amounts = new Map(account.wallets.map(({ id, lots }) => [id, remainingOf((lots ?? []).filter(hasExpired))] as const));
  const wallets = account.wallets.map((wallet) => ({ ...wallet, lots: wallet.lots?.filter((lot) => !hasExpired(lot)) ?? null }));
  return { account: { ...account, wallets }, amounts };
}

function remainingOf(lots: readonly ParsedLot[]): Decimal {
  return sum(lots.map(({ remaining }) => decimal(remaining)));
}
