import { type Decimal, decimal, ZERO } from "../base/decimal.js";
import type { Instant } from "../base/instant.js";
import { availableBalance } from "../ledger/wallet-balance.js";
import { type Account, statedLimit } from "../model/account.js";
import type { Profile } from "../model/profile.js";
import { creditOf, type History } from "./history.js";
import type { Question } from "./question.js";
import type { Target } from "./target.js";

/** A ceiling that a rule refers to; null where none is in use. */
export type Limit = Decimal | "unlimited" | null;

/** The basis as given and as compared. */
export interface BasisFigures {
  readonly observed: Decimal;
  readonly inFlight: Decimal;
  readonly effective: Decimal;
}

/** The figures that a rule needs, all known. */
export interface Figures {
  /** Null where a schedule needs none. */
  readonly basis: BasisFigures | null;
  readonly triggerLimit: Limit;
  readonly topupLimit: Limit;
}

/** A figure that is needed and not known. */
export interface MissingFigure {
  readonly missing: "basisUnknown" | "limitUnknown";
  readonly name: string;
}

export function readFigures(
  { profile, account, at }: Question,
  target: Target,
  history: History,
  override: string | null,
): Figures | MissingFigure {
  const { trigger, topup } = profile;
  const computed = topup.mode !== "fixedAmount" && override === null;
  const needsBasis = trigger.basis !== "schedule" || computed;
  const observed = needsBasis ? observedBasis(account, target, at) : null;
  if (needsBasis && observed === null) return { missing: "basisUnknown", name: target.basis };

  const triggerName = "referenceLimit" in trigger ? trigger.referenceLimit : null;
  const topupName = topup.mode === "toPercentOfLimit" && override === null ? topup.referenceLimit : null;
  const unknown = unknownOf(account, triggerName) ?? unknownOf(account, topupName);
  if (unknown !== null) return { missing: "limitUnknown", name: unknown };

  const triggerLimit = limitOf(account, triggerName);
  const topupLimit = topupName === triggerName ? triggerLimit : limitOf(account, topupName);
  return { basis: observed && effectiveBasis(observed, profile, target, history), triggerLimit, topupLimit };
}

function unknownOf(account: Account, name: string | null): string | null {
  return name === null || statedLimit(account, name) !== undefined ? null : name;
}

/** The customer-level override, where the basis is money in the account's currency (SAFE). */
export function overrideOf({ autoTopupAmount, currency }: Account, target: Target): string | null {
  return target.unit === currency ? autoTopupAmount : null;
}

export function observedBasis(account: Account, target: Target, at: Instant): Decimal | null {
  if (target.kind === "wallet") return availableBalance(target.wallet, at);
  const owed = account.owed[target.basis];
  return owed === null ? null : decimal(owed);
}

/** What is in flight has already been taken off what is owed, or added to what is held. */
function effectiveBasis(observed: Decimal, profile: Profile, target: Target, history: History): BasisFigures {
  if (profile.inFlight !== "net" || history.inFlight.length === 0) return { observed, inFlight: ZERO, effective: observed };
  const inFlight = creditOf(history.inFlight, target);
  return { observed, inFlight, effective: toppedUp(observed, inFlight, target) };
}

/** A basis after so much credit: less is owed, more is held. */
export function toppedUp(basis: Decimal, credit: Decimal, target: Target): Decimal {
  return target.kind === "account" ? basis.minus(credit) : basis.plus(credit);
}

function limitOf({ limits }: Account, name: string | null): Limit {
  if (name === null) return null;
  const ceiling = limits[name] ?? null;
  return ceiling === null ? "unlimited" : decimal(ceiling);
}
