import * as fc from "fast-check";
import { minorDigits } from "../../base/currency.js";
import { SECOND, toMs } from "../../base/instant.js";
import type { Situation } from "../situation.js";
import type { Moment } from "./instants.js";
import { type Common, ordinary } from "./ordinary.js";
import { situationOf, situationRecipe, type SituationRecipe } from "./situation.js";
import { targetOf, type TargetRecipe } from "./target.js";

const FIRST = toMs("2025-01-01T00:00:00Z") / SECOND;
const LAST = toMs("2026-12-31T23:59:59Z") / SECOND;

/** On a whole second of two years. */
const moment: fc.Arbitrary<Moment> = fc
  .tuple(
    fc.constantFrom("UTC", "America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Sydney"),
    fc.integer({ min: FIRST, max: LAST }),
  )
  .map(([zone, second]) => ({ zone, anchor: second * SECOND, at: second * SECOND }));

/** Drawn as at the edges, and brought down to an ordinary day; `change` has the last word. */
export function everyday(common: Common, change: (recipe: SituationRecipe) => SituationRecipe): fc.Arbitrary<Situation> {
  return fc.tuple(situationRecipe, moment).map(([drawn, when]) => {
    const recipe = change(ordinary({ ...drawn, moment: when }, common));
    return situationOf(recipe, placesOf(recipe.target));
  });
}

/** Cents, or none where one of the units has none. */
function placesOf(recipe: TargetRecipe): number {
  const { currency, unit } = targetOf(recipe);
  return Math.min(...[currency, unit].map((each) => Math.min(2, minorDigits(each) ?? 2)));
}
