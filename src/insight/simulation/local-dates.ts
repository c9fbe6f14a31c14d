import { periodOf } from "../../base/calendar.js";

/** Counts local dates, each once, of instants that only go on. */
export interface DateCount {
  /** Counts the dates from `first` to `last`, both inclusive, in milliseconds. */
  add(first: number, last: number): void;
  readonly count: number;
}

export function dateCount(zone: string): DateCount {
  let count = 0;
  // Two of them: where the clocks go back over midnight, the date before comes once more.
  let lastCounted: readonly number[] = [];
  let countedUntil = -Infinity;
  return {
    add(first, last) {
      for (let ms = Math.max(first, countedUntil); ms <= last; ms = countedUntil) {
        const { key, ends } = periodOf(zone, ms, "day");
        if (!lastCounted.includes(key)) {
          lastCounted = [key, ...lastCounted.slice(0, 1)];
          count += 1;
        }
        countedUntil = Math.min(...ends.filter((end) => end > ms));
      }
    },
    get count() {
      return count;
    },
  };
}
