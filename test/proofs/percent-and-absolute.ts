import { decide } from "./machine/decision.js";
import { mutant } from "./machine/mutant.js";
import { HUNDREDTH } from "./machine/rounding.js";
import type { Rules } from "./machine/rules.js";
import type { Trigger } from "./machine/shapes.js";
import { and, atMost, equals, implies, minus, not, type Real, real, same, times, type Truth, ZERO } from "./machine/term.js";
import type { Theorem } from "./machine/theorem.js";
import { figure, inFlight, limit, measure, MODES, percent, positive, type Setting, SETTINGS, topupOf, value } from "./machine/words.js";

// T1: a percentage of a limit is an absolute amount with the equal threshold.

interface Pair {
  readonly byPercent: Trigger;
  readonly byAmount: Trigger;
}

/** Owed: the amount is what is left of the limit. Held: it is the part itself, and there is no limit. */
function pairOf({ basis, inclusive }: Setting): Pair {
  const part = times(limit, times(percent, HUNDREDTH));
  const amount = basis === "owed" ? { value: minus(limit, part), limit } : { value: part, limit: null };
  return {
    byPercent: { type: "percentOfLimit", value: percent, limit, inclusive },
    byAmount: { type: "absoluteAmount", inclusive, ...amount },
  };
}

const nothingOwed = SETTINGS.filter(({ basis }) => basis === "owed");
const somePercent = atMost(ZERO, percent);

function position(rules: Rules, { basis }: Setting, trigger: Trigger) {
  const { value: threshold, inclusive } = rules.thresholdOf(basis, trigger);
  const distance = rules.distanceTo(threshold, figure, basis);
  return { threshold, distance, fires: rules.fires(distance, inclusive) };
}

/** What comes after takes nothing from the trigger but this. */
function sameWish(rules: Rules, setting: Setting, mode: (typeof MODES)[number], override: Real | null): Truth {
  const { byPercent, byAmount } = pairOf(setting);
  const question = {
    basis: setting.basis,
    topup: topupOf(mode),
    override,
    observed: figure,
    inFlight,
    policy: "net",
    measure,
    left: null,
  } as const;
  const [first, second] = [decide(rules, { ...question, trigger: byPercent }), decide(rules, { ...question, trigger: byAmount })];
  return and(same(first.fires, second.fires), implies(first.fires, equals(first.wanted, second.wanted)));
}

const undivided = mutant(() => ({ percentOf: times }));
const notOffTheLimit = mutant((original) => ({
  thresholdOf: (basis, trigger) => original.thresholdOf(basis, trigger.type === "absoluteAmount" ? { ...trigger, limit: null } : trigger),
}));
const boundaryKept = mutant((original) => ({
  thresholdOf: (basis, trigger) => ({ ...original.thresholdOf(basis, trigger), inclusive: trigger.inclusive }),
}));

export const percentAndAbsolute: readonly Theorem[] = [
  {
    name: "T1.1",
    says: "a percentage of a limit above 0 has the threshold, the distance and the firing of the equal absolute amount",
    cases: (rules) =>
      SETTINGS.map((setting) => {
        const { byPercent, byAmount } = pairOf(setting);
        const [first, second] = [position(rules, setting, byPercent), position(rules, setting, byAmount)];
        const claim = and(
          equals(first.threshold, second.threshold),
          equals(first.distance, second.distance),
          same(first.fires, second.fires),
        );
        return { name: setting.name, premises: [somePercent, positive(limit)], claim };
      }),
    mutants: { "percent without its hundredth": undivided, "absolute amount not taken off the limit": notOffTheLimit },
  },
  {
    name: "T1.2",
    says: "and asks for the same, in every mode, with money in flight, overridden or not",
    cases: (rules) =>
      SETTINGS.flatMap((setting) =>
        MODES.flatMap((mode) =>
          [null, real("override")].map((override) => ({
            name: `${setting.name}, ${mode}${override ? ", overridden" : ""}`,
            premises: [somePercent, positive(limit), positive(value)],
            claim: sameWish(rules, setting, mode, override),
          })),
        ),
      ),
    mutants: { "percent without its hundredth": undivided },
  },
  {
    name: "T1.3",
    says: "by a percentage of a limit of 0 what is owed fires as by the amount, but at 0 itself, where it never does",
    cases: (rules) =>
      nothingOwed.map((setting) => {
        const { byPercent, byAmount } = pairOf(setting);
        const [first, second] = [position(rules, setting, byPercent), position(rules, setting, byAmount)];
        const claim = same(first.fires, and(second.fires, not(equals(figure, ZERO))));
        return { name: setting.name, premises: [somePercent, equals(limit, ZERO)], claim };
      }),
    mutants: { "boundary kept under a limit of 0": boundaryKept },
  },
];
