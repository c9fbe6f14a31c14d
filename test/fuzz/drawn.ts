import fc from "fast-check";
import { type EvaluateInput, type Plan, planTopup, type SelectInput, type SimulateInput, type TopupPlan } from "../../src/index.js";
import { drawDownInput } from "../../src/testing/recipes/draw-down.js";
import { scenarios } from "../../src/testing/recipes/scenario/scenarios.js";
import { selection } from "../../src/testing/recipes/selection.js";
import { situation } from "../../src/testing/recipes/situation.js";
import { once } from "./once.js";
import { copyOf } from "./places.js";

// Always the same, so that a seed of the run alone decides what is tried.
const SEED = 1;

export const situations = once((): readonly EvaluateInput[] => drawn(situation, 400));
export const selections = once((): readonly SelectInput[] => drawn(selection, 60));
export const drawDowns = once((): readonly unknown[] => drawn(drawDownInput, 100));

const HOUR = 3_600_000;

/** Scenarios of two days. */
export const played = once((): readonly SimulateInput[] =>
  drawn(scenarios, 80).map((each) => ({ ...each, to: new Date(Date.parse(String(each.from)) + 48 * HOUR).toISOString() })),
);

/** Of a situation as a caller writes it. */
export const plans = once((): readonly Plan[] => situations().map((each) => planTopup(each)));

export const due = once((): readonly { readonly situation: EvaluateInput; readonly plan: TopupPlan }[] =>
  situations().flatMap((each, index) => {
    const plan = plans()[index] as Plan;
    return plan.outcome === "topup" ? [{ situation: each, plan }] : [];
  }),
);

function drawn<Value>(arbitrary: fc.Arbitrary<Value>, numRuns: number): Value[] {
  return fc.sample(arbitrary, { seed: SEED, numRuns }).map(copyOf);
}
