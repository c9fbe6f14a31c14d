import { shifts } from "./lemmas.js";
import { type Answer, decide, type Question } from "./machine/decision.js";
import { mutant } from "./machine/mutant.js";
import type { Rules } from "./machine/rules.js";
import type { Topup } from "./machine/shapes.js";
import {
  atMost,
  choice,
  equals,
  lessThan,
  minus,
  not,
  ONE,
  plus,
  real,
  type Real,
  same,
  times,
  type Truth,
  whole,
  ZERO,
} from "./machine/term.js";
import type { Case, Theorem } from "./machine/theorem.js";
import {
  figure,
  goal,
  inFlight,
  left,
  max,
  measure,
  measured,
  min,
  MODES,
  positive,
  quantum,
  type Setting,
  SETTINGS,
  threshold,
  topupOf,
  value,
} from "./machine/words.js";

// T8: with what is asked for in flight, one gap is never charged for twice.

const n = whole("n");
const credited = real("credited");

/** The same figure, with so much in flight. */
function ask(rules: Rules, { basis, inclusive }: Setting, topup: Topup, flying: Real, cap: Real | null = null): Answer {
  const trigger = { type: "absoluteAmount", value: threshold, limit: basis === "owed" ? ZERO : null, inclusive } as const;
  const question: Question = {
    basis,
    trigger,
    topup,
    override: null,
    observed: figure,
    inFlight: flying,
    policy: "net",
    measure,
    left: cap,
  };
  return decide(rules, question);
}

/** How far the figure is from the goal, with nothing in flight. */
function missing({ basis }: Setting): Real {
  return basis === "owed" ? minus(figure, goal) : minus(goal, figure);
}

interface Law {
  readonly topup: Topup;
  readonly premises?: readonly Truth[];
  readonly lemmas?: (setting: Setting) => readonly Truth[];
}

/** Two evaluations of one figure, the first of which is due and is then in flight. */
interface Twice extends Law {
  readonly cap?: Real;
  readonly claim: (first: Answer, second: Answer) => Truth;
}

function twice(rules: Rules, { topup, premises = [], cap, claim }: Twice): Case[] {
  return SETTINGS.map((setting) => {
    const first = ask(rules, setting, topup, inFlight, cap);
    const second = ask(rules, setting, topup, plus(inFlight, first.credit), cap);
    const given = [...measured, positive(value), ...premises, first.due];
    return { name: `${setting.name}, ${topup.mode}`, premises: given, claim: claim(first, second) };
  });
}

/**
 * One evaluation after any number of others: something is in flight, and it is due. What it credits is what
 * it settled on or, under a cap (T9.4), less. A law of the sum in flight so holds after each, one by one.
 */
interface Next extends Law {
  readonly flying?: Real;
  readonly claim: (setting: Setting, sum: Real) => Truth;
}

function next(rules: Rules, { topup, premises = [], flying = inFlight, claim, lemmas }: Next): Case[] {
  return SETTINGS.map((setting) => {
    const answer = ask(rules, setting, topup, flying);
    const given = [...measured, positive(value), ...premises, answer.due, atMost(ZERO, credited), atMost(credited, answer.credit)];
    return { name: setting.name, premises: given, claim: claim(setting, plus(flying, credited)), lemmas: lemmas?.(setting) ?? [] };
  });
}

const notNetted = mutant(() => ({ effective: (observed) => observed }));
const wrongWay = mutant((original) => ({
  effective: (observed, flying, policy, basis) => original.effective(observed, minus(ZERO, flying), policy, basis),
}));
const notInTheAmount = mutant((original) => ({
  wantedCredit: (topup, _, basis, override, gap) => original.wantedCredit(topup, figure, basis, override, gap),
}));
const oneTooMany = mutant((original) => ({ ceilTo: (amount, to) => plus(original.floorTo(amount, to), to) }));
const otherBoundary = mutant((original) => ({
  timesToAdd: (each, gap) => original.timesToAdd(each, { ...gap, inclusive: not(gap.inclusive) }),
}));

const toTarget = { topup: topupOf("toTarget", { max }), premises: [positive(max)] };

export const netting: readonly Theorem[] = [
  {
    name: "T8.1",
    says: "with a top-up in flight the figure fires again exactly where that one did not clear the trigger, in every mode, with bounds and a cap",
    cases: (rules) =>
      MODES.flatMap((mode) =>
        twice(rules, { topup: topupOf(mode, { min, max }), cap: left, claim: (first, second) => same(second.fires, not(first.clears)) }),
      ),
    mutants: { "in flight not netted": notNetted, "netted the wrong way": wrongWay },
    corner: [equals(quantum, ONE), equals(measure.rate, ONE), equals(measure.minor, ONE), equals(left, max)],
  },
  {
    name: "T8.2",
    says: "after `untilClear` it does not fire again",
    cases: (rules) => twice(rules, { topup: topupOf("untilClear"), claim: (_, second) => not(second.fires) }),
    mutants: { "in flight not netted": notNetted, "each boundary by the other's rule": otherBoundary },
  },
  {
    name: "T8.3",
    says: "after a goal without a maximum it is not due again",
    cases: (rules) =>
      (["toTarget", "toPercentOfLimit"] as const).flatMap((mode) =>
        twice(rules, { topup: topupOf(mode, { min }), premises: [atMost(ZERO, min)], claim: (_, second) => not(second.due) }),
      ),
    mutants: { "in flight not netted": notNetted, "netted in the comparison and not in the amount": notInTheAmount },
  },
  {
    name: "T8.4",
    says: "a goal's second top-up wants what the first one wanted less what that credits",
    cases: (rules) =>
      twice(rules, { ...toTarget, cap: left, claim: (first, second) => equals(second.wanted, minus(first.wanted, first.credit)) }),
    mutants: { "in flight not netted": notNetted, "netted in the comparison and not in the amount": notInTheAmount },
    corner: [equals(quantum, ONE), equals(measure.rate, ONE), equals(measure.minor, ONE), equals(left, max)],
  },
  {
    name: "T8.5",
    says: "however many are in flight, of whole quanta, a goal's next one takes their sum to no more than one alone would have asked for",
    cases: (rules) =>
      next(rules, {
        ...toTarget,
        flying: times(n, quantum),
        claim: (setting, sum) => atMost(sum, rules.ceilTo(missing(setting), quantum)),
        lemmas: (setting) => [shifts(missing(setting), n, quantum)],
      }),
    mutants: {
      "in flight not netted": notNetted,
      "netted in the comparison and not in the amount": notInTheAmount,
      "netted the wrong way": wrongWay,
    },
  },
  {
    name: "T8.6",
    says: "and to less than one quantum more than was missing, whatever they are; by a minimum, to less than that more",
    cases: (rules) => [
      ...next(rules, { ...toTarget, claim: (setting, sum) => lessThan(sum, plus(missing(setting), quantum)) }),
      ...next(rules, {
        topup: topupOf("toTarget", { min, max }),
        premises: [atMost(ZERO, min), positive(max)],
        claim: (setting, sum) => {
          const least = rules.ceilTo(min, quantum);
          return lessThan(sum, plus(missing(setting), choice(lessThan(least, quantum), quantum, least)));
        },
      }),
    ],
    mutants: { "in flight not netted": notNetted, "floor + 1 in place of the ceiling": oneTooMany },
  },
  {
    name: "T8.7",
    says: "a fixed amount's next one takes the sum to less than it and one quantum more than the gap",
    cases: (rules) =>
      next(rules, {
        topup: topupOf("once", { max }),
        premises: [positive(max)],
        claim: ({ basis }, sum) => {
          const gap = basis === "owed" ? plus(figure, threshold) : minus(threshold, figure); // a limit of 0: what is owed fires at −threshold
          return lessThan(sum, plus(plus(gap, value), quantum));
        },
      }),
    mutants: { "in flight not netted": notNetted, "netted the wrong way": wrongWay },
  },
];
