import fc from "fast-check";
import { describe, it } from "vitest";
import { selection } from "../src/testing/recipes/selection.js";
import { situation } from "../src/testing/recipes/situation.js";
import { balances, decisions, plans, selections, usages } from "./differential/answers.js";
import { assertAlike } from "./differential/differences.js";

// Every suite runs in four process time zones, each with a seed of its own: 6,000 situations in all. A failure prints
// its seed; `npm run test:deep` tries a million.
const SITUATIONS = 1500;
const SELECTIONS = 300;
const PATIENCE = 120_000;

describe("engine and reference model give the same answer", () => {
  it("to what a situation leads to: plan, decision, wallet figures, use of limits", { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(situation, (drawn) => {
        assertAlike(plans(drawn));
        assertAlike(decisions(drawn));
        assertAlike(balances(drawn));
        assertAlike(usages(drawn));
      }),
      { numRuns: SITUATIONS },
    );
  });

  it("to which of several profiles goes first", { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(selection, (drawn) => assertAlike(selections(drawn))),
      { numRuns: SELECTIONS },
    );
  });
});
