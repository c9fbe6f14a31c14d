import type { Failure } from "./work.js";

const MOST_SHOWN = 60;

/** The kinds of failure that a run meets. Each is told as soon as it is met, since the run may take long. */
export class Failures {
  readonly #kinds = new Set<string>();

  tell({ kind, text }: Failure): void {
    if (this.#kinds.has(kind)) return;
    this.#kinds.add(kind);
    if (this.size <= MOST_SHOWN) console.error(`\n${text}\n`);
  }

  get size(): number {
    return this.#kinds.size;
  }
}
