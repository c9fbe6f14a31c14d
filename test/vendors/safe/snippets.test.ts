import * as library from "auto-topup";
import * as safe from "auto-topup/safe";
import { describe, expect, it } from "vitest";
import { documents, tsDocOf } from "../../support/documents.js";
import { run, snippetsOf } from "../../support/snippets.js";

const pages = [
  ...documents("docs/guides", "safe.md"),
  ...documents("docs/decisions", "safe.md"),
  ...documents("src/vendors/safe", ".ts").map(tsDocOf),
];

describe("the snippets about SAFE", () => {
  it.each(pages.flatMap(snippetsOf))("run as written: $name", async (snippet) => {
    await run(snippet, { "auto-topup": library, "auto-topup/safe": safe }, (actual, expected, line) => {
      expect(actual, `${snippet.document}:${line}`).toStrictEqual(expected);
    });
  });
});
