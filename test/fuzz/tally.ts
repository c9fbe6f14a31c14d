import Table from "cli-table3";
import type { OversizedTally } from "./oversized/oversized.js";

const BORDERS = ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"];
const RULES = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"];
const PLAIN = {
  chars: Object.fromEntries([...BORDERS, ...RULES].map((name) => [name, ""])),
  style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
};

export interface TargetTally {
  readonly runs: number;
  readonly accepted: number;
  readonly slowestMs: number;
  /** The number of the slowest document, and what was done to it. */
  readonly slowest: string;
}
export type Tallies = Readonly<Record<string, TargetTally>>;

/** What a long run has done so far. */
export class Tally {
  readonly #started = Date.now();
  readonly #targets = new Map<string, TargetTally>();
  readonly #oversized = new Map<string, OversizedTally>();

  add(tallies: Tallies): void {
    for (const [name, tally] of Object.entries(tallies)) {
      const { runs, accepted, ...slowest } = this.#targets.get(name) ?? { runs: 0, accepted: 0, slowestMs: 0, slowest: "" };
      const { slowestMs, slowest: how } = slowest.slowestMs < tally.slowestMs ? tally : slowest;
      this.#targets.set(name, { runs: runs + tally.runs, accepted: accepted + tally.accepted, slowestMs, slowest: how });
    }
  }

  addOversized(tallies: Readonly<Record<string, OversizedTally>>): void {
    for (const [name, tally] of Object.entries(tallies)) {
      const { calls, refused, ...slowest } = this.#oversized.get(name) ?? { calls: 0, refused: 0, slowestMs: 0, slowest: "" };
      const { slowestMs, slowest: where } = slowest.slowestMs < tally.slowestMs ? tally : slowest;
      this.#oversized.set(name, { calls: calls + tally.calls, refused: refused + tally.refused, slowestMs, slowest: where });
    }
  }

  progress(): string {
    const documents = this.#sum(({ runs }) => runs);
    return `${documents} documents in ${this.#seconds.toFixed(0)} s, ${Math.round(documents / this.#seconds)} a second`;
  }

  /** All in a line. */
  total(): string {
    const documents = this.#sum(({ runs }) => runs);
    const taken = this.#sum(({ accepted }) => accepted);
    const slowestMs = Math.max(0, ...[...this.#targets.values()].map((tally) => tally.slowestMs));
    return `${this.progress()}, ${taken} taken, ${documents - taken} refused, the slowest call ${slowestMs.toFixed(0)} ms`;
  }

  get #seconds(): number {
    return (Date.now() - this.#started) / 1000;
  }

  #sum(figure: (tally: TargetTally) => number): number {
    return [...this.#targets.values()].reduce((sum, tally) => sum + figure(tally), 0);
  }

  targets(order: readonly string[]): string {
    const table = new Table({ head: ["function", "documents", "taken", "refused", "slowest ms", "by"], ...PLAIN });
    for (const name of order) {
      const { runs, accepted, slowestMs, slowest } = this.#targets.get(name) ?? { runs: 0, accepted: 0, slowestMs: 0, slowest: "" };
      table.push([name, runs, accepted, runs - accepted, slowestMs.toFixed(1), slowest.slice(0, 70)]);
    }
    return table.toString();
  }

  oversized(): string {
    const table = new Table({ head: ["oversized", "calls", "taken", "refused", "slowest ms", "in"], ...PLAIN });
    for (const [name, { calls, refused, slowestMs, slowest }] of this.#oversized)
      table.push([name, calls, calls - refused, refused, slowestMs.toFixed(1), slowest]);
    return table.toString();
  }
}
