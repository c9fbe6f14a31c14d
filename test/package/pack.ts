import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The path of the packed library. */
    tarball: string;
    /** A folder outside the repository with the consumers of `test/package/consumers` and the library installed. */
    consumers: string;
  }
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Builds, packs and installs the library once for all package tests. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "auto-topup-"));
  const consumers = join(folder, "consumers");

  npm(ROOT, "run", "build");
  const [packed] = JSON.parse(npm(ROOT, "pack", "--ignore-scripts", "--json", "--pack-destination", folder)) as [{ filename: string }];
  const tarball = join(folder, packed.filename);

  cpSync(fileURLToPath(new URL("consumers/", import.meta.url)), consumers, { recursive: true });
  writeFileSync(join(consumers, "package.json"), JSON.stringify({ name: "consumers", private: true }));
  npm(consumers, "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball);

  provide("tarball", tarball);
  provide("consumers", consumers);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
