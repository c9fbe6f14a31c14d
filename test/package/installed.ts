import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { inject } from "vitest";

export const CONSUMERS: string = inject("consumers");
export const INSTALLED: string = join(CONSUMERS, "node_modules/auto-topup");

/** The files of the installed package, relative to it. */
export function installedFiles(): string[] {
  return readdirSync(INSTALLED, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(INSTALLED, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

export function installedText(path: string): string {
  return readFileSync(join(INSTALLED, path), "utf8");
}

/** What a program in the folder of the consumers prints, which is JSON. */
export function output(...args: string[]): unknown {
  return JSON.parse(execFileSync(process.execPath, args, { cwd: CONSUMERS, encoding: "utf8" })) as unknown;
}
