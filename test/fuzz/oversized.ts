import { performance } from "node:perf_hooks";
import { InvalidInputError } from "../../src/index.js";
import { copyOf, placesOf, put } from "./places.js";
import type { Target } from "./target.js";

/** No oversized value may take longer: it is refused, or answered, at once. */
const MOST_OVERSIZED_MS = 1000;

interface Oversized {
  readonly name: string;
  readonly value: unknown;
  /** At so many places of a target's arguments, the first of them as wholes. */
  readonly places: number;
}

const MILLION = 1_000_000;

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

const inObject = (inner: unknown): unknown => ({ value: inner });
const inList = (inner: unknown): unknown => [inner];

const EVERYWHERE = 30;
const FEW = 4;

const oversized = (): readonly Oversized[] => [
  { name: "a text of a million digits", value: "9".repeat(MILLION), places: EVERYWHERE },
  { name: "an amount with a million places", value: `-0.${"1".repeat(MILLION)}`, places: EVERYWHERE },
  { name: "an instant with a million places", value: `2026-06-01T09:00:00.${"1".repeat(MILLION)}Z`, places: EVERYWHERE },
  { name: "a zone of a million letters", value: `Europe/${"a".repeat(MILLION)}`, places: EVERYWHERE },
  { name: "a text of a million blanks", value: " ".repeat(MILLION), places: EVERYWHERE },
  { name: "a text of a million lone surrogates", value: "\ud800".repeat(MILLION), places: EVERYWHERE },
  { name: "an object nested 10,000 deep", value: nested(10_000, inObject), places: EVERYWHERE },
  { name: "an object nested 100,000 deep", value: nested(100_000, inObject), places: EVERYWHERE },
  { name: "a list nested 10,000 deep", value: nested(10_000, inList), places: EVERYWHERE },
  { name: "a list nested 100,000 deep", value: nested(100_000, inList), places: EVERYWHERE },
  {
    name: "an object of 10,000 keys",
    value: Object.fromEntries(Array.from({ length: 10_000 }, (_, key) => [`k${key}`, "1"])),
    places: FEW,
  },
  { name: "a list of a million nulls", value: new Array(MILLION).fill(null), places: FEW },
  { name: "a list of a million undefined", value: new Array(MILLION).fill(undefined), places: FEW },
  { name: "a list of a million holes", value: new Array(MILLION), places: FEW },
];

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
