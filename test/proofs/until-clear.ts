import { mutant } from "./machine/mutant.js";
import type { Rules } from "./machine/rules.js";
import { and, atMost, equals, lessThan, negated, not, ONE, plus, type Real, times, type Truth, whole, wholeTimes } from "./machine/term.js";
import type { Case, Theorem } from "./machine/theorem.js";
import { figure, positive, quantum, type Setting, SETTINGS, threshold, value } from "./machine/words.js";

// T4: `untilClear` clears, with the least number of times.

const fewer = whole("fewer");

function firesAt(rules: Rules, { basis, inclusive }: Setting, at: Real): Truth {
  return rules.fires(rules.distanceTo(threshold, at, basis), inclusive);
}

function timesOf(rules: Rules, { basis, inclusive }: Setting): Real {
  return rules.timesToAdd(value, { distance: rules.distanceTo(threshold, figure, basis), inclusive });
}

function cases(rules: Rules, lawOf: (setting: Setting, n: Real) => Omit<Case, "name">): Case[] {
  return SETTINGS.map((setting) => {
    const { premises, claim } = lawOf(setting, timesOf(rules, setting));
    return { name: setting.name, premises: [positive(value), firesAt(rules, setting, figure), ...premises], claim };
  });
}

const floor = mutant(() => ({ timesToAdd: (each, { distance }) => wholeTimes(negated(distance), each) }));
const alwaysOneMore = mutant(() => ({ timesToAdd: (each, { distance }) => plus(wholeTimes(negated(distance), each), ONE) }));
const once = mutant(() => ({ timesToAdd: () => ONE }));
const swapped = mutant((original) => ({
  timesToAdd: (each, gap) => original.timesToAdd(each, { ...gap, inclusive: not(gap.inclusive) }),
}));
const floored = mutant((original) => ({ ceilTo: (amount, unit) => original.floorTo(amount, unit) }));

export const untilClear: readonly Theorem[] = [
  {
    name: "T4.1",
    says: "`untilClear` adds a whole number of times, at least once",
    cases: (rules) =>
      cases(rules, (_, n) => {
        const k = wholeTimes(n, ONE);
        return { premises: [], claim: and(atMost(ONE, n), equals(k, n)) };
      }),
    mutants: { "floor in place of floor + 1": floor },
  },
  {
    name: "T4.2",
    says: "after them the trigger does not fire",
    cases: (rules) =>
      cases(rules, (setting, n) => ({
        premises: [],
        claim: not(firesAt(rules, setting, rules.toppedUp(figure, times(value, n), setting.basis))),
      })),
    mutants: { "floor in place of floor + 1": floor, "always once": once, "each boundary by the other's rule": swapped },
  },
  {
    name: "T4.3",
    says: "after any fewer it still does",
    cases: (rules) =>
      cases(rules, (setting, n) => ({
        premises: [lessThan(fewer, n)],
        claim: firesAt(rules, setting, rules.toppedUp(figure, times(value, fewer), setting.basis)),
      })),
    mutants: { "floor + 1 in place of the ceiling": alwaysOneMore, "each boundary by the other's rule": swapped },
  },
  {
    name: "T4.4",
    says: "rounded up to whole packs it still clears",
    cases: (rules) =>
      cases(rules, (setting, n) => {
        const credit = rules.ceilTo(times(value, n), quantum);
        return { premises: [positive(quantum)], claim: not(firesAt(rules, setting, rules.toppedUp(figure, credit, setting.basis))) };
      }),
    mutants: { "rounded down": floored },
  },
];
