import { minorDigits } from "../../base/currency.js";
import type { Wallet } from "../../model/wallet.js";
import type { Target } from "../../engine/target.js";
import { type Account, statedLimit } from "../../model/account.js";
import { basisOf, type Profile } from "../../model/profile.js";
import type { TopupRule } from "../../model/topup-rule.js";
import type { Trigger } from "../../model/trigger.js";

/**
 * The least and the greatest limit above 0 that can be stated. Thresholds and targets are linear in a limit: what is
 * so at both ends is so at each limit between them.
 */
const ENDS = ["0.00000000000000000001", "99999999999999999999"] as const;

/** A currency with as many minor digits as any: it rounds least. */
const FINEST_CURRENCY = "CLF";
const FINEST_SCALE = 12;

/** So dear that no charge rounds to nothing: what a credit costs is not known here. */
const DEAR = "1000000000000";

const NOTHING_PAST = { asOf: null, billedThrough: null, topups: [] } as const;

/** One at least. */
export type Trials = readonly [Account, ...Account[]];

/**
 * Accounts to try a rule on: the one given, with nothing past, or one that fits the profile. What the profile does not
 * prove by itself differs between them.
 */
export function trialsOf(profile: Profile, account: Account | null, target: Target | null): Trials {
  const known = account ?? assumedAccount(profile);
  const bare = { ...known, ...NOTHING_PAST, ...walletsOf(profile, target) };
  const missing = limitNames(profile.trigger, profile.topup).filter((name) => statedLimit(bare, name) === undefined);
  return missing.reduce<Account[]>(
    (accounts, name) => accounts.flatMap((each) => ENDS.map((limit) => ({ ...each, limits: { ...each.limits, [name]: limit } }))),
    [bare],
  ) as [Account, ...Account[]];
}

/** What is found on each account alike; null where they differ. */
export function sameOnAll<Value>(trials: Trials, find: (trial: Account) => Value): Value | null {
  const [value, ...others] = new Set(trials.map(find));
  return others.length === 0 ? (value as Value) : null; // there is one trial at least
}

/** The limits that these parts of a profile refer to, each once. */
export function limitNames(...parts: readonly (Trigger | TopupRule)[]): string[] {
  return [...new Set(parts.flatMap((part) => ("referenceLimit" in part ? [part.referenceLimit] : [])))];
}

function assumedAccount({ currency }: Profile): Omit<Account, keyof typeof NOTHING_PAST> {
  return {
    id: "assumed",
    currency: currency !== null && minorDigits(currency) !== null ? currency : FINEST_CURRENCY,
    timeZone: "UTC",
    owed: { outstanding: null, overdue: null, unbilled: null },
    limits: {},
    wallets: [],
    paymentMethod: null,
    autoTopupAmount: null,
    autoTopupResumedAt: null,
  };
}

function walletsOf(profile: Profile, target: Target | null): Partial<Account> {
  if (target?.kind === "wallet") return { wallets: [{ ...target.wallet, lots: null, pendingUsage: "0" }] };
  return basisOf(profile) === "balance" ? { wallets: [assumedWallet(profile)], autoTopupAmount: null } : {};
}

function assumedWallet({ walletId, currency }: Profile): Wallet {
  const unit = currency ?? "unit";
  return {
    id: walletId ?? "assumed",
    unit,
    status: "active",
    type: "prepaid",
    rate: DEAR,
    scale: minorDigits(unit) === null ? FINEST_SCALE : null,
    lots: null,
    balance: null,
    pendingUsage: "0",
  };
}
