import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));

it("no imports of src go round in a circle, types included", () => {
  const imports = new Map(sources().map((file) => [file, importsOf(file)]));
  expect(imports.size).toBeGreaterThan(50);
  expect([...imports.keys()].flatMap((file) => circle(imports, file))).toEqual([]);
});

function sources(): string[] {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  return files.filter((file) => file.endsWith(".ts")).sort();
}

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(SRC, file), "utf8"));
  const relative = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith("."));
  return relative.map((name) => normalize(join(dirname(file), name)).replace(/\.js$/, ".ts"));
}

/** A shortest way from a file back to itself, as text; none where there is none. */
function circle(imports: ReadonlyMap<string, readonly string[]>, from: string): string[] {
  const ways = [[from]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of imports.get(way.at(-1) ?? "") ?? []) {
      if (next === from) return [[...way, from].join(" → ")];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return [];
}
