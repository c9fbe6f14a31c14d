import { canonical, type Decimal, decimal, ONE, sum } from "../base/decimal.js";
import { minorDigits } from "../base/currency.js";
import { InvalidInputError, type InputIssue } from "../base/errors.js";
import { id } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { readWith, valueOf } from "../base/parser.js";
import { object, oneOf, required } from "../base/schema.js";
import type { GrantCredit } from "../model/action.js";
import { type Account, type AccountInput, accountParser, type Owed } from "../model/account.js";
import type { Lot, LotInput } from "../model/lot.js";
import { type Plan, planShape, type TopupPlan } from "../model/plan.js";
import { TOPUP_STATUSES, type TopupRecord, type TopupStatus } from "../model/topup-record.js";
import { scaleOf, type Wallet } from "../model/wallet.js";
import { creditedSince, isAskedFor, recordCredit } from "./record-credit.js";

const attemptSchema = /* @__PURE__ */ object({ id: required(id), status: oneOf(TOPUP_STATUSES) });

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

  const { at } = applied.decision;
  const arrived = hasArrived(applied, status);
  const topups = [...before.topups, recordOf(applied, recordId, status, arrived)];
  if (!arrived) return stated({ ...before, topups });

  const asOf = before.asOf !== null && before.asOf > at ? before.asOf : at;
  const overtaken = withOvertaken(before, asOf);
  return stated({ ...withCredit(overtaken, applied, recordId), asOf, topups });
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

/** Paid, or granted without waiting for the payment. */
function hasArrived({ actions }: TopupPlan, status: TopupStatus): boolean {
  if (status === "failed" || status === "voided") return false;
  return (
    status === "paid" ||
    actions.some((action) => action.kind === "recordTransaction" || (action.kind === "grantCredit" && action.status === "active"))
  );
}

function recordOf({ decision, topup }: TopupPlan, recordId: string, status: TopupStatus, arrived: boolean): TopupRecord {
  return {
    id: recordId,
    kind: "automatic",
    profileId: decision.profileId,
    walletId: decision.walletId,
    charge: topup.charge,
    credit: topup.credit,
    createdAt: decision.at,
    creditedAt: arrived ? decision.at : null,
    failedAt: null,
    status,
    failure: status === "failed" ? "declined" : null,
  };
}

/** The plan's own credit. A payment lowers what is outstanding, and what is overdue where that was meant; never what is unbilled. */
function withCredit(account: Account, { decision, topup, actions }: TopupPlan, recordId: string): AccountInput {
  const credit = decimal(topup.credit);
  if (decision.walletId === null) return { ...account, owed: paidOff(account.owed, credit, topup.basis === "overdue") };
  const grant = actions.find((action): action is GrantCredit => action.kind === "grantCredit");
  const lot: LotInput = {
    id: recordId,
    remaining: topup.credit,
    initial: topup.credit,
    createdAt: decision.at,
    effectiveAt: grant?.effectiveAt ?? decision.at,
    expiresAt: grant?.expiresAt ?? null,
    priority: grant?.priority ?? null,
  };
  return {
    ...account,
    wallets: account.wallets.map((wallet) => (wallet.id === decision.walletId ? credited(wallet, credit, [lot]) : wallet)),
  };
}

/** Credits of other automatic top-ups between the old `asOf` and the new one, which from now on counts as showing them. */
function withOvertaken(account: Account, asOf: Instant): Account {
  const { asOf: readAt } = account;
  if (readAt === null) return account;
  const overtaken = account.topups.filter((record) => {
    const since = creditedSince(record);
    return record.kind === "automatic" && isAskedFor(record) && since !== null && since > readAt && since <= asOf;
  });
  if (overtaken.length === 0) return account;
  const owed = overtaken.filter(({ walletId }) => walletId === null);
  const measure = { rate: ONE, scale: minorDigits(account.currency) as number };
  return {
    ...account,
    owed: owed.reduce((figures, record) => paidOff(figures, recordCredit(record, measure), true), account.owed),
    wallets: account.wallets.map((wallet) =>
      withRecords(
        wallet,
        overtaken.filter(({ walletId }) => walletId === wallet.id),
      ),
    ),
  };
}

/** A wallet with the credits of its records: new lots, or those that waited for the payment. */
function withRecords(wallet: Wallet, records: readonly TopupRecord[]): Wallet {
  if (records.length === 0) return wallet;
  const measure = { rate: decimal(wallet.rate as string), scale: scaleOf(wallet) };
  const paid = new Set(records.map((record) => record.id));
  const known = new Set(wallet.lots?.map((lot) => lot.id));
  const lots = wallet.lots?.map((lot): Lot => (paid.has(lot.id) ? { ...lot, status: "active" } : lot)) ?? null;
  const added = records.filter((record) => !known.has(record.id)).map((record) => ({ record, credit: recordCredit(record, measure) }));
  const newLots = added.map(({ record, credit }) => ({ id: record.id, remaining: canonical(credit), createdAt: record.createdAt }));
  return credited({ ...wallet, lots }, sum(added.map(({ credit }) => credit)), newLots);
}

function paidOff(owed: Owed, credit: Decimal, overdueToo: boolean): Owed {
  const less = (figure: string | null): string | null => figure && canonical(decimal(figure).minus(credit));
  return { outstanding: less(owed.outstanding), overdue: overdueToo ? less(owed.overdue) : owed.overdue, unbilled: owed.unbilled };
}

function credited(wallet: Wallet, credit: Decimal, lots: readonly LotInput[]): Wallet {
  // The lots are read with the next snapshot.
  if (wallet.lots !== null) return { ...wallet, lots: [...wallet.lots, ...(lots as readonly Lot[])] };
  return wallet.balance === null ? wallet : { ...wallet, balance: canonical(decimal(wallet.balance).plus(credit)) };
}

function faulty(path: readonly string[], code: InputIssue["code"], message: string): InvalidInputError {
  return new InvalidInputError([{ path, code, message }]);
}
