import { charged, monotone } from "./charge.js";
import { cancels, grows, halfMoreIsWhole, multipleIsWhole, productIsPositive } from "./lemmas.js";
import { mutant } from "./machine/mutant.js";
import { HALF } from "./machine/rounding.js";
import { Rules } from "./machine/rules.js";
import type { Measure } from "./machine/shapes.js";
import {
  and,
  atMost,
  equals,
  implies,
  lessThan,
  minus,
  not,
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
import type { Theorem } from "./machine/theorem.js";
import { left, min, positive, quantum, rate, topupOf } from "./machine/words.js";

// T9: under a cap that reduces, the largest multiple of the quantum that fits.

const n = whole("n");
const asked = real("asked");
/** The rules as they are, whatever a mutant makes of them. */
const right = new Rules();

/** Whole units that cost one each. */
const plain = [equals(quantum, ONE), equals(rate, ONE)];

/** Something is left, and is asked for in whole quanta. */
function something({ quantum }: Measure): Truth[] {
  return [positive(left), positive(quantum)];
}

/** The credit's cost is within what is left, and so is its charge. */
function fits(rules: Rules, credit: Real, measure: Measure): Truth {
  return and(atMost(times(credit, measure.rate), left), atMost(rules.chargeOf(credit, measure), left));
}

function isLargest(rules: Rules, credit: Real, measure: Measure): Truth {
  const larger = times(n, measure.quantum);
  return implies(lessThan(credit, larger), not(fits(rules, larger, measure)));
}

/** The whole numbers within src/engine/reduction.ts. */
function wholes({ quantum, rate, minor }: Measure) {
  const price = times(quantum, rate);
  const affordable = wholeTimes(left, price);
  const minors = wholeTimes(left, minor);
  const tie = plus(times(minors, minor), times(minor, HALF));
  const belowTie = wholeTimes(tie, price);
  const reached = wholeTimes(right.ceilTo(tie, price), price);
  const chargedFor = (k: Real): Real => right.nearest(times(times(k, quantum), rate), minor);
  return { price, affordable, minors, belowTie, reached, chargedFor };
}

/** Of the first guess: as many as what is left pays for before rounding. */
function lemmasForAffordable(measure: Measure): Truth[] {
  const { price, affordable } = wholes(measure);
  return [
    productIsPositive(measure.quantum, measure.rate),
    cancels(ZERO, plus(affordable, ONE), price),
    grows(ZERO, affordable, price),
    grows(ZERO, affordable, measure.quantum),
  ];
}

/** Of what is taken where the first guess is rounded up past what is left. */
function lemmasForBelowTie(measure: Measure): Truth[] {
  const { quantum, minor } = measure;
  const { price, affordable, minors, belowTie, reached, chargedFor } = wholes(measure);
  const [guess, taken] = [chargedFor(affordable), chargedFor(minus(reached, ONE))];
  return [
    ...lemmasForAffordable(measure),
    cancels(ZERO, plus(minors, ONE), minor),
    grows(ZERO, minors, minor),
    cancels(minors, guess, minor),
    grows(plus(minors, ONE), guess, minor),
    cancels(ZERO, plus(belowTie, ONE), price),
    multipleIsWhole(belowTie, price),
    multipleIsWhole(plus(belowTie, ONE), price),
    grows(ZERO, minus(reached, ONE), price),
    grows(ZERO, minus(reached, ONE), quantum),
    cancels(taken, plus(minors, ONE), minor),
    grows(taken, minors, minor),
  ];
}

function lemmasForLarger(measure: Measure): Truth[] {
  const { quantum, minor } = measure;
  const { price, affordable, minors, reached, chargedFor } = wholes(measure);
  const larger = chargedFor(n);
  return [
    ...lemmasForBelowTie(measure),
    cancels(affordable, n, quantum),
    grows(plus(affordable, ONE), n, price),
    cancels(minus(reached, ONE), n, quantum),
    grows(reached, n, price),
    grows(ZERO, n, price),
    cancels(ZERO, n, quantum),
    cancels(plus(minors, ONE), plus(larger, ONE), minor),
    grows(plus(minors, ONE), larger, minor),
  ];
}

const untied = mutant(() => ({ largestWithin: (rest, { quantum, rate }) => times(wholeTimes(rest, times(quantum, rate)), quantum) }));
const oneLess = mutant(() => ({
  largestWithin: (rest, { quantum, rate }) => times(minus(wholeTimes(rest, times(quantum, rate)), ONE), quantum),
}));
const oneAtLeast = mutant(() => ({ largestWithin: (_, { quantum }) => quantum }));
const minimumForgotten = mutant((original) => ({
  reducedTo: (rest, topup, measure) => original.reducedTo(rest, { ...topup, min: null }, measure),
}));
const tooStrict = mutant((original) => ({
  reducedTo: (rest, topup, measure) => original.reducedTo(rest, { ...topup, min: plus(topup.min ?? ZERO, measure.quantum) }, measure),
}));
const notReduced = mutant(() => ({ capped: (_, amount) => amount }));

export const caps: readonly Theorem[] = [
  {
    name: "T9.1",
    says: "under a cap that reduces, what is added costs no more than is left, before rounding and after",
    cases: (rules) =>
      [false, true].flatMap((pastIt) =>
        charged((measure) => {
          const credit = rules.largestWithin(left, measure);
          const guess = times(wholes(measure).affordable, measure.quantum);
          const past = lessThan(left, right.chargeOf(guess, measure));
          const claim = and(atMost(ZERO, credit), fits(rules, credit, measure));
          const lemmas = pastIt ? lemmasForBelowTie(measure) : lemmasForAffordable(measure);
          return { premises: [...something(measure), pastIt ? past : not(past)], claim, lemmas };
        }),
      ),
    mutants: { "no thought of rounding up": untied },
  },
  {
    name: "T9.2",
    says: "and any larger multiple of the quantum costs more than is left",
    cases: (rules) =>
      charged((measure) => ({
        premises: [...something(measure)],
        claim: isLargest(rules, rules.largestWithin(left, measure), measure),
        lemmas: lemmasForLarger(measure),
      })),
    mutants: { "a quantum less": oneLess },
    corner: plain,
  },
  {
    name: "T9.3",
    says: "it is refused exactly where no multiple that costs something, and is not below the minimum, fits",
    cases: (rules) =>
      charged((measure) => {
        const { credit, charge, made } = rules.reducedTo(left, topupOf("once", { min }), measure);
        const some = times(n, measure.quantum);
        const cost = rules.chargeOf(some, measure);
        const good = and(atMost(min, some), positive(cost), fits(rules, some, measure));
        const soundly = implies(made, and(atMost(min, credit), positive(charge)));
        const largest = right.largestWithin(left, measure);
        return {
          premises: [...something(measure), atMost(ZERO, min), atMost(ZERO, n), atMost(ZERO, some)],
          claim: and(soundly, implies(good, made)),
          lemmas: [isLargest(right, largest, measure), monotone(right, some, largest, measure)],
        };
      }),
    mutants: { "the minimum forgotten": minimumForgotten, "the minimum and a quantum": tooStrict },
    corner: plain,
  },
  {
    name: "T9.4",
    says: "a cap only ever lowers credit and charge, and where the charge is within it changes nothing",
    cases: (rules) =>
      charged((measure) => {
        const amount = { credit: asked, charge: rules.chargeOf(asked, measure), made: atMost(ZERO, asked) };
        const capped = rules.capped(left, amount, topupOf("once"), measure);
        const largest = right.largestWithin(left, measure);
        const within = implies(
          atMost(amount.charge, left),
          and(atMost(amount.credit, capped.credit), atMost(amount.charge, capped.charge)),
        );
        return {
          premises: [...something(measure), atMost(ZERO, asked), capped.made],
          claim: and(atMost(capped.credit, asked), atMost(capped.charge, amount.charge), atMost(capped.charge, left), within),
          lemmas: [fits(right, largest, measure), atMost(ZERO, largest), monotone(right, asked, largest, measure)],
        };
      }),
    mutants: { "a cap without effect": notReduced },
    corner: plain,
  },
  {
    name: "T9.5",
    says: "where nothing is left, nothing is made",
    cases: (rules) =>
      charged((measure) => ({
        premises: [positive(measure.quantum), atMost(left, ZERO)],
        claim: not(rules.reducedTo(left, topupOf("once"), measure).made),
        lemmas: [halfMoreIsWhole(ZERO, measure.minor)],
      })),
    mutants: { "one quantum at least": oneAtLeast },
  },
];
