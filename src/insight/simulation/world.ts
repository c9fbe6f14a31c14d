import { canonical, type Decimal, decimal } from "../../base/decimal.js";
import { type Instant, toMs } from "../../base/instant.js";
import { overtakenBy, withRecords } from "../../ledger/arrival.js";
import type { Account } from "../../model/account.js";
import type { TopupPlan } from "../../model/plan.js";
import type { Profile } from "../../model/profile.js";
import type { Happening } from "./agenda.js";
import { type Books, booksOf } from "./books.js";
import { happen } from "./happen.js";
import { expireLots, nextLotChange } from "./lots.js";
import { outcomeOf } from "./payments.js";
import { prune } from "./prune.js";
import type { Scenario } from "./read-scenario.js";
import { aged, billedBy, fallDue } from "./receivables.js";
import { attempt, awaitedAtStart, settle, type Settlement } from "./settle.js";
import type { SettledTopup } from "./step.js";
import type { InvoiceEvent } from "./timeline.js";
import { settleOverdrawn } from "./use.js";

/** The simulated world at an instant: the books, and what is still to come because of what has happened. */
export interface World {
  readonly books: Books;
  readonly waiting: readonly (Settlement | DueDate)[];
  /** How many payments were made: the next one's outcome goes by it. */
  readonly payments: number;
  /** How many records were made, for their ids. */
  readonly records: number;
  /** The ids that the account brought. */
  readonly brought: ReadonlySet<string>;
  /** How many records of the history any rule still looked at, when they were last gone through. */
  readonly remembered: number;
}

interface DueDate {
  readonly kind: "dueDate";
  readonly ms: number;
  readonly amount: Decimal;
}

/** As the account stands at the start: with all that was credited since its figures were read, without what expired before. */
export function worldAtStart({ account, from, payments }: Scenario): World {
  const credited = overtakenBy(account, from);
  const read = booksOf(account);
  const current = { ...read, account: { ...expireLots(withRecords(account, credited), from).account, asOf: from } };
  return {
    books: credited.some(({ walletId }) => walletId === null) ? aged(current) : current,
    waiting: awaitedAtStart(account, from, payments),
    payments: 0,
    records: 0,
    brought: idsIn(account),
    remembered: account.topups.length,
  };
}

export interface Advanced {
  readonly world: World;
  readonly settled: readonly SettledTopup[];
  /** What was in lots of each wallet that expired. */
  readonly expired: ReadonlyMap<string, Decimal>;
}

/** At an instant: results become known, lots expire, and then the timeline's events happen, in their order. */
export function advance(before: World, at: Instant, happenings: readonly Happening[], scenario: Scenario): Advanced {
  const now = toMs(at);
  const due = before.waiting.filter(({ ms }) => ms <= now);
  let world: World = {
    ...before,
    waiting: before.waiting.filter(({ ms }) => ms > now),
    books: { ...before.books, account: { ...before.books.account, asOf: at } },
  };
  const settled: SettledTopup[] = [];
  for (const each of due) {
    world = { ...world, books: each.kind === "dueDate" ? fallDue(world.books, each.amount) : settle(world.books, each, at) };
    if (each.kind === "settlement" && each.result !== null) settled.push(...settledTopup(world.books, each.topupId));
  }
  // Only now: what is paid for after its own expiry arrives and is gone.
  const { account, amounts: expired } = expireLots(world.books.account, at);
  world = { ...world, books: { ...world.books, account } };
  for (const { event } of happenings)
    world = event.type === "invoice" ? invoiced(world, event, scenario) : happened(world, event, scenario);
  return { world: { ...world, books: settleOverdrawn(world.books, at, scenario.drawDownOrder) }, settled, expired };
}

function happened(world: World, event: Happening["event"], { drawDownOrder }: Scenario): World {
  const { id, records } = event.type === "payment" ? newId(world, "payment") : { id: "", records: world.records };
  return { ...world, records, books: happen(world.books, event, drawDownOrder, id) };
}

/** An invoice falls due in its time, or at once. */
function invoiced(world: World, event: InvoiceEvent, scenario: Scenario): World {
  const { at, dueAt } = event;
  const billed = billedBy(event, world.books);
  const next = happened(world, event, scenario);
  if (dueAt === null) return next;
  if (dueAt <= at) return { ...next, books: fallDue(next.books, billed) };
  return { ...next, waiting: [...next.waiting, { kind: "dueDate", ms: toMs(dueAt), amount: billed }] };
}

/** Carries a plan out, with the payment that is next. What nobody collects, a grant, cannot fail. */
export function carryOut(
  world: World,
  plan: TopupPlan,
  collects: boolean,
  scenario: Scenario,
): { readonly world: World; readonly attempted: SettledTopup } {
  const { payments: behaviour, drawDownOrder } = scenario;
  const { id, records } = newId(world, "topup");
  const outcome = collects ? outcomeOf(behaviour, world.payments) : "paid";
  const { books, status, awaits } = attempt(world.books, plan, id, outcome, collects ? behaviour : { ...behaviour, settleAfter: null });
  return {
    world: {
      ...world,
      books: settleOverdrawn(books, plan.decision.at, drawDownOrder),
      waiting: awaits === null ? world.waiting : [...world.waiting, awaits],
      payments: world.payments + (collects ? 1 : 0),
      records,
    },
    attempted: { topupId: id, status, charge: canonical(decimal(plan.topup.charge)) },
  };
}

const FEW = 32;

/** Without the history that no rule looks at any more: gone through each time that it has doubled. */
export function forget(world: World, profile: Profile, at: Instant): World {
  const { books, remembered } = world;
  if (books.account.topups.length <= 2 * remembered + FEW) return world;
  const account = prune(books.account, profile, at);
  return { ...world, books: { ...books, account }, remembered: account.topups.length };
}

/** When something next comes of what has happened, in milliseconds; Infinity where nothing does. */
export function nextChange({ books, waiting }: World, at: Instant): number {
  return waiting.reduce((next, { ms }) => Math.min(next, ms), nextLotChange(books.account, at));
}

function settledTopup({ account }: Books, topupId: string): SettledTopup[] {
  return account.topups.filter(({ id }) => id === topupId).map(({ status, charge }) => ({ topupId, status, charge }));
}

function idsIn({ topups, wallets }: Account): ReadonlySet<string> {
  return new Set([...topups, ...wallets.flatMap(({ lots }) => lots ?? [])].map(({ id }) => id));
}

/** An id that the account did not bring: topup-1, topup-2 … */
function newId({ records, brought }: World, word: string): { readonly id: string; readonly records: number } {
  let count = records;
  let id: string;
  do id = `${word}-${++count}`;
  while (brought.has(id));
  return { id, records: count };
}
