import { type Decimal, unitOf } from "../../base/decimal.js";
import { minorDigits } from "../../base/currency.js";
import type { InputIssue } from "../../base/errors.js";
import type { Account } from "../../model/account.js";
import { scaleOf, type Wallet } from "../../model/wallet.js";
import type { FallsOn } from "./timeline.js";

/** What usage falls on: one of the account's wallets, or a figure that is owed. */
export type UsageTarget =
  { readonly kind: "wallet"; readonly walletId: string } | { readonly kind: "owed"; readonly basis: "outstanding" | "unbilled" };

/** Null where that is unclear. */
export function usageTargetOf({ walletId, basis }: FallsOn, { owed, wallets }: Account): UsageTarget | null {
  if (walletId !== null) return wallets.some(({ id }) => id === walletId) ? { kind: "wallet", walletId } : null;
  if (basis !== undefined) return { kind: "owed", basis };
  if (owed.unbilled !== null) return { kind: "owed", basis: "unbilled" };
  if (owed.outstanding !== null) return { kind: "owed", basis: "outstanding" };
  const [only, ...others] = wallets;
  return only !== undefined && others.length === 0 ? { kind: "wallet", walletId: only.id } : null;
}

/** Whose a payment by hand is: what is owed, or the account's only wallet where nothing is. Null where that is unclear. */
export function paidIntoOf({ walletId }: Pick<FallsOn, "walletId">, { owed, wallets }: Account): PaidInto | null {
  if (walletId !== null) return wallets.some(({ id }) => id === walletId) ? { walletId } : null;
  if (Object.values(owed).some((figure) => figure !== null)) return { walletId: null };
  const [only, ...others] = wallets;
  return only !== undefined && others.length === 0 ? { walletId: only.id } : null;
}

/** A wallet, or null for what is owed. */
export interface PaidInto {
  readonly walletId: string | null;
}

export function paidIntoFault(payment: Pick<FallsOn, "walletId">, account: Account): InputIssue | null {
  if (paidIntoOf(payment, account) !== null) return null;
  return payment.walletId === null
    ? { path: ["walletId"], code: "missing_companion", message: "is needed: the account does not tell what is paid for" }
    : { path: ["walletId"], code: "conflict", message: "must be a wallet of this account" };
}

export function fallsOnFault(fallsOn: FallsOn, account: Account): InputIssue | null {
  if (usageTargetOf(fallsOn, account) !== null) return null;
  return fallsOn.walletId === null
    ? { path: ["walletId"], code: "missing_companion", message: "is needed, or basis: the account does not tell what usage falls on" }
    : { path: ["walletId"], code: "conflict", message: "must be a wallet of this account" };
}

/** The smallest part of the target's unit. */
export function quantumOf(target: UsageTarget, { currency, wallets }: Account): Decimal {
  if (target.kind === "owed") return unitOf(minorDigits(currency) as number);
  return unitOf(scaleOf(wallets.find(({ id }) => id === target.walletId) as Wallet));
}
