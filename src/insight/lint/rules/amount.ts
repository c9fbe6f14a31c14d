import { canonical } from "../../../base/decimal.js";
import type { Amount } from "../../../engine/amount.js";
import type { Situation } from "../../../engine/situation.js";
import type { Account } from "../../../model/account.js";
import type { Adjustment } from "../../../model/plan.js";
import type { Draft } from "../finding.js";
import { amountPath, hasGoal, inUnit, isFixed, type Ground, type Rule } from "../ground.js";
import { after, amountIn, supposeFarPast, supposeLeast, supposeUsedUp } from "../supposition.js";
import { thresholdText } from "../words.js";

/** Once nothing is left, one top-up leaves the trigger firing: charges follow one another. */
export const amountDoesNotClear: Rule = (ground) => {
  const amounts = ground.trials.map((trial) => tooLittle(ground, trial));
  if (amounts.includes(null)) return [];
  const [amount] = amounts as [Amount];
  const atMost = isRaisedOrLowered(amount, "maximum");
  const message =
    `From ${ground.basis === "balance" ? "an empty wallet" : "a limit that is used up"}, a top-up of ${atMost ? "at most " : ""}` +
    `${inUnit(ground, canonical(amount.credit))} does not clear the trigger, which fires at ${thresholdText(ground)}: charges follow one another.`;
  return [{ severity: "warning", path: atMost ? ["topup", "max"] : amountPath(ground), message, suggestion: remedy(ground, atMost) }];
};

/** A customer's own amount is added once, however the rule repeats its own. */
function remedy(ground: Ground, atMost: boolean): string {
  const amount = ground.override === null ? "the amount" : "the customer's own amount";
  if (!atMost) return ground.override === null ? `Raise ${amount}, or use repeat: "untilClear".` : `Raise ${amount}.`;
  const { profile } = ground;
  const unbounded = { ...ground, profile: { ...profile, topup: { ...profile.topup, max: null } } };
  return ground.trials.some((trial) => tooLittle(unbounded, trial) !== null) ? `Raise max, and ${amount}.` : "Raise max.";
}

/** What a top-up comes to where nothing is left, if that does not clear the trigger. */
function tooLittle(ground: Ground, trial: Account): Amount | null {
  const situation = supposeUsedUp(ground, trial);
  const amount = situation && amountIn(situation);
  if (!amount || after(situation, amount).clears) return null;
  // A target on the firing side is a finding of its own.
  return hasGoal(ground) && !isRaisedOrLowered(amount, "maximum") ? null : amount;
}

/** No amount is between the bounds, or each comes to a charge of nothing. */
export const nothingChargeable: Rule = (ground) => {
  if (!ground.trials.every((trial) => supposeFarPast(ground, trial).amount === "belowMinimum")) return [];
  const { min, max, step } = ground.profile.topup;
  if (max === null) {
    const message = "One top-up comes to a charge of 0 in the account's currency: nothing is ever charged.";
    return [{ severity: "error", path: amountPath(ground), message, suggestion: "Raise the amount to at least one minor unit of money." }];
  }
  const message = `No amount is${min === null ? "" : ` at least ${min} and`} at most ${max}${step === null ? "" : ` in steps of ${step}`} and comes to a charge: nothing is ever charged.`;
  return [{ severity: "error", path: ["topup", "max"], message, suggestion: "Raise max, to a whole number of steps." }];
};

/** A fixed amount beyond its bounds, or of no whole steps, is never the one charged. */
export const boundReplacesValue: Rule = (ground) => {
  const { topup } = ground.profile;
  const fixed = isFixed(ground);
  if (!fixed && topup.mode !== "fixedAmount") return [];
  const told = (key: "min" | "max" | "step", rule: Adjustment["rule"]): Draft[] => {
    const made = replacement(ground, rule);
    if (topup[key] === null || made === null) return [];
    const message = `The amount is ${inUnit(ground, ground.override ?? topup.value)}, and ${key} makes it ${made} each time.`;
    return [
      { severity: "warning", path: ["topup", key], message, suggestion: `Write the amount that is to be charged, or another ${key}.` },
    ];
  };
  const beyond = [...told("max", "maximum"), ...(fixed ? told("min", "minimum") : [])];
  return beyond.length === 0 && fixed ? told("step", "rounding") : beyond;
};

/** What a rule makes of the amount, if it does so in every case. */
function replacement(ground: Ground, by: Adjustment["rule"]): string | null {
  const made = leastAmounts(ground).map(({ adjustments }) => adjustments.find(({ rule }) => rule === by)?.to ?? null);
  return made.includes(null) ? null : (made[0] ?? null);
}

/** Below what a top-up needs at the threshold already, `max` cuts each of them, and none reaches its target. */
export const maxBelowNeed: Rule = (ground) => {
  if (!hasGoal(ground)) return [];
  const amounts = leastAmounts(ground);
  if (amounts.length === 0 || !amounts.every((amount) => isRaisedOrLowered(amount, "maximum"))) return [];
  const [{ adjustments }] = amounts as [Amount];
  const { from } = adjustments.find(({ rule }) => rule === "maximum") as Adjustment;
  const max = ground.profile.topup.max as string;
  const need = ground.account === null ? `more than max, ${max}` : `${inUnit(ground, from)} or more, and max is ${max}`;
  const message = `From the threshold to the target it takes ${need}: no top-up reaches its target.`;
  return [{ severity: "warning", path: ["topup", "max"], message, suggestion: "Raise max, or lower the distance to the target." }];
};

/** What a top-up comes to where the least is needed; empty where one of the trials has none. */
function leastAmounts(ground: Ground): Amount[] {
  const amounts = ground.trials.map((trial) => {
    const least: Situation | null = supposeLeast(ground, trial);
    return least && amountIn(least);
  });
  return amounts.includes(null) ? [] : (amounts as Amount[]);
}

function isRaisedOrLowered({ adjustments }: Amount, by: Adjustment["rule"]): boolean {
  return adjustments.some(({ rule }) => rule === by);
}
