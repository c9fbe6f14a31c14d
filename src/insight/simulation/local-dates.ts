import { type Period, periodOf } from "../../base/calendar.js";

/** Counts local dates, each once, of instants that only go on. */
export interface DateCount {
  /** Counts the dates from `first` to `last`, both inclusive, in milliseconds. */
  add(first: number, last: number): void;
  readonly count: number;
}

export function dateCount(zone: string): DateCount {
  let count = 0;
  let date: Period | null = null;
  // Two of them: where the clocks go back over midnight, the date before comes once more.
  let lastCounted: readonly number[] = [];
  return {
    add(first, last) {
      for (let ms = first; ms <= last;) {
        if (date?.contains(ms) !== true) date = periodOf(zone, ms, "day");
        if (!lastCounted.includes(date.key)) {
          lastCounted = [date.key, ...lastCounted.slice(0, 1)];
          count += 1;
        }
        ms = nextDate(date, ms);
      }
    },
    get count() {
      return count;
    },
  };
}

function nextDate(date: Period, ms: number): number {
  return Math.min(...date.ends.filter((end) => end > ms));
}
