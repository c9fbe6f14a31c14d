import { readWith, valueOf } from "../../base/parser.js";
import { type Schema, variants } from "../../base/schema.js";
import { type Decision, decisionShape } from "../../model/decision.js";
import { type Plan, planShape, type TopupPlan } from "../../model/plan.js";
import { amountSentences } from "./amount-sentences.js";
import { comparisonOf } from "./comparison.js";
import { next } from "./next.js";
import { type ExplainOptions, readSpeech } from "./options.js";
import { besides, decidedWhen, verdict, wouldCharge } from "./sentences.js";
import type { Telling } from "./telling.js";
import { wordingOf } from "./wording.js";

/** The outcomes of a decision and those of a plan are different words. */
const decidedShape: Schema<Decision | Plan> = /* @__PURE__ */ variants("outcome", [decisionShape, planShape]);

/**
 * Says in plain sentences, on one line, why a decision is what it is: what was compared with what, every
 * guard that stood in the way, when it can happen next, and for a plan what is charged, why so much, and
 * what is to be done. Figures keep every digit; amounts have their unit where the plan or the account says it.
 *
 * @param decided what `evaluate` or `planTopup` gave, also after JSON
 * @param options the locale, the account, the time zone, how much to tell, and in which words
 * @returns the sentences, joined by one space
 * @throws InvalidInputError with one issue per fault, paths relative to `decided` or else to `options`; also
 *   where `account` is not the decision's, or a message of `catalogue` gives no text
 *
 * @example
 * ```ts
 * import { explain, planTopup } from "auto-topup";
 *
 * const plan = planTopup({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
 *     topup: { mode: "toTarget", value: "100" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "main", unit: "USD", balance: "12.34" }] },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * explain(plan, { detail: "reason" }); //=> 'Due: the balance of wallet "main" is USD 12.34, USD 7.66 below the threshold of USD 20.00.'
 * ```
 */
export function explain(decided: Decision | Plan, options: ExplainOptions = {}): string {
  const given = valueOf(readWith(decidedShape, decided));
  const decision = "decision" in given ? given.decision : given;
  const plan = given.outcome === "topup" ? given : null;
  const { account, catalogue, detail, ...spoken } = readSpeech(options, decision);
  const wording = wordingOf(spoken, decision, plan?.topup ?? null, account);
  const telling = { decision, comparison: comparisonOf(decision, wording), wording, catalogue };

  const sentences = detail === "reason" ? [verdict(telling), ...next(telling)] : everything(plan, telling);
  return sentences.filter((each) => each !== "").join(" ");
}

function everything(plan: TopupPlan | null, telling: Telling): string[] {
  const amount = plan === null ? wouldCharge(telling) : amountSentences(plan, telling);
  return [verdict(telling), ...besides(telling), ...next(telling), ...amount, decidedWhen(telling)];
}
