import { performance } from "node:perf_hooks";
import { InvalidInputError } from "../../src/index.js";
import { faultOf } from "./answer.js";
import { fingerprint } from "./fingerprint.js";
import { watch } from "./hostile/watched.js";
import { drawnMutations, mutate, type Mutation } from "./mutations/mutations.js";
import { copyOf } from "./places.js";
import { hasStrayKeys } from "./prototypes.js";
import { mixed, Random } from "./random.js";
import type { Target } from "./targets/target.js";

/** No single call may take longer. */
export const MOST_MS = 5000;

export interface Document {
  readonly target: Target;
  readonly seed: readonly unknown[];
  readonly mutations: readonly Mutation[];
}

export interface Outcome {
  readonly accepted: boolean;
  readonly ms: number;
  readonly made: readonly string[];
  /** What the library did that it must not, or null. */
  readonly failure: string | null;
  readonly args: readonly unknown[];
}

/** The document that a number stands for. */
export function documentAt(seed: number, index: number, targets: readonly Target[]): Document {
  const random = new Random(mixed(seed, index));
  const shares = targets.reduce((sum, { share }) => sum + share, 0);
  let left = random.below(shares);
  const target = targets.find(({ share }) => (left -= share) < 0) as Target;
  return { target, seed: random.pick(target.seeds()), mutations: drawnMutations(random) };
}

/** Makes the document, hands it to the library and judges what comes back. */
export function attempt(document: Document, targets: readonly Target[]): Outcome {
  const { target } = document;
  const { args, made } = argumentsOf(document, targets);
  const before = fingerprint(args);
  watch.writes = 0;
  const { answer, accepted, ms, failure } = called(target, args);
  const wrong =
    failure ??
    (ms > MOST_MS ? `took ${ms.toFixed(0)} ms` : null) ??
    (accepted ? guarded(() => faultOf(answer, args)) : null) ??
    (watch.writes > 0 ? "wrote to the input" : null) ??
    (hasStrayKeys() ? "changed a prototype" : null) ??
    (fingerprint(args) === before ? null : "changed the input");
  return { accepted, ms, made, failure: wrong, args };
}

/** The arguments, mutated, and how. */
export function argumentsOf(
  { target, seed, mutations }: Document,
  targets: readonly Target[],
): { readonly args: unknown[]; readonly made: readonly string[] } {
  const args = copyOf([...seed]);
  const made = mutations.map((mutation) => mutate(args, mutation, donorsOf(target, targets, mutation.seed)));
  target.bound?.(args, seed);
  return { args, made };
}

function donorsOf(target: Target, targets: readonly Target[], seed: number): readonly unknown[][] {
  const from = seed % 4 === 0 ? (targets[seed % targets.length] as Target) : target;
  return from.seeds();
}

function called(target: Target, args: unknown[]): { answer: unknown; accepted: boolean; ms: number; failure: string | null } {
  const started = performance.now();
  try {
    const answer = target.call(args);
    return { answer, accepted: !target.isRefusal?.(answer), ms: performance.now() - started, failure: null };
  } catch (error) {
    const ms = performance.now() - started;
    return { answer: null, accepted: false, ms, failure: faultOfThrown(error) };
  }
}

function faultOfThrown(error: unknown): string | null {
  if (error instanceof InvalidInputError) {
    if (error.issues.length === 0) return "an InvalidInputError without an issue";
    return error.issues.every(({ path, code, message }) => Array.isArray(path) && code.length > 0 && typeof message === "string")
      ? null
      : "an InvalidInputError with a malformed issue";
  }
  return error instanceof Error ? `threw ${error.name}: ${error.message}\n${error.stack ?? ""}` : `threw a ${typeof error}`;
}

/** What an answer that cannot even be looked at is told as. */
function guarded(judge: () => string | null): string | null {
  try {
    return judge();
  } catch (error) {
    return `the answer cannot be read: ${String(error)}`;
  }
}

/** The same failure by fewer mutations: each is left out for which the document fails all the same. */
export function shrunk(document: Document, targets: readonly Target[]): Document {
  for (let index = 0; index < document.mutations.length; index++) {
    const fewer = { ...document, mutations: document.mutations.filter((_, at) => at !== index) };
    if (attempt(fewer, targets).failure !== null) return shrunk(fewer, targets);
  }
  return document;
}
