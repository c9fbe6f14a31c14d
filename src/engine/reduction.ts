import { canonical, ceilTo, type Decimal, decimal, floorTo, ONE, unitOf, wholeTimes, ZERO } from "../base/decimal.js";
import type { Adjustment } from "../model/plan.js";
import type { TopupRule } from "../model/topup-rule.js";
import { type Amount, chargeOf, type Measure } from "./amount.js";

/** The largest amount that costs no more than what is left; `null` where that is nothing, or below the minimum. */
export function reducedTo(left: Decimal, amount: Amount, { min }: TopupRule, measure: Measure): Amount | null {
  const credit = largestWithin(left, measure);
  const charge = chargeOf(credit, measure);
  if (!charge.greaterThan(ZERO) || (min !== null && credit.lessThan(decimal(min)))) return null;
  const adjustment: Adjustment = { rule: "cap", from: canonical(amount.charge), to: canonical(charge) };
  return { credit, charge, adjustments: [...amount.adjustments, adjustment] };
}

function largestWithin(left: Decimal, measure: Measure): Decimal {
  const { quantum, rate, moneyDigits } = measure;
  const price = quantum.times(rate);
  const largest = wholeTimes(left, price).times(quantum);
  if (!chargeOf(largest, measure).greaterThan(left)) return largest;
  // What is left is no whole minor unit and the charge was rounded up past it: stay below the next half unit.
  const minor = unitOf(moneyDigits);
  const tie = floorTo(left, minor).plus(minor.times("0.5"));
  return wholeTimes(ceilTo(tie, price), price).minus(ONE).times(quantum);
}
