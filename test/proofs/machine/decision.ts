import type { Rules } from "./rules.js";
import type { Amount, Basis, Measure, Threshold, Topup, Trigger } from "./shapes.js";
import { and, not, type Real, type Truth } from "./term.js";

/** A profile and the figures that it is held against. */
export interface Question {
  readonly basis: Basis;
  readonly trigger: Trigger;
  readonly topup: Topup;
  readonly override: Real | null;
  readonly observed: Real;
  readonly inFlight: Real;
  readonly policy: "net" | "ignore";
  readonly measure: Measure;
  /** What a cap that reduces leaves; null without one. */
  readonly left: Real | null;
}

/** What src/engine/situation.ts and plan.ts make of it, with no other guard in the way. */
export interface Answer {
  readonly threshold: Threshold;
  readonly effective: Real;
  readonly distance: Real;
  readonly fires: Truth;
  readonly wanted: Real;
  readonly asks: Truth;
  readonly amount: Amount;
  readonly due: Truth;
  readonly credit: Real;
  readonly charge: Real;
  readonly after: Real;
  readonly clears: Truth;
}

export function decide(rules: Rules, question: Question): Answer {
  const { basis, topup, measure } = question;
  const threshold = rules.thresholdOf(basis, question.trigger);
  const effective = rules.effective(question.observed, question.inFlight, question.policy, basis);
  const distance = rules.distanceTo(threshold.value, effective, basis);
  const fires = rules.fires(distance, threshold.inclusive);
  const wanted = rules.wantedCredit(topup, effective, basis, question.override, { distance, inclusive: threshold.inclusive });
  const asks = rules.asks(wanted);
  const amount = rules.amountOf(wanted, topup, measure);
  const capped = question.left === null ? amount : rules.capped(question.left, amount, topup, measure);
  const after = rules.toppedUp(effective, capped.credit, basis);
  return {
    threshold,
    effective,
    distance,
    fires,
    wanted,
    asks,
    amount,
    due: and(fires, asks, amount.made, capped.made),
    credit: capped.credit,
    charge: capped.charge,
    after,
    clears: not(rules.fires(rules.distanceTo(threshold.value, after, basis), threshold.inclusive)),
  };
}
