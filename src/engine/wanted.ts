import { constant, type Decimal, decimal, ONE, percentOf, wholeTimes } from "../base/decimal.js";
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
  const value = constant(topup.value);
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
  return whole.times(value).equals(gap) ? whole : whole.plus(ONE); // at least 1, since the gap of a trigger that fires is more than 0
}

function overridden(topup: TopupRule, override: string): Wanted {
  const same = topup.mode === "fixedAmount" && topup.value === override;
  return { credit: decimal(override), adjustments: same ? [] : [{ rule: "override", from: topup.value, to: override }] };
}
