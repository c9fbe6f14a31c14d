import { canonical, ceilTo, type Decimal, decimal, floorTo, halfUp, ONE, percentOf, unitOf, wholeTimes, ZERO } from "../base/decimal.js";
import type { Boundary } from "../model/basis.js";
import type { Adjustment } from "../model/plan.js";
import type { FixedAmount, TopupRule } from "../model/topup-rule.js";
import type { Figures } from "./figures.js";
import type { Target } from "./target.js";

/** What a rule asks for, before rounding and bounds. */
export interface Wanted {
  readonly credit: Decimal;
  readonly adjustments: readonly Adjustment[];
}

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

/** How far a trigger that fires is from not firing. */
export interface Gap {
  readonly distance: Decimal;
  readonly boundary: Boundary;
}

/** The credit by the rule's mode; `null` under an unlimited limit, of which no percentage can be taken. */
export function wantedCredit(topup: TopupRule, figures: Figures, target: Target, override: string | null, gap: Gap | null): Wanted | null {
  if (override !== null) return overridden(topup, override);
  const credit = creditByMode(topup, figures, target, gap);
  return credit && { credit, adjustments: [] };
}

function creditByMode(topup: TopupRule, { basis, topupLimit }: Figures, target: Target, gap: Gap | null): Decimal | null {
  const value = decimal(topup.value);
  switch (topup.mode) {
    case "fixedAmount":
      return gap === null ? value : value.times(timesToAdd(topup, value, gap));
    case "toTarget":
      return shortfall((basis as NonNullable<typeof basis>).effective, value, target);
    case "toPercentOfLimit":
      if (topupLimit === "unlimited") return null;
      return shortfall((basis as NonNullable<typeof basis>).effective, percentOf(topupLimit as Decimal, value), target);
  }
}

/** From the basis to where it is to be. */
function shortfall(effective: Decimal, goal: Decimal, target: Target): Decimal {
  return target.kind === "account" ? effective.minus(goal) : goal.minus(effective);
}

/** The smallest whole number, at least 1, of additions after which the trigger no longer fires (Lago). */
function timesToAdd({ repeat }: FixedAmount, value: Decimal, { distance, boundary }: Gap): Decimal {
  if (repeat === "once") return ONE;
  const gap = distance.negated();
  const whole = wholeTimes(gap, value);
  if (boundary === "inclusive") return whole.plus(ONE);
  const enough = whole.times(value).equals(gap) ? whole : whole.plus(ONE);
  return enough.isZero() ? ONE : enough;
}

function overridden(topup: TopupRule, override: string): Wanted {
  const same = topup.mode === "fixedAmount" && topup.value === override;
  return { credit: decimal(override), adjustments: same ? [] : [{ rule: "override", from: topup.value, to: override }] };
}

export function measureOf({ step }: TopupRule, { scale, rate }: Target, moneyDigits: number): Measure {
  const unit = unitOf(scale);
  return { quantum: step === null ? unit : ceilTo(decimal(step), unit), rate, moneyDigits };
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
  const least = min === null ? ZERO : ceilTo(decimal(min), quantum);
  const most = max === null ? null : floorTo(decimal(max), quantum);

  settle("rounding", ceilTo(credit, quantum));
  if (credit.lessThan(least)) settle("minimum", least);
  if (most !== null && credit.greaterThan(most)) settle("maximum", most);

  const charge = chargeOf(credit, measure);
  return (most !== null && least.greaterThan(most)) || charge.isZero() ? null : { credit, charge, adjustments };
}

/** The largest amount that costs no more than what is left; `null` where that is nothing, or below the minimum. */
export function reducedTo(left: Decimal, amount: Amount, { min }: TopupRule, measure: Measure): Amount | null {
  const credit = largestWithin(left, measure);
  const charge = chargeOf(credit, measure);
  if (!charge.greaterThan(ZERO) || (min !== null && credit.lessThan(decimal(min)))) return null;
  const adjustment: Adjustment = { rule: "cap", from: canonical(amount.charge), to: canonical(charge) };
  return { credit, charge, adjustments: [...amount.adjustments, adjustment] };
}

export function chargeOf(credit: Decimal, { rate, moneyDigits }: Measure): Decimal {
  return halfUp(credit.times(rate), moneyDigits);
}

function largestWithin(left: Decimal, measure: Measure): Decimal {
  const { quantum, rate, moneyDigits } = measure;
  if (!left.greaterThan(ZERO)) return ZERO;
  const price = quantum.times(rate);
  const largest = wholeTimes(left, price).times(quantum);
  if (!chargeOf(largest, measure).greaterThan(left)) return largest;
  // What is left is no whole minor unit and the charge was rounded up past it: stay below the next half unit.
  const minor = unitOf(moneyDigits);
  const tie = floorTo(left, minor).plus(minor.times("0.5"));
  return wholeTimes(ceilTo(tie, price), price).minus(ONE).times(quantum);
}
