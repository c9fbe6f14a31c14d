import { mutant } from "./machine/mutant.js";
import type { Rules } from "./machine/rules.js";
import {
  and,
  atMost,
  equals,
  FALSE,
  implies,
  lessThan,
  minus,
  plus,
  real,
  type Real,
  same,
  TRUE,
  type Truth,
  ZERO,
} from "./machine/term.js";
import type { Theorem } from "./machine/theorem.js";
import { figure, inFlight, type Setting, SETTINGS, threshold } from "./machine/words.js";

// T2: what the distance means. T3: what is worse never fires less.

const worse = real("worse");

function firesAt(rules: Rules, { basis, inclusive }: Setting, at: Real): Truth {
  return rules.fires(rules.distanceTo(threshold, at, basis), inclusive);
}

/** The table of bases and boundaries, as it is documented. */
function documented({ basis, inclusive }: Setting): Truth {
  const [low, high] = basis === "owed" ? [threshold, figure] : [figure, threshold];
  return inclusive === TRUE ? atMost(low, high) : lessThan(low, high);
}

const alwaysInclusive = mutant((original) => ({ fires: (distance) => original.fires(distance, TRUE) }));
const alwaysExclusive = mutant((original) => ({ fires: (distance) => original.fires(distance, FALSE) }));
const heldAsOwed = mutant((original) => ({ distanceTo: (at, effective) => original.distanceTo(at, effective, "owed") }));
const onlyAt = mutant(() => ({ fires: (distance) => equals(distance, ZERO) }));
const wrongWay = mutant((original) => ({
  toppedUp: (at, credit, basis) => original.toppedUp(at, credit, basis === "owed" ? "held" : "owed"),
}));

export const firing: readonly Theorem[] = [
  {
    name: "T2.1",
    says: "inclusive fires exactly where the distance is 0 or less, exclusive where it is less than 0, for owed and held alike",
    cases: (rules) =>
      SETTINGS.map((setting) => {
        const distance = rules.distanceTo(threshold, figure, setting.basis);
        const sign = setting.inclusive === TRUE ? atMost(distance, ZERO) : lessThan(distance, ZERO);
        return { name: setting.name, premises: [], claim: same(firesAt(rules, setting, figure), sign) };
      }),
    mutants: { "inclusive in place of exclusive": alwaysInclusive, "exclusive in place of inclusive": alwaysExclusive },
  },
  {
    name: "T2.2",
    says: "owed fires from the threshold up, held from it down, and the distance is how far that is",
    cases: (rules) =>
      SETTINGS.map((setting) => {
        const distance = rules.distanceTo(threshold, figure, setting.basis);
        const way = setting.basis === "owed" ? plus(figure, distance) : minus(figure, distance);
        return {
          name: setting.name,
          premises: [],
          claim: and(same(firesAt(rules, setting, figure), documented(setting)), equals(way, threshold)),
        };
      }),
    mutants: { "held measured as owed": heldAsOwed, "inclusive in place of exclusive": alwaysInclusive },
  },
  {
    name: "T3.1",
    says: "a worse figure fires wherever a better one does",
    cases: (rules) =>
      SETTINGS.map((setting) => ({
        name: setting.name,
        premises: [setting.basis === "owed" ? atMost(figure, worse) : atMost(worse, figure)],
        claim: implies(firesAt(rules, setting, figure), firesAt(rules, setting, worse)),
      })),
    mutants: { "held measured as owed": heldAsOwed, "fires at the threshold alone": onlyAt },
  },
  {
    name: "T3.2",
    says: "more in flight never makes it fire",
    cases: (rules) =>
      SETTINGS.map((setting) => {
        const net = (credit: Real): Real => rules.effective(figure, credit, "net", setting.basis);
        const more = plus(inFlight, worse);
        return {
          name: setting.name,
          premises: [atMost(ZERO, worse)],
          claim: implies(firesAt(rules, setting, net(more)), firesAt(rules, setting, net(inFlight))),
        };
      }),
    mutants: { "in flight counted the wrong way": wrongWay },
  },
];
