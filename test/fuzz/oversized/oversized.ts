import { performance } from "node:perf_hooks";
import { InvalidInputError } from "../../../src/index.js";
import { copyOf, placesOf, put } from "../places.js";
import type { Target } from "../targets/target.js";
import { oversized } from "./values.js";

/** No oversized value may take longer: it is refused, or answered, at once. */
const MOST_OVERSIZED_MS = 1000;

export interface OversizedTally {
  readonly calls: number;
  readonly refused: number;
  readonly slowestMs: number;
  readonly slowest: string;
}
export interface OversizedFinding {
  readonly tallies: Readonly<Record<string, OversizedTally>>;
  readonly failures: readonly string[];
}

/** Puts each oversized value at the places of a target's largest arguments. */
export function tryOversized(target: Target, alive: () => void): OversizedFinding {
  const seed = largest(target.seeds());
  const paths = distinct(placesOf([...seed]).map(({ path }) => path));
  const failures: string[] = [];
  const tallies: Record<string, OversizedTally> = {};
  for (const { name, value, places } of oversized()) {
    let tally: OversizedTally = { calls: 0, refused: 0, slowestMs: 0, slowest: "" };
    for (const path of spread(paths, places)) {
      alive();
      const { ms, refused, failure } = placed(target, seed, path, value);
      const where = `${target.name} [${path.join("][")}]`;
      if (failure !== null) failures.push(`${where} = ${name}: ${failure}`);
      const slower = ms > tally.slowestMs;
      tally = {
        calls: tally.calls + 1,
        refused: tally.refused + Number(refused),
        slowestMs: slower ? ms : tally.slowestMs,
        slowest: slower ? where : tally.slowest,
      };
    }
    tallies[name] = tally;
  }
  return { tallies, failures };
}

type Path = readonly (string | number)[];

interface Placed {
  readonly ms: number;
  readonly refused: boolean;
  readonly failure: string | null;
}

/** What is slow is tried twice more: the machine may have been busy. */
function placed(target: Target, seed: readonly unknown[], path: Path, value: unknown): Placed {
  const first = once(target, seed, path, value);
  if (first.ms <= MOST_OVERSIZED_MS || first.failure !== null) return first;
  const ms = Math.min(first.ms, once(target, seed, path, value).ms, once(target, seed, path, value).ms);
  return { ...first, ms, failure: ms > MOST_OVERSIZED_MS ? `took ${ms.toFixed(0)} ms` : null };
}

function once(target: Target, seed: readonly unknown[], path: Path, value: unknown): Placed {
  const args = copyOf([...seed]);
  const place = placesOf(args).find((each) => each.path.length === path.length && each.path.every((step, at) => step === path[at]));
  if (place !== undefined) put(place.holder, place.key, value);
  const started = performance.now();
  try {
    const answer = target.call(args);
    return { ms: performance.now() - started, refused: target.isRefusal?.(answer) ?? false, failure: null };
  } catch (error) {
    const ms = performance.now() - started;
    if (error instanceof InvalidInputError) return { ms, refused: true, failure: null };
    return { ms, refused: false, failure: `threw ${error instanceof Error ? `${error.name}: ${error.message}` : typeof error}` };
  }
}

function largest(seeds: readonly unknown[][]): readonly unknown[] {
  const sized = seeds.map((seed) => ({ seed, size: placesOf(seed).length }));
  return sized.reduce((most, each) => (each.size > most.size ? each : most)).seed;
}

/** One of the paths that differ by their indices alone. */
function distinct(paths: readonly Path[]): Path[] {
  const byShape = new Map(paths.map((path) => [path.map((step, at) => (at > 0 && typeof step === "number" ? "*" : step)).join("."), path]));
  return [...byShape.values()].sort((a, b) => a.length - b.length);
}

function spread(paths: readonly Path[], most: number): Path[] {
  const step = Math.max(1, paths.length / most);
  return Array.from({ length: Math.min(most, paths.length) }, (_, at) => paths[Math.floor(at * step)] as Path);
}
