import { fileURLToPath } from "node:url";
import manifest from "../package.json" with { type: "json" };
import { minifiedAndGzipped } from "../test/package/minified.js";
import { table } from "./table.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ENTRIES = Object.keys(manifest.exports)
  .filter((path) => !path.endsWith(".json"))
  .map((path) => path.replace(/^\./, "auto-topup"));

/** All of an entry, as a bundler takes it into a program. */
export async function bytes(): Promise<string> {
  const rows: string[][] = [];
  for (const entry of [...ENTRIES, "evaluate alone"]) {
    const program = entry === "evaluate alone" ? 'export { evaluate } from "auto-topup"' : `export * from "${entry}"`;
    const own = await minifiedAndGzipped(program, ROOT, Object.keys(manifest.dependencies));
    const all = await minifiedAndGzipped(program, ROOT, []);
    rows.push([entry, own, all].map((cell) => cell.toLocaleString("en-US")));
  }
  return ["### Bytes of an entry, minified and gzipped", table(["", "its own code", "with its dependencies"], rows)].join("\n\n");
}
