import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { CONSUMERS } from "./installed.js";

const CEILING = 21_500; // bytes
const DEPENDENCIES = Object.keys(manifest.dependencies);

describe("the size, minified and gzipped", () => {
  it(`of the library's own code is below ${CEILING} bytes`, async () => {
    expect(await size('export * from "auto-topup"')).toBeLessThan(CEILING);
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
