import { canonical } from "../base/decimal.js";
import { type Instant, latest } from "../base/instant.js";
import type { Check, Decision, TriggerFigures } from "../model/decision.js";
import { GUARDS_IN_ORDER } from "./guards/in-order.js";
import { verdictOf } from "./outcome.js";
import { type EvaluateInput, readQuestion } from "./question.js";
import { type Situation, situationOf } from "./situation.js";

/**
 * Judges whether a profile tops up an account at an instant, and says why. Every guard is judged, not only
 * the first that fails. Pure: no clock, no I/O, nothing changed.
 *
 * @param input the profile, the account and the instant
 * @returns the decision, plain data
 * @throws InvalidInputError with one issue per fault, paths relative to `input`
 *
 * @example
 * ```ts
 * import { evaluate } from "auto-topup";
 *
 * const decision = evaluate({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account: { id: "a1", currency: "GBP", owed: { outstanding: "430" }, limits: { credit: "500" } },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * decision.outcome; //=> "due"
 * decision.trigger?.distance; //=> "-30"
 * ```
 */
export function evaluate(input: EvaluateInput): Decision {
  return decide(situationOf(readQuestion(input)));
}

export function decide(situation: Situation): Decision {
  const { profile, account, target, at } = situation;
  const checks = GUARDS_IN_ORDER.map((guard) => guard(situation));
  const failed = checks.filter(({ passed }) => passed === false);
  const { outcome, reason } = verdictOf(failed) ?? {
    outcome: "due",
    reason: profile.trigger.basis === "schedule" ? "scheduleReached" : "thresholdReached",
  };
  return {
    version: 1,
    profileId: profile.id,
    accountId: account.id,
    walletId: target.kind === "none" ? null : target.walletId,
    at,
    outcome,
    reason,
    trigger: triggerFigures(situation),
    checks,
    nextEligibleAt: allEligibleAt(failed),
  };
}

function triggerFigures({ firing }: Situation): TriggerFigures | null {
  if (!firing?.position) return null;
  const { basis, figures, limit, threshold, distance } = firing.position;
  const { observed, inFlight, effective } = figures;
  return {
    basis,
    observed: canonical(observed),
    inFlight: canonical(inFlight),
    effective: canonical(effective),
    limit: limit === null || limit === "unlimited" ? null : canonical(limit),
    threshold: threshold.value && canonical(threshold.value),
    boundary: threshold.boundary,
    distance: distance && canonical(distance),
  };
}

/** The latest, if waiting helps with every guard that failed. */
function allEligibleAt(failed: readonly Check[]): Instant | null {
  const instants = failed.map(({ eligibleAt }) => eligibleAt);
  return instants.includes(null) ? null : latest(instants as Instant[]);
}
