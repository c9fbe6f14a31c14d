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

type FailedReason = keyof typeof OUTCOME_OF;
const PRECEDENCE: readonly Outcome[] = ["ineligible", "indeterminate", "notDue", "blocked"];

/** The first outcome in precedence that any failed guard gives, with the reason of the first such guard. */
export function verdictOf(failed: readonly Check[]): { readonly outcome: Outcome; readonly reason: Reason } | null {
  let best: { outcome: Outcome; reason: Reason } | null = null;
  for (const { reason } of failed) {
    const outcome = OUTCOME_OF[reason as FailedReason];
    if (best === null || PRECEDENCE.indexOf(outcome) < PRECEDENCE.indexOf(best.outcome)) best = { outcome, reason: reason as FailedReason };
  }
  return best;
}
