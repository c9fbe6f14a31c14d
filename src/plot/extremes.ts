import { decimal } from "../base/decimal.js";
import type { Instant } from "../base/instant.js";

export interface Extreme {
  readonly figure: string;
  readonly at: Instant;
}

/** The lowest and the highest of some figures, exact, each where it was first. */
export interface Extremes {
  readonly lowest: Extreme;
  readonly highest: Extreme;
}

export interface Figures {
  take(figure: string, at: Instant): void;
  /** Null where there was none. */
  extremes(): Extremes | null;
}

export function newFigures(): Figures {
  let extremes: Extremes | null = null;
  return {
    take(figure, at) {
      const taken = { figure, at };
      const { lowest, highest } = extremes ?? { lowest: taken, highest: taken };
      extremes = { lowest: isLess(figure, lowest.figure) ? taken : lowest, highest: isLess(highest.figure, figure) ? taken : highest };
    },
    extremes: () => extremes,
  };
}

function isLess(a: string, b: string): boolean {
  if (a === b) return false;
  const [x, y] = [Number(a), Number(b)];
  return x === y ? decimal(a).lessThan(decimal(b)) : x < y; // a number is coarser, never out of order
}
