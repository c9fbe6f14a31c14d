// A simulation, played as naively as it can be: nothing is ever forgotten, and at each instant the account is made anew
// from the very beginning. Input is taken to be well-formed. What becomes of payments is a script.
import type { ScenarioInput, TimelineEventInput } from "../../src/index.js";
import { DAY, dayAt, instant, instantOf, iso, optionalInstant, passings } from "./clock.js";
import { minorUnits, unitName } from "./currency.js";
import { modelDrawDown } from "./draw-down.js";
import { walletAvailable } from "./ledger.js";
import { modelPlan } from "./plan.js";
import {
  add,
  canonical,
  compare,
  divide,
  floorTo,
  halfUpTo,
  multiply,
  negate,
  ONE,
  optionalRational,
  rational,
  type Rational,
  subtract,
  unitOf,
  whole,
  ZERO,
} from "./rational.js";
import type { AccountInput, Decision, Duration, Plan, ProfileInput, RecordInput, WalletInput } from "./shapes.js";
import { lengthOf, situate } from "./situation.js";
import { distanceOf, isPast, percentOf } from "./threshold.js";

export interface ModelScenario extends ScenarioInput {
  readonly profile: ProfileInput;
  readonly account: AccountInput & ScenarioInput["account"];
}

type Outcome = "paid" | "declined" | "hardDeclined" | "infrastructure" | "lost" | "unanswered";
type Usage = Extract<TimelineEventInput, { type: "usage" }>;
type Single = Exclude<TimelineEventInput, { type: "usageRate" }>;
type Method = AccountInput["paymentMethod"];
type Status = RecordInput["status"];

interface Happening {
  ms: number;
  index: number;
  event: Single;
}
interface Lot {
  id: string;
  remaining: Rational;
  initial: Rational | null;
  status: "active" | "pendingPayment";
  effectiveAt: number | null;
  expiresAt: number | null;
  createdAt: number | null;
  priority: number | null;
  cost: string | number | null;
  promotional: boolean;
  lineItemTypes: readonly string[];
  productIds: readonly string[];
}
interface Wallet {
  told: WalletInput;
  lots: Lot[] | null;
  balance: Rational | null;
  pendingUsage: Rational;
  deficit: Rational; // what the lots could not cover, told with the pending usage
}
interface Account {
  owed: Record<"outstanding" | "overdue" | "unbilled", Rational | null>;
  notYetDue: Rational | null; // what is outstanding beyond it is overdue
  due: { ms: number; billed: Rational }[];
  billedThrough: number | null;
  limits: Record<string, string | number | null | undefined>;
  wallets: Wallet[];
  method: Method;
  resumedAt: number | null;
  records: RecordInput[];
  made: number;
}
/** What becomes known of a top-up, and when; without a status only its credit arrives. */
interface Result {
  ms: number;
  status: Status | null;
  failure: "declined" | "hardDeclined" | "infrastructure" | null;
}
interface Attempt {
  ms: number;
  plan: Extract<Plan, { outcome: "topup" }>;
  outcome: Outcome;
  known: Result | null;
}
export interface Standing {
  figure: string | null;
  threshold: string | null;
  limit: string | null;
  pastThreshold: boolean;
  pastLimit: boolean;
  dry: boolean;
}
interface Settled {
  topupId: string;
  status: Status;
  charge: string;
}
export interface ModelStep {
  ms: number;
  events: Single[];
  settled: Settled[];
  attempted: Settled | null;
  decision: Decision | null;
  plan: Plan | null;
  reached: Standing;
  after: Standing;
  owed: object;
  balances: Record<string, string | null>;
  expired: Rational;
  /** What the engine is asked about, where it is. */
  account: AccountInput;
}

const knownAmount = (amount: string | number | null | undefined): Rational | null => optionalRational(amount);
const waitOf = (duration: Duration | null | undefined): number => (duration ? lengthOf(duration) : 0);
const text = (amount: Rational | null): string | null => amount && canonical(amount);
const moment = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const max = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);

/** The figures at the start, before anything happens. */
export function modelStart(scenario: ModelScenario): { figure: string | null } & Pick<ModelStep, "owed" | "balances"> {
  const from = instant(scenario.from);
  const account = accountAt(scenario, from);
  return { figure: standingOf(scenario, account, from).figure, ...figuresOf(account, from) };
}

export function modelSteps(scenario: ModelScenario): ModelStep[] {
  const [from, to] = [instant(scenario.from), instant(scenario.to)];
  const happenings = happeningsOf(scenario, from, to);
  const asked = evaluationsOf(scenario, from, to);
  const attempts: Attempt[] = [];
  const instants: number[] = [];
  const steps: ModelStep[] = [];
  for (let ms = from; ms < to;) {
    instants.push(ms);
    const before = replayed(scenario, happenings, attempts, instants);
    const isAsked = asked === "event" || asked.includes(ms);
    const plan = isAsked
      ? modelPlan({ profile: scenario.profile, account: snapshot(scenario, before.account, ms), at: moment(ms) as string })
      : null;
    if (plan?.outcome === "topup") attempts.push(attemptOf(scenario, plan, ms, attempts));
    const after = replayed(scenario, happenings, attempts, instants);
    steps.push({
      ms,
      events: happenings.filter((each) => each.ms === ms).map(({ event }) => event),
      settled: before.settled,
      attempted: after.attempted,
      decision: plan?.decision ?? null,
      plan,
      reached: standingOf(scenario, before.account, ms),
      after: standingOf(scenario, after.account, ms),
      ...figuresOf(after.account, ms),
      expired: after.expired,
      account: snapshot(scenario, before.account, ms),
    });
    ms = Math.min(...changesOf(scenario, after.account, attempts, happenings, asked, from).filter((each) => each > ms), Infinity);
  }
  return steps;
}

/** Whatever may change something, at any time. */
function changesOf(
  scenario: ModelScenario,
  account: Account,
  attempts: readonly Attempt[],
  happenings: readonly Happening[],
  asked: "event" | number[],
  from: number,
): number[] {
  const lots = account.wallets.flatMap(({ lots: each }) => each ?? []);
  return [
    ...happenings.map(({ ms }) => ms),
    ...(asked === "event" ? [] : asked),
    ...broughtResults(scenario, from).map(([, { ms }]) => ms),
    ...attempts.flatMap(({ known }) => known?.ms ?? []),
    ...account.due.map(({ ms }) => ms),
    ...lots.flatMap(({ effectiveAt, expiresAt }) => [effectiveAt ?? [], expiresAt ?? []].flat()),
  ];
}

function happeningsOf({ account, timeline, from: start, to: end }: ModelScenario, from: number, to: number): Happening[] {
  const all = (timeline ?? []).flatMap((event, index): Happening[] => {
    if (event.type !== "usageRate") return [{ ms: instant(event.at), index, event }];
    const { amount, per, every, walletId, basis } = event;
    const [first, last] = [instant(event.from ?? start), event.until ? instant(event.until) : instant(end) + 1e15];
    const length = every ? lengthOf(every) : 3_600_000;
    const quantum = quantumOf(account, targetOf(account, event));
    const used = (ms: number): Rational => floorTo(divide(multiply(rational(amount), whole(ms - first)), whole(lengthOf(per))), quantum);
    const taken: Happening[] = [];
    for (let begin = first; begin < last && begin < to; begin += length) {
      const ms = Math.min(begin + length, last);
      const part = canonical(subtract(used(ms), used(begin)));
      if (part === "0" || ms <= from) continue;
      taken.push({ ms, index, event: { type: "usage", at: moment(ms) as string, amount: part, walletId, ...(basis && { basis }) } });
    }
    return taken;
  });
  return all.filter(({ ms }) => ms >= from && ms < to).sort((a, b) => a.ms - b.ms || a.index - b.index);
}

function evaluationsOf({ account, evaluateOn }: ModelScenario, from: number, to: number): "event" | number[] {
  if (evaluateOn === "event") return "event";
  const all: number[] = [];
  if ("everyMinutes" in evaluateOn) for (let ms = from; ms < to; ms += evaluateOn.everyMinutes * 60_000) all.push(ms);
  else {
    const zone = account.timeZone ?? "UTC";
    const [hours = 0, minutes = 0] = evaluateOn.dailyAt.split(":").map(Number);
    for (let day = dayAt(from, zone); day <= dayAt(to, zone) + 1; day++)
      all.push(instantOf(day * DAY + (hours * 60 + minutes) * 60_000, zone));
  }
  return all.filter((ms) => ms >= from && ms < to);
}

// What usage falls on, where it does not say: unbilled where that is known, else outstanding, else the only wallet.
function targetOf(
  { owed, wallets }: AccountInput,
  { walletId, basis }: Pick<Usage, "walletId" | "basis">,
): { walletId: string } | "unbilled" | "outstanding" {
  if (walletId != null) return { walletId };
  if (basis !== undefined) return basis;
  if (owed?.unbilled != null) return "unbilled";
  if (owed?.outstanding != null) return "outstanding";
  return { walletId: wallets?.[0]?.id ?? "" };
}

function quantumOf({ currency, wallets }: AccountInput, target: ReturnType<typeof targetOf>): Rational {
  const wallet = typeof target === "object" ? wallets?.find(({ id }) => id === target.walletId) : undefined;
  return unitOf(minorUnits(unitName(wallet?.unit ?? currency)) ?? wallet?.scale ?? 9);
}

function attemptOf({ profile, payments }: ModelScenario, plan: Attempt["plan"], ms: number, earlier: readonly Attempt[]): Attempt {
  if (profile.settlement?.kind === "grant") return { ms, plan, outcome: "paid", known: { ms, status: "paid", failure: null } };
  const outcome = payments?.outcomes?.[earlier.length] ?? payments?.otherwise ?? "paid";
  return { ms, plan, outcome, known: resultOf(outcome, ms, payments) };
}

function resultOf(outcome: Outcome, since: number, payments: ScenarioInput["payments"]): Result | null {
  if (outcome === "unanswered") return null;
  if (outcome === "lost") {
    if (!payments?.foundOutAfter) return null;
    return { ms: since + waitOf(payments.foundOutAfter), status: payments.foundOut ?? "paid", failure: null };
  }
  const ms = since + waitOf(payments?.settleAfter);
  return outcome === "paid" ? { ms, status: "paid", failure: null } : { ms, status: "failed", failure: outcome };
}

const creditedSince = ({ status, createdAt, creditedAt }: RecordInput): number | null =>
  optionalInstant(creditedAt) ?? (status === "paid" ? instant(createdAt) : null);
const isAskedFor = ({ status }: RecordInput): boolean => status !== "failed" && status !== "voided";

/** What is to become known of the top-ups that the account brings. */
function broughtResults({ account, payments }: ModelScenario, from: number): [id: string, result: Result][] {
  return (account.topups ?? []).flatMap((record): [string, Result][] => {
    const since = creditedSince(record);
    const createdAt = instant(record.createdAt);
    const arrival: Result[] = isAskedFor(record) && since !== null && since > from ? [{ ms: since, status: null, failure: null }] : [];
    const known =
      record.status === "pending"
        ? resultOf(payments?.otherwise ?? "paid", createdAt, payments)
        : record.status === "unknown"
          ? resultOf("lost", createdAt, payments)
          : null;
    const results = known === null ? arrival : [...arrival, { ...known, ms: Math.max(known.ms, from) }];
    return results.map((result) => [record.id, result]);
  });
}

/** The account after all that has happened at these instants, played from the start. */
function replayed(scenario: ModelScenario, happenings: readonly Happening[], attempts: readonly Attempt[], instants: readonly number[]) {
  const from = instant(scenario.from);
  const account = accountAt(scenario, from);
  const ids = new Map<Attempt, string>();
  const order = scenario.drawDownOrder ?? "openmeter";
  let settled: Settled[] = [];
  let attempted: Settled | null = null;
  let expired = ZERO;
  for (const ms of instants) {
    [settled, attempted] = [[], null];
    const tell = (id: string): Settled => {
      const { status, charge } = account.records.find((each) => each.id === id) as RecordInput;
      return { topupId: id, status, charge: canonical(rational(charge)) };
    };
    for (const [id, result] of broughtResults(scenario, from)) {
      if (result.ms !== ms) continue;
      become(scenario, account, id, result, null, ms);
      if (result.status !== null) settled.push(tell(id));
    }
    for (const attempt of attempts) {
      if (attempt.known?.ms !== ms || attempt.ms === ms) continue;
      const id = ids.get(attempt) as string;
      become(scenario, account, id, attempt.known, attempt, ms);
      settled.push(tell(id));
    }
    for (const { billed } of account.due.filter((each) => each.ms === ms)) fallDue(account, billed);
    expired = expire(scenario, account, ms);
    for (const { event } of happenings.filter((each) => each.ms === ms)) happen(scenario, account, event, ms, order);
    coverDeficits(account, ms, order);
    const now = attempts.find((each) => each.ms === ms);
    if (now) {
      const id = newId(scenario, account, "topup");
      ids.set(now, id);
      record(scenario, account, id, now);
      attempted = tell(id);
      coverDeficits(account, ms, order);
    }
  }
  return { account, settled, attempted, expired };
}

function accountAt(scenario: ModelScenario, from: number): Account {
  const { account } = scenario;
  const { outstanding = null, overdue = null, unbilled = null } = account.owed ?? {};
  const owed = { outstanding: knownAmount(outstanding), overdue: knownAmount(overdue), unbilled: knownAmount(unbilled) };
  const rest = owed.outstanding && owed.overdue && subtract(owed.outstanding, owed.overdue);
  const state: Account = {
    owed,
    notYetDue: rest && owed.overdue && compare(owed.overdue, ZERO) <= 0 ? max(rest, ZERO) : rest,
    due: [],
    billedThrough: optionalInstant(account.billedThrough),
    limits: { ...account.limits },
    wallets: (account.wallets ?? []).map(walletOf),
    method: account.paymentMethod,
    resumedAt: optionalInstant(account.autoTopupResumedAt),
    records: [...(account.topups ?? [])],
    made: 0,
  };
  // What was credited since the figures were read is in them by now.
  const asOf = optionalInstant(account.asOf);
  for (const each of state.records) {
    const since = creditedSince(each);
    if (asOf === null || since === null || !isAskedFor(each) || each.kind === "manual") continue;
    if (since > asOf && since <= from) arrive(scenario, state, each, null);
  }
  for (const wallet of state.wallets) wallet.lots = wallet.lots && wallet.lots.filter((lot) => !isExpired(lot, from));
  return state;
}

function walletOf(told: WalletInput): Wallet {
  const lots = told.lots?.map((lot) => {
    const more = lot as Partial<Pick<Lot, "priority" | "cost" | "promotional" | "lineItemTypes" | "productIds">> & {
      initial?: string;
      createdAt?: string;
    };
    return {
      ...emptyLot(lot.id, rational(lot.remaining), optionalInstant(more.createdAt)),
      initial: knownAmount(more.initial),
      status: lot.status ?? "active",
      effectiveAt: optionalInstant(lot.effectiveAt),
      expiresAt: optionalInstant(lot.expiresAt),
      priority: more.priority ?? null,
      cost: more.cost ?? null,
      promotional: more.promotional ?? false,
      lineItemTypes: more.lineItemTypes ?? [],
      productIds: more.productIds ?? [],
    };
  });
  return { told, lots: lots ?? null, balance: knownAmount(told.balance), pendingUsage: rational(told.pendingUsage ?? 0), deficit: ZERO };
}

const emptyLot = (id: string, remaining: Rational, createdAt: number | null): Lot => ({
  id,
  remaining,
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
});

/** A record and, where its credit is there at once, the figure. */
function record(scenario: ModelScenario, account: Account, id: string, { plan, outcome, known, ms }: Attempt): void {
  const atOnce = known?.ms === ms ? known : null;
  const status = atOnce?.status ?? (outcome === "lost" ? "unknown" : "pending");
  const waits = !plan.actions.some(
    ({ kind, status: granted }) => kind === "recordTransaction" || (kind === "grantCredit" && granted === "active"),
  );
  const arrived = status === "paid" || (!waits && status !== "failed" && status !== "voided");
  const made: RecordInput = {
    id,
    kind: "automatic",
    profileId: scenario.profile.id,
    walletId: plan.decision.walletId,
    charge: plan.topup.charge,
    credit: plan.topup.credit,
    createdAt: moment(ms) as string,
    creditedAt: arrived ? moment(ms) : null,
    failedAt: status === "failed" ? moment(ms) : null,
    status,
    failure: atOnce?.failure ?? null,
  };
  account.records.push(made);
  if (arrived) arrive(scenario, account, made, plan);
}

function become(scenario: ModelScenario, account: Account, id: string, result: Result, attempt: Attempt | null, ms: number): void {
  const index = account.records.findIndex((each) => each.id === id);
  const before = account.records[index] as RecordInput;
  const carried =
    attempt === null &&
    (scenario.account.wallets ?? []).some((wallet) => wallet.lots?.some((lot) => lot.id === id && lot.status !== "pendingPayment"));
  const { status, failure } = result;
  if (status !== null) {
    account.records[index] = {
      ...before,
      status,
      failure,
      creditedAt: before.creditedAt ?? (status === "paid" ? moment(ms) : null),
      failedAt: status === "failed" ? moment(ms) : before.failedAt,
    };
  }
  const arrives = status === null ? isAskedFor(before) : status === "paid" && before.creditedAt == null;
  if (arrives && !carried) arrive(scenario, account, before, attempt?.plan ?? null);
}

/** A credit comes to where it belongs: a lot that waits for it, a new lot, a balance, or what is owed. */
function arrive(
  scenario: ModelScenario,
  account: Account,
  { id, walletId, charge, credit, createdAt }: RecordInput,
  plan: Attempt["plan"] | null,
): void {
  const wallet = account.wallets.find(({ told }) => told.id === walletId);
  if (walletId != null && !wallet) return;
  const rate = optionalRational(wallet?.told.rate) ?? ONE;
  const quantum = quantumOf(scenario.account, walletId == null ? "outstanding" : { walletId });
  const amount = credit == null ? floorTo(divide(rational(charge), rate), quantum) : rational(credit);
  if (!wallet) {
    const basis = plan === null ? "overdue" : situate({ ...scenario, account: snapshot(scenario, account, 0), at: plan.decision.at }).basis;
    payOwed(account, amount, basis === "overdue");
  } else if (wallet.lots) {
    const waiting = wallet.lots.find((lot) => lot.id === id);
    if (waiting) waiting.status = "active";
    else wallet.lots.push({ ...emptyLot(id, amount, instant(createdAt)), ...(plan && termsOf(plan, amount)) });
  } else if (wallet.balance) wallet.balance = add(wallet.balance, amount);
}

function termsOf({ actions, decision }: Attempt["plan"], initial: Rational): Partial<Lot> {
  const grant = actions.find(({ kind }) => kind === "grantCredit");
  const expiresAt = optionalInstant(grant?.expiresAt as string | null | undefined);
  return { initial, effectiveAt: instant(decision.at), expiresAt, priority: (grant?.priority as number | null | undefined) ?? null };
}

function payOwed({ owed, notYetDue }: Account, amount: Rational, overdueToo: boolean): void {
  owed.outstanding = owed.outstanding && subtract(owed.outstanding, amount);
  if (notYetDue === null && overdueToo) owed.overdue = owed.overdue && subtract(owed.overdue, amount);
}

function fallDue(account: Account, billed: Rational): void {
  if (account.notYetDue) account.notYetDue = subtract(account.notYetDue, billed);
  else account.owed.overdue = account.owed.overdue && add(account.owed.overdue, billed);
}

/** The oldest is paid first: what is outstanding beyond what is not yet due. */
const overdueOf = ({ owed, notYetDue }: Account): Rational | null =>
  notYetDue && owed.outstanding ? max(ZERO, subtract(owed.outstanding, notYetDue)) : owed.overdue;

const isExpired = ({ status, expiresAt }: Lot, ms: number): boolean => status === "active" && expiresAt !== null && expiresAt <= ms;

/** What the watched wallet loses. */
function expire({ profile, account: told }: ModelScenario, account: Account, ms: number): Rational {
  const watched = situate({ profile, account: told, at: new Date(ms) }).wallet?.id;
  let lost = ZERO;
  for (const wallet of account.wallets) {
    for (const lot of wallet.lots ?? []) if (wallet.told.id === watched && isExpired(lot, ms)) lost = add(lost, lot.remaining);
    wallet.lots = wallet.lots && wallet.lots.filter((lot) => !isExpired(lot, ms));
  }
  return lost;
}

function happen(scenario: ModelScenario, account: Account, event: Single, ms: number, order: Order): void {
  const { owed } = account;
  switch (event.type) {
    case "usage": {
      const target = targetOf(scenario.account, event);
      const amount = rational(event.amount);
      if (typeof target === "object") {
        const wallet = account.wallets.find(({ told }) => told.id === target.walletId) as Wallet;
        draw(wallet, amount, { type: event.lineItemType ?? null, productId: event.productId ?? null }, ms, order);
        return;
      }
      owed[target] = owed[target] && add(owed[target], amount);
      if (target === "outstanding") account.notYetDue = account.notYetDue && add(account.notYetDue, amount);
      return;
    }
    case "invoice": {
      const billed = knownAmount(event.amount) ?? owed.unbilled ?? ZERO;
      owed.unbilled = owed.unbilled && subtract(owed.unbilled, billed);
      owed.outstanding = owed.outstanding && add(owed.outstanding, billed);
      account.notYetDue = account.notYetDue && add(account.notYetDue, billed);
      if (account.billedThrough !== null) account.billedThrough = ms;
      const dueAt = optionalInstant(event.dueAt);
      if (dueAt !== null && dueAt > ms) account.due.push({ ms: dueAt, billed });
      else if (dueAt !== null) fallDue(account, billed);
      return;
    }
    case "payment": {
      const nothingOwed = Object.values(scenario.account.owed ?? {}).every((figure) => figure === null || figure === undefined);
      const walletId = event.walletId ?? (nothingOwed ? (scenario.account.wallets?.[0]?.id ?? null) : null);
      const rate = optionalRational(account.wallets.find(({ told }) => told.id === walletId)?.told.rate) ?? ONE;
      const charge = halfUpTo(multiply(rational(event.amount), rate), unitOf(minorUnits(unitName(scenario.account.currency)) ?? 2));
      const at = moment(ms) as string;
      const made: RecordInput = {
        id: newId(scenario, account, "payment"),
        kind: "manual",
        walletId,
        charge: canonical(charge),
        credit: canonical(rational(event.amount)),
        createdAt: at,
        creditedAt: at,
        status: "paid",
      };
      account.records.push(made);
      arrive(scenario, account, made, null);
      return;
    }
    case "limit":
      account.limits[event.name] = event.value;
      return;
    case "paymentMethod":
      account.method = event.paymentMethod;
      if (event.resumes ?? true) account.resumedAt = ms - 1; // what fails at this instant fails with the new one
      return;
  }
}

type Order = NonNullable<ScenarioInput["drawDownOrder"]>;

function draw(wallet: Wallet, amount: Rational, scope: { type: string | null; productId: string | null }, ms: number, order: Order): void {
  if (!wallet.lots) {
    wallet.balance = wallet.balance && add(wallet.balance, negate(amount));
    return;
  }
  const { unit, status } = wallet.told;
  const at = moment(ms) as string;
  const sources = wallet.lots.map(({ id, remaining, initial, effectiveAt, expiresAt, createdAt, ...rest }) => ({
    ...rest,
    kind: "lot",
    id,
    remaining: canonical(remaining),
    initial: text(initial),
    currency: unit,
    startsAt: moment(effectiveAt),
    endsAt: moment(expiresAt),
    createdAt: moment(createdAt),
  }));
  const serving = (status ?? "active") === "active" ? sources : [];
  const drawn = modelDrawDown({ charges: [{ id: "usage", amount: canonical(amount), at, ...scope }], sources: serving, order });
  for (const { id, after } of drawn.sources) {
    const lot = wallet.lots.find((each) => each.id === id);
    if (lot) lot.remaining = rational(after);
  }
  wallet.lots = wallet.lots.filter((lot) => lot.status === "pendingPayment" || compare(lot.remaining, ZERO) !== 0);
  wallet.deficit = add(wallet.deficit, rational(drawn.charges[0]?.unpaid ?? 0));
}

function coverDeficits(account: Account, ms: number, order: Order): void {
  for (const wallet of account.wallets) {
    if (compare(wallet.deficit, ZERO) === 0) continue;
    const { deficit } = wallet;
    wallet.deficit = ZERO;
    draw(wallet, deficit, { type: null, productId: null }, ms, order);
  }
}

function newId({ account: { topups, wallets } }: ModelScenario, account: Account, word: string): string {
  const taken = [...(topups ?? []).map(({ id }) => id), ...(wallets ?? []).flatMap(({ lots }) => (lots ?? []).map(({ id }) => id))];
  do account.made += 1;
  while (taken.includes(`${word}-${account.made}`));
  return `${word}-${account.made}`;
}

function snapshot({ account: told }: ModelScenario, account: Account, ms: number): AccountInput {
  return {
    ...told,
    asOf: moment(ms),
    owed: owedOf(account),
    billedThrough: moment(account.billedThrough),
    limits: account.limits,
    wallets: account.wallets.map(spelled),
    paymentMethod: account.method,
    autoTopupResumedAt: moment(account.resumedAt),
    topups: account.records,
  };
}

const owedOf = (account: Account) => ({
  outstanding: text(account.owed.outstanding),
  overdue: text(overdueOf(account)),
  unbilled: text(account.owed.unbilled),
});

function spelled({ told, lots, balance, pendingUsage, deficit }: Wallet): WalletInput {
  return {
    ...told,
    lots: lots?.map(({ id, remaining, status, effectiveAt, expiresAt }) => {
      return { id, remaining: canonical(remaining), status, effectiveAt: moment(effectiveAt), expiresAt: moment(expiresAt) };
    }),
    balance: text(balance),
    pendingUsage: canonical(add(pendingUsage, deficit)),
  };
}

function figuresOf(account: Account, ms: number): Pick<ModelStep, "owed" | "balances"> {
  const balances = Object.fromEntries(account.wallets.map((wallet) => [wallet.told.id, text(walletAvailable(spelled(wallet), ms))]));
  return { owed: owedOf(account), balances };
}

function standingOf(scenario: ModelScenario, account: Account, ms: number): Standing {
  const { profile } = scenario;
  const s = situate({ profile, account: snapshot(scenario, account, ms), at: moment(ms) as string });
  const { trigger, topup } = profile;
  const unknown = { figure: null, threshold: null, limit: null, pastThreshold: false, pastLimit: false, dry: false };
  if (!s.hasTarget) return unknown;
  const name = s.scheduled ? (topup.mode === "toPercentOfLimit" ? (topup.referenceLimit ?? "") : null) : (trigger.referenceLimit ?? null);
  const limit = name !== null && Object.hasOwn(account.limits, name) ? knownAmount(account.limits[name]) : null;
  const v = rational(trigger.value ?? 0);
  const threshold = s.scheduled
    ? null
    : name === null
      ? v
      : limit && (trigger.type === "percentOfLimit" ? percentOf(limit, v) : subtract(limit, v));
  const figure = s.observed;
  // 4: an owed percentage of a limit of 0 is exclusive.
  const none = !s.held && trigger.type === "percentOfLimit" && limit?.n === 0n;
  const boundary = none ? "exclusive" : (trigger.boundary ?? "inclusive");
  return {
    figure: text(figure),
    threshold: text(threshold),
    limit: text(limit),
    pastThreshold: figure !== null && threshold !== null && isPast(distanceOf(s, figure, threshold), boundary),
    pastLimit: figure !== null && (s.held ? compare(figure, ZERO) < 0 : limit !== null && compare(figure, limit) > 0),
    dry: figure !== null && (s.held ? compare(figure, ZERO) <= 0 : limit !== null && compare(figure, limit) >= 0),
  };
}

/** What it came to, gone through from the first step to the last as often as there is something to count. */
export function modelSummary(scenario: ModelScenario, steps: readonly ModelStep[]) {
  const { account, profile, costPerCharge } = scenario;
  const zone = account.timeZone ?? "UTC";
  const to = instant(scenario.to);
  const spans = steps.map(({ ms, after }, index) => ({ ...after, from: ms, to: steps[index + 1]?.ms ?? to }));
  const lasting = (is: (span: Standing) => boolean): number => spans.filter(is).reduce((total, span) => total + span.to - span.from, 0);
  const met = steps.flatMap(({ ms, reached, after }) => [reached, after].map((each) => ({ ms, ...each })));
  const figures = met.filter(({ figure }) => figure !== null).map(({ ms, figure }) => ({ figure: figure ?? "", at: iso(ms) }));
  const extreme = (sign: 1 | -1) =>
    figures.find((one) => figures.every((other) => compare(rational(one.figure), rational(other.figure)) !== sign)) ?? null;
  const dry = met.filter((each) => each.dry).map(({ ms }) => ms);
  const dryDates = new Set([
    ...dry.map((ms) => dayAt(ms, zone)),
    ...spans.filter((span) => span.dry).flatMap((span) => datesIn(span.from, span.to - 1, zone)),
  ]);

  const attempts = steps.flatMap(({ attempted, plan }) =>
    attempted && plan?.topup ? [{ ...attempted, clears: plan.topup.after.clears }] : [],
  );
  const known = [...attempts, ...steps.flatMap(({ settled }) => settled)];
  const results = attempts.map((made) => ({ ...made, status: known.filter(({ topupId }) => topupId === made.topupId).at(-1)?.status }));
  const total = (all: readonly { charge: string }[]): string =>
    canonical(all.reduce((sum, { charge }) => add(sum, rational(charge)), ZERO));
  const paid = results.filter(({ status }) => status === "paid");
  const failed = results.filter(({ status }) => status === "failed" || status === "voided");
  const usedOn = new Set(
    steps
      .filter(({ events }) => events.some((e) => e.type === "usage" && compare(rational(e.amount), ZERO) !== 0))
      .map(({ ms }) => dayAt(ms, zone)),
  );
  const cost = profile.settlement?.kind === "grant" ? ZERO : knownAmount(costPerCharge);
  const times = (count: number): string => canonical(multiply(cost ?? ZERO, whole(count)));
  const decisions = steps.flatMap(({ decision }) => decision ?? []);
  const counted = (key: "outcome" | "reason", names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, decisions.filter((each) => each[key] === name).length]));
  return {
    steps: steps.length,
    evaluations: decisions.length,
    outcomes: counted("outcome", ["due", "notDue", "blocked", "ineligible", "indeterminate"]),
    reasons: counted("reason", [...new Set(decisions.map(({ reason }) => reason))]),
    topups: {
      attempted: attempts.length,
      paid: paid.length,
      failed: failed.length,
      unsettled: attempts.length - paid.length - failed.length,
    },
    asked: total(attempts),
    charged: total(paid),
    lowest: extreme(1),
    highest: extreme(-1),
    pastThresholdMs: lasting(({ pastThreshold }) => pastThreshold),
    pastLimitMs: lasting(({ pastLimit }) => pastLimit),
    daysWithoutFunds: dryDates.size,
    firstWithoutFundsAt: dry[0] === undefined ? null : iso(Math.min(...dry)),
    expired: canonical(steps.reduce((sum, { expired }) => add(sum, expired), ZERO)),
    fees:
      costPerCharge == null
        ? null
        : {
            total: times(attempts.length),
            wasted: times(results.filter((each) => failed.includes(each) || !each.clears).length),
            saved: times(usedOn.size - attempts.length),
          },
  };
}

/** The local dates of all instants from one to another, both included. */
function datesIn(first: number, last: number, zone: string): number[] {
  const days = [dayAt(first, zone), dayAt(last, zone)];
  for (let day = Math.min(...days) - 1; day <= Math.max(...days) + 2; day++) {
    days.push(
      ...passings(day, zone)
        .filter((ms) => ms >= first && ms <= last)
        .map((ms) => dayAt(ms, zone)),
    );
  }
  return days;
}
