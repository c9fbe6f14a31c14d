import { readdirSync, readFileSync } from "node:fs";
import { documents, fencedBlocks } from "../support/documents.js";

/** The recorded documents of a system: those of its tests, and that of the example. */
export function recorded<Recorded>(system: string): Recorded[] {
  const folder = new URL(`../vendors/${system}/documents/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Recorded);
}

export function example<Example>(system: string): Example {
  const file = new URL(`../../examples/four-systems/documents/${system}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Example;
}

/** The blocks of JSON in the documentation. */
export function shown(): unknown[] {
  return documents("docs", ".md").flatMap(({ lines }) =>
    fencedBlocks(lines)
      .filter(({ info }) => info === "json")
      .map(({ from, to }) => JSON.parse(lines.slice(from, to).join("\n")) as unknown),
  );
}
