import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { type EvaluateInput, type Plan, planTopup, type SelectInput, type SimulateInput, type TopupPlan } from "../../src/index.js";
import { drawDownInput } from "../../src/testing/recipes/draw-down.js";
import { scenarios } from "../../src/testing/recipes/scenario/scenarios.js";
import { selection } from "../../src/testing/recipes/selection.js";
import { situation } from "../../src/testing/recipes/situation.js";
import { documents, fencedBlocks } from "../support/documents.js";
import { copyOf } from "./places.js";

// Always the same, so that a seed of the run alone decides what is tried.
const SEED = 1;

/** The recorded documents of a system: those of its tests, and that of the example. */
export function recorded<Recorded>(system: string): Recorded[] {
  const folder = new URL(`../vendors/${system}/documents/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Recorded);
}

export function example<Example>(system: string): Example {
  const file = new URL(`../../examples/four-systems/documents/${system}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Example;
}

/** The blocks of JSON in the documentation. */
export function shown(): unknown[] {
  return documents("docs", ".md").flatMap(({ lines }) =>
    fencedBlocks(lines)
      .filter(({ info }) => info === "json")
      .map(({ from, to }) => JSON.parse(lines.slice(from, to).join("\n")) as unknown),
  );
}

export const situations: readonly EvaluateInput[] = drawn(situation, 400);
export const selections: readonly SelectInput[] = drawn(selection, 60);
export const drawDowns: readonly unknown[] = drawn(drawDownInput, 100);

const HOUR = 3_600_000;

/** Scenarios of two days. */
export const played: readonly SimulateInput[] = drawn(scenarios, 80).map((each) => ({
  ...each,
  to: new Date(Date.parse(String(each.from)) + 48 * HOUR).toISOString(),
}));

/** Of a situation as a caller writes it. */
export const plans: readonly Plan[] = situations.map((each) => planTopup(each));

export const due: readonly { readonly situation: EvaluateInput; readonly plan: TopupPlan }[] = situations.flatMap((each, index) => {
  const plan = plans[index] as Plan;
  return plan.outcome === "topup" ? [{ situation: each, plan }] : [];
});

function drawn<Value>(arbitrary: fc.Arbitrary<Value>, numRuns: number): Value[] {
  return fc.sample(arbitrary, { seed: SEED, numRuns }).map(copyOf);
}
