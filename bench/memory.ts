import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { table } from "./table.js";
import type { Held } from "./memory/child.js";

/** So wide a new space that no batch fills it: what it grows by is what was allocated. */
const NEW_SPACE = ["--expose-gc", "--min-semi-space-size=256", "--max-semi-space-size=256"];

const CONTENDERS: Readonly<Record<string, string>> = {
  a: "(a) evaluate, parsed profile and account",
  c: "(c) evaluate, all raw",
  f1: "(f1) decimal.js alone, from text",
};

/** What a decision allocates, and what a million of them leave behind. */
export async function memory(): Promise<string> {
  const rows: string[][] = [];
  for (const [key, name] of Object.entries(CONTENDERS)) {
    const { allocated, retained } = await heldBy(key);
    rows.push([name, ...allocated.map((bytes) => Math.round(bytes).toLocaleString("en-US")), (retained / 1024).toFixed(1)]);
  }
  return [
    "### The heap: bytes allocated by one decision, and KiB retained after 1,000,000 decisions and a collection",
    table(["", "owed, not due", "owed, due", "wallet, not due", "wallet, due", "retained, KiB"], rows),
  ].join("\n\n");
}

/** In a process of its own, lest one is charged for another's garbage. */
function heldBy(key: string): Promise<Held> {
  const child = fork(fileURLToPath(new URL("./memory/child.ts", import.meta.url)), [key], {
    execArgv: [...process.execArgv, ...NEW_SPACE],
  });
  return new Promise((resolve, reject) => {
    child.once("message", (held: Held) => {
      resolve(held);
    });
    child.once("exit", () => {
      reject(new Error(`${key}: the process ended without an answer`));
    });
  });
}
