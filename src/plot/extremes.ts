import { decimal } from "../base/decimal.js";
import type { Instant } from "../base/instant.js";

export interface Extreme {
  readonly figure: string;
  readonly at: Instant;
}

/** The lowest and the highest of some figures, exact, each where it was first. */
export interface Extremes {
  take(figure: string, at: Instant): void;
  readonly lowest: Extreme | null;
  readonly highest: Extreme | null;
}

export function newExtremes(): Extremes {
  let lowest: Extreme | null = null;
  let highest: Extreme | null = null;
  return {
    take(figure, at) {
      if (lowest === null || isLess(figure, lowest.figure)) lowest = { figure, at };
      if (highest === null || isLess(highest.figure, figure)) highest = { figure, at };
    },
    get lowest() {
      return lowest;
    },
    get highest() {
      return highest;
    },
  };
}

function isLess(a: string, b: string): boolean {
  if (a === b) return false;
  const [x, y] = [Number(a), Number(b)];
  return x === y ? decimal(a).lessThan(decimal(b)) : x < y; // a number is coarser, never out of order
}
