import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Mutant } from "./mutants.js";
import type { RoomName } from "./rooms.js";

const DOCUMENT = fileURLToPath(new URL("../../docs/decisions/mutants.md", import.meta.url));
const ROW = /^\| `(?<file>[^`]+)` \| `(?<was>.+?)` \| `(?<becomes>.*?)` \| .+ \|$/u;

/** A mutant that no test can notice, and that docs/decisions/mutants.md gives the reason for. */
export interface Argument {
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
}

export function argued(room: RoomName): readonly Argument[] {
  const rows = readFileSync(DOCUMENT, "utf8").split("\n");
  return rows.flatMap((row) => {
    const { file, was, becomes } = ROW.exec(row)?.groups ?? {};
    if (file === undefined || was === undefined || becomes === undefined || !file.startsWith(`${room}/`)) return [];
    return { file: `src/${file}`, was: withBars(was), becomes: withBars(becomes) };
  });
}

export function isAbout(reason: Argument, mutant: Mutant): boolean {
  return reason.file === mutant.file && reason.was === mutant.was && reason.becomes === mutant.becomes;
}

/** In a table a bar is written with a stroke before it. */
const withBars = (cell: string): string => cell.replaceAll("\\|", "|");
