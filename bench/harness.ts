import { do_not_optimize } from "mitata";

/** Something to time: `run` does it once. */
export interface Contender {
  readonly key: string;
  readonly run: () => unknown;
}

/** Nanoseconds of one run, by contender, in each round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** How often each contender comes on in a round, for how long, and at most how long between two looks at the clock. */
const TURNS = 4;
const TURN_NS = 15e6;
const BATCH_NS = 3e6;

/**
 * Times contenders in turns (A B C, A B C, …), so that noise hits all alike, after a round to warm up.
 */
export async function race(contenders: readonly Contender[], rounds: number): Promise<Times> {
  const warm = new Map<string, number>();
  for (let turn = 0; turn < TURNS; turn++) {
    for (const { key, run } of contenders) warm.set(key, await timeOf(run, 1));
  }
  return inTurns(contenders, rounds, TURNS, ({ key, run }) => timeOf(run, Math.ceil(BATCH_NS / (warm.get(key) as number))));
}

/** The same for what takes long: once in each round. */
export function raceOnce(contenders: readonly Contender[], rounds: number): Promise<Times> {
  return inTurns(contenders, rounds, 1, async ({ run }) => {
    const started = processorNs();
    do_not_optimize(await run());
    return processorNs() - started;
  });
}

async function inTurns(
  contenders: readonly Contender[],
  rounds: number,
  turns: number,
  time: (contender: Contender) => Promise<number>,
): Promise<Times> {
  const times = new Map<string, number[]>(contenders.map(({ key }) => [key, Array<number>(rounds).fill(0)]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < turns; turn++) {
      for (const contender of contenders) (times.get(contender.key) as number[])[round]! += (await time(contender)) / turns;
    }
    process.stderr.write(".");
  }
  process.stderr.write("\n");
  return times;
}

async function timeOf(run: () => unknown, batch: number): Promise<number> {
  const started = processorNs();
  let runs = 0;
  for (;;) {
    for (let count = 0; count < batch; count++) {
      const result = run();
      if (result instanceof Promise) await result;
      else do_not_optimize(result);
    }
    runs += batch;
    const elapsed = processorNs() - started;
    if (elapsed >= TURN_NS) return elapsed / runs;
  }
}

/**
 * The time that the processor spent on this process, collecting garbage and compiling included. On a shared
 * machine the clock on the wall also counts what others were given.
 */
function processorNs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

export function nsOf(times: Times, key: string): number {
  return median(times.get(key) ?? []);
}

/** The median of the ratios of each round: what slows a whole round down cancels out. */
export function ratioOf(times: Times, key: string, to: string): number {
  const base = times.get(to) ?? [];
  return median((times.get(key) ?? []).map((time, round) => time / (base[round] as number)));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return ((sorted[middle] as number) + (sorted[sorted.length - 1 - middle] as number)) / 2;
}
