import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Seeded draws: the same seed gives the same sequence on every machine. */
export class Draw {
  readonly #generator: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return uniformInt(this.#generator, from, to);
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent;
  }

  oneOf<T>(items: readonly [T, ...T[]]): T {
    return items[this.whole(0, items.length - 1)] ?? items[0];
  }

  /** One of several, each as often as its share of the sum of shares. */
  weighted<T>(choices: readonly [Choice<T>, ...Choice<T>[]]): T {
    let left = this.whole(
      1,
      choices.reduce((sum, [share]) => sum + share, 0),
    );
    for (const [share, choice] of choices) {
      left -= share;
      if (left <= 0) return choice;
    }
    return choices[0][1];
  }
}

export type Choice<T> = readonly [share: number, choice: T];
