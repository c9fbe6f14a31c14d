import * as fc from "fast-check";
import type { TopupRule } from "../../model/topup-rule.js";
import { everyday, type Figure, notNegative, positive, unitOf } from "./figures.js";
import type { LimitState } from "./trigger.js";
import { nudge, type Nudge, nullable, weighted } from "./weighted.js";

/** A least or a most: in proportion to what will be added, or anything. */
export interface BoundRecipe {
  readonly by: "half" | "same" | "double" | "other";
  readonly nudge: Nudge;
  readonly other: Figure;
}

export interface TopupRecipe {
  readonly mode: TopupRule["mode"];
  readonly value: Figure;
  readonly untilClear: boolean;
  /** How much a target shall find missing. */
  readonly wanted: Figure;
  readonly wantedNudge: Nudge;
  readonly met: boolean;
  readonly roundPercent: boolean;
  readonly limit: "trigger's" | "own";
  readonly ownLimit: Figure;
  readonly ownLimitState: LimitState;
  readonly basisStated: boolean;
  readonly min: BoundRecipe | null;
  readonly max: BoundRecipe | null;
  readonly step: Figure | null;
  readonly override: Figure | null;
  readonly overrideSame: boolean;
}

function bound(timesInTen: number): fc.Arbitrary<BoundRecipe | null> {
  return nullable(
    timesInTen,
    fc.record({ by: weighted([3, "half"], [2, "same"], [1, "double"], [1, "other"]), nudge, other: notNegative }),
  );
}

export const topupRecipe: fc.Arbitrary<TopupRecipe> = fc.record({
  mode: weighted([5, "fixedAmount"], [3, "toTarget"], [3, "toPercentOfLimit"]),
  value: fc.oneof({ weight: 6, arbitrary: everyday }, { weight: 2, arbitrary: positive }),
  untilClear: fc.boolean(),
  wanted: fc.oneof({ weight: 6, arbitrary: everyday }, { weight: 2, arbitrary: positive }),
  wantedNudge: nudge,
  met: weighted([14, false], [1, true]),
  roundPercent: fc.boolean(),
  limit: weighted([3, "trigger's"], [3, "own"]),
  ownLimit: notNegative,
  ownLimitState: weighted([20, "known"], [1, "unlimited"], [1, "missing"]),
  basisStated: fc.boolean(),
  min: bound(7),
  max: bound(7),
  step: nullable(8, fc.oneof(everyday, positive, fc.constant(5n * unitOf(1)))),
  override: nullable(8, fc.oneof({ weight: 5, arbitrary: everyday }, { weight: 1, arbitrary: positive })),
  overrideSame: weighted([3, false], [1, true]),
});
