import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

/** A text file of the repository; `path` is relative to its root, with `/`. */
export interface Document {
  readonly path: string;
  readonly lines: readonly string[];
}

const NOT_OURS = new Set(["node_modules", "dist", "coverage", ".git"]);

/** Every file with this ending below a folder of the repository, in a stable order. */
export function documents(folder: string, ending: string): Document[] {
  const start = join(ROOT, folder);
  if (!existsSync(start)) return [];
  return filesBelow(start)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => ({ path: relative(ROOT, file).split(sep).join("/"), lines: readFileSync(file, "utf8").split(/\r?\n/) }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesBelow(join(folder, entry.name));
    return entry.isFile() ? [join(folder, entry.name)] : [];
  });
}

/** A fenced block; `from` and `to` are the indices of its first line and of the line after its last. */
export interface Block {
  readonly info: string;
  readonly from: number;
  readonly to: number;
}

export function fencedBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index++) {
    const info = /^```(.*)$/.exec(lines[index] as string)?.[1];
    if (info === undefined) continue;
    const from = index + 1;
    const length = lines.slice(from).findIndex((line) => line === "```");
    if (length < 0) throw new Error(`the block that begins on line ${from} has no end`);
    index = from + length;
    blocks.push({ info, from, to: index });
  }
  return blocks;
}

/** The same document with whatever is no TSDoc text blanked out, so that line numbers stay. */
export function tsDocOf({ path, lines }: Document): Document {
  let inside = false;
  const texts = lines.map((line) => {
    if (!inside && /^\s*\/\*\*/.test(line)) inside = true;
    const text = inside && /^\s*\* ?/.test(line) ? line.replace(/^\s*\* ?/, "") : "";
    if (line.includes("*/")) {
      inside = false;
      return "";
    }
    return text;
  });
  return { path, lines: texts };
}

/** The anchor that a heading gets: lower case, no punctuation, dashes for blanks. */
export function anchorsOf({ lines }: Document): Set<string> {
  const code = new Set(fencedBlocks(lines).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));
  const headings = lines.flatMap((line, index) => (code.has(index) ? [] : [/^#{1,6} (.*)$/.exec(line)?.[1] ?? []].flat()));
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
        .trim()
        .replace(/\s/g, "-"),
    ),
  );
}
