import {
  type AccountInput,
  applyPlan,
  type EvaluateInput,
  evaluate,
  explain,
  InvalidInputError,
  limitUsage,
  lintProfile,
  parseAccount,
  parseProfile,
  planTopup,
  type ProfileInput,
  worstCase,
} from "auto-topup";
import { type Facts, facts } from "./facts.js";
import { functionNamed } from "./functions.js";
import { read } from "./wire.js";

/** A function of the library by name and what it is called with; `situation` stands for all that can be asked of one. */
export interface Question {
  readonly fn: string;
  readonly args: readonly unknown[];
}

/** A text for people. Its form depends on the locale data of the runtime. */
export interface Told {
  readonly as: string;
  readonly text: string;
}

/** For each question what was decided, as JSON text, and what is said of it. */
export interface Answers {
  readonly facts: Facts;
  readonly decided: readonly string[];
  readonly told: readonly (readonly Told[])[];
}

/** Takes the questions, and gives the answers, as text: the same in and out on every runtime. */
export function answersTo(questions: string): string {
  const given = (read(questions) as readonly Question[]).map(answerTo);
  const answers: Answers = {
    facts: facts(),
    decided: given.map(({ decided }) => JSON.stringify(decided)),
    told: given.map(({ told }) => told),
  };
  return JSON.stringify(answers);
}

interface Answer {
  readonly decided: unknown;
  readonly told: readonly Told[];
}

function answerTo({ fn, args }: Question, index: number): Answer {
  if (fn === "situation") return answerToSituation(args[0] as EvaluateInput, index);
  const outcome = outcomeOf(() => functionNamed(fn)(...args));
  return fn === "toSvg" ? { decided: null, told: [{ as: fn, text: JSON.stringify(outcome) }] } : { decided: outcome, told: [] };
}

const STATUSES = ["paid", "pending", "unknown", "failed", "voided"] as const;
const LOCALES = ["de", "fr", "ja", "ar", "hi", "en-IN", "pt-BR", "sv"] as const;

// What takes long is asked of some alone.
const LINTED = 10;
const BOUNDED = 100;

function answerToSituation(input: EvaluateInput, index: number): Answer {
  const { profile, account } = input as { readonly profile: ProfileInput; readonly account: AccountInput };
  const plan = outcomeOf(() => planTopup(input));
  const decided = {
    profile: outcomeOf(() => parseProfile(profile)),
    account: outcomeOf(() => parseAccount(account)),
    decision: outcomeOf(() => evaluate(input)),
    plan,
    usage: outcomeOf(() => limitUsage(account)),
    ...(isTopup(plan) && { next: outcomeOf(() => applyPlan(account, plan.value, { id: `new-${index}`, status: oneOf(STATUSES, index) })) }),
    ...(index % LINTED === 0 && { findings: outcomeOf(() => lintProfile(profile, account)) }),
    ...(index % BOUNDED === 0 && { most: outcomeOf(() => worstCase(profile, account)) }),
  };
  if (!("value" in plan)) return { decided, told: [] };
  const locale = oneOf(LOCALES, index);
  const told = [
    { as: "explain, by default", text: textOf(() => explain(plan.value, { account })) },
    { as: `explain, ${locale}`, text: textOf(() => explain(plan.value, { account, locale })) },
  ];
  return { decided, told };
}

type Outcome<Value> = { readonly value: Value } | { readonly issues: InvalidInputError["issues"] } | { readonly threw: string };

function outcomeOf<Value>(call: () => Value): Outcome<Value> {
  try {
    return { value: call() };
  } catch (error) {
    return error instanceof InvalidInputError ? { issues: error.issues } : { threw: String(error) };
  }
}

function isTopup(
  plan: Outcome<ReturnType<typeof planTopup>>,
): plan is { readonly value: Extract<ReturnType<typeof planTopup>, { outcome: "topup" }> } {
  return "value" in plan && plan.value.outcome === "topup";
}

function textOf(call: () => unknown): string {
  return JSON.stringify(outcomeOf(call));
}

function oneOf<Choice>(choices: readonly Choice[], index: number): Choice {
  return choices[index % choices.length] as Choice;
}
