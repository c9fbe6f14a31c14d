import { ZERO } from "../../../base/decimal.js";
import { statedLimit } from "../../../model/account.js";
import type { Draft } from "../finding.js";
import { hasGoal, type Rule } from "../ground.js";
import { firesAt } from "../supposition.js";
import { limitNames } from "../trial.js";
import { thresholdText } from "../words.js";

/** Under an unlimited limit nothing fires, and no percentage can be taken. */
export const unlimitedLimit: Rule = (ground) => {
  const { account } = ground;
  if (account === null) return [];
  const { trigger, topup } = ground.profile;
  return limitNames(trigger, ...(hasGoal(ground) ? [topup] : []))
    .filter((name) => statedLimit(account, name) === null)
    .map((name): Draft => {
      const message = `The limit "${name}" is null, which means unlimited: the account is never topped up by it.`;
      return {
        severity: "warning",
        path: ["account", "limits", name],
        message,
        suggestion: "State the limit, or another trigger for this customer.",
      };
    });
};

/** Where something is owed only from a figure above 0 on, a customer who owes nothing must not be charged. */
export const firesAtNothingOwed: Rule = (ground) => {
  const {
    profile: { trigger },
    basis,
    trials,
  } = ground;
  if (basis === "balance" || !("referenceLimit" in trigger)) return [];
  // With a limit of 0 a customer pays in advance, and firing at 0 is meant.
  if (!trials.every((trial) => trial.limits[trigger.referenceLimit] !== "0" && firesAt(ground, trial, ZERO))) return [];
  const message = `It fires at ${thresholdText(ground)} owed, so also for a customer who owes nothing.`;
  const suggestion =
    trigger.type === "percentOfLimit"
      ? "Write the share of the limit that is to be used first, such as 80."
      : "Write how much of the limit is left when it fires; it must be less than the limit.";
  return [{ severity: "warning", path: ["trigger", "value"], message, suggestion }];
};

/** A percentage of a limit of 0 is 0, whatever the percentage. */
export const percentOfZero: Rule = (ground) => {
  const { profile, account } = ground;
  if (account === null) return [];
  const { trigger, topup } = profile;
  const isZero = (name: string): boolean => statedLimit(account, name) === "0";
  const found: Draft[] = [];
  if ("referenceLimit" in trigger && trigger.type === "percentOfLimit" && isZero(trigger.referenceLimit)) {
    const fires = trigger.basis === "balance" ? "when nothing is left" : "as soon as anything is owed";
    const message = `${trigger.value} % of the limit "${trigger.referenceLimit}" is 0, since that is 0: it fires ${fires}.`;
    found.push({
      severity: "warning",
      path: ["trigger", "value"],
      message,
      suggestion: "For a customer who pays in advance, use an absoluteAmount.",
    });
  }
  if ("referenceLimit" in topup && hasGoal(ground) && isZero(topup.referenceLimit)) {
    const message = `${topup.value} % of the limit "${topup.referenceLimit}" is 0, since that is 0: each top-up leads to exactly 0.`;
    found.push({ severity: "warning", path: ["topup", "value"], message, suggestion: "For a customer who pays in advance, use toTarget." });
  }
  return found;
};
