import { Piscina } from "piscina";
import { median } from "./harness.js";
import { table, times } from "./table.js";

const BOOK = 1_000_000;
const PART = 10_000;
const ROUNDS = 3;
const COUNTS = [1, 2] as const;

/** A nightly run over a book of a million accounts, shared out among worker threads. */
export async function workers(): Promise<string> {
  const seconds = new Map<number, number[]>(COUNTS.map((count) => [count, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const count of COUNTS) {
      seconds.get(count)?.push(await night(count));
      process.stderr.write(".");
    }
  }
  process.stderr.write("\n");
  const [alone, shared] = COUNTS.map((count) => seconds.get(count) as number[]) as [number[], number[]];
  const speedUp = median(alone.map((one, round) => one / (shared[round] as number)));
  return [
    `### A nightly run of ${BOOK.toLocaleString("en-US")} accounts on worker threads (piscina): time on the clock, medians of ${ROUNDS}`,
    table(
      ["workers", "s", "accounts a second"],
      COUNTS.map((count) => {
        const took = median(seconds.get(count) as number[]);
        return [String(count), took.toFixed(1), Math.round(BOOK / took).toLocaleString("en-US")];
      }),
    ),
    `Two workers take ${times(speedUp)} the accounts of one in the same time.`,
  ].join("\n\n");
}

async function night(count: number): Promise<number> {
  const pool = new Piscina<{ from: number; count: number }, number>({
    filename: new URL("./workers/part-of-the-book.ts", import.meta.url).href,
    minThreads: count,
    maxThreads: count,
  });
  // Every worker has loaded the library and made its lines before the clock starts.
  await Promise.all(Array.from({ length: 2 * count }, () => pool.run({ from: 0, count: PART })));
  const started = performance.now();
  const parts = Array.from({ length: BOOK / PART }, (_, part) => pool.run({ from: part * PART, count: PART }));
  const plans = (await Promise.all(parts)).reduce((total, each) => total + each, 0);
  const seconds = (performance.now() - started) / 1000;
  await pool.destroy();
  if (plans !== BOOK / 5) throw new Error(`${plans} plans`);
  return seconds;
}
