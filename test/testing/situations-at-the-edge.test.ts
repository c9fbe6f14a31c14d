import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ModelInput, modelPlan } from "../model/index.js";
import { OUTCOMES } from "../model/shapes.js";
import { situation } from "../../src/testing/recipes/situation.js";

describe("the situations that are drawn", () => {
  // Of one seed, so that only a change of the arbitraries can change what is counted.
  const drawn = fc.sample(situation, { seed: 1, numRuns: 3000 });
  const reasons = drawn.map((each) => modelPlan(each as ModelInput).decision.reason);
  const share = (...wanted: string[]): number => reasons.filter((reason) => wanted.includes(reason)).length / reasons.length;

  it("lead to every reason", () => {
    expect([...new Set(reasons)].sort()).toEqual([...Object.keys(OUTCOMES), "thresholdReached", "scheduleReached"].sort());
  });

  it("are due often enough that amounts and actions are tried", () => {
    expect(share("thresholdReached", "scheduleReached")).toBeGreaterThan(0.24);
  });
});
