import { canonical, type Decimal, decimal, ONE, sum } from "../base/decimal.js";
import { minorDigits } from "../base/currency.js";
import type { Instant } from "../base/instant.js";
import type { Account, Owed } from "../model/account.js";
import type { GrantCredit } from "../model/action.js";
import type { ParsedLot } from "../model/lot.js";
import type { TopupPlan } from "../model/plan.js";
import type { ParsedTopupRecord } from "../model/topup-record.js";
import { scaleOf, type Wallet } from "../model/wallet.js";
import { creditedSince, isAskedFor, recordCredit } from "./record-credit.js";

/** With a plan's own credit. A payment lowers what is outstanding, and what is overdue where that was meant; never what is unbilled. */
export function withCredit(account: Account, { decision, topup, actions }: TopupPlan, recordId: string): Account {
  const credit = decimal(topup.credit);
  if (decision.walletId === null) return { ...account, owed: paidOff(account.owed, credit, topup.basis === "overdue") };
  const grant = actions.find((action): action is GrantCredit => action.kind === "grantCredit");
  const lot: ParsedLot = {
    ...lotOf(recordId, credit, decision.at),
    initial: canonical(credit),
    effectiveAt: grant?.effectiveAt ?? decision.at,
    expiresAt: grant?.expiresAt ?? null,
    priority: grant?.priority ?? null,
  };
  return {
    ...account,
    wallets: account.wallets.map((wallet) => (wallet.id === decision.walletId ? credited(wallet, credit, [lot]) : wallet)),
  };
}

/** The automatic top-ups whose credit lies between the old `asOf` and the new one, which from then on counts as showing them. */
export function overtakenBy({ asOf: readAt, topups }: Account, asOf: Instant): readonly ParsedTopupRecord[] {
  return topups.filter((record) => {
    const since = creditedSince(record);
    return record.kind === "automatic" && isAskedFor(record) && readAt !== null && since !== null && since > readAt && since <= asOf;
  });
}

/** With the credits of records, each to its figure; no new lot gets the id that is `reserved`. */
export function withRecords(account: Account, records: readonly ParsedTopupRecord[], reserved: string | null = null): Account {
  if (records.length === 0) return account;
  const owed = records.filter(({ walletId }) => walletId === null);
  const measure = { rate: ONE, scale: minorDigits(account.currency) as number };
  const held = byWallet(records);
  return {
    ...account,
    owed: owed.reduce((figures, record) => paidOff(figures, recordCredit(record, measure), true), account.owed),
    wallets: account.wallets.map((wallet) => walletWith(wallet, held.get(wallet.id) ?? [], reserved)),
  };
}

function byWallet(records: readonly ParsedTopupRecord[]): ReadonlyMap<string | null, readonly ParsedTopupRecord[]> {
  const held = new Map<string | null, ParsedTopupRecord[]>();
  for (const record of records) {
    const others = held.get(record.walletId);
    if (others === undefined) held.set(record.walletId, [record]);
    else others.push(record);
  }
  return held;
}

/**
 * A wallet with the credits of its records: the lots that waited for the payment, or new ones. A lot of a record's id that
 * waits for nothing is not the record's: what the figures do not show is in none that counts.
 */
function walletWith(wallet: Wallet, records: readonly ParsedTopupRecord[], reserved: string | null): Wallet {
  if (records.length === 0) return wallet;
  const measure = { rate: decimal(wallet.rate as string), scale: scaleOf(wallet) };
  const paid = new Set(records.map(({ id }) => id));
  const taken = new Set(wallet.lots?.map(({ id }) => id));
  const waited = new Set(wallet.lots?.filter(({ id, status }) => status === "pendingPayment" && paid.has(id)).map(({ id }) => id));
  const lots = wallet.lots?.map((lot): ParsedLot => (waited.has(lot.id) ? { ...lot, status: "active" } : lot)) ?? null;
  const added = records.filter(({ id }) => !waited.has(id)).map((record) => ({ ...record, credit: recordCredit(record, measure) }));
  const others = unusedIds((id) => taken.has(id) || paid.has(id) || id === reserved);
  const newLots = added.map(({ id, credit, createdAt }) => lotOf(taken.has(id) ? others.next().value : id, credit, createdAt));
  return credited({ ...wallet, lots }, sum(added.map(({ credit }) => credit)), newLots);
}

/** `credit-1`, `credit-2` and so on, but for those that are taken. */
function* unusedIds(isTaken: (id: string) => boolean): Generator<string, never> {
  for (let count = 1; ; count++) if (!isTaken(`credit-${count}`)) yield `credit-${count}`;
}

/** Less is outstanding and, where that was meant or nobody knows, overdue. */
export function paidOff(owed: Owed, credit: Decimal, overdueToo: boolean): Owed {
  const less = (figure: string | null): string | null => figure && canonical(decimal(figure).minus(credit));
  return { outstanding: less(owed.outstanding), overdue: overdueToo ? less(owed.overdue) : owed.overdue, unbilled: owed.unbilled };
}

function credited(wallet: Wallet, credit: Decimal, lots: readonly ParsedLot[]): Wallet {
  if (wallet.lots !== null) return { ...wallet, lots: [...wallet.lots, ...lots] };
  return wallet.balance === null ? wallet : { ...wallet, balance: canonical(decimal(wallet.balance).plus(credit)) };
}

/** A lot of so much, with nothing else said of it. */
function lotOf(id: string, credit: Decimal, createdAt: Instant): ParsedLot {
  return {
    id,
    remaining: canonical(credit),
    initial: null,
    status: "active",
    effectiveAt: null,
    expiresAt: null,
    createdAt,
    priority: null,
    cost: null,
    promotional: false,
    lineItemTypes: [],
    productIds: [],
  };
}
