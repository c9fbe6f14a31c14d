import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { CONSUMERS } from "./installed.js";

const DEPENDENCIES = Object.keys(manifest.dependencies);

/** Bytes of the library's own code: who asks for one thing does not pay for the others. */
const CEILINGS = [
  { of: "the engine alone", program: 'export { evaluate, planTopup } from "auto-topup"', ceiling: 16_800 },
  {
    of: "the engine and the ledger",
    program: 'export { applyPlan, balanceSummary, drawDown, limitUsage, planTopup, selectProfile, walletBalance } from "auto-topup"',
    ceiling: 21_500,
  },
  { of: "a simulation with the engine", program: 'export { simulate } from "auto-topup"', ceiling: 26_200 },
  { of: "the whole main entry", program: 'export * from "auto-topup"', ceiling: 56_000 },
  { of: "the picture", program: 'export * from "auto-topup/plot"', ceiling: 16_500 },
];

describe("the size, minified and gzipped", () => {
  it.each(CEILINGS)("of $of is below $ceiling bytes", async ({ program, ceiling }) => {
    expect(await size(program)).toBeLessThan(ceiling);
  });
});

async function size(program: string): Promise<number> {
  const {
    outputFiles: [file],
  } = await build({
    stdin: { contents: program, resolveDir: CONSUMERS },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    write: false,
    external: DEPENDENCIES,
  });
  return gzipSync(file?.contents ?? "", { level: 9 }).length;
}
