import { canonical, type Decimal, decimal } from "../../base/decimal.js";
import type { Instant } from "../../base/instant.js";
import { observedBasis } from "../../engine/figures.js";
import { findTarget, type Target } from "../../engine/target.js";
import { distanceTo, fires, type Threshold, thresholdOf } from "../../engine/threshold.js";
import { availableBalance } from "../../ledger/wallet-balance.js";
import { type Account, statedLimit } from "../../model/account.js";
import type { Profile } from "../../model/profile.js";
import type { SimulatedFigures } from "./step.js";

/** Where the watched figure stands with what the profile compares it with. Null where that is unknown, or there is none. */
export interface Standing {
  readonly figure: Decimal | null;
  readonly threshold: Decimal | null;
  readonly limit: Decimal | null;
  readonly pastThreshold: boolean;
  readonly pastLimit: boolean;
  readonly withoutFunds: boolean;
}

const UNKNOWN: Standing = { figure: null, threshold: null, limit: null, pastThreshold: false, pastLimit: false, withoutFunds: false };

export function standingOf(profile: Profile, account: Account, at: Instant): Standing {
  const target = findTarget(profile, account);
  if (target.kind === "none") return UNKNOWN;
  const figure = observedBasis(account, target, at);
  const limit = watchedLimit(profile, account);
  const threshold = watchedThreshold(profile, limit);
  return {
    figure,
    threshold: threshold?.value ?? null,
    limit,
    pastThreshold: figure !== null && threshold?.value != null && fires(distanceTo(threshold.value, figure, target), threshold.boundary),
    ...(figure === null ? { pastLimit: false, withoutFunds: false } : fundsOf(figure, limit, target)),
  };
}

/** Held: below zero, or at most zero. Owed: beyond the limit, or up to it. */
function fundsOf(figure: Decimal, limit: Decimal | null, target: Target): Pick<Standing, "pastLimit" | "withoutFunds"> {
  if (target.kind === "wallet") return { pastLimit: figure.lessThan(0), withoutFunds: !figure.greaterThan(0) };
  return { pastLimit: limit !== null && figure.greaterThan(limit), withoutFunds: limit !== null && !figure.lessThan(limit) };
}

/** The limit that the trigger refers to; for a schedule, that of the top-up. */
function watchedLimit({ trigger, topup }: Profile, account: Account): Decimal | null {
  const name =
    "referenceLimit" in trigger
      ? trigger.referenceLimit
      : trigger.basis === "schedule" && topup.mode === "toPercentOfLimit"
        ? topup.referenceLimit
        : null;
  const limit = name === null ? null : statedLimit(account, name);
  return limit == null ? null : decimal(limit);
}

function watchedThreshold({ trigger }: Profile, limit: Decimal | null): Threshold | null {
  if (trigger.basis === "schedule" || ("referenceLimit" in trigger && limit === null)) return null;
  return thresholdOf(trigger, limit);
}

/** The figures that a step tells. */
export function figuresOf({ figure }: Standing, { owed, wallets }: Account, at: Instant): SimulatedFigures {
  const balances = Object.fromEntries(
    wallets.map((wallet) => {
      const available = availableBalance(wallet, at);
      return [wallet.id, available && canonical(available)];
    }),
  );
  return { figure: figure && canonical(figure), owed, balances };
}
