import { type Instant, toMs } from "../../base/instant.js";
import { withCredit, withRecords } from "../../ledger/arrival.js";
import { attempted } from "../../ledger/attempted.js";
import { creditedSince, isAskedFor } from "../../ledger/record-credit.js";
import type { Account } from "../../model/account.js";
import { type Duration, durationMs } from "../../model/duration.js";
import type { TopupPlan } from "../../model/plan.js";
import type { FailureKind, ParsedTopupRecord, TopupStatus } from "../../model/topup-record.js";
import type { Books } from "./books.js";
import type { PaymentOutcome, Payments } from "./payments.js";
import { aged } from "./receivables.js";

/** What a payment turns out to be. */
export interface Result {
  readonly status: TopupStatus;
  readonly failure: FailureKind | null;
}

/** A result that becomes known, or a credit that arrives, at an instant still to come. */
export interface Settlement {
  readonly kind: "settlement";
  readonly ms: number;
  readonly topupId: string;
  /** Null where only the credit arrives. */
  readonly result: Result | null;
  /** Null for a top-up that the account had before. */
  readonly plan: TopupPlan | null;
}

export interface Attempted {
  readonly books: Books;
  readonly status: TopupStatus;
  readonly awaits: Settlement | null;
}

/** The books after a plan was carried out with a payment of this outcome. */
export function attempt(books: Books, plan: TopupPlan, topupId: string, outcome: PaymentOutcome, payments: Payments): Attempted {
  const { at } = plan.decision;
  const known = knownAt(outcome, at, payments);
  const result = known !== null && known.ms === toMs(at) ? known.result : null;
  const status = result?.status ?? (outcome === "lost" ? "unknown" : "pending");
  const account = attempted(books.account, plan, topupId, status);
  const recorded = result?.status === "failed" ? withResult(account, topupId, result, at) : account;
  const awaits: Settlement | null = result !== null || known === null ? null : { kind: "settlement", topupId, plan, ...known };
  const next = { ...books, account: recorded };
  return { books: recorded.owed === books.account.owed ? next : aged(next), status, awaits };
}

/** The books after a result became known or a credit arrived. */
export function settle(books: Books, { topupId, result, plan }: Settlement, at: Instant): Books {
  const before = books.account.topups.find(({ id }) => id === topupId);
  if (before === undefined) return books;
  const arrives = result === null ? isAskedFor(before) : result.status === "paid" && before.creditedAt === null;
  const account = result === null ? books.account : withResult(books.account, topupId, result, at);
  if (!arrives) return { ...books, account };
  const credited = plan === null ? withRecords(account, [before]) : withCredit(account, plan, topupId);
  const next = { ...books, account: credited };
  return before.walletId === null ? aged(next) : next;
}

/**
 * What the account brings that is still to settle, counted from its creation: pending ones do as the payments do
 * `otherwise`, and of unknown ones it is found out as of those that are lost.
 */
export function awaitedAtStart({ topups }: Account, from: Instant, payments: Payments): Settlement[] {
  return topups.flatMap((record): Settlement[] => {
    const awaited = (ms: number, result: Result | null): Settlement => ({ kind: "settlement", ms, topupId: record.id, result, plan: null });
    const arrivesAt = isAskedFor(record) ? creditedSince(record) : null;
    const arrival = arrivesAt !== null && arrivesAt > from ? [awaited(toMs(arrivesAt), null)] : [];
    const known = outcomeAtStart(record, payments);
    return known === null ? arrival : [...arrival, awaited(Math.max(known.ms, toMs(from)), known.result)];
  });
}

function outcomeAtStart({ status, createdAt }: ParsedTopupRecord, payments: Payments): ReturnType<typeof knownAt> {
  if (status === "pending") return knownAt(payments.otherwise, createdAt, payments);
  return status === "unknown" ? knownAt("lost", createdAt, payments) : null;
}

/** When it is known what became of a payment, and what; null where it never is. */
function knownAt(outcome: PaymentOutcome, at: Instant, payments: Payments): { ms: number; result: Result } | null {
  const after = (duration: Duration | null): number => toMs(at) + (duration === null ? 0 : durationMs(duration));
  switch (outcome) {
    case "paid":
      return { ms: after(payments.settleAfter), result: { status: "paid", failure: null } };
    case "declined":
    case "hardDeclined":
    case "infrastructure":
      return { ms: after(payments.settleAfter), result: { status: "failed", failure: outcome } };
    case "lost":
      return payments.foundOutAfter && { ms: after(payments.foundOutAfter), result: { status: payments.foundOut, failure: null } };
    case "unanswered":
      return null;
  }
}

function withResult(account: Account, topupId: string, { status, failure }: Result, at: Instant): Account {
  const known = (record: ParsedTopupRecord): ParsedTopupRecord => ({
    ...record,
    status,
    failure,
    creditedAt: status === "paid" ? (record.creditedAt ?? at) : record.creditedAt,
    failedAt: status === "failed" ? at : record.failedAt,
  });
  return { ...account, topups: account.topups.map((record) => (record.id === topupId ? known(record) : record)) };
}
