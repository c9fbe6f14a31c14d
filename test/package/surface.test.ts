import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/documents.js";
import { CONSUMERS, INSTALLED, installedFiles, installedText } from "./installed.js";

const ENTRIES = ["index", "plot", "testing", "safe", "flexprice", "orb", "m3ter"];

/** Where the package is that was packed, and where fast-check is too: the consumers have none. */
const homeOf = (entry: string): string => (entry === "testing" ? ROOT : INSTALLED);

// A deliberate change is accepted with `npx vitest run --project package --update`.
describe.each(ENTRIES)("the public surface of %s", (entry) => {
  it("has these names at run time", async () => {
    const library = (await import(/* @vite-ignore */ pathToFileURL(join(homeOf(entry), `dist/${entry}.js`)).href)) as Record<
      string,
      unknown
    >;
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

  it("loads no fast-check, and no other entry does but that for tests", () => {
    for (const extension of ["js", "cjs"]) {
      const text = (entry: string): string =>
        loadedBy(`${entry}.${extension}`)
          .map((file) => installedText(`dist/${file}`))
          .join("\n");
      for (const entry of ENTRIES.filter((each) => each !== "testing")) expect(text(entry), entry).not.toContain("fast-check");
      expect(text("testing")).toContain("fast-check");
    }
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

describe("the entry for tests", () => {
  const loading = (entry: string): string[] => ["--input-type=module", "--eval", `await import("${entry}")`];
  const run = (...args: string[]): SpawnSyncReturns<string> => spawnSync(process.execPath, args, { cwd: CONSUMERS, encoding: "utf8" });

  it("needs fast-check, and says so where there is none; the main entry does not", () => {
    expect(installedFiles().filter((file) => file.includes("fast-check"))).toEqual([]);
    const { status, stderr } = run(...loading("auto-topup/testing"));
    expect(status).not.toBe(0);
    expect(stderr).toContain("Cannot find package 'fast-check'");
    expect(run(...loading("auto-topup")).status).toBe(0);
  });

  it("gives the same names to require as to import, and throws the error of the main entry", () => {
    const program = `
      const testing = require("./dist/testing.cjs");
      const { InvalidInputError } = require("./dist/index.cjs");
      const known = (() => { try { testing.aProfile({ threshold: "x" }); } catch (error) { return error instanceof InvalidInputError; } })();
      import("./dist/testing.js").then((imported) => console.log(JSON.stringify([Object.keys(testing).sort(), Object.keys(imported).sort(), known])));
    `;
    const { stdout } = spawnSync(process.execPath, ["--eval", program], { cwd: ROOT, encoding: "utf8" });
    const [required, imported, known] = JSON.parse(stdout) as [string[], string[], boolean];
    expect(required).toEqual(imported);
    expect(required.length).toBeGreaterThan(10);
    expect(known).toBe(true);
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
