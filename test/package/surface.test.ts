import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { INSTALLED, installedText } from "./installed.js";

// A deliberate change is accepted with `npx vitest run --project package --update`.
describe("the public surface", () => {
  it("has these names at run time", async () => {
    const library = (await import(/* @vite-ignore */ pathToFileURL(join(INSTALLED, "dist/index.js")).href)) as Record<string, unknown>;
    const names = Object.keys(library).sort();
    await expect(names.map((name) => `${name}: ${typeof library[name]}\n`).join("")).toMatchFileSnapshot("expected/names.txt");
  });

  it("has these types", async () => {
    await expect(withoutComments(installedText("dist/index.d.ts"))).toMatchFileSnapshot("expected/types.txt");
  });

  it("has the same types for import and for require", () => {
    expect(installedText("dist/index.d.cts")).toBe(installedText("dist/index.d.ts"));
  });
});

function withoutComments(declarations: string): string {
  const source = ts.createSourceFile("index.d.ts", declarations, ts.ScriptTarget.ES2022);
  return ts.createPrinter({ removeComments: true }).printFile(source);
}
