/** What a long run has done so far. */
export class Tally {
  readonly #started = Date.now();
  readonly #counts = new Map<string, number>();

  add(outcomes: Readonly<Record<string, number>>): void {
    for (const [outcome, count] of Object.entries(outcomes)) this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + count);
  }

  progress(): string {
    const done = this.#done();
    return `${done} done, ${Math.round((done * 1000) / (Date.now() - this.#started))} a second`;
  }

  outcomes(): string {
    const share = (count: number): string => `${((100 * count) / this.#done()).toFixed(2)} %`.padStart(8);
    return [...this.#counts]
      .sort(([, a], [, b]) => b - a)
      .map(([outcome, count]) => `${outcome.padEnd(20)} ${share(count)} ${count}`)
      .join("\n");
  }

  #done(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
