import { BigNumber } from "bignumber.js";
import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { arithmetic, type Figures, MINOR_DIGITS } from "./figures.js";
import type { Operands, TopupOperands } from "./operands.js";

const ZERO = new BigNumber(0);

/** The arithmetic of the rule in bignumber.js, from canonical text. */
export function bignumberJs(situation: Situation): Contender {
  return arithmetic("i", situation, figures);
}

function figures(operands: Operands<string>): Figures {
  const isOwed = operands.side === "owed";
  const held = sum(operands.basis);
  const observed = operands.pendingUsage === null ? held : held.minus(operands.pendingUsage);
  const inFlight = sum(operands.inFlight);
  const effective = isOwed ? observed.minus(inFlight) : observed.plus(inFlight);
  const limit = operands.limit === null ? null : new BigNumber(operands.limit);
  const threshold = shareOf(limit, operands.value);
  const distance = isOwed ? threshold.minus(effective) : effective.minus(threshold);
  return {
    observed: observed.toFixed(),
    inFlight: inFlight.toFixed(),
    effective: effective.toFixed(),
    limit: limit === null ? null : limit.toFixed(),
    threshold: threshold.toFixed(),
    distance: distance.toFixed(),
    topup: distance.isGreaterThan(ZERO) ? null : topup(isOwed, effective, limit, operands.topup),
  };
}

function topup(
  isOwed: boolean,
  effective: BigNumber,
  limit: BigNumber | null,
  { goal, step, rate, capped, maxCharge }: TopupOperands<string>,
): Figures["topup"] {
  const target = shareOf(limit, goal);
  const wanted = isOwed ? effective.minus(target) : target.minus(effective);
  const credit =
    step === null
      ? wanted.decimalPlaces(MINOR_DIGITS, BigNumber.ROUND_CEIL)
      : wanted.dividedBy(step).integerValue(BigNumber.ROUND_CEIL).times(step);
  const charge = credit.times(rate).decimalPlaces(MINOR_DIGITS, BigNumber.ROUND_HALF_UP);
  return { credit: credit.toFixed(), charge: charge.toFixed(), fits: sum(capped).plus(charge).isLessThanOrEqualTo(maxCharge) };
}

function shareOf(limit: BigNumber | null, value: string): BigNumber {
  return limit === null ? new BigNumber(value) : limit.times(value).shiftedBy(-2);
}

function sum(values: readonly string[]): BigNumber {
  let total = values[0] === undefined ? ZERO : new BigNumber(values[0]);
  for (let index = 1; index < values.length; index++) total = total.plus(values[index] as string);
  return total;
}
