import { planTopup } from "../../../src/index.js";
import { canonical, compare, rational, type Rational } from "../../model/rational.js";
import { Valuation } from "../machine/value.js";
import { answerOf } from "./formulas.js";
import { inputOf } from "./input.js";
import type { Drawn } from "./drawn.js";

/** Whether what was drawn comes to a top-up, and how, in the engine and in the formulas. */
export interface Compared {
  readonly engine: Figures;
  readonly formulas: Figures;
}

export interface Figures {
  readonly threshold: string;
  readonly boundary: string;
  readonly distance: string;
  readonly reason: string;
  readonly credit: string | null;
  readonly charge: string | null;
  readonly after: string | null;
  readonly clears: boolean | null;
}

export function compared(drawn: Drawn): Compared {
  return { engine: byEngine(drawn), formulas: byFormulas(drawn) };
}

function byEngine(drawn: Drawn): Figures {
  const { decision, topup } = planTopup(inputOf(drawn));
  const figures = decision.trigger;
  if (figures?.threshold == null || figures.distance === null) throw new Error(`no threshold: ${decision.reason}`);
  return {
    threshold: figures.threshold,
    boundary: figures.boundary,
    distance: figures.distance,
    reason: decision.reason,
    credit: topup && plain(rational(topup.credit)),
    charge: topup && plain(rational(topup.charge)),
    after: topup && topup.after.effective,
    clears: topup && topup.after.clears,
  };
}

function byFormulas(drawn: Drawn): Figures {
  const answer = answerOf(drawn);
  const valuation = new Valuation(new Map());
  const due = valuation.holds(answer.due);
  return {
    threshold: plain(valuation.of(answer.threshold.value)),
    boundary: valuation.holds(answer.threshold.inclusive) ? "inclusive" : "exclusive",
    distance: plain(valuation.of(answer.distance)),
    reason: reasonOf(answer, valuation),
    credit: due ? plain(valuation.of(answer.credit)) : null,
    charge: due ? plain(valuation.of(answer.charge)) : null,
    after: due ? plain(valuation.of(answer.after)) : null,
    clears: due ? valuation.holds(answer.clears) : null,
  };
}

function reasonOf({ fires, asks, amount, due }: ReturnType<typeof answerOf>, valuation: Valuation): string {
  if (!valuation.holds(fires)) return "thresholdNotReached";
  if (!valuation.holds(asks)) return "alreadyAtTarget";
  if (!valuation.holds(amount.made)) return "belowMinimum";
  return valuation.holds(due) ? "thresholdReached" : "capReached";
}

/** Every value here has a finite decimal form; its denominator is a power of ten, or halves of one. */
function plain({ n, d }: Rational): string {
  const tens = 10n ** BigInt(d.toString().length);
  const value = { n: (n * tens) / d, d: tens };
  if (compare(value, { n, d }) !== 0) throw new Error(`${n}/${d} is no short decimal`);
  return canonical(value);
}
