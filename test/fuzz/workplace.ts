import { Worker } from "node:worker_threads";
import { targets } from "./targets/targets.js";
import type { Finding, Task } from "./work.js";

/** A worker that has been at one call for so long hangs. */
const HANGS_AFTER_MS = 20_000;

/** Node 20 hands a worker none of the loaders of its process: it gets the one for TypeScript by itself. */
function starting(program: URL): string {
  return `import("tsx/esm/api").then(({ register }) => (register(), import(${JSON.stringify(program.href)})));`;
}

/** A worker, what it is at, and since when. */
export class Workplace {
  onFinding: (finding: Finding) => void = () => undefined;
  onEnd: (why: string) => void = () => undefined;
  /** The worker was given up for a new one, which waits for a task. */
  onHang: (where: string) => void = () => undefined;
  readonly #shared = new SharedArrayBuffer(8);
  readonly #program: URL;
  #worker: Worker;
  readonly #watching = setInterval(() => this.#watch(), 1000);
  #task: Task | null = null;
  #at = { index: 0, call: 0, since: Date.now() };

  constructor(program: URL) {
    this.#program = program;
    this.#worker = this.#started();
  }

  #started(): Worker {
    const worker = new Worker(starting(this.#program), { eval: true, workerData: this.#shared });
    worker.on("message", (finding: Finding) => {
      this.#task = null;
      this.onFinding(finding);
    });
    worker.on("error", (error: Error) => this.onEnd(`a worker failed ${this.#where()}: ${error.stack ?? error.message}`));
    worker.on("exit", (code) => this.onEnd(`a worker ended by itself (${code}) ${this.#where()}`));
    return worker;
  }

  assign(task: Task): void {
    this.#task = task;
    this.#at = { index: Number.NaN, call: Number.NaN, since: Date.now() };
    this.#worker.postMessage(task);
  }

  async close(): Promise<void> {
    clearInterval(this.#watching);
    this.#worker.removeAllListeners();
    await this.#worker.terminate();
  }

  #watch(): void {
    const [index, call] = [0, 1].map((place) => Atomics.load(new Int32Array(this.#shared), place)) as [number, number];
    if (this.#task === null || call !== this.#at.call) this.#at = { index, call, since: Date.now() };
    else if (Date.now() - this.#at.since > HANGS_AFTER_MS) this.#giveUp();
  }

  #giveUp(): void {
    const where = this.#where();
    this.#task = null;
    this.#worker.removeAllListeners();
    void this.#worker.terminate();
    this.#worker = this.#started();
    this.onHang(where);
  }

  #where(): string {
    const { index } = this.#at;
    if (this.#task === null) return "between two tasks";
    if ("oversized" in this.#task) return `at call ${-index} of the oversized ones of ${targets[this.#task.oversized]?.name}`;
    return `at document ${index} of seed ${this.#task.seed}`;
  }
}
