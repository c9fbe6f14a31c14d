import type { Basis } from "../../model/basis.js";
import type { Catalogue } from "./catalogue.js";
import { cappedInEnglish } from "./english-cap.js";
import type { ComparisonFacts, Counted } from "./told-facts.js";
import { comparedInEnglish, figureInEnglish } from "./english-comparison.js";
import type { ReasonFacts } from "./reason-facts.js";

/** Why, as a clause in English. */
export const reasonsInEnglish: Catalogue["reasons"] = {
  thresholdReached: ({ comparison }) => comparedOr("the threshold is reached", comparison),
  scheduleReached: ({ occurrence }) =>
    occurrence === null
      ? "a scheduled date has come"
      : `the scheduled date of ${occurrence} has come, and no top-up has been made for it yet`,
  profileDisabled: () => "the profile is switched off",
  otherCustomer: ({ customer }) =>
    customer === null ? "the profile is for another account" : `the profile is for account ${customer} alone`,
  notYetActive: ({ from }) => (from === null ? "the profile is not in force yet" : `the profile is in force only from ${from}`),
  expired: ({ until }) => (until === null ? "the profile is no longer in force" : `the profile was in force only until ${until}`),
  currencyMismatch: ({ required, actual, wallet }) =>
    required === null || actual === null
      ? "the profile is for another currency"
      : `the profile is for ${required}, and ${wallet === null ? "the account" : `wallet ${wallet}`} is in ${actual}`,
  noWallet: ({ wallet, unit }) =>
    wallet === null ? `the account has no active wallet${unit === null ? "" : ` in ${unit}`}` : `the account has no wallet ${wallet}`,
  walletInactive: ({ wallet, status }) => `${wallet === null ? "the wallet" : `wallet ${wallet}`} is ${status ?? "not active"}`,
  walletAmbiguous: ({ candidates, unit }) =>
    `the account has ${candidates === null ? "several" : candidates.text} active wallets${unit === null ? "" : ` in ${unit}`}, and the profile names none of them`,
  staleSnapshot: ({ asOf, age }) =>
    asOf === null
      ? "it is not known when the figures were read, and the profile asks for fresh ones"
      : `the figures were read on ${asOf}, which is too long ago${age === null ? "" : ` (${age})`}`,
  inFuture: ({ latest }) =>
    `the account's data ${latest === null ? "lie" : `are dated up to ${latest}, which is`} after the moment of the decision`,
  basisUnknown: ({ basis, wallet }) => (basis === null ? "a figure is not known" : `${figureInEnglish(basis, wallet)} is not known`),
  limitUnknown: ({ limit }) => (limit === null ? "a limit is not known" : `the limit ${limit} of the account is not known`),
  thresholdNotReached: ({ comparison }) => comparedOr("the threshold is not reached", comparison),
  unlimited: ({ limitOf }) =>
    limitOf === "threshold"
      ? "the limit that the threshold goes by is unlimited, so no figure ever reaches it"
      : "the limit that the amount goes by is unlimited, so no amount follows from it",
  alreadyAtTarget: ({ credit }) => `the target is met already${credit === null ? "" : ` (the credit would be ${credit})`}`,
  scheduleNotReached: ({ occurrence, topup, inForceFrom, until }) =>
    `${scheduled(occurrence, topup, inForceFrom)}${until === null ? "" : ` (the next scheduled date is ${until})`}`,
  topupInFlight: ({ count, basis, until }) => `${earlierTopups(count)} ${unsettled(basis)}${aside([until && `counting until ${until}`])}`,
  cooldown: ({ topup, since, until }) =>
    `the cooldown${topup === null ? "" : ` that began with top-up ${topup}${since === null ? "" : ` on ${since}`}`} is not over${holding(until)}`,
  retryBackoff: ({ declines, suspendAfter, until }) =>
    `${declines === null || declines.number === 1 ? "a payment was" : "payments were"} declined, and the wait before the next attempt is not over${aside(
      [
        declines && (declines.number === 1 ? "one decline so far" : `${declines.text} declines so far`),
        suspendAfter && `${suspendAfter.text} suspend top-ups`,
        until && `until ${until}`,
      ],
    )}`,
  suspended,
  noPaymentMethod: ({ method }) =>
    method === null
      ? "the account has no payment method that collects automatically"
      : `the account's payment method (${METHODS[method]}) does not collect automatically`,
  belowMinimum: ({ min, max, step }) => {
    const bounds = [min && `at least ${min}`, max && `at most ${max}`, step && `in steps of ${step}`].filter((bound) => bound !== null);
    return max === null
      ? "the amount would round to zero"
      : `no amount within the profile's bounds (${bounds.join(", ")}) comes to anything`;
  },
  capReached: cappedInEnglish,
};

const METHODS = { card: "card", directDebit: "direct debit", other: "neither card nor direct debit" } as const;

function comparedOr(clause: string, comparison: ComparisonFacts | null): string {
  return comparison === null ? clause : comparedInEnglish(comparison);
}

function holding(until: string | null): string {
  return aside([until && `until ${until}`]);
}

/** What is known of some asides, in brackets. */
function aside(parts: readonly (string | null)[]): string {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? "" : ` (${known.join("; ")})`;
}

function scheduled(occurrence: string | null, topup: string | null, inForceFrom: string | null): string {
  // Dates from before the profile was in force do not count, and may well have come.
  if (topup === null) return `no scheduled date has come yet${inForceFrom === null ? "" : " with the profile in force"}`;
  return `top-up ${topup} has already been made for the scheduled date${occurrence === null ? "" : ` of ${occurrence}`}`;
}

function earlierTopups(count: Counted | null): string {
  if (count === null) return "an earlier top-up is";
  return count.number === 1 ? "one earlier top-up is" : `${count.text} earlier top-ups are`;
}

/** It may be paid and not yet shown, or shown and not yet paid. */
function unsettled(basis: Basis | null): string {
  return basis === "unbilled" ? "not settled, not yet in the figures or not yet billed" : "not settled, or not yet in the figures";
}

function suspended({ declines, final }: ReasonFacts["suspended"]): string {
  if (final) return "top-ups are suspended after a decline that is final";
  if (declines === null) return "top-ups are suspended after declined payments";
  return `top-ups are suspended after ${declines.number === 1 ? "one declined payment" : `${declines.text} declined payments`}`;
}
