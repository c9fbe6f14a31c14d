import { canonical, type Decimal } from "../../../base/decimal.js";
import type { Account } from "../../../model/account.js";
import type { ToPercentOfLimit } from "../../../model/topup-rule.js";
import { amountPath, hasGoal, inUnit, isFixed, type Ground, type Rule } from "../ground.js";
import { after, amountIn, firesAt, goalIn, supposeUsedUp, thresholdIn } from "../supposition.js";
import { sameOnAll } from "../trial.js";
import { thresholdText } from "../words.js";

/** A target at which the trigger fires: it fires for ever, and there is nothing to add. */
export const targetDoesNotClear: Rule = (ground) => {
  const { profile } = ground;
  if (!hasGoal(ground) || leavesOwing(ground) !== null || !everyGoal(ground, (goal, trial) => firesAt(ground, trial, goal))) return [];
  const message = `The target of ${goalText(ground)} is where the trigger fires, at ${thresholdText(ground)}: a top-up does not clear it, and once the target is met there is nothing to add.`;
  const suggestion = `Choose a target ${profile.trigger.basis === "balance" ? "above" : "below"} the threshold.`;
  return [{ severity: mayGoBeyond(profile.topup) ? "warning" : "error", path: ["topup", "value"], message, suggestion }];
};

/** A limit of 0 says that nothing may be owed, and the target says otherwise. */
export const positiveTargetInAdvance: Rule = (ground) => {
  const goal = leavesOwing(ground);
  if (goal === null) return [];
  const [trial] = ground.trials; // the limit is known
  const fires = firesAt(ground, trial, goal) && !mayGoBeyond(ground.profile.topup);
  const message = `The limit is 0, so this customer pays in advance, and yet each top-up leaves ${inUnit(ground, canonical(goal))} owing${fires ? ", which fires again" : ""}.`;
  const suggestion = "Money in credit is negative: a target of -50 leaves 50 in credit.";
  return [{ severity: fires ? "error" : "warning", path: ["topup", "value"], message, suggestion }];
};

/** What a target leaves owing under a limit of 0; null under any other, or an unknown one. */
function leavesOwing(ground: Ground): Decimal | null {
  const { trigger, topup } = ground.profile;
  const [trial] = ground.trials;
  if (ground.basis === "balance" || topup.mode !== "toTarget" || !("referenceLimit" in trigger)) return null;
  const goal = trial.limits[trigger.referenceLimit] === "0" ? goalIn(ground, trial) : null;
  return goal?.greaterThan(0) ? goal : null;
}

/** An exclusive boundary and a top-up that leads exactly to it: the trigger is clear, and the next cent of usage fires it again. */
export const landsOnThreshold: Rule = (ground) => {
  const lands = isFixed(ground) ? fixedLands : goalLands;
  // What is overdue grows by whole bills, and not by the least usage.
  if (ground.basis === "overdue" || !lands(ground)) return [];
  const from = !isFixed(ground) ? "" : ground.basis === "balance" ? " from an empty wallet" : " from a limit that is used up";
  const message = `A top-up${from} leads to exactly ${thresholdText(ground)}, where the exclusive boundary does not fire: the least usage fires again.`;
  const suggestion = isFixed(ground) ? "Raise the amount." : "Choose a target that leaves room to the threshold, or a min.";
  return [{ severity: "warning", path: amountPath(ground), message, suggestion }];
};

function goalLands(ground: Ground): boolean {
  return (
    !mayGoBeyond(ground.profile.topup) &&
    everyGoal(ground, (goal, trial) => {
      const threshold = thresholdIn(ground, trial);
      return threshold?.boundary === "exclusive" && threshold.value.equals(goal);
    })
  );
}

function fixedLands(ground: Ground): boolean {
  return ground.trials.every((trial) => {
    const situation = supposeUsedUp(ground, trial);
    const amount = situation && amountIn(situation);
    if (!amount) return false;
    const { distance, clears } = after(situation, amount);
    return clears && distance === "0";
  });
}

function everyGoal(ground: Ground, holds: (goal: Decimal, trial: Account) => boolean): boolean {
  return (
    hasGoal(ground) &&
    ground.trials.every((trial) => {
      const goal = goalIn(ground, trial);
      return goal !== null && holds(goal, trial);
    })
  );
}

/** A least amount, or whole packs, can lead beyond the target. */
function mayGoBeyond({ min, step }: Ground["profile"]["topup"]): boolean {
  return min !== null || step !== null;
}

function goalText(ground: Ground): string {
  const goal = sameOnAll(ground.trials, (trial) => canonical(goalIn(ground, trial) as Decimal));
  if (goal !== null) return inUnit(ground, goal);
  const { value, referenceLimit } = ground.profile.topup as ToPercentOfLimit; // an amount goes by no limit
  return `${value} % of the limit "${referenceLimit}"`;
}
