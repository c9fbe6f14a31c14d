import fc from "fast-check";
import { expect, it } from "vitest";
import { type ModelInput, modelPlan } from "../model/index.js";
import { OUTCOMES } from "../model/shapes.js";
import { situation } from "../../src/testing/recipes/situation.js";

it("the situations that are drawn lead to every reason, and are due often enough that amounts and actions are tried", () => {
  // Of one seed, so that only a change of the arbitraries can change what is counted.
  const drawn = fc.sample(situation, { seed: 1, numRuns: 3000 });
  const reasons = drawn.map((each) => modelPlan(each as ModelInput).decision.reason);
  expect([...new Set(reasons)].sort()).toEqual([...Object.keys(OUTCOMES), "thresholdReached", "scheduleReached"].sort());
  const due = reasons.filter((reason) => reason === "thresholdReached" || reason === "scheduleReached");
  expect(due.length / reasons.length).toBeGreaterThan(0.24);
});
