import { deepStrictEqual } from "node:assert/strict";
import { evaluate, parseAccount, parseProfile } from "auto-topup";
import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { decimalJsFigures } from "./decimal-js.js";
import { type Figures, figuresOf } from "./figures.js";
import { validAccount } from "./hand-written/account.js";
import { instant } from "./hand-written/fields.js";
import { validProfile } from "./hand-written/profile.js";
import { inTurn } from "./in-turn.js";
import { operandsOf } from "./operands.js";

interface Question {
  readonly profile: unknown;
  readonly account: unknown;
  readonly at: unknown;
}

/** A validator written by hand for this one format: alone (v1), and with the arithmetic of (f1) after it (v2). */
export function handWritten({ profile, cases }: Situation): Contender[] {
  const questions = cases.map((each) => ({ profile, ...each }));
  for (const { account, at } of cases) {
    const read = validated({ profile, account, at });
    deepStrictEqual(read, { profile: parseProfile(profile), account: parseAccount(account), at });
    deepStrictEqual(decided({ profile, account, at }), figuresOf(evaluate({ profile, account, at })));
  }
  return [
    { key: "v1", run: inTurn(questions, validated) },
    { key: "v2", run: inTurn(questions, decided) },
  ];
}

function validated({ profile, account, at }: Question): {
  profile: ReturnType<typeof validProfile>;
  account: ReturnType<typeof validAccount>;
  at: string;
} {
  return { profile: validProfile(profile), account: validAccount(account), at: instant(at) };
}

function decided(question: Question): Figures {
  const { profile, account, at } = validated(question);
  return decimalJsFigures(operandsOf(profile, account, at));
}
