import type { Check, Outcome, Reason } from "../model/decision.js";

/** What a failed guard makes of the decision. */
export const OUTCOME_OF: Readonly<Record<Exclude<Reason, "thresholdReached" | "scheduleReached">, Exclude<Outcome, "due">>> = {
  profileDisabled: "ineligible",
  otherCustomer: "ineligible",
  notYetActive: "ineligible",
  expired: "ineligible",
  currencyMismatch: "ineligible",
  noWallet: "ineligible",
  walletInactive: "ineligible",
  walletAmbiguous: "indeterminate",
  staleSnapshot: "indeterminate",
  inFuture: "indeterminate",
  basisUnknown: "indeterminate",
  limitUnknown: "indeterminate",
  thresholdNotReached: "notDue",
  unlimited: "notDue",
  alreadyAtTarget: "notDue",
  scheduleNotReached: "notDue",
  topupInFlight: "blocked",
  cooldown: "blocked",
  retryBackoff: "blocked",
  suspended: "blocked",
  noPaymentMethod: "blocked",
  belowMinimum: "blocked",
  capReached: "blocked",
};

/** That of the first guard that failed: the guards stand in the order of their outcomes. */
export function verdictOf([first]: readonly Check[]): { readonly outcome: Outcome; readonly reason: Reason } | null {
  if (first === undefined) return null;
  const reason = first.reason as keyof typeof OUTCOME_OF;
  return { outcome: OUTCOME_OF[reason], reason };
}
