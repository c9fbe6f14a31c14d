const EVERY_MS = 100;

/** Watches this process's memory; it holds nobody up and doesn't keep the process alive. */
export class MemoryWatch {
  #peakHeap = 0;
  readonly #timer = setInterval(() => this.#look(), EVERY_MS).unref();

  #look(): void {
    this.#peakHeap = Math.max(this.#peakHeap, process.memoryUsage().heapUsed);
  }

  stop(): { peakRssBytes: number; peakHeapBytes: number } {
    clearInterval(this.#timer);
    this.#look();
    return { peakRssBytes: process.resourceUsage().maxRSS * 1024, peakHeapBytes: this.#peakHeap };
  }
}
