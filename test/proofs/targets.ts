import { multipleIsWhole } from "./lemmas.js";
import { mutant } from "./machine/mutant.js";
import { HUNDREDTH } from "./machine/rounding.js";
import type { Rules } from "./machine/rules.js";
import type { Amount, Basis, Topup } from "./machine/shapes.js";
import {
  and,
  atMost,
  equals,
  lessThan,
  minus,
  not,
  ONE,
  plus,
  type Real,
  real,
  same,
  times,
  TRUE,
  type Truth,
  wholeTimes,
} from "./machine/term.js";
import type { Case, Theorem } from "./machine/theorem.js";
import { figure, goal, goalLimit, measure, measured, positive, quantum, topupOf, value } from "./machine/words.js";

// T5: `toTarget` and `toPercentOfLimit` reach their goal, and pass it by less than one quantum.

interface Way {
  readonly name: string;
  readonly basis: Basis;
  readonly topup: Topup;
  readonly goal: Real;
}

const WAYS: readonly Way[] = (["owed", "held"] as const).flatMap((basis) => [
  { name: `${basis}, toTarget`, basis, topup: topupOf("toTarget"), goal },
  { name: `${basis}, toPercentOfLimit`, basis, topup: topupOf("toPercentOfLimit"), goal: times(goalLimit, times(value, HUNDREDTH)) },
]);

function wantedOf(rules: Rules, { basis, topup }: Way): Real {
  return rules.wantedCredit(topup, figure, basis, null, { distance: figure, inclusive: TRUE }); // a goal looks at no gap
}

function isMet({ basis, goal: aim }: Way, at: Real): Truth {
  return basis === "owed" ? atMost(at, aim) : atMost(aim, at);
}

function cases(rules: Rules, claimOf: (way: Way, after: Real, amount: Amount) => Truth): Case[] {
  return WAYS.map((way) => {
    const wanted = wantedOf(rules, way);
    const amount = rules.amountOf(wanted, way.topup, measure);
    const claim = claimOf(way, rules.toppedUp(figure, amount.credit, way.basis), amount);
    return { name: way.name, premises: [...measured, rules.asks(wanted)], claim };
  });
}

const step = real("step");
const unit = real("unit");

const roundedDown = mutant((original) => ({ ceilTo: (amount, to) => original.floorTo(amount, to) }));
const oneTooMany = mutant((original) => ({ ceilTo: (amount, to) => plus(original.floorTo(amount, to), to) }));
const wrongWay = mutant(() => ({
  shortfall: (effective, aim, basis) => (basis === "owed" ? minus(aim, effective) : minus(effective, aim)),
}));
const stepAsItIs = mutant(() => ({ quantumOf: (pack, each) => pack ?? each }));

export const targets: readonly Theorem[] = [
  {
    name: "T5.1",
    says: "without bounds the goal is reached after rounding",
    cases: (rules) => cases(rules, (way, after) => isMet(way, after)),
    mutants: { "rounded down": roundedDown },
  },
  {
    name: "T5.2",
    says: "and passed by less than one quantum",
    cases: (rules) =>
      cases(rules, (way, after) =>
        way.basis === "owed" ? lessThan(minus(way.goal, quantum), after) : lessThan(after, plus(way.goal, quantum)),
      ),
    mutants: { "floor + 1 in place of the ceiling": oneTooMany, "shortfall with its signs changed": wrongWay },
  },
  {
    name: "T5.3",
    says: "it asks for nothing exactly where its goal is met already",
    cases: (rules) =>
      WAYS.map((way) => ({ name: way.name, premises: [], claim: same(not(rules.asks(wantedOf(rules, way))), isMet(way, figure)) })),
    mutants: { "shortfall with its signs changed": wrongWay },
  },
  {
    name: "T5.4",
    says: "a pack is the step rounded up to a whole number of units, and by less than one",
    cases: (rules) => {
      const pack = rules.quantumOf(step, unit);
      const claim = and(atMost(step, pack), lessThan(pack, plus(step, unit)), equals(times(wholeTimes(pack, unit), unit), pack));
      const k = wholeTimes(step, unit);
      const premises = [positive(step), positive(unit)];
      return [{ name: "a step", premises, claim, lemmas: [multipleIsWhole(k, unit), multipleIsWhole(plus(k, ONE), unit)] }];
    },
    mutants: { "rounded down": roundedDown, "a step as it is": stepAsItIs },
  },
];
