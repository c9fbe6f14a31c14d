import { type Answer, decide } from "./machine/decision.js";
import { mutant } from "./machine/mutant.js";
import type { Rules } from "./machine/rules.js";
import type { Topup } from "./machine/shapes.js";
import { and, atMost, equals, implies, number, ONE, plus, real, type Real, same, times, ZERO } from "./machine/term.js";
import type { Theorem } from "./machine/theorem.js";
import {
  figure,
  inFlight,
  left,
  max,
  measure,
  measured,
  min,
  MODES,
  positive,
  type Setting,
  SETTINGS,
  threshold,
  topupOf,
  value,
} from "./machine/words.js";

// T10: an account's own amount replaces the mode by that amount, once.

const override = real("override");
const MUCH = number({ n: 100n, d: 1n });

function ask(rules: Rules, { basis, inclusive }: Setting, topup: Topup, own: Real | null): Answer {
  const trigger = { type: "absoluteAmount", value: threshold, limit: basis === "owed" ? ZERO : null, inclusive } as const;
  return decide(rules, { basis, trigger, topup, override: own, observed: figure, inFlight, policy: "net", measure, left });
}

const ignored = mutant((original) => ({
  wantedCredit: (topup, effective, basis, _, gap) => original.wantedCredit(topup, effective, basis, null, gap),
}));
const repeated = mutant((original) => ({
  wantedCredit: (topup, effective, basis, own, gap) =>
    own === null || topup.mode !== "untilClear"
      ? original.wantedCredit(topup, effective, basis, own, gap)
      : times(own, original.timesToAdd(own, gap)),
}));
const onTop = mutant((original) => ({
  wantedCredit: (topup, effective, basis, own, gap) => {
    const wanted = original.wantedCredit(topup, effective, basis, null, gap);
    return own === null ? wanted : plus(wanted, own);
  },
}));

export const overriding: readonly Theorem[] = [
  {
    name: "T10.1",
    says: "an account's own amount is due where the trigger fires, with the credit and the charge of that fixed amount once, whatever the mode",
    cases: (rules) =>
      SETTINGS.flatMap((setting) =>
        MODES.map((mode) => {
          const first = ask(rules, setting, topupOf(mode, { min, max }), override);
          const second = ask(rules, setting, topupOf("once", { value: override, min, max }), null);
          const amounts = and(equals(first.credit, second.credit), equals(first.charge, second.charge));
          return {
            name: `${setting.name}, ${mode}`,
            premises: [...measured, positive(value), positive(override), atMost(ZERO, min), atMost(min, max)],
            claim: and(same(first.due, second.due), implies(first.due, amounts)),
          };
        }),
      ),
    mutants: { "own amount ignored": ignored, "own amount until clear": repeated, "own amount on top": onTop },
    corner: [
      ...[measure.quantum, measure.rate, measure.minor, min].map((each) => equals(each, ONE)),
      ...[max, left].map((each) => equals(each, MUCH)),
      equals(inFlight, ZERO),
    ],
  },
  {
    name: "T10.2",
    says: "no goal that is met stands against it",
    cases: (rules) =>
      SETTINGS.flatMap((setting) =>
        MODES.map((mode) => {
          const { fires, asks } = ask(rules, setting, topupOf(mode), override);
          return { name: `${setting.name}, ${mode}`, premises: [positive(value), positive(override), fires], claim: asks };
        }),
      ),
    mutants: { "own amount ignored": ignored },
  },
];
