import type { TopupRuleInput } from "../../model/topup-rule.js";
import { admitted, ceilTo, dividedBy, type Figure, floorTo, grainOf, nearest, times, unitOf, WHOLE } from "./figures.js";
import type { Notation } from "./notation.js";
import type { Target } from "./target.js";
import type { BoundRecipe, TopupRecipe } from "./topup.js";
import type { TriggerFigures } from "./trigger.js";

export interface TopupFigures extends Pick<TopupRecipe, "mode" | "value" | "ownLimitState" | "basisStated" | "step" | "override"> {
  /** Of a fixed amount. */
  readonly repeat: "once" | "untilClear";
  readonly ownLimit: Figure | null;
  readonly min: Figure | null;
  readonly max: Figure | null;
  /** About what will be charged: to aim caps and the payment method's least by. */
  readonly charge: Figure;
}

export function topupOf(recipe: TopupRecipe, target: Target, trigger: TriggerFigures): TopupFigures {
  const { mode, limit, ownLimitState, step } = recipe;
  const ownLimit = mode === "toPercentOfLimit" && (limit === "own" || target.scheduled || !trigger.usesLimit) ? recipe.ownLimit : null;
  const value = valueOf(recipe, target, trigger, ownLimit ?? trigger.limit);
  const override = recipe.override !== null && recipe.overrideSame && value > 0n ? value : recipe.override;
  const overrides = override !== null && target.unit === target.currency;
  const credit = overrides ? override : mode === "fixedAmount" ? value : wantedOf(recipe, trigger, target);
  const quantum = ceilTo(step ?? 1n, unitOf(target.places));
  const [min, max] = boundsOf(recipe, credit, quantum);
  const rounded = within(ceilTo(credit, quantum), min, max, quantum);
  return {
    mode,
    value,
    repeat: recipe.untilClear && !target.scheduled ? "untilClear" : "once",
    ownLimit,
    ownLimitState,
    basisStated: recipe.basisStated,
    min,
    max,
    step,
    override,
    charge: nearest(times(rounded, target.rate), unitOf(target.minorDigits)),
  };
}

/** How much the mode shall find missing: sometimes nothing, or one unit beside nothing. */
function wantedOf({ wanted, met, wantedNudge }: TopupRecipe, { grain }: TriggerFigures, { places }: Target): Figure {
  return (met ? 0n : wanted) + BigInt(wantedNudge) * grainOf(grain, places);
}

function valueOf(recipe: TopupRecipe, target: Target, trigger: TriggerFigures, limit: Figure): Figure {
  const wanted = wantedOf(recipe, trigger, target);
  const goal = target.held ? trigger.effective + wanted : trigger.effective - wanted;
  switch (recipe.mode) {
    case "fixedAmount":
      return recipe.value;
    case "toTarget":
      return admitted(goal);
    case "toPercentOfLimit": {
      const percent = admitted(dividedBy(goal * 100n, limit), 0n);
      return recipe.roundPercent ? floorTo(percent, WHOLE) : percent;
    }
  }
}

function boundsOf({ min, max }: TopupRecipe, credit: Figure, quantum: Figure): [Figure | null, Figure | null] {
  const beside = (chosen: BoundRecipe | null, least: Figure): Figure | null => {
    if (chosen === null) return null;
    const near = { half: credit / 2n, same: credit, double: credit * 2n, other: chosen.other }[chosen.by];
    return admitted(near + BigInt(chosen.nudge) * (chosen.by === "same" ? quantum : 1n), least);
  };
  const lowest = beside(min, 0n);
  const highest = beside(max, 1n);
  return lowest !== null && highest !== null && lowest > highest ? [highest, lowest] : [lowest, highest];
}

function within(credit: Figure, min: Figure | null, max: Figure | null, quantum: Figure): Figure {
  const raised = min !== null && credit < min ? ceilTo(min, quantum) : credit;
  return max !== null && raised > max ? floorTo(max, quantum) : raised;
}

export function spelledTopup(figures: TopupFigures, target: Target, limitName: string, notation: Notation): TopupRuleInput {
  const { mode, repeat, ownLimit, basisStated, min, max, step } = figures;
  // Under a schedule the topup says what is topped up; a fixed amount may leave out "outstanding".
  const needed = mode !== "fixedAmount" || target.basis !== "outstanding" || basisStated;
  const rest = {
    basis: target.scheduled && needed ? target.basis : undefined,
    min: notation.optionalAmount(min),
    max: notation.optionalAmount(max),
    step: notation.optionalAmount(step),
  };
  const value = notation.amount(figures.value);
  switch (mode) {
    case "fixedAmount":
      return notation.object({ mode, value, repeat: notation.defaulted(repeat, "once"), ...rest });
    case "toTarget":
      return notation.object({ mode, value, ...rest });
    case "toPercentOfLimit":
      return notation.object({ mode, value, referenceLimit: notation.optional(ownLimit === null ? null : limitName), ...rest });
  }
}
