// The reference model: sections 1 to 10 of the rules, as plainly as they can be written down. Input is taken to be
// well-formed. A decision's checks have no facts.
import { modelPlan } from "./plan.js";
import type { AccountInput, Decision, Instant, Plan, ProfileInput } from "./shapes.js";

export { modelLimitUsage, modelWalletBalance } from "./ledger.js";
export { modelEvaluate, modelPlan } from "./plan.js";
export type * from "./shapes.js";

export interface Selection {
  plan: Plan | null;
  decisions: Decision[];
}

/** Those restricted to this customer first, then by priority, then by id. */
export function modelSelect({
  profiles,
  account,
  at,
}: {
  profiles: readonly ProfileInput[];
  account: AccountInput;
  at: Instant;
}): Selection {
  const restricted = (p: ProfileInput): number => (p.customerId === account.id ? 0 : 1);
  const ranked = [...profiles].sort(
    (a, b) => restricted(a) - restricted(b) || (a.priority ?? 0) - (b.priority ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const plans = ranked.map((profile) => modelPlan({ profile, account, at }));
  return {
    plan: plans.find((plan) => plan.outcome === "topup") ?? null,
    decisions: plans.map((plan) => plan.decision),
  };
}
