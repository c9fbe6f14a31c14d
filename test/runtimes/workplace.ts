import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HERE = fileURLToPath(new URL("./", import.meta.url));

/**
 * A folder outside the repository, with the packed library installed and beside it the portable programs: there, no name
 * can lead to the sources or to what the repository has installed.
 */
export interface Workplace {
  readonly folder: string;
  readonly portable: string;
  /** The file that holds the questions. */
  readonly questions: string;
}

/** Builds, packs and installs the library. */
export function newWorkplace(questions: string): Workplace {
  const folder = mkdtempSync(join(tmpdir(), "auto-topup-runtimes-"));
  npm(ROOT, "run", "build", "--silent");
  const [packed] = JSON.parse(npm(ROOT, "pack", "--ignore-scripts", "--json", "--pack-destination", folder)) as [{ filename: string }];
  const workplace = { folder, portable: join(folder, "portable"), questions: join(folder, "questions.json") };
  cpSync(join(HERE, "portable"), workplace.portable, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "workplace", private: true }));
  writeFileSync(workplace.questions, questions);
  npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", join(folder, packed.filename));
  return workplace;
}

export function close({ folder }: Workplace): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Installs the runtimes as this folder's lock file has them, where that is not yet done. */
export function installRuntimes(): void {
  const lock = join(HERE, "package-lock.json");
  const installed = join(HERE, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  npm(HERE, "ci", "--no-audit", "--no-fund", "--ignore-scripts");
}

/** A file of an installed runtime. */
export function installed(...path: readonly string[]): string {
  return join(HERE, "node_modules", ...path);
}

export function versionOf(name: string): string {
  return (JSON.parse(readFileSync(installed(name, "package.json"), "utf8")) as { version: string }).version;
}

function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
