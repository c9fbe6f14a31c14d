import { Big } from "big.js";
import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { arithmetic, type Figures, MINOR_DIGITS } from "./figures.js";
import type { Operands, TopupOperands } from "./operands.js";

const ZERO = new Big(0);
const HUNDREDTH = new Big("0.01");

/** The arithmetic of the rule in big.js, from canonical text. Its division rounds to 20 places, so that a percentage is a product. */
export function bigJs(situation: Situation): Contender {
  return arithmetic("h", situation, figures);
}

function figures(operands: Operands<string>): Figures {
  const isOwed = operands.side === "owed";
  const held = sum(operands.basis);
  const observed = operands.pendingUsage === null ? held : held.minus(operands.pendingUsage);
  const inFlight = sum(operands.inFlight);
  const effective = isOwed ? observed.minus(inFlight) : observed.plus(inFlight);
  const limit = operands.limit === null ? null : new Big(operands.limit);
  const threshold = shareOf(limit, operands.value);
  const distance = isOwed ? threshold.minus(effective) : effective.minus(threshold);
  return {
    observed: observed.toFixed(),
    inFlight: inFlight.toFixed(),
    effective: effective.toFixed(),
    limit: limit === null ? null : limit.toFixed(),
    threshold: threshold.toFixed(),
    distance: distance.toFixed(),
    topup: distance.gt(ZERO) ? null : topup(isOwed, effective, limit, operands.topup),
  };
}

function topup(
  isOwed: boolean,
  effective: Big,
  limit: Big | null,
  { goal, step, rate, capped, maxCharge }: TopupOperands<string>,
): Figures["topup"] {
  const target = shareOf(limit, goal);
  const wanted = isOwed ? effective.minus(target) : target.minus(effective);
  // What is wanted is more than nothing, so that away from zero is up.
  const credit = step === null ? wanted.round(MINOR_DIGITS, Big.roundUp) : wanted.div(step).round(0, Big.roundUp).times(step);
  const charge = credit.times(rate).round(MINOR_DIGITS, Big.roundHalfUp);
  return { credit: credit.toFixed(), charge: charge.toFixed(), fits: sum(capped).plus(charge).lte(maxCharge) };
}

function shareOf(limit: Big | null, value: string): Big {
  return limit === null ? new Big(value) : limit.times(value).times(HUNDREDTH);
}

function sum(values: readonly string[]): Big {
  let total = values[0] === undefined ? ZERO : new Big(values[0]);
  for (let index = 1; index < values.length; index++) total = total.plus(values[index] as string);
  return total;
}
