import { rational, unitOf } from "../../model/rational.js";
import { type Answer, decide } from "../machine/decision.js";
import { Rules } from "../machine/rules.js";
import { BOUNDARIES, type Trigger } from "../machine/shapes.js";
import { number, ONE, type Real } from "../machine/term.js";
import type { Drawn } from "./drawn.js";

const DIGITS = { JPY: 0, USD: 2, KWD: 3, CLF: 4 } as const;

function amount(text: string): Real {
  return number(rational(text));
}

function optional(text: string | null): Real | null {
  return text === null ? null : amount(text);
}

/** What was drawn, as the formulas are asked it: the very ones that the theorems are about. */
export function answerOf(drawn: Drawn): Answer {
  const rules = new Rules();
  const held = drawn.basis === "balance";
  const credits = held ? drawn.credits : null;
  const minor = number(unitOf(DIGITS[drawn.currency]));
  const unit = credits === null ? minor : number(unitOf(credits.scale));
  const unlimited = held && drawn.type === "absoluteAmount";
  const trigger: Trigger = {
    type: drawn.type,
    value: amount(drawn.value),
    limit: unlimited ? null : amount(drawn.limit),
    inclusive: BOUNDARIES[drawn.boundary],
  };
  const topup = {
    mode: drawn.mode,
    value: amount(drawn.topupValue),
    limit: amount(drawn.topupLimit),
    min: optional(drawn.min),
    max: optional(drawn.max),
  };
  return decide(rules, {
    basis: held ? "held" : "owed",
    trigger,
    topup,
    override: credits === null ? optional(drawn.override) : null,
    observed: amount(drawn.observed),
    inFlight: amount(drawn.inFlight),
    policy: drawn.policy,
    measure: { quantum: rules.quantumOf(optional(drawn.step), unit), rate: credits === null ? ONE : amount(credits.rate), minor },
    left: optional(drawn.left),
  });
}
