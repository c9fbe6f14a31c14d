import { inspect } from "node:util";
import { type OversizedFinding, tryOversized } from "./oversized/oversized.js";
import { changedPrototypes } from "./prototypes.js";
import type { Tallies, TargetTally } from "./tally.js";
import type { Target } from "./targets/target.js";
import { attempt, documentAt, type Document, MOST_MS, type Outcome, shrunk } from "./trial.js";

/** Documents with the numbers from `from` to before `to`, or the oversized ones of a target. */
export type Task = { readonly seed: number; readonly from: number; readonly to: number } | { readonly oversized: number };

export interface Failure {
  /** The same for failures that are probably one. */
  readonly kind: string;
  readonly text: string;
  /** Nothing that comes after it in the same process can be trusted. */
  readonly fatal: boolean;
}
export type Finding =
  | { readonly tallies: Tallies; readonly failures: readonly Failure[] }
  | { readonly oversized: OversizedFinding; readonly failures: readonly Failure[] };

/** `alive` is told before each call which document it is. */
export function work(task: Task, targets: readonly Target[], alive: (index: number) => void): Finding {
  if (!("oversized" in task)) return tryAll(task, targets, alive);
  let calls = 0;
  const oversized = tryOversized(targets[task.oversized] as Target, () => alive(-++calls));
  return { oversized, failures: oversized.failures.map((text) => ({ kind: text, text, fatal: false })) };
}

function tryAll(
  { seed, from, to }: Exclude<Task, { oversized: number }>,
  targets: readonly Target[],
  alive: (index: number) => void,
): Finding {
  const tallies: Record<string, TargetTally> = {};
  const failures: Failure[] = [];
  for (let index = from; index < to; index++) {
    const document = documentAt(seed, index, targets);
    const outcome = steadily(document, targets, () => alive(index));
    tallies[document.target.name] = added(tallies[document.target.name], outcome, index);
    if (outcome.failure !== null) failures.push(...toldOnce(seed, index, document, outcome.failure, targets));
    if (failures.some(({ fatal }) => fatal)) return { tallies, failures };
  }
  const changed = changedPrototypes();
  if (changed.length > 0) {
    const text = `documents ${from} to ${to - 1} of seed ${seed} changed ${changed.join(", ")}`;
    failures.push({ kind: "prototypes", text, fatal: true });
  }
  return { tallies, failures };
}

const MOST_TRIES = 3;

/** What was slow is tried again, and the quickest counts: the machine may have been busy. */
function steadily(document: Document, targets: readonly Target[], alive: () => void): Outcome {
  alive();
  let quickest = attempt(document, targets);
  for (let tries = 1; tries < MOST_TRIES && quickest.ms > MOST_MS; tries++) {
    alive();
    const again = attempt(document, targets);
    if (again.ms < quickest.ms) quickest = again;
  }
  return quickest;
}

function added(tally: TargetTally | undefined, { accepted, ms, made }: Outcome, index: number): TargetTally {
  const { runs, accepted: before, slowestMs, slowest } = tally ?? { runs: 0, accepted: 0, slowestMs: 0, slowest: "" };
  return {
    runs: runs + 1,
    accepted: before + Number(accepted),
    slowestMs: Math.max(ms, slowestMs),
    slowest: ms > slowestMs ? `${index}: ${made.join("; ")}` : slowest,
  };
}

const MOST_SHOWN = 5000;

const told = new Set<string>();

/** To make a document small takes long: it is done once in a process for what is probably one failure. */
function toldOnce(seed: number, index: number, document: Document, failure: string, targets: readonly Target[]): Failure[] {
  const kind = kindOf(document.target.name, failure);
  if (told.has(kind)) return [];
  told.add(kind);
  return [failureOf(seed, index, document, failure, targets)];
}

function failureOf(seed: number, index: number, document: Document, failure: string, targets: readonly Target[]): Failure {
  const { name } = document.target;
  const fatal = failure === "changed a prototype";
  const least = fatal || failure.startsWith("took") ? document : shrunk(document, targets);
  const { args, made, failure: again } = attempt(least, targets);
  const text = [
    `${name}: ${again ?? failure}`,
    `by: ${made.join("; ") || "nothing"}`,
    inspect(args, { depth: 9, breakLength: 140, showProxy: true, maxStringLength: 200, maxArrayLength: 30 }).slice(0, MOST_SHOWN),
    `again by: npm run fuzz -- --seed ${seed} --at ${index}`,
  ].join("\n");
  return { kind: kindOf(name, failure), text, fatal };
}

/** The first line and where it was thrown, without what differs from document to document. */
function kindOf(name: string, failure: string): string {
  const [first = "", at = ""] = failure.split("\n").filter((line) => !line.includes("test/fuzz") && !line.startsWith("RangeError"));
  return `${name} ${first
    .replace(/^\.\S+ /, "")
    .replace(/\d+/g, "0")
    .replace(/…[^]*$/, "")} ${at}`;
}
