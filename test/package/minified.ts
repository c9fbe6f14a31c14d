import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The bytes of a program, minified and gzipped; it imports from a folder, and what is external is not counted. */
export async function minifiedAndGzipped(program: string, folder: string, external: readonly string[]): Promise<number> {
  const {
    outputFiles: [file],
  } = await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    write: false,
    external: [...external],
  });
  return gzipSync(file?.contents ?? "", { level: 9 }).length;
}
