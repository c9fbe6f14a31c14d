import { type Decimal, unitOf } from "../../base/decimal.js";
import { minorDigits } from "../../base/currency.js";
import type { InputIssue } from "../../base/errors.js";
import type { Account } from "../../model/account.js";
import { scaleOf, type Wallet } from "../../model/wallet.js";
import type { FallsOn } from "./timeline.js";

/** What usage falls on: one of the account's wallets, or a figure that is owed. */
export type UsageTarget =
  { readonly kind: "wallet"; readonly walletId: string } | { readonly kind: "owed"; readonly basis: "outstanding" | "unbilled" };

/** A wallet, or null for what is owed. */
export interface PaidInto {
  readonly walletId: string | null;
}

/** Null where that is unclear. */
export function usageTargetOf({ walletId, basis }: FallsOn, account: Account): UsageTarget | null {
  const { owed } = account;
  if (basis !== undefined) return { kind: "owed", basis }; // goes with no walletId
  if (walletId === null && owed.unbilled !== null) return { kind: "owed", basis: "unbilled" };
  if (walletId === null && owed.outstanding !== null) return { kind: "owed", basis: "outstanding" };
  const wallet = walletMeant(walletId, account);
  return wallet && { kind: "wallet", walletId: wallet.id };
}

/** Whose a payment by hand is: what is owed, or the account's only wallet where nothing is. Null where that is unclear. */
export function paidIntoOf({ walletId }: Pick<FallsOn, "walletId">, account: Account): PaidInto | null {
  if (walletId === null && Object.values(account.owed).some((figure) => figure !== null)) return { walletId: null };
  const wallet = walletMeant(walletId, account);
  return wallet && { walletId: wallet.id };
}

/** The wallet named, or the only one; null where there is none such. */
function walletMeant(walletId: string | null, { wallets }: Account): Wallet | null {
  const meant = walletId === null ? wallets : wallets.filter(({ id }) => id === walletId);
  return meant.length === 1 ? (meant[0] as Wallet) : null;
}

export function fallsOnFault(usage: FallsOn, account: Account): InputIssue | null {
  if (usageTargetOf(usage, account) !== null) return null;
  return walletFault(usage, "is needed, or basis: the account does not tell what usage falls on");
}

export function paidIntoFault(payment: Pick<FallsOn, "walletId">, account: Account): InputIssue | null {
  if (paidIntoOf(payment, account) !== null) return null;
  return walletFault(payment, "is needed: the account does not tell what is paid for");
}

function walletFault({ walletId }: Pick<FallsOn, "walletId">, needed: string): InputIssue {
  return walletId === null
    ? { path: ["walletId"], code: "missing_companion", message: needed }
    : { path: ["walletId"], code: "conflict", message: "must be a wallet of this account" };
}

/** The smallest part of the target's unit. */
export function quantumOf(target: UsageTarget, { currency, wallets }: Account): Decimal {
  if (target.kind === "owed") return unitOf(minorDigits(currency) as number);
  return unitOf(scaleOf(wallets.find(({ id }) => id === target.walletId) as Wallet));
}
