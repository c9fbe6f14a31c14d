import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A fact of another billing system, as this library's input and the part of the output that the fact determines. */
export interface Case {
  readonly id: string;
  readonly system: string;
  readonly source: string;
  readonly title: string;
  readonly note?: string;
  readonly fn: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
}

const FOLDER = fileURLToPath(new URL("cases/", import.meta.url));

/** All cases, one file a system, in a stable order. */
export function allCases(): Case[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(FOLDER + file, "utf8")) as Case[]);
}

/** The value that a path such as `actions[0].kind` leads to; undefined where there is none. */
export function valueAt(root: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  return steps.reduce<unknown>((at, step) => {
    if (at === null || typeof at !== "object") return undefined;
    return step === "length" || Object.hasOwn(at, step) ? (at as Record<string, unknown>)[step] : undefined;
  }, root);
}
