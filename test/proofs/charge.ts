import { unitOf } from "../model/rational.js";
import { grows, halfMoreIsWhole, multipleIsWhole } from "./lemmas.js";
import { mutant } from "./machine/mutant.js";
import { HALF } from "./machine/rounding.js";
import type { Rules } from "./machine/rules.js";
import type { Measure } from "./machine/shapes.js";
import {
  and,
  atMost,
  choice,
  equals,
  implies,
  lessThan,
  minus,
  negated,
  number,
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
import type { Case, Theorem } from "./machine/theorem.js";
import { minor, positive, quantum, rate } from "./machine/words.js";

// T7: what a credit costs, rounded half-up to the money's minor unit.

const credit = real("credit");
const more = real("more");
const n = whole("n");

/** The minor units of currencies, and any other. */
const MINORS: readonly { name: string; minor: Real }[] = [
  ...[0, 1, 2, 3, 4].map((digits) => ({ name: `${digits} digits`, minor: number(unitOf(digits)) })),
  { name: "any minor unit", minor },
];

/** A law of charges, in each minor unit. */
export function charged(lawOf: (measure: Measure) => Omit<Case, "name">): Case[] {
  return MINORS.map(({ name, minor: unit }) => {
    const { premises, claim, lemmas = [] } = lawOf({ quantum, rate, minor: unit });
    return { name, premises: [positive(unit), positive(rate), ...premises], claim, lemmas };
  });
}

/** T7.3, which the caps build on. */
export function monotone(rules: Rules, less: Real, greater: Real, measure: Measure): Truth {
  return implies(and(atMost(ZERO, less), atMost(less, greater)), atMost(rules.chargeOf(less, measure), rules.chargeOf(greater, measure)));
}

const down = mutant((original) => ({ halfUp: (value, unit) => original.floorTo(value, unit) }));
const halfDown = mutant((original) => ({ halfUp: (value, unit) => original.ceilTo(minus(value, times(unit, HALF)), unit) }));
const towardsPlus = mutant((original) => ({ halfUp: (value, unit) => original.floorTo(plus(value, times(unit, HALF)), unit) }));
const up = mutant((original) => ({ halfUp: (value, unit) => original.ceilTo(value, unit) }));
const fallsWithSize = mutant(() => ({
  halfUp: (value, unit) => choice(lessThan(unit, value), minus(value, unit), value),
}));

export const charge: readonly Theorem[] = [
  {
    name: "T7.1",
    says: "a charge is a whole number of minor units within half of one of credit × rate, and a tie goes up",
    cases: (rules: Rules) =>
      charged((measure) => {
        const [cost, charged] = [times(credit, rate), rules.chargeOf(credit, measure)];
        const half = times(measure.minor, HALF);
        const difference = minus(charged, cost);
        const k = wholeTimes(plus(cost, half), measure.minor);
        const claim = and(
          lessThan(negated(half), difference),
          atMost(difference, half),
          equals(times(wholeTimes(charged, measure.minor), measure.minor), charged),
        );
        return {
          premises: [atMost(ZERO, credit), atMost(ZERO, cost)],
          claim,
          lemmas: [multipleIsWhole(k, measure.minor), grows(ZERO, credit, rate)],
        };
      }),
    mutants: { "rounded down": down, "a tie down": halfDown, "rounded up": up },
  },
  {
    name: "T7.2",
    says: "below zero it is the same with the sign changed: a tie goes away from zero",
    cases: (rules: Rules) =>
      charged(({ minor: unit }) => ({
        premises: [],
        claim: equals(rules.halfUp(negated(credit), unit), negated(rules.halfUp(credit, unit))),
      })),
    mutants: { "a tie towards more": towardsPlus },
  },
  {
    name: "T7.3",
    says: "more credit never costs less",
    cases: (rules: Rules) =>
      charged((measure) => {
        const [a, b] = [credit, more].map((each) => rules.nearest(times(each, rate), measure.minor)) as [Real, Real];
        return {
          premises: [atMost(ZERO, credit), atMost(credit, more)],
          claim: monotone(rules, credit, more, measure),
          lemmas: [grows(ZERO, credit, rate), grows(credit, more, rate), grows(plus(b, ONE), a, measure.minor), grows(a, b, measure.minor)],
        };
      }),
    mutants: { "a unit less where it is more than one": fallsWithSize },
  },
  {
    name: "T7.4",
    says: "a credit in whole minor units at a rate of 1 costs exactly itself",
    cases: (rules: Rules) =>
      charged((measure) => ({
        premises: [equals(rate, ONE), atMost(ZERO, n), equals(credit, times(n, measure.minor))],
        claim: equals(rules.chargeOf(credit, { ...measure, rate: ONE }), credit),
        lemmas: [halfMoreIsWhole(n, measure.minor)],
      })),
    mutants: {
      "half a unit more": mutant((original) => ({ halfUp: (value, unit) => original.halfUp(plus(value, times(unit, HALF)), unit) })),
    },
  },
];
