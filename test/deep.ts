import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { check, type Subject, subjects, type Task } from "./differential/check.js";
import { Tally } from "./differential/tally.js";

// npm run test:deep -- [situations | draw-down] [--runs 1000000] [--seed 1] [--workers 2]
// A seed covers so many cases: it, not the number of workers, decides what is tried.
const CHUNK = 2000;
const APART = 0x9e3779b1; // so that neighbouring seeds share no chunk
const REPORT_EVERY_MS = 10_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "1000000" },
    seed: { type: "string", default: String(Date.now() & 0x7fffffff) },
    workers: { type: "string", default: String(availableParallelism()) },
    worker: { type: "boolean", default: false },
  },
});

if (values.worker) process.on("message", (task: Task) => process.send?.(check(task)));
else process.exitCode = (await lead(asked(positionals[0] ?? "situations"), Number(values.seed), Number(values.workers))) ? 0 : 1;

function asked(subject: string): Subject {
  if (!Object.hasOwn(subjects, subject)) throw new Error(`${subject} is none of ${Object.keys(subjects).join(", ")}`);
  return subject as Subject;
}

/** Hands out the chunks and reports; false where engine and model differ. */
async function lead(subject: Subject, seed: number, workers: number): Promise<boolean> {
  const runs = Number(values.runs);
  console.log(`${subject}: ${runs} cases, seed ${seed}, ${workers} workers`);
  const tally = new Tally();
  const workforce = Array.from({ length: workers }, () => fork(fileURLToPath(import.meta.url), ["--worker"]));
  const reporting = setInterval(() => console.log(tally.progress()), REPORT_EVERY_MS);
  try {
    const failure = await shareOut(chunks({ subject, seed, runs }), workforce, tally);
    console.log(`${tally.progress()}\n${tally.outcomes()}`);
    if (failure !== null) console.error(failure);
    else console.log("engine and model agree");
    return failure === null;
  } finally {
    clearInterval(reporting);
    for (const worker of workforce) worker.kill();
  }
}

function chunks({ subject, seed, runs }: Task): Task[] {
  return Array.from({ length: Math.ceil(runs / CHUNK) }, (_, index) => ({
    subject,
    seed: (seed + Math.imul(index, APART)) | 0,
    runs: Math.min(CHUNK, runs - index * CHUNK),
  }));
}

/** The first mismatch that any worker finds, or null once all is done. */
function shareOut(tasks: Task[], workforce: readonly ChildProcess[], tally: Tally): Promise<string | null> {
  return new Promise((resolve) => {
    let atWork = workforce.length;
    const assign = (worker: ChildProcess): void => {
      const task = tasks.shift();
      if (task !== undefined) worker.send(task);
      else if (--atWork === 0) resolve(null);
    };
    for (const worker of workforce) {
      worker.on("message", (result: ReturnType<typeof check>) => {
        tally.add(result.outcomes);
        if (result.failure !== null) resolve(result.failure);
        else assign(worker);
      });
      worker.on("exit", (code) => resolve(`a worker ended by itself (${code})`));
      assign(worker);
    }
  });
}
