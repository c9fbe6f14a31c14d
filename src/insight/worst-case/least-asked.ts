import { constant, type Decimal, floorTo, ONE, percentOf, ZERO } from "../../base/decimal.js";
import type { Measure } from "../../engine/amount.js";
import { thresholdOf } from "../../engine/threshold.js";
import type { Profile } from "../../model/profile.js";
import type { TopupRule } from "../../model/topup-rule.js";
import type { ScheduleTrigger, Trigger } from "../../model/trigger.js";

type Watching = Exclude<Trigger, ScheduleTrigger>;

/**
 * What a rule that computes asks for at least: the way from the threshold to the goal, under the limits that bring the
 * two closest. Nothing, or less, where it asks for as little as usage or a limit makes it.
 */
export function leastAsked({ trigger, topup }: Profile, { quantum }: Measure): Decimal {
  return trigger.basis === "schedule" || meetAtSomeLimit(trigger, topup) ? ZERO : leastGap(trigger, topup, quantum);
}

/** Under limits of 0, where they are closest unless a limit brings them together. */
function leastGap(trigger: Watching, topup: TopupRule, quantum: Decimal): Decimal {
  const { value, boundary } = thresholdOf(trigger, "referenceLimit" in trigger ? ZERO : null);
  const goal = topup.mode === "toTarget" ? constant(topup.value) : ZERO;
  const gap = trigger.basis === "balance" ? goal.minus(value as Decimal) : (value as Decimal).minus(goal);
  const fires = shareOf(trigger).isZero() ? trigger.boundary : boundary; // a limit above 0 has the same threshold, and may be reached
  return fires === "exclusive" ? floorTo(gap, quantum).plus(quantum) : gap;
}

/** Whether a limit, as it rises, brings the threshold closer to the goal, or past it. */
function meetAtSomeLimit(trigger: Watching, topup: TopupRule): boolean {
  const threshold = { limit: "referenceLimit" in trigger ? trigger.referenceLimit : null, share: shareOf(trigger) };
  const goal =
    topup.mode === "toPercentOfLimit"
      ? { limit: topup.referenceLimit, share: percentOf(ONE, constant(topup.value)) }
      : { limit: null, share: ZERO };
  const [near, far] = trigger.basis === "balance" ? [threshold, goal] : [goal, threshold];
  return near.share.greaterThan(near.limit === far.limit ? far.share : ZERO);
}

/** By how much a threshold rises with its limit. */
function shareOf(trigger: Watching): Decimal {
  if (!("referenceLimit" in trigger)) return ZERO;
  return trigger.type === "percentOfLimit" ? percentOf(ONE, constant(trigger.value)) : ONE;
}
