import { HALF } from "./machine/rounding.js";
import type { Theorem } from "./machine/theorem.js";
import {
  and,
  atMost,
  equals,
  implies,
  lessThan,
  minus,
  ONE,
  plus,
  type Real,
  real,
  times,
  type Truth,
  whole,
  wholeTimes,
  ZERO,
} from "./machine/term.js";

// Facts about numbers that the solver proves by themselves and does not find by itself within a longer proof:
// there it is given instances of them.

/** What is less a times is less. */
export function cancels(a: Real, b: Real, positive: Real): Truth {
  const [left, right] = [times(a, positive), times(b, positive)];
  return implies(lessThan(ZERO, positive), and(implies(atMost(left, right), atMost(a, b)), implies(lessThan(left, right), lessThan(a, b))));
}

/** A whole number of times stays under what is more. */
export function grows(a: Real, b: Real, positive: Real): Truth {
  const [left, right] = [times(a, positive), times(b, positive)];
  return implies(lessThan(ZERO, positive), and(implies(atMost(a, b), atMost(left, right)), implies(lessThan(a, b), lessThan(left, right))));
}

/** A multiple is a whole number of times what it is a multiple of. */
export function multipleIsWhole(n: Real, positive: Real): Truth {
  return implies(lessThan(ZERO, positive), equals(wholeTimes(times(n, positive), positive), n));
}

/** Half of it more makes no further one. */
export function halfMoreIsWhole(n: Real, positive: Real): Truth {
  const more = plus(times(n, positive), times(positive, HALF));
  return implies(lessThan(ZERO, positive), equals(wholeTimes(more, positive), n));
}

/** So many times less of it is so much less. */
export function shifts(amount: Real, n: Real, positive: Real): Truth {
  const less = wholeTimes(minus(amount, times(n, positive)), positive);
  return implies(lessThan(ZERO, positive), equals(less, minus(wholeTimes(amount, positive), n)));
}

export function productIsPositive(a: Real, b: Real): Truth {
  return implies(and(lessThan(ZERO, a), lessThan(ZERO, b)), lessThan(ZERO, times(a, b)));
}

const [a, b, q] = [real("a"), real("b"), real("q")];
const n = whole("n");

export const lemmas: readonly Theorem[] = [
  {
    name: "L1",
    says: "a × q ≤ b × q makes a ≤ b, and < makes <, where q > 0",
    cases: () => [{ name: "numbers", premises: [lessThan(ZERO, q)], claim: cancels(a, b, q) }],
    mutants: {},
  },
  {
    name: "L2",
    says: "a ≤ b makes a × q ≤ b × q, and < makes <, where q > 0",
    cases: () => [{ name: "numbers", premises: [lessThan(ZERO, q)], claim: grows(a, b, q) }],
    mutants: {},
  },
  {
    name: "L3",
    says: "⌊n × q ÷ q⌋ = n for a whole n and q > 0",
    cases: () => {
      const k = wholeTimes(times(n, q), q);
      return [
        {
          name: "numbers",
          premises: [lessThan(ZERO, q)],
          claim: multipleIsWhole(n, q),
          lemmas: [cancels(k, n, q), cancels(n, plus(k, ONE), q)],
        },
      ];
    },
    mutants: {},
  },
  {
    name: "L4",
    says: "⌊(n × q + q ÷ 2) ÷ q⌋ = n for a whole n and q > 0",
    cases: () => {
      const k = wholeTimes(plus(times(n, q), times(q, HALF)), q);
      const lemmas = [cancels(k, plus(n, ONE), q), cancels(n, plus(k, ONE), q)];
      return [{ name: "numbers", premises: [lessThan(ZERO, q)], claim: halfMoreIsWhole(n, q), lemmas }];
    },
    mutants: {},
  },
  {
    name: "L5",
    says: "⌊(a − n × q) ÷ q⌋ = ⌊a ÷ q⌋ − n for a whole n and q > 0",
    cases: () => {
      const [k, less] = [wholeTimes(a, q), wholeTimes(minus(a, times(n, q)), q)];
      const lemmas = [cancels(plus(less, n), plus(k, ONE), q), cancels(k, plus(plus(less, n), ONE), q)];
      return [{ name: "numbers", premises: [lessThan(ZERO, q)], claim: shifts(a, n, q), lemmas }];
    },
    mutants: {},
  },
  {
    name: "L6",
    says: "a × b > 0 where a > 0 and b > 0",
    cases: () => [{ name: "numbers", premises: [lessThan(ZERO, a), lessThan(ZERO, b)], claim: productIsPositive(a, b) }],
    mutants: {},
  },
];
