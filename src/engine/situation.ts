import { minorDigits } from "../base/currency.js";
import { type Amount, amountOf, measureOf } from "./amount.js";
import { type CapVerdict, judgeCaps } from "./caps.js";
import { type Figures, type MissingFigure, overrideOf, readFigures } from "./figures.js";
import { type Firing, judgeTrigger } from "./firing.js";
import { type History, historyOf } from "./history.js";
import type { Question } from "./question.js";
import { findTarget, type NoTarget, type Target } from "./target.js";

/**
 * Everything that the guards judge, derived once. Each part is null where the one before it leaves it
 * nothing to go by.
 */
export interface Situation extends Question {
  readonly target: Target | NoTarget;
  readonly history: History | null;
  readonly override: string | null;
  readonly figures: Figures | MissingFigure | null;
  /** Whether the trigger fires; null where that could not be judged. */
  readonly firing: Firing | null;
  /** What would be charged before the caps; `belowMinimum` where nothing can be. Null where the trigger does not fire. */
  readonly amount: Amount | "belowMinimum" | null;
  readonly caps: CapVerdict | null;
}

export function situationOf(question: Question): Situation {
  const { profile, account, at } = question;
  const target = findTarget(profile, account);
  if (target.kind === "none") {
    return { ...question, target, history: null, override: null, figures: null, firing: null, amount: null, caps: null };
  }
  const history = historyOf(question, target);
  const override = overrideOf(account, target);
  const figures = readFigures(question, target, history, override);
  const known = "missing" in figures ? null : figures;
  const firing = known && judgeTrigger(question, target, history, known, override);
  const { amount, caps } = amountsOf(firing, question, target, history);
  return { profile, account, at, target, history, override, figures, firing, amount, caps };
}

/** What would be charged, where the trigger fires. */
function amountsOf(
  firing: Firing | null,
  { profile, account, at }: Question,
  target: Target,
  history: History,
): Pick<Situation, "amount" | "caps"> {
  if (!firing?.fires) return { amount: null, caps: null };
  const { topup } = profile;
  const measure = measureOf(topup, target, minorDigits(account.currency) as number);
  const amount = amountOf(firing.wanted, topup, measure);
  if (amount === null) return { amount: "belowMinimum", caps: null };
  return { amount, caps: judgeCaps(profile.caps, { amount, topup, measure }, history, account.timeZone, at) };
}
