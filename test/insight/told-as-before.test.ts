import fc from "fast-check";
import { compareProfiles, explain, lintProfile, planTopup, recommendProfile, simulate, worstCase } from "../../src/index.js";
import { scenarios } from "../../src/testing/recipes/scenario/scenarios.js";
import { openSituations, rawSituations } from "../properties/support/situations.js";
import { isToldAsBefore } from "../support/told-as-before.js";
import { comparisons } from "./comparison/drawn.js";
import { recommendations } from "./recommendation/drawn.js";
import { cases } from "./worst-case/cases.js";

const situations = fc.oneof({ weight: 2, arbitrary: rawSituations }, { weight: 1, arbitrary: openSituations });
const speeches = fc.record({ locale: fc.constantFrom("en", "en", "de", "ja"), detail: fc.constantFrom("full", "full", "reason") });
const explanations = fc.tuple(situations, speeches, fc.boolean());

/** What is told of so many that are drawn of a seed. */
function toldOf<Drawn>(arbitrary: fc.Arbitrary<Drawn>, seed: number, numRuns: number, tell: (drawn: Drawn) => unknown): string {
  return JSON.stringify(fc.sample(arbitrary, { seed, numRuns }).map(tell));
}

const explained = ([situation, speech, withAccount]: typeof explanations extends fc.Arbitrary<infer Each> ? Each : never): string[] => {
  const plan = planTopup(situation);
  const options = { ...speech, account: withAccount ? situation.account : null };
  return [explain(plan, options), explain(plan.decision, options)];
};

isToldAsBefore(
  "what is told of a seed",
  {
    explain: (seed) => toldOf(explanations, seed, 30, explained),
    lintProfile: (seed) => toldOf(situations, seed, 20, ({ profile, account }) => [lintProfile(profile), lintProfile(profile, account)]),
    worstCase: (seed) => toldOf(situations, seed, 6, ({ profile, account }) => [worstCase(profile), worstCase(profile, account)]),
    "worstCase, charged": (seed) => toldOf(cases, seed, 12, ({ profile, victim }) => worstCase(profile, victim.account)),
    "simulate, steps": (seed) => toldOf(scenarios, seed, 15, (scenario) => [...simulate(scenario).steps]),
    "simulate, summary": (seed) => toldOf(scenarios, seed, 15, (scenario) => simulate(scenario).summary()),
    compareProfiles: (seed) => toldOf(comparisons, seed, 5, compareProfiles),
    recommendProfile: (seed) => toldOf(recommendations, seed, 3, recommendProfile),
  },
  10,
);
