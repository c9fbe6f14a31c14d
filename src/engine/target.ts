import { constant, type Decimal, ONE } from "../base/decimal.js";
import { minorDigits } from "../base/currency.js";
import type { Account } from "../model/account.js";
import type { OwedBasis } from "../model/basis.js";
import { basisOf, type Profile } from "../model/profile.js";
import { scaleOf, type Wallet } from "../model/wallet.js";

/** What a profile tops up: the account itself, or one of its wallets. */
export type Target = AccountTarget | WalletTarget;

interface AnyTarget {
  readonly walletId: string | null;
  /** The unit of the basis. */
  readonly unit: string;
  /** Decimal places of that unit. */
  readonly scale: number;
  /** Money in the account's currency that one unit costs. */
  readonly rate: Decimal;
}
export interface AccountTarget extends AnyTarget {
  readonly kind: "account";
  readonly basis: OwedBasis;
  readonly walletId: null;
}
export interface WalletTarget extends AnyTarget {
  readonly kind: "wallet";
  readonly basis: "balance";
  readonly walletId: string;
  readonly wallet: Wallet;
}

/** Why no single wallet was found. */
export type NoTarget = { readonly kind: "none"; readonly reason: "noWallet" | "walletAmbiguous"; readonly candidates: number };

export function findTarget(profile: Profile, account: Account): Target | NoTarget {
  const basis = basisOf(profile);
  if (basis !== "balance") {
    const scale = minorDigits(account.currency) as number;
    return { kind: "account", basis, walletId: null, unit: account.currency, scale, rate: ONE };
  }
  let wallet: Wallet | null = null;
  let candidates = 0;
  for (const each of account.wallets) {
    if (!isCandidate(each, profile)) continue;
    wallet ??= each;
    candidates += 1;
  }
  if (wallet === null) return { kind: "none", reason: "noWallet", candidates };
  if (candidates > 1) return { kind: "none", reason: "walletAmbiguous", candidates };
  return walletTarget(wallet);
}

export function walletTarget(wallet: Wallet): WalletTarget {
  const rate = constant(wallet.rate as string);
  return { kind: "wallet", basis: "balance", walletId: wallet.id, wallet, unit: wallet.unit, scale: scaleOf(wallet), rate };
}

/** The wallet that is named, whatever its status; else each active one of the profile's unit. */
function isCandidate(wallet: Wallet, profile: Profile): boolean {
  return (profile.walletId !== null || wallet.status === "active") && mayBeMeant(wallet, profile);
}

/** The same as if every wallet were active. */
export function mayBeMeant({ id, unit }: Wallet, { walletId, currency }: Profile): boolean {
  return walletId === null ? currency === null || unit === currency : id === walletId;
}
