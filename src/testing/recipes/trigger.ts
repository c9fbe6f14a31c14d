import * as fc from "fast-check";
import type { Boundary } from "../../model/basis.js";
import { admitted, everyday, type Figure, type Grain, grain, grainOf, notNegative, percentOf, positive, signed, WHOLE } from "./figures.js";
import type { Target } from "./target.js";
import { nudge, type Nudge, weighted } from "./weighted.js";

export interface TriggerRecipe {
  readonly type: "absoluteAmount" | "percentOfLimit";
  readonly boundary: Boundary;
  readonly value: Figure;
  readonly percent: Figure;
  readonly limit: Figure;
  readonly limitState: LimitState;
  readonly reach: "edge" | "steps past" | "past" | "short" | "anywhere";
  readonly nudge: Nudge;
  readonly grain: Grain;
  readonly steps: number;
  readonly distance: Figure;
  readonly anywhere: Figure;
  readonly known: boolean;
  readonly knownBySchedule: boolean;
}
export type LimitState = "known" | "unlimited" | "missing";

export const triggerRecipe: fc.Arbitrary<TriggerRecipe> = fc.record({
  type: weighted([1, "absoluteAmount"], [1, "percentOfLimit"]),
  boundary: weighted<Boundary>([1, "inclusive"], [1, "exclusive"]),
  value: fc.oneof({ weight: 5, arbitrary: notNegative }, { weight: 1, arbitrary: signed }),
  percent: fc.oneof(
    { weight: 5, arbitrary: weighted([3, 80n], [2, 20n], [2, 100n], [1, 0n], [1, 150n]).map((p) => p * WHOLE) },
    { weight: 1, arbitrary: notNegative },
  ),
  limit: notNegative,
  limitState: weighted([45, "known"], [2, "unlimited"], [1, "missing"]),
  reach: weighted([4, "edge"], [6, "steps past"], [5, "past"], [2, "short"], [1, "anywhere"]),
  nudge,
  grain,
  steps: fc.integer({ min: 1, max: 7 }),
  distance: fc.oneof({ weight: 8, arbitrary: everyday }, { weight: 2, arbitrary: positive }),
  anywhere: signed,
  known: weighted([50, true], [1, false]),
  knownBySchedule: weighted([7, true], [1, false]), // it often needs no figure
});

export interface TriggerFigures extends Pick<TriggerRecipe, "type" | "boundary" | "value" | "limit" | "limitState" | "grain" | "known"> {
  readonly usesLimit: boolean;
  /** The basis as a caller gives it, and once what is in flight is taken into it. */
  readonly observed: Figure;
  readonly effective: Figure;
}

/** Places the basis at, about, or far from the threshold; `step`: what one top-up of a fixed amount adds. */
export function triggerOf(recipe: TriggerRecipe, target: Target, inFlight: Figure, step: Figure): TriggerFigures {
  const { type, boundary, limit, limitState } = recipe;
  const value = type === "percentOfLimit" ? recipe.percent : recipe.value;
  const usesLimit = !target.held || type === "percentOfLimit";
  const threshold = type === "percentOfLimit" ? percentOf(limit, value) : target.held ? value : limit - value;
  const towards = target.held ? -1n : 1n;
  const wanted = recipe.reach === "anywhere" ? recipe.anywhere : threshold + towards * past(recipe, recipe.reach, target, step);
  const observed = admitted(wanted + towards * inFlight);
  return {
    type,
    boundary,
    value,
    limit,
    limitState,
    usesLimit,
    grain: recipe.grain,
    observed,
    effective: observed - towards * inFlight,
    known: target.scheduled ? recipe.knownBySchedule : recipe.known,
  };
}

type Reach = Exclude<TriggerRecipe["reach"], "anywhere">;

function past({ nudge: to, grain: chosen, steps, distance }: TriggerRecipe, reach: Reach, { places }: Target, step: Figure): Figure {
  const beside = BigInt(to) * grainOf(chosen, places);
  switch (reach) {
    case "edge":
      return beside;
    case "steps past":
      return BigInt(steps) * step + beside;
    case "past":
      return distance;
    case "short":
      return -distance;
  }
}
