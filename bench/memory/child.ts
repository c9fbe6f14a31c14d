import { do_not_optimize } from "mitata";
import { decimalJs } from "../contenders/decimal-js.js";
import { library } from "../contenders/library.js";
import { type Contender, median } from "../harness.js";
import { owedDue, owedNotDue, type Situation, walletDue, walletNotDue } from "../situations.js";

/** What a process found of one contender, in bytes. */
export interface Held {
  /** Of one decision, in each of the four situations. */
  readonly allocated: readonly number[];
  /** What is held more after a million decisions than before, both after collecting garbage. */
  readonly retained: number;
}

const DECISIONS = 1_000_000;
const WARM_UP = 20_000;
const BATCH = 2_000;
const BATCHES = 15;

const collect = globalThis.gc as () => void;
const key = process.argv[2] as string;
const contenders = [owedNotDue(), owedDue(), walletNotDue(), walletDue()].map(contenderOf);

for (const contender of contenders) runs(contender, WARM_UP);
const allocated = contenders.map(allocatedBy);

const before = heapUsed();
for (const contender of contenders) runs(contender, DECISIONS / contenders.length);
const retained = heapUsed() - before;
process.send?.({ allocated, retained } satisfies Held, () => process.exit());

function contenderOf(situation: Situation): Contender {
  const all = key === "f1" ? decimalJs(situation) : library(situation);
  return all.find((each) => each.key === key) as Contender;
}

function runs({ run }: Contender, count: number): void {
  for (let index = 0; index < count; index++) do_not_optimize(run());
}

function allocatedBy(contender: Contender): number {
  const growths: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const empty = heapUsed();
    runs(contender, BATCH);
    growths.push((process.memoryUsage().heapUsed - empty) / BATCH);
  }
  return median(growths);
}

function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
