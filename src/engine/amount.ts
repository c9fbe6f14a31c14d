import { canonical, ceilTo, constant, type Decimal, floorTo, halfUp, unitOf, ZERO } from "../base/decimal.js";
import type { Adjustment } from "../model/plan.js";
import type { TopupRule } from "../model/topup-rule.js";
import type { Target } from "./target.js";
import type { Wanted } from "./wanted.js";

/** A top-up as it would be made. */
export interface Amount {
  readonly credit: Decimal;
  readonly charge: Decimal;
  readonly adjustments: readonly Adjustment[];
}

/** How an amount is measured: its smallest step, what a unit costs, and the money's minor digits. */
export interface Measure {
  readonly quantum: Decimal;
  readonly rate: Decimal;
  readonly moneyDigits: number;
}

export function measureOf({ step }: TopupRule, { scale, rate }: Target, moneyDigits: number): Measure {
  const unit = unitOf(scale);
  return { quantum: step === null ? unit : ceilTo(constant(step), unit), rate, moneyDigits };
}

/** Rounded up to the quantum, raised to the minimum, lowered to the maximum; `null` where nothing can be charged. */
export function amountOf(wanted: Wanted, { min, max }: TopupRule, measure: Measure): Amount | null {
  const { quantum } = measure;
  const adjustments = [...wanted.adjustments];
  let credit = wanted.credit;
  const settle = (rule: Adjustment["rule"], to: Decimal): void => {
    if (to.equals(credit)) return;
    adjustments.push({ rule, from: canonical(credit), to: canonical(to) });
    credit = to;
  };
  const least = min === null ? ZERO : ceilTo(constant(min), quantum);
  const most = max === null ? null : floorTo(constant(max), quantum);

  settle("rounding", ceilTo(credit, quantum));
  if (credit.lessThan(least)) settle("minimum", least);
  if (most !== null && credit.greaterThan(most)) settle("maximum", most);

  const charge = chargeOf(credit, measure);
  return (most !== null && least.greaterThan(most)) || charge.isZero() ? null : { credit, charge, adjustments };
}

export function chargeOf(credit: Decimal, { rate, moneyDigits }: Measure): Decimal {
  return halfUp(credit.times(rate), moneyDigits);
}
