import { canonical, type Decimal, withDigits } from "../base/decimal.js";
import { minorDigits } from "../base/currency.js";
import type { After, Plan, Topup } from "../model/plan.js";
import { actionsOf } from "./actions.js";
import type { Amount } from "./amount.js";
import type { CapVerdict } from "./caps.js";
import { decide } from "./evaluate.js";
import { type Figures, toppedUp } from "./figures.js";
import type { Firing } from "./firing.js";
import type { History } from "./history.js";
import { idempotencyKey } from "./key.js";
import { type EvaluateInput, type Question, readQuestion } from "./question.js";
import { type Situation, situationOf } from "./situation.js";
import type { Target } from "./target.js";
import { distanceTo, fires } from "./threshold.js";

/**
 * Judges as `evaluate` does and, where a top-up is due, says how much, and what to do in which order. It
 * does nothing itself. Store the plan before acting on it, and retry the stored one.
 *
 * @param input the profile, the account and the instant
 * @returns the plan, plain data; `outcome` is `"topup"` exactly when the decision is `due`
 * @throws InvalidInputError with one issue per fault, paths relative to `input`
 *
 * @example
 * ```ts
 * import { planTopup } from "auto-topup";
 *
 * const plan = planTopup({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account: { id: "a1", currency: "GBP", owed: { outstanding: "430" }, limits: { credit: "500" } },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * plan.topup?.charge; //=> "50.00"
 * plan.actions.map(({ kind }) => kind); //=> ["createExpectedPayment"]
 * plan.idempotencyKey; //=> "a1/p1/-/0"
 * ```
 */
export function planTopup(input: EvaluateInput): Plan {
  return planFor(readQuestion(input));
}

/** Where every guard passed, nothing that they judge is left out. */
interface Due extends Situation {
  readonly target: Target;
  readonly history: History;
  readonly caps: Extract<CapVerdict, { readonly passed: true }>;
}

export function planFor(question: Question): Plan {
  const situation = situationOf(question);
  const decision = decide(situation);
  if (decision.outcome !== "due") return { version: 1, outcome: "none", decision, topup: null, actions: [], idempotencyKey: null };
  const { target, history, caps } = situation as Due;
  const topup = topupOf(situation, target, caps.amount);
  const key = idempotencyKey(question, target, history);
  return { version: 1, outcome: "topup", decision, topup, actions: actionsOf(question, target, topup, key), idempotencyKey: key };
}

function topupOf(situation: Situation, target: Target, { credit, charge, adjustments }: Amount): Topup {
  const { currency } = situation.account;
  const unitDigits = minorDigits(target.unit);
  return {
    basis: target.basis,
    credit: unitDigits === null ? canonical(credit) : withDigits(credit, unitDigits),
    unit: target.unit,
    charge: withDigits(charge, minorDigits(currency) as number),
    currency,
    adjustments,
    after: afterOf(situation, target, credit),
  };
}

/** Where a top-up leads: the basis once the credit is in it, and whether the trigger is then clear. */
export function afterOf({ figures, firing }: Situation, target: Target, credit: Decimal): After {
  const { basis } = figures as Figures; // where there is an amount, there are figures, and the trigger fired
  const effective = basis && toppedUp(basis.effective, credit, target);
  const threshold = (firing as Firing).position?.threshold;
  if (!effective || !threshold?.value) return { effective: effective && canonical(effective), distance: null, clears: true };
  const distance = distanceTo(threshold.value, effective, target);
  return { effective: canonical(effective), distance: canonical(distance), clears: !fires(distance, threshold.boundary) };
}
