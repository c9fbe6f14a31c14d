import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { describe, expect, inject, it } from "vitest";
import { installedFiles, installedText } from "./installed.js";

const tarball = readFileSync(inject("tarball"));

describe("the tarball", () => {
  it("pleases publint, strictly", async () => {
    const { messages } = await publint({ strict: true, pack: { tarball: new Uint8Array(tarball).buffer } });
    expect(messages).toEqual([]);
  });

  it("gives types that fit the code to node16 and bundler resolution, as attw sees it", async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball));
    if (result.types === false) throw new Error("no types");
    expect(Object.keys(result.entrypoints)).toEqual(
      expect.arrayContaining([".", "./plot", "./testing", "./safe", "./flexprice", "./orb", "./m3ter"]),
    );
    const problems = result.problems.filter((problem) => !("resolutionKind" in problem && problem.resolutionKind === "node10"));
    expect(problems).toEqual([]);
  });

  it("has exactly these files, and pages of documentation", async () => {
    const [pages, files] = [installedFiles().filter(isPage), installedFiles().filter((file) => !isPage(file))];
    expect(pages).not.toEqual([]);
    // How the shared parts are cut is the bundler's affair.
    const named = files.map((file) => file.replace(/-[\w-]{8}\.((?:d\.)?c?[jt]s)$/, "-HASH.$1"));
    await expect(lines([...new Set(named)].sort())).toMatchFileSnapshot("expected/files.txt");
  });

  it("points at no source map", () => {
    for (const file of installedFiles().filter(isOfDist)) expect(installedText(file), file).not.toContain("sourceMappingURL");
  });

  it.each(["zod", "decimal.js", "date-fns", "d3-"])("has no type of %s in its declarations", (dependency) => {
    const declarations = installedFiles().filter((file) => /\.d\.[cm]?ts$/.test(file));
    expect(declarations).toContain("dist/index.d.ts");
    for (const file of declarations) expect(installedText(file).toLowerCase(), file).not.toContain(dependency);
  });
});

function isPage(file: string): boolean {
  return /^docs\/.*\.md$/.test(file);
}

function isOfDist(file: string): boolean {
  return file.startsWith("dist/");
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
