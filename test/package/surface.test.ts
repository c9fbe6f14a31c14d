import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { INSTALLED, installedText } from "./installed.js";

const ENTRIES = ["index", "plot", "safe", "flexprice", "orb", "m3ter"];

// A deliberate change is accepted with `npx vitest run --project package --update`.
describe.each(ENTRIES)("the public surface of %s", (entry) => {
  it("has these names at run time", async () => {
    const library = (await import(/* @vite-ignore */ pathToFileURL(join(INSTALLED, `dist/${entry}.js`)).href)) as Record<string, unknown>;
    const names = Object.keys(library).sort();
    await expect(names.map((name) => `${name}: ${typeof library[name]}\n`).join("")).toMatchFileSnapshot(`expected/${entry}.names.txt`);
  });

  it("has these types", async () => {
    await expect(withoutHashes(withoutComments(installedText(`dist/${entry}.d.ts`)))).toMatchFileSnapshot(`expected/${entry}.types.txt`);
  });

  it("has the same types for import and for require", () => {
    const forRequire = withoutHashes(installedText(`dist/${entry}.d.cts`)).replaceAll(".cjs'", ".js'");
    expect(forRequire).toBe(withoutHashes(installedText(`dist/${entry}.d.ts`)));
  });
});

describe("the main entry", () => {
  it("loads no vendor code, whatever the format", () => {
    for (const extension of ["js", "cjs"]) {
      const text = loadedBy(`index.${extension}`)
        .map((file) => installedText(`dist/${file}`))
        .join("\n");
      for (const word of ["triggerBasis", "auto_topup", "per_unit_cost_basis", "rolloverEndDate"]) expect(text).not.toContain(word);
      expect(text).toContain("thresholdReached");
    }
  });

  it("loads no drawing code, whatever the format", () => {
    for (const extension of ["js", "cjs"]) {
      const files = loadedBy(`index.${extension}`).map((file) => installedText(`dist/${file}`));
      expect(files.join("\n")).not.toMatch(/d3-|<svg/);
    }
    expect(installedText("dist/plot.js")).toMatch(/d3-scale/);
  });

  it("and each vendor's loads that of no other, nor the engine", () => {
    const own = { safe: "triggerBasis", flexprice: "auto_topup", orb: "per_unit_cost_basis", m3ter: "rolloverEndDate" };
    for (const [entry, word] of Object.entries(own)) {
      const text = loadedBy(`${entry}.js`)
        .map((file) => installedText(`dist/${file}`))
        .join("\n");
      expect(text).toContain(word);
      for (const other of Object.values(own).filter((each) => each !== word)) expect(text, entry).not.toContain(other);
      expect(text, entry).not.toContain("selectProfile");
    }
  });
});

/** A file of dist with all that it imports from there, and they in turn. */
function loadedBy(file: string, loaded: string[] = []): string[] {
  if (loaded.includes(file)) return loaded;
  loaded.push(file);
  for (const [, imported] of installedText(`dist/${file}`).matchAll(/(?:from |require\()['"]\.\/([^'"]+)['"]/g))
    loadedBy(imported as string, loaded);
  return loaded;
}

/** A shared part is named by a hash of what is in it. */
function withoutHashes(text: string): string {
  return text.replaceAll(/-[\w-]{8}\.(c?js)/g, "-HASH.$1");
}

function withoutComments(declarations: string): string {
  const source = ts.createSourceFile("index.d.ts", declarations, ts.ScriptTarget.ES2022);
  return ts.createPrinter({ removeComments: true }).printFile(source);
}
