import { InvalidInputError, type InputIssue } from "../base/errors.js";
import { id } from "../base/fields.js";
import { readWith, valueOf } from "../base/parser.js";
import { made, object, oneOf, required } from "../base/schema.js";
import { type Account, type AccountInput, accountParser } from "../model/account.js";
import { type Plan, planShape, type TopupPlan } from "../model/plan.js";
import { TOPUP_STATUSES, type TopupStatus } from "../model/topup-record.js";
import { attempted } from "./attempted.js";

const attemptSchema = /* @__PURE__ */ made(() => object({ id: required(id), status: oneOf(TOPUP_STATUSES) }));

/**
 * How an attempt at a plan is recorded.
 *
 * @example
 * ```ts
 * import type { Attempt } from "auto-topup";
 *
 * const attempt: Attempt = { id: "t1", status: "pending" };
 * attempt.status; //=> "pending"
 * ```
 */
export interface Attempt {
  /** Of the new record; the account has no such top-up yet. */
  readonly id: string;
  readonly status: TopupStatus;
}

/**
 * The next snapshot after a plan was attempted: the record added and, where the credit has arrived (paid, or
 * a settlement that does not wait for payment), the figure moved and `asOf` set to the plan's instant.
 * Other credits that the new `asOf` overtakes move their figures too, so that none is forgotten. Pure: the
 * old snapshot is untouched.
 *
 * @param account the snapshot that the plan was made from, or a later one
 * @param plan a plan with the outcome `"topup"`
 * @param attempt the id and status of the new record
 * @returns the next snapshot, parsed
 * @throws InvalidInputError where an argument is malformed, the plan has nothing to apply or is another
 * account's, the id is taken, or the next figure has more digits than a snapshot can state; paths are
 * relative to the argument at fault
 *
 * @example
 * ```ts
 * import { applyPlan, planTopup } from "auto-topup";
 *
 * const profile = {
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "fixedAmount", value: "50" },
 * } as const;
 * const account = { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "4.20" }] };
 * const plan = planTopup({ profile, account, at: "2026-06-01T09:00:00Z" });
 * const next = applyPlan(account, plan, { id: "t1", status: "paid" });
 * next.wallets[0]?.balance; //=> "54.2"
 * planTopup({ profile, account: next, at: "2026-06-01T09:10:00Z" }).decision.reason; //=> "thresholdNotReached"
 * ```
 */
export function applyPlan(account: AccountInput | Account, plan: Plan, attempt: Attempt): Account {
  const before = accountParser.parse(account);
  const applied = topupPlanOf(valueOf(readWith(planShape, plan)), before);
  const { id: recordId, status } = valueOf(readWith(attemptSchema, attempt));
  if (isTaken(recordId, before, applied.decision.walletId))
    throw faulty(["id"], "duplicate_id", "is a top-up or lot that the account already has");

  return stated(attempted(before, applied, recordId, status));
}

/** A plan's figures are exact and of any length; those of a snapshot are not. */
function stated(next: AccountInput): Account {
  const reading = accountParser.keep(next);
  if ("value" in reading) return reading.value;
  throw faulty(["topup"], "out_of_range", "leads to a figure that a snapshot cannot state");
}

function topupPlanOf(plan: Plan, account: Account): TopupPlan {
  const { accountId, walletId } = plan.decision;
  if (plan.outcome === "none") throw faulty(["outcome"], "conflict", "must be topup: there is nothing to apply");
  if (accountId !== account.id) throw faulty(["decision", "accountId"], "conflict", "must be this account's id");
  if (plan.topup.currency !== account.currency) throw faulty(["topup", "currency"], "conflict", "must be this account's currency");
  if (walletId !== null && !account.wallets.some((wallet) => wallet.id === walletId)) {
    throw faulty(["decision", "walletId"], "conflict", "must be a wallet of this account");
  }
  return plan;
}

function isTaken(recordId: string, { topups, wallets }: Account, walletId: string | null): boolean {
  const lots = wallets.find((wallet) => wallet.id === walletId)?.lots ?? [];
  return [...topups, ...lots].some((each) => each.id === recordId);
}

function faulty(path: readonly string[], code: InputIssue["code"], message: string): InvalidInputError {
  return new InvalidInputError([{ path, code, message }]);
}
