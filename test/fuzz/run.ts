import { parseArgs } from "node:util";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { Tally } from "./tally.js";
import { targets } from "./targets/targets.js";
import { Failures } from "./failures.js";
import { type Task, work } from "./work.js";
import { Workplace } from "./workplace.js";

// npm run fuzz -- [--runs 1000000] [--seed 1] [--workers 2] [--at 17]
// The seed and a document's number decide what it is, not the number of workers.
const CHUNK = 1000;
const REPORT_EVERY_MS = 10_000;

if (isMainThread) process.exitCode = (await start()) ? 0 : 1;
else serve(workerData as SharedArrayBuffer);

function start(): boolean | Promise<boolean> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "1000000" },
      seed: { type: "string", default: String(Date.now() & 0x7fffffff) },
      workers: { type: "string", default: "2" },
      at: { type: "string", default: "" },
    },
  });
  const seed = Number(values.seed);
  if (values.at !== "") return replay(seed, Number(values.at));
  return lead(Number(values.runs), seed, Number(values.workers));
}

function replay(seed: number, index: number): boolean {
  const { failures } = work({ seed, from: index, to: index + 1 }, targets, () => undefined);
  console.log(failures.map(({ text }) => text).join("\n\n") || "nothing wrong");
  return failures.length === 0;
}

/** A worker's side: it notes which document it is at, and with each call that it is, so that one that hangs can be told. */
function serve(shared: SharedArrayBuffer): void {
  const at = new Int32Array(shared);
  const alive = (index: number): void => {
    Atomics.store(at, 0, index);
    Atomics.add(at, 1, 1);
  };
  parentPort?.on("message", (task: Task) => parentPort?.postMessage(work(task, targets, alive)));
}

/** Hands out the documents and reports; false where the library did what it must not. */
async function lead(runs: number, seed: number, workers: number): Promise<boolean> {
  console.log(`${runs} documents, seed ${seed}, ${workers} workers, ${targets.length} functions`);
  const empty = targets.filter((target) => target.seeds().length === 0).map(({ name }) => name);
  if (empty.length > 0) throw new Error(`no documents for ${empty.join(", ")}`);
  const tally = new Tally();
  const failures = new Failures();
  const reporting = setInterval(() => console.log(`${tally.progress()}, ${failures.size} kinds of failure`), REPORT_EVERY_MS);
  const workforce = Array.from({ length: workers }, () => new Workplace(new URL(import.meta.url)));
  try {
    const hung = await shareOut(tasksOf(runs, seed), workforce, tally, failures);
    if (hung !== null) failures.tell({ kind: hung, text: hung, fatal: true });
  } finally {
    clearInterval(reporting);
    await Promise.all(workforce.map((each) => each.close()));
  }
  return close(tally, failures, seed);
}

function tasksOf(runs: number, seed: number): Task[] {
  const chunks = Array.from({ length: Math.ceil(runs / CHUNK) }, (_, index) => ({
    seed,
    from: index * CHUNK,
    to: Math.min(runs, (index + 1) * CHUNK),
  }));
  return [...targets.map((_, oversized) => ({ oversized })), ...chunks];
}

function close(tally: Tally, { size }: Failures, seed: number): boolean {
  console.log(`${tally.oversized()}\n${tally.targets(targets.map(({ name }) => name))}`);
  console.log(`\n${tally.total()}, seed ${seed}`);
  console.log(size === 0 ? "every one was taken or refused as it must be" : `${size} kinds of failure, told above`);
  return size === 0;
}

/** Null once all is done, or what ended it before: a worker that ends, or a process that is spoilt. */
function shareOut(tasks: Task[], workforce: readonly Workplace[], tally: Tally, failures: Failures): Promise<string | null> {
  return new Promise((resolve) => {
    let atWork = workforce.length;
    const assign = (place: Workplace): void => {
      const task = tasks.shift();
      if (task !== undefined) place.assign(task);
      else if (--atWork === 0) resolve(null);
    };
    for (const place of workforce) {
      place.onFinding = (finding) => {
        if ("tallies" in finding) tally.add(finding.tallies);
        else tally.addOversized(finding.oversized.tallies);
        finding.failures.forEach((failure) => failures.tell(failure));
        if (finding.failures.some(({ fatal }) => fatal)) resolve("stopped: a shared prototype is no longer what it was");
        else assign(place);
      };
      place.onHang = (where) => {
        failures.tell({ kind: where, text: `hangs ${where}`, fatal: false });
        assign(place);
      };
      place.onEnd = resolve;
      assign(place);
    }
  });
}
