import {
  type AccountInput,
  type Check,
  type Decision,
  evaluate,
  type EvaluateInput,
  type Guard,
  planTopup,
  type ProfileInput,
  type TopupPlan,
  type TopupRecord,
  type WalletInput,
} from "../../src/index.js";

/** The instant of most questions: a Monday morning. */
export const AT = "2026-06-01T09:00:00.000Z";

/** Fires where £100 or less of the `credit` limit is left, and then adds £50. */
export function owedProfile(over: Partial<ProfileInput> = {}): ProfileInput {
  return {
    id: "p1",
    trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit" },
    topup: { mode: "fixedAmount", value: "50" },
    ...over,
  };
}

/** Owes £430 of £500: £30 past the threshold of `owedProfile`. */
export function owedAccount(over: Partial<AccountInput> = {}): AccountInput {
  return { id: "a1", currency: "GBP", owed: { outstanding: "430" }, limits: { credit: "500" }, ...over };
}

/** A question about money owed; due as it stands. */
export function owed(
  profile: Partial<ProfileInput> = {},
  account: Partial<AccountInput> = {},
  at: EvaluateInput["at"] = AT,
): EvaluateInput {
  return { profile: owedProfile(profile), account: owedAccount(account), at };
}

/** Fires where the wallet holds $10 or less, and then adds $50. */
export function heldProfile(over: Partial<ProfileInput> = {}): ProfileInput {
  return {
    id: "p1",
    trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
    topup: { mode: "fixedAmount", value: "50" },
    ...over,
  };
}

/** Holds $4: $6 past the threshold of `heldProfile`. */
export function dollars(over: Partial<WalletInput> = {}): WalletInput {
  return { id: "w1", unit: "USD", ...("lots" in over ? {} : { balance: "4" }), ...over };
}

/** Holds 4 credits of $0.10. */
export function credits(over: Partial<WalletInput> = {}): WalletInput {
  return { id: "w1", unit: "credits", rate: "0.10", ...("lots" in over ? {} : { balance: "4" }), ...over };
}

export function heldAccount(over: Partial<AccountInput> = {}): AccountInput {
  return { id: "a1", currency: "USD", wallets: [dollars()], ...over };
}

/** A question about a wallet; due as it stands. */
export function held(
  profile: Partial<ProfileInput> = {},
  account: Partial<AccountInput> = {},
  at: EvaluateInput["at"] = AT,
): EvaluateInput {
  return { profile: heldProfile(profile), account: heldAccount(account), at };
}

/** Due on the first of each month at nine (UTC), and then adds £50; due as it stands. */
export function scheduled(
  profile: Partial<ProfileInput> = {},
  account: Partial<AccountInput> = {},
  at: EvaluateInput["at"] = AT,
): EvaluateInput {
  return {
    profile: owedProfile({
      trigger: { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-01T09:00:00Z" },
      ...profile,
    }),
    account: owedAccount(account),
    at,
  };
}

/** A past top-up of £50, made by the profile, paid and credited at once, a day before `AT`. */
export function past(over: Partial<TopupRecord> = {}): TopupRecord {
  return { id: "t1", profileId: "p1", charge: "50", createdAt: "2026-05-31T09:00:00Z", status: "paid", ...over };
}

/** The verdict of one guard. */
export function check(input: EvaluateInput, guard: Guard): Check {
  return checkOf(evaluate(input), guard);
}

export function checkOf(decision: Decision, guard: Guard): Check {
  const found = decision.checks.find((each) => each.guard === guard);
  if (found === undefined) throw new Error(`no check of ${guard}`);
  return found;
}

/** The plan of a question that is due. */
export function topupPlan(input: EvaluateInput): TopupPlan {
  const plan = planTopup(input);
  if (plan.outcome !== "topup") throw new Error(`not due: ${plan.decision.reason}`);
  return plan;
}

/** What is added and paid, and what was changed on the way. */
export function amounts(input: EvaluateInput): { credit: string; charge: string; adjustments: string[] } {
  const { credit, charge, adjustments } = topupPlan(input).topup;
  return { credit, charge, adjustments: adjustments.map(({ rule, from, to }) => `${rule} ${from} -> ${to}`) };
}

/** The outcome and its reason in one text. */
export function verdict(input: EvaluateInput): string {
  const { outcome, reason } = evaluate(input);
  return `${outcome} / ${reason}`;
}

/** Freezes a value and whatever it holds, so that a change to it throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** Whether nothing in it can be changed. */
export function isDeepFrozen(value: unknown): boolean {
  return typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isDeepFrozen));
}
