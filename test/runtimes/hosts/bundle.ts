import { join } from "node:path";
import { build } from "esbuild";
import type { Workplace } from "../workplace.js";
import type { Format } from "./runtime.js";

/** A portable program as one file that still imports, or requires, the library by its name. */
export async function program(entry: string, format: Format, { folder, portable }: Workplace): Promise<string> {
  const outfile = join(folder, format === "ESM" ? `${entry}.mjs` : `${entry}.cjs`);
  const target = format === "ESM" ? ({ format: "esm" } as const) : ({ format: "cjs" } as const);
  await build({
    entryPoints: [join(portable, `${entry}.ts`)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    ...target,
  });
  return outfile;
}

/** A portable program as one ES module with the library in it, as those who deploy to the runtime bundle it. */
export async function module(entry: string, conditions: string[], { portable }: Workplace): Promise<string> {
  const entryPoints = [join(portable, `${entry}.ts`)];
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions,
    target: "es2022",
  });
  return (outputFiles[0] as { text: string }).text;
}
