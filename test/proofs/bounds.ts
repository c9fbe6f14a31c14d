import { multipleIsWhole } from "./lemmas.js";
import { mutant } from "./machine/mutant.js";
import type { Rules } from "./machine/rules.js";
import type { Amount, Topup } from "./machine/shapes.js";
import {
  and,
  atMost,
  choice,
  equals,
  implies,
  lessThan,
  not,
  ONE,
  plus,
  type Real,
  times,
  type Truth,
  wholeTimes,
  ZERO,
} from "./machine/term.js";
import type { Case, Theorem } from "./machine/theorem.js";
import { max, measure, measured, min, positive, quantum, topupOf, wanted } from "./machine/words.js";

// T6: `min` and `max` hold what is added between them.

const BOUNDS = [
  { name: "no bounds", min: null, max: null },
  { name: "a minimum", min, max: null },
  { name: "a maximum", min: null, max },
  { name: "both", min, max },
] as const;
const given = [...measured, positive(wanted), atMost(ZERO, min), positive(max), atMost(min, max)];

function cases(rules: Rules, lawOf: (amount: Amount, topup: Topup) => Omit<Case, "name" | "premises">): Case[] {
  return BOUNDS.map(({ name, ...bounds }) => {
    const topup = topupOf("once", bounds);
    return { name, premises: given, ...lawOf(rules.amountOf(wanted, topup, measure), topup) };
  });
}

/** The least multiple that is not below the minimum, and the largest that is not above the maximum. */
function multiples(topup: Topup): { least: Real; most: Real | null } {
  const whole = wholeTimes(min, quantum);
  const up = choice(equals(times(whole, quantum), min), whole, plus(whole, ONE));
  return {
    least: topup.min === null ? ZERO : times(up, quantum),
    most: topup.max === null ? null : times(wholeTimes(max, quantum), quantum),
  };
}

const up = (of: Real): Real[] => [wholeTimes(of, quantum), plus(wholeTimes(of, quantum), ONE)];

const noMinimum = mutant((original) => ({ amountOf: (of, topup, by) => original.amountOf(of, { ...topup, min: null }, by) }));
const noMaximum = mutant((original) => ({ amountOf: (of, topup, by) => original.amountOf(of, { ...topup, max: null }, by) }));
const unrounded = mutant(() => ({ floorTo: (amount) => amount }));
const raisedAlways = mutant((original) => ({
  amountOf: (of, topup, by) => original.amountOf(topup.min ?? of, topup, by),
}));

export const bounds: readonly Theorem[] = [
  {
    name: "T6.1",
    says: "what is added is a multiple of the quantum",
    cases: (rules) =>
      cases(rules, ({ credit }) => ({
        claim: equals(times(wholeTimes(credit, quantum), quantum), credit),
        lemmas: [...up(wanted), ...up(min), ...up(max), ZERO].map((n) => multipleIsWhole(n, quantum)),
      })),
    mutants: { "bounds that are not rounded": unrounded },
  },
  {
    name: "T6.2",
    says: "it lies within the bounds, rounded inwards, wherever a multiple does; else nothing is made",
    cases: (rules) =>
      cases(rules, ({ credit, made }, topup) => {
        const { least, most } = multiples(topup);
        const within: Truth = and(atMost(least, credit), ...(most ? [atMost(credit, most)] : []));
        const none = most ? lessThan(most, least) : not(equals(ZERO, ZERO));
        return { claim: and(implies(not(none), within), implies(none, not(made))) };
      }),
    mutants: { "a minimum forgotten": noMinimum, "a maximum forgotten": noMaximum },
  },
  {
    name: "T6.3",
    says: "where what is wanted, rounded up, lies within them, it is exactly that; and it is never below the wanted but by the maximum",
    cases: (rules) =>
      cases(rules, ({ credit }, topup) => {
        const { least, most } = multiples(topup);
        const rounded = rules.ceilTo(wanted, quantum);
        const inside = and(atMost(least, rounded), ...(most ? [atMost(rounded, most)] : []));
        const enough = atMost(wanted, credit);
        return { claim: and(implies(inside, equals(credit, rounded)), most === null ? enough : implies(lessThan(credit, most), enough)) };
      }),
    mutants: { "the minimum in place of what is wanted": raisedAlways },
  },
];
