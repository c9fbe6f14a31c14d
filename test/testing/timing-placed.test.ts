import { expect, it } from "vitest";
import { toMs } from "../../src/base/instant.js";
import type { TimingRecipe } from "../../src/testing/recipes/timing.js";
import { timingOf } from "../../src/testing/recipes/timing-placed.js";

const recipe: TimingRecipe = {
  every: { value: 1, unit: "year" },
  periods: 0,
  sinceOccurrence: 0,
  occurrenceNudge: 0,
  from: "never",
  fromNudge: 0,
  until: "never",
  asOf: "now",
  asOfAge: 0,
  asOfNudge: 0,
  staleAfter: null,
  billedAge: null,
  resumedAge: null,
};

const startOf = (zone: string, at: string, periods: number): number => timingOf({ ...recipe, periods }, { zone, at: toMs(at) }).startingAt;

it("a schedule that starts now starts now, in the second of two hours alike as well", () => {
  for (const at of ["2025-11-02T05:30:00.000Z", "2025-11-02T06:30:00.000Z"]) expect(startOf("America/New_York", at, 0)).toBe(toMs(at));
});

it("a schedule starts no earlier than 1900", () => {
  expect(startOf("UTC", "1902-06-01T00:00:00.000Z", 2)).toBe(toMs("1900-06-01T00:00:00.000Z"));
  expect(startOf("UTC", "1902-06-01T00:00:00.000Z", 3)).toBe(toMs("1902-06-01T00:00:00.000Z"));
});
