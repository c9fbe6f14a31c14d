import { parseArgs } from "node:util";
import { askAll, taskOf } from "./asking.js";
import { kindsOfQuestions } from "./cases/questions.js";
import { changesSince, update } from "./golden.js";
import { chromium } from "./hosts/chromium.js";
import { executables } from "./hosts/executable.js";
import type { Runtime } from "./hosts/runtime.js";
import { temporal } from "./hosts/temporal.js";
import { workerd } from "./hosts/workerd.js";
import { isFailure, report } from "./report.js";
import { installRuntimes } from "./workplace.js";

// npm run test:runtimes -- [--only node22,bun] [--without chromium] [--update]
const RUNTIMES: readonly Runtime[] = [...executables, workerd, chromium, temporal];

process.exitCode = (await start()) ? 0 : 1;

async function start(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: "" },
      without: { type: "string", default: "" },
      update: { type: "boolean", default: false },
    },
  });
  const [only, without] = [namesIn(values.only), namesIn(values.without)];
  const kinds = kindsOfQuestions();
  console.log(kinds.map(({ name, questions }) => `${questions.length} ${name}`).join("\n"));
  const task = taskOf(kinds);
  const { decided } = task.expected;
  if (values.update) update(kinds, decided);
  const faults = [...surprises(decided), ...changesSince(kinds, decided)];
  if (faults.length > 0) {
    console.error(faults.join("\n"));
    return false;
  }
  installRuntimes();
  const rows = await askAll(only.length === 0 ? RUNTIMES : RUNTIMES.filter(({ name }) => only.includes(name)), without, task);
  console.log(report(rows, task));
  return !rows.some(isFailure);
}

function namesIn(list: string): string[] {
  const names = list.split(",").filter((name) => name !== "");
  for (const name of names) if (!RUNTIMES.some((runtime) => runtime.name === name)) throw new Error(`no runtime ${name}`);
  return names;
}

/** The library throws nothing but an InvalidInputError. */
function surprises(decided: readonly string[]): string[] {
  return decided.filter((answer) => answer.includes('"threw":'));
}
