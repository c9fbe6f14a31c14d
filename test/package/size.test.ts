import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { CONSUMERS } from "./installed.js";
import { minifiedAndGzipped } from "./minified.js";

const DEPENDENCIES = Object.keys(manifest.dependencies);

/** Bytes of the library's own code: who asks for one thing does not pay for the others. */
const CEILINGS = [
  { of: "a decision alone", program: 'export { evaluate } from "auto-topup"', ceiling: 16_900 },
  { of: "the engine alone", program: 'export { evaluate, planTopup } from "auto-topup"', ceiling: 17_800 },
  {
    of: "the engine and the ledger",
    program: 'export { applyPlan, balanceSummary, drawDown, limitUsage, planTopup, selectProfile, walletBalance } from "auto-topup"',
    ceiling: 22_800,
  },
  { of: "a simulation with the engine", program: 'export { simulate } from "auto-topup"', ceiling: 27_400 },
  { of: "the whole main entry", program: 'export * from "auto-topup"', ceiling: 56_800 },
  { of: "the picture", program: 'export * from "auto-topup/plot"', ceiling: 16_800 },
];

describe("the size, minified and gzipped", () => {
  it.each(CEILINGS)("of $of is below $ceiling bytes", async ({ program, ceiling }) => {
    expect(await minifiedAndGzipped(program, CONSUMERS, DEPENDENCIES)).toBeLessThan(ceiling);
  });
});
