/**
 * Something in a profile, or in how it goes with an account, that is legal and yet will hurt.
 *
 * @example
 * ```ts
 * import { type Finding, lintProfile } from "auto-topup";
 *
 * const [finding] = lintProfile({
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "toTarget", value: "5" },
 *   settlement: { kind: "grant" },
 * });
 * const { code, severity, path } = finding as Finding;
 * code; //=> "targetDoesNotClear"
 * severity; //=> "error"
 * path; //=> ["topup", "value"]
 * ```
 */
export interface Finding {
  /** Stable, for programs. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Into the profile; what begins with `"account"` is a path into the account. */
  readonly path: readonly (string | number)[];
  /** For people, with the figures. */
  readonly message: string;
  /** What to write instead, where there is one thing to say. */
  readonly suggestion?: string;
}

/**
 * How much it hurts: `error`, certainly; `warning`, in the ordinary course; `info`, not at all, but it is worth
 * knowing.
 *
 * @example
 * ```ts
 * import type { Severity } from "auto-topup";
 *
 * const severities: Severity[] = ["error", "warning", "info"];
 * severities.length; //=> 3
 * ```
 */
export type Severity = "error" | "warning" | "info";

/**
 * What was found, in the order in which `lintProfile` tells it.
 *
 * @example
 * ```ts
 * import { type FindingCode, lintProfile } from "auto-topup";
 *
 * const accepted: FindingCode[] = ["unpaidNeverAskedAgain", "requestPileUp"];
 * const findings = lintProfile({
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "fixedAmount", value: "50" },
 * });
 * findings.filter(({ code }) => !accepted.includes(code)); //=> []
 * ```
 */
export type FindingCode =
  // whether it can answer at all
  | "figureUnknown" // a figure or limit that the rule needs is not in the account
  | "notForAccount" // another customer, currency or wallet
  | "alwaysStale" // `staleAfter`, and no snapshot is fresh enough
  | "neverOccurs" // a schedule without an occurrence while the profile is in force
  | "unlimitedLimit" // a limit that is `null`
  // where it fires
  | "firesAtNothingOwed" // although nothing is owed
  | "percentOfZero" // a percentage of a limit of 0
  | "fractionAsPercent" // 0.8 where 80 was meant
  | "offsetAboveHalf" // the offset taken for the threshold
  // by how much
  | "targetDoesNotClear" // the target is on the firing side
  | "positiveTargetInAdvance" // a customer who pays in advance is left owing
  | "landsOnThreshold" // the next cent fires again
  | "amountDoesNotClear" // one top-up is too little
  | "nothingChargeable" // no amount is allowed
  | "boundReplacesValue" // `min` or `max` instead of the value
  | "maxBelowNeed" // `max` below what the target needs
  | "finerThanUnit" // fractions of a cent
  // caps
  | "capBelowCharge" // below one top-up
  | "capBelowMinimum" // below the least top-up
  | "cooldownBeyondCap" // a cap that is never reached
  // money on its way
  | "ignoresInFlight" // charged again while the first is on its way
  | "expiresBeforeDue" // an invoice forgotten before it is due
  | "unpaidInvoicesStack" // one unpaid invoice after another
  | "unpaidNeverAskedAgain" // a request that is never paid counts, or blocks, for ever
  | "billedThroughMissing" // paid top-ups forgotten before the bill
  | "creditedAtMissing" // a credit taken for seen too early
  // asking for money
  | "requestPileUp" // a letter a day
  | "failuresIgnored" // a dead card asked for ever
  | "noWaitBetweenTries" // a declined card asked at once
  | "retriesWithoutEnd" // a card that declines, asked now and then for ever
  | "belowMinCharge" // too little for the payment method
  | "paymentMethodMissing" // required, and the account has none
  | "paymentMethodUnused" // needed, and never used
  | "correspondenceNeverSent"
  // the rest
  | "creditExpiresInCooldown" // nothing left, and nothing may be added
  | "scheduleStaysArmed" // a schedule that waits for the figure
  | "historyLeftOut" // past top-ups that the guards need
  | "recordWithoutWallet" // a record that gates nothing
  | "noEffect"; // a key that does nothing

/** A finding before its rule's code is put to it. */
export type Draft = Omit<Finding, "code">;
