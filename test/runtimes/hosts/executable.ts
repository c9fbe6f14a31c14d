import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { installed, type Workplace } from "../workplace.js";
import { program } from "./bundle.js";
import { ELSEWHERE, type Format, type Reply, type Runtime } from "./runtime.js";

const run = promisify(execFile);

/** Node, Bun and Deno: each has files and both kinds of module. */
export const executables: readonly Runtime[] = [
  executable("node20", ["node20", "bin", "node"]),
  executable("node22", ["node22", "bin", "node"]),
  executable("node24", ["node24", "bin", "node"]),
  executable("node26", ["node26", "bin", "node"]),
  executable("bun", ["@oven", "bun-linux-x64", "bin", "bun"]),
  executable(
    "deno",
    ["@deno", "linux-x64-glibc", "deno"],
    ["run", "--no-prompt", "--allow-read", "--allow-write", "--node-modules-dir=manual"],
  ),
];

function executable(name: string, path: readonly string[], options: readonly string[] = []): Runtime {
  const file = installed(...path);
  return {
    name,
    formats: ["ESM", "CJS"],
    lacks: () => (existsSync(file) ? null : `no ${path.join("/")} is installed`),
    ask: (format, workplace) => ask(file, options, format, workplace),
  };
}

async function ask(file: string, options: readonly string[], format: Format, workplace: Workplace): Promise<Reply> {
  const { folder, questions } = workplace;
  const answers = join(folder, "answers.json");
  const { stdout: version } = await run(file, ["--version"]);
  await run(file, [...options, await program("files", format, workplace), questions, answers], {
    cwd: folder,
    env: { ...process.env, ...ELSEWHERE },
  });
  return { version: (/\d+\.\d+\.\d+/.exec(version) ?? [version])[0], answers: await readFile(answers, "utf8") };
}
