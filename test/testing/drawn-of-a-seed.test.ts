import fc from "fast-check";
import { expect, it } from "vitest";
import {
  drawDowns,
  dueSituations,
  plans,
  scenarios,
  selectionsAtTheEdge,
  situations,
  situationsAtTheEdge,
} from "../../src/testing/index.js";
import { digestOf } from "../support/digest.js";

// With another edition of the tz database, what is drawn at the edge of a day may lie elsewhere.
it.skipIf(process.versions.tz !== "2025c").each<readonly [name: string, drawn: () => fc.Arbitrary<unknown>, runs: number, digest: string]>([
  ["drawDowns", drawDowns, 600, "cab1b2e57c94"],
  ["scenarios", scenarios, 60, "2075c4de5b33"],
  ["plans", plans, 100, "3a576c985bc5"],
  ["dueSituations", dueSituations, 200, "e1476cea2688"],
  ["situations", situations, 600, "151499290472"],
  ["selectionsAtTheEdge", selectionsAtTheEdge, 100, "3c95fd4f11b4"],
  ["situationsAtTheEdge", situationsAtTheEdge, 2000, "5ad3e693bd0a"],
])("what is drawn of a seed is what it was, so that a failure told by its seed is found again: %s", (_, draws, runs, digest) => {
  expect(digestOf(JSON.stringify(fc.sample(draws(), { seed: 1, numRuns: runs })))).toBe(digest);
});
