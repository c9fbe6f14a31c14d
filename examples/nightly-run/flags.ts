import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { NIGHT } from "./night.js";

export interface Flags {
  readonly profiles: string;
  readonly accounts: string;
  readonly rates: string;
  readonly at: string;
  readonly out: string;
}

/** The flags of the run; left out, they mean the files beside this one and the night that these were made for. */
export function flagsOf(args: readonly string[]): Flags {
  return parseArgs({
    args: [...args],
    options: {
      profiles: { type: "string", default: beside("profiles.json") },
      accounts: { type: "string", default: beside("accounts.jsonl") },
      rates: { type: "string", default: beside("reference-rates.json") },
      at: { type: "string", default: NIGHT },
      out: { type: "string", default: beside("out/plans.jsonl") },
    },
  }).values;
}

function beside(name: string): string {
  return relative(process.cwd(), fileURLToPath(new URL(name, import.meta.url)));
}
