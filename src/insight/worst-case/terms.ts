import { currencyCode, currencyCodes, minorDigits } from "../../base/currency.js";
import { canonical, ONE } from "../../base/decimal.js";
import { overrideOf } from "../../engine/figures.js";
import { findTarget, mayBeMeant, type Target, walletTarget } from "../../engine/target.js";
import type { Account } from "../../model/account.js";
import { basisOf, type Profile } from "../../model/profile.js";
import type { Assumption, BoundingRule } from "./bounds.js";

/** What a bound goes by: the profile, and what of an account doesn't change. */
export interface Terms {
  readonly profile: Profile;
  readonly zone: string;
  /** What is charged is in this currency; null = unknown. */
  readonly currency: string | null;
  /** What is topped up, for its scale and rate; null where they are unknown. */
  readonly target: Target | null;
  readonly override: string | null;
  readonly assumes: readonly Assumption[];
  /** A rule by which this account is never topped up. */
  readonly never: BoundingRule | null;
}

/** For each target that there may come to be: which wallet counts changes with their statuses. */
export function termsOf(profile: Profile, account: Account | null): readonly [Terms, ...Terms[]] {
  const named = profile.currency === null ? null : currencyCode(profile.currency);
  const currency = account?.currency ?? named;
  const [first, ...others] = account === null ? [] : targetsOf(profile, account);
  const termsFor = (target: Target | null): Terms => ({
    profile,
    zone: account?.timeZone ?? "UTC",
    currency,
    target,
    override: account && target && overrideOf(account, target),
    assumes: [
      ...(account === null ? (["utc"] as const) : []),
      ...(account === null && (target !== null || basisOf(profile) !== "balance") ? (["noOverride"] as const) : []),
      ...(first === undefined && target !== null && basisOf(profile) === "balance" ? (["ownCurrency"] as const) : []),
    ],
    never: neverBy(profile, account, target),
  });
  return [termsFor(first ?? assumedTarget(profile, currency)), ...others.map(termsFor)];
}

/** One of each unit, rate and scale that there are. */
function targetsOf(profile: Profile, account: Account): Target[] {
  if (basisOf(profile) !== "balance") return [findTarget(profile, account) as Target];
  const meant = account.wallets.filter((wallet) => mayBeMeant(wallet, profile)).map(walletTarget);
  return [...new Map(meant.map((target) => [`${target.unit} ${canonical(target.rate)} ${target.scale}`, target])).values()];
}

/** A wallet of which no more than a currency is known is taken to be in the account's own. */
function assumedTarget(profile: Profile, currency: string | null): Target | null {
  return currency === null || profile.currency !== currency ? null : moneyTarget(currency);
}

function moneyTarget(currency: string): Target {
  return { kind: "account", basis: "outstanding", walletId: null, unit: currency, scale: minorDigits(currency) as number, rate: ONE };
}

/** What doesn't change: whether it is switched on, and whose and in which currency it is. */
function neverBy(profile: Profile, account: Account | null, target: Target | null): BoundingRule | null {
  if (!profile.enabled) return { rule: "enabled", path: ["enabled"] };
  if (account === null) return null;
  if (profile.customerId !== null && profile.customerId !== account.id) return { rule: "customer", path: ["customerId"] };
  const otherCurrency = profile.currency !== null && target !== null && target.unit !== profile.currency;
  return otherCurrency ? { rule: "currency", path: ["currency"] } : null;
}

/** One currency for each number of minor digits there is: what holds for these, holds for all. */
function everyCurrency(): string[] {
  const byDigits = new Map(currencyCodes().map((code) => [minorDigits(code), code] as const));
  return [...byDigits.values()];
}

/** The same terms in each currency that may be meant, where none is known. */
export function inEachCurrency(terms: Terms): Terms[] {
  if (terms.currency !== null) return [inCurrency(terms, terms.currency)];
  return everyCurrency().map((currency) => inCurrency(terms, currency));
}

function inCurrency(terms: Terms, currency: string): Terms {
  const target = terms.target ?? (basisOf(terms.profile) === "balance" ? null : moneyTarget(currency));
  return { ...terms, currency, target };
}
