import {
  drawDown,
  type DrawDownInput,
  evaluate,
  limitUsage,
  parseAccount,
  parseProfile,
  planTopup,
  selectProfile,
  walletBalance,
} from "../../src/index.js";
import type { DrawnSelection } from "../../src/testing/recipes/selection.js";
import type { Situation } from "../../src/testing/situation.js";
import {
  modelEvaluate,
  type ModelInput,
  modelLimitUsage,
  modelPlan,
  modelSelect,
  modelWalletBalance,
  type ProfileInput as ModelProfile,
} from "../model/index.js";
import { modelDrawDown } from "../model/draw-down.js";

type Engine = ReturnType<typeof planTopup>;
type EngineDecision = ReturnType<typeof evaluate>;

// The model's types are looser in most places and stricter in one, hence the casts.

/** The same questions, answered by the engine and by the model. */
export interface Answers<Model = unknown> {
  readonly engine: unknown;
  readonly model: Model;
}

export function plans(situation: Situation): Answers<ReturnType<typeof modelPlan>> {
  return { engine: comparablePlan(planTopup(situation)), model: modelPlan(situation as ModelInput) };
}

/** Of what was parsed before, where plans are of what the caller wrote. */
export function decisions(situation: Situation): Answers {
  const { profile, account, at } = situation;
  return {
    engine: comparable(evaluate({ profile: parseProfile(profile), account: parseAccount(account), at })),
    model: modelEvaluate(situation as ModelInput),
  };
}

/** What a selection gives, without what the model leaves out. */
export function selections(selection: DrawnSelection): Answers {
  const { plan, decisions: engine } = selectProfile(selection);
  return {
    engine: { plan: plan && comparablePlan(plan), decisions: engine.map(comparable) },
    model: modelSelect({ ...selection, profiles: selection.profiles as readonly ModelProfile[] }),
  };
}

export function balances({ account, at }: Situation): Answers {
  const wallets = account.wallets ?? [];
  return {
    engine: wallets.map((wallet) => walletBalance(wallet, { at })),
    model: wallets.map((wallet) => modelWalletBalance(wallet, { at })),
  };
}

export function usages({ account }: Situation): Answers {
  return { engine: limitUsage(account), model: modelLimitUsage(account) };
}

export function drawnDown(input: DrawDownInput): Answers<ReturnType<typeof modelDrawDown>> {
  return { engine: drawDown(input), model: modelDrawDown(input) };
}

// The model leaves out the figures behind a check; the engine also says which basis a top-up moves.
function comparable(decision: EngineDecision) {
  return { ...decision, checks: decision.checks.map(({ guard, passed, reason, eligibleAt }) => ({ guard, passed, reason, eligibleAt })) };
}

function comparablePlan(plan: Engine) {
  const { decision, topup, ...rest } = plan;
  return { ...rest, decision: comparable(decision), topup: topup && withoutBasis(topup) };
}

function withoutBasis(topup: object): object {
  return Object.fromEntries(Object.entries(topup).filter(([key]) => key !== "basis"));
}
