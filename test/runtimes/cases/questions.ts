import fc from "fast-check";
import { situation } from "../../../src/testing/recipes/situation.js";
import { allCases, type Case } from "../../conformance/case.js";
import { targets } from "../../fuzz/targets/targets.js";
import type { Question } from "../portable/answers.js";
import { clockChanges, disputedChanges } from "./clock-changes.js";
import { extremes } from "./extremes.js";
import { malformed } from "./malformed.js";
import { isDisputed } from "./zones.js";

const SEED = 20_250_601;
const DRAWN = 2200;

/** Questions of one kind. */
export interface Kind {
  readonly name: string;
  readonly questions: readonly Question[];
  /** Whether questions and answers stay what they are as long as nobody changes the rules or what draws them. */
  readonly lasting: boolean;
}

/** Decided according to the release of the time zone database. */
export const DISPUTED = "in zones of which releases differ";

/** What every runtime is asked. */
export function kindsOfQuestions(): Kind[] {
  const drawn = fc.sample(situation, { seed: SEED, numRuns: DRAWN });
  const disputed = [...drawn.filter(({ account }) => isDisputed(account.timeZone)), ...disputedChanges()];
  return [
    lasting("situations drawn", drawn.filter(({ account }) => !isDisputed(account.timeZone)).map(ofSituation)),
    lasting("beside a change of the clocks", clockChanges().map(ofSituation)),
    lasting("with extreme figures", extremes().map(ofSituation)),
    lasting("malformed", malformed().map(ofSituation)),
    lasting("facts of other systems", allCases().map(ofCase)),
    { name: DISPUTED, questions: disputed.map(ofSituation), lasting: false },
    { name: "calls of other functions", questions: calls(), lasting: false },
  ];
}

function lasting(name: string, questions: readonly Question[]): Kind {
  return { name, questions, lasting: true };
}

function ofSituation(input: unknown): Question {
  return { fn: "situation", args: [input] };
}

function ofCase({ fn, input }: Case): Question {
  switch (fn) {
    case "walletBalance":
      return { fn, args: [input.wallet, { at: input.at }] };
    case "limitUsage":
      return { fn, args: [input.account] };
    case "balanceSummary":
      return { fn, args: [input.pot, { at: input.at }] };
    default:
      return { fn, args: [input] };
  }
}

/** What each situation is asked anyway. */
const ASKED = new Set([
  ...["parseProfile", "parseAccount", "profileSchema", "accountSchema", "evaluate", "planTopup", "applyPlan", "limitUsage"],
  ...["explain", "lintProfile", "worstCase"],
]);
const MOST_CALLS = 25;

/** With the documents that the fuzz begins at: those of them that the library takes. */
function calls(): Question[] {
  const others = targets.filter(({ name }) => !ASKED.has(name));
  return others.flatMap(({ name, seeds }) =>
    seeds()
      .slice(0, MOST_CALLS)
      .map((args) => ({ fn: name, args })),
  );
}
