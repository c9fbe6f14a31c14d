import fc from "fast-check";
import type { CompareInput, ProfileInput } from "../../../src/index.js";
import { profileOf } from "../../../src/testing/recipes/scenario/profile.js";
import { scenarios } from "../../../src/testing/recipes/scenario/scenarios.js";
import { shape } from "../../../src/testing/recipes/scenario/shape.js";

const others = shape.chain((form) => fc.array(profileOf(form), { minLength: 1, maxLength: 2 }));

/** Several profiles, the first one twice under two ids. */
export const comparisons: fc.Arbitrary<CompareInput> = fc.tuple(scenarios, others).map(([{ profile, ...scenario }, more]) => {
  const profiles = [profile, ...more, profile].map((each, index): ProfileInput => ({ ...each, id: `p${index}` }));
  return { ...scenario, profiles };
});
