import { decimal, ZERO } from "../../../base/decimal.js";
import { statedLimit } from "../../../model/account.js";
import type { Draft } from "../finding.js";
import type { Rule } from "../ground.js";
import { firesAt } from "../supposition.js";
import { thresholdText } from "../words.js";

/** 0.8 where 80 was meant. */
export const fractionAsPercent: Rule = ({ profile: { trigger, topup } }) => {
  const found: Draft[] = [];
  const check = (path: Draft["path"], percent: string): void => {
    const value = decimal(percent);
    if (value.isZero() || !value.lessThan(1)) return;
    const message = `${percent} is ${percent} %, less than a hundredth of the limit.`;
    found.push({ severity: "warning", path, message, suggestion: "A percentage is written as 80 for 80 %." });
  };
  if (topup.mode === "toPercentOfLimit") check(["topup", "value"], topup.value);
  if ("type" in trigger && trigger.type === "percentOfLimit") check(["trigger", "value"], trigger.value);
  return found;
};

/** Written as the figure at which to fire, an offset fires far too early. */
export const offsetAboveHalf: Rule = (ground) => {
  const { profile, account } = ground;
  const { trigger } = profile;
  if (account === null || !("referenceLimit" in trigger) || trigger.type !== "absoluteAmount") return [];
  const limit = statedLimit(account, trigger.referenceLimit);
  if (limit == null || !decimal(trigger.value).times(2).greaterThan(decimal(limit))) return [];
  const [trial] = ground.trials;
  if (firesAt(ground, trial, ZERO)) return []; // firesAtNothingOwed tells it
  const message = `It fires when ${trigger.value} of the limit of ${limit} are left, which is at ${thresholdText(ground)} owed.`;
  const suggestion = "The value is what is left of the limit, not the figure at which to fire.";
  return [{ severity: "warning", path: ["trigger", "value"], message, suggestion }];
};
