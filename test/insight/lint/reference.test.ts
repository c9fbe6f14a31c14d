import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FINDING_CODES } from "../../../src/insight/lint/rules-in-order.js";
import { ROOT } from "../../support/documents.js";

const lines = readFileSync(`${ROOT}docs/reference/lint.md`, "utf8").split("\n");
const rows = lines.flatMap((line) => [...line.matchAll(/^\| \[`(\w+)`\]\(#(\w+)\) \| ([^|]+) \|/g)]);

describe("the reference", () => {
  it("has every code in its table, in the order of the findings", () => {
    expect(rows.map(([, code]) => code)).toEqual(FINDING_CODES);
    expect(rows.map(([, , anchor]) => anchor)).toEqual(FINDING_CODES.map((code) => code.toLowerCase()));
  });

  it("has a section for each, with an example that finds it", () => {
    expect(lines.flatMap((line) => /^### `(\w+)`/.exec(line)?.[1] ?? [])).toEqual(FINDING_CODES);
    const sections = lines.join("\n").split("\n### ").slice(1);
    const finds = sections.map((section) => /lintProfile\([^\n]*\/\/=> (\[.*\])/.exec(section)?.[1] ?? "[]");
    expect(finds.map((list, index) => (JSON.parse(list) as string[]).includes(FINDING_CODES[index] as string))).toEqual(
      FINDING_CODES.map(() => true),
    );
  });

  it("has a section for each in which the harm is played", () => {
    const sections = lines.join("\n").split("\n### ").slice(1);
    const unplayed = FINDING_CODES.filter((_, index) => !sections[index]?.includes("simulate({"));
    expect(unplayed).toEqual(["alwaysStale"]); // a simulation reads its figures at each instant anew
  });
});
