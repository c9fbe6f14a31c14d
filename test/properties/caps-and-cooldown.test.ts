import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Account,
  applyPlan,
  type Cap,
  type Duration,
  parseAccount,
  parseProfile,
  type Plan,
  planTopup,
  type Profile,
  type ParsedTopupRecord,
  type TopupStatus,
} from "../../src/index.js";
import { offsetAt } from "../../src/base/zone.js";
import { instantOf } from "../../src/testing/recipes/instants.js";
import { nullable, weighted } from "../../src/testing/recipes/weighted.js";
import { AccountBook, type Entry } from "./support/account-book.js";
import "./support/law.js";
import { checkOf } from "./support/situations.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const RATE = "0.01";
const instant = (ms: number): string => new Date(ms).toISOString();
const centsOf = (amount: string): number => Math.round(Number(amount) * 100);
const money = (cents: number): string => (cents / 100).toFixed(2);

/** A customer's account as the caller's database has it, and the same events in an auditor's book. */
class World {
  readonly book: AccountBook;
  account: Account;
  now: number;
  readonly #profile: Profile;
  readonly #held: boolean;
  #serial = 0;

  constructor({ profile, zone, start }: Setting) {
    this.#profile = parseProfile(profile);
    this.#held = this.#profile.trigger.basis === "balance";
    this.book = new AccountBook(zone);
    this.now = start;
    this.account = parseAccount({
      id: "a1",
      currency: "USD",
      timeZone: zone,
      owed: { outstanding: "0" },
      limits: { credit: "1000" },
      wallets: [{ id: "w1", unit: "credits", rate: RATE, balance: "100000" }],
    });
  }

  /** The caller takes a snapshot, asks, and carries the plan out with whatever comes of it. */
  ask(outcome: TopupStatus): Plan {
    const at = instant(this.now);
    const snapshot = parseAccount({ ...this.account, asOf: at });
    const plan = planTopup({ profile: this.#profile, account: snapshot, at });
    this.#agreesWith(plan);
    if (plan.outcome === "none") return plan;
    const id = this.#newId();
    this.account = applyPlan(snapshot, plan, { id, status: outcome });
    this.#enter(id, "automatic", centsOf(plan.topup.charge), outcome);
    return plan;
  }

  /** Someone pays in by hand. */
  payByHand(cents: number): void {
    const id = this.#newId();
    const record = {
      ...blank,
      id,
      kind: "manual",
      walletId: this.#held ? "w1" : null,
      charge: money(cents),
      createdAt: instant(this.now),
      status: "paid",
    } as const;
    this.account = parseAccount({ ...this.account, topups: [...this.account.topups, record] });
    this.#enter(id, "manual", cents, "paid");
    this.use(-cents);
  }

  use(cents: number): void {
    const { owed, wallets } = this.account;
    const [wallet] = wallets;
    this.account = this.#held
      ? parseAccount({ ...this.account, wallets: [{ ...wallet!, pendingUsage: String(Number(wallet?.pendingUsage) + cents) }] })
      : parseAccount({ ...this.account, owed: { ...owed, outstanding: money(centsOf(owed.outstanding ?? "0") + cents) } });
  }

  /** What became of an attempt that was open; the figure moves when its money comes, if it had not before. */
  settle(turn: number, status: "paid" | "failed" | "voided" | "unknown"): void {
    const open = this.book.entries.filter((entry) => entry.status === "pending" || entry.status === "unknown");
    const entry = open[turn % open.length];
    if (entry === undefined) return;
    const record = this.account.topups.find(({ id }) => id === entry.id) as ParsedTopupRecord;
    const arrives = status === "paid" && record.creditedAt === null;
    const settled: ParsedTopupRecord = {
      ...record,
      status,
      creditedAt: arrives ? instant(this.now) : record.creditedAt,
      failedAt: status === "failed" ? instant(this.now) : null,
      failure: status === "failed" ? "declined" : null,
    };
    entry.status = status;
    this.account = parseAccount({ ...this.account, topups: this.account.topups.map((each) => (each.id === entry.id ? settled : each)) });
    if (arrives) this.use(-entry.cents);
  }

  wait(ms: number): void {
    this.now += ms;
  }

  /** No cap window is exceeded, whichever it is asked about; no two attempts are closer than the cooldown. */
  audit(): void {
    const { book } = this;
    const { caps, cooldown } = this.#profile;
    const automatic = book.attempts();
    for (const cap of caps.filter(({ counts }) => counts === "automatic")) {
      for (const { createdAt } of automatic) {
        const { cents, count } = book.used(cap, createdAt);
        if (cap.maxCharge !== null) expect(cents).toBeLessThanOrEqual(centsOf(cap.maxCharge));
        if (cap.maxCount !== null) expect(count).toBeLessThanOrEqual(cap.maxCount);
      }
    }
    for (const [index, { createdAt }] of automatic.entries()) {
      const before = automatic[index - 1];
      if (before !== undefined && cooldown !== null) expect(book.isFarEnough(cooldown, before.createdAt, createdAt)).toBe(true);
    }
  }

  /** The plan is allowed by the book and, where a cap or the cooldown stood in its way, the book says so as well. */
  #agreesWith({ decision, topup }: Plan): void {
    const { caps, cooldown } = this.#profile;
    expect(checkOf(decision, "cooldown").passed).toBe(this.book.hasCooledDown(cooldown, this.now));
    const amount = checkOf(decision, "amount");
    const judged = checkOf(decision, "caps").passed;
    if (judged === null) return;
    const cents = centsOf(String(topup?.charge ?? amount.facts.charge));
    const room = caps.every((cap) => this.#hasRoom(cap, cents));
    if (topup !== null) expect(room).toBe(true);
    else if (!judged) expect(room).toBe(false);
  }

  #hasRoom(cap: Profile["caps"][number], cents: number): boolean {
    const used = this.book.used(cap, this.now);
    const enough = cap.maxCharge === null || used.cents + cents <= centsOf(cap.maxCharge);
    return enough && (cap.maxCount === null || used.count < cap.maxCount);
  }

  #enter(id: string, kind: Entry["kind"], cents: number, status: TopupStatus): void {
    this.book.entries.push({ id, kind, createdAt: this.now, cents, status });
  }

  #newId(): string {
    return `t${String(this.#serial++).padStart(4, "0")}`;
  }
}

const blank = { profileId: null, credit: null, creditedAt: null, failedAt: null, failure: null };

type Model = Record<string, never>;

/** What has happened over all runs, so that the law is known to have been put to the test. */
const seen = { topups: 0, capped: 0, reduced: 0, cooling: 0, settled: 0, clockChanges: 0 };

const command = (text: string, act: (world: World) => void): fc.Command<Model, World> => ({
  check: () => true,
  run: (_, world) => {
    act(world);
    world.audit();
  },
  toString: () => text,
});

const asks = weighted<TopupStatus>([4, "pending"], [3, "paid"], [2, "failed"], [1, "voided"], [2, "unknown"]).map((outcome) =>
  command(`ask → ${outcome}`, (world) => {
    const { topup, decision } = world.ask(outcome);
    if (topup !== null) seen.topups += 1;
    if (topup?.adjustments.some(({ rule }) => rule === "cap")) seen.reduced += 1;
    if (decision.reason === "capReached") seen.capped += 1;
    if (decision.reason === "cooldown") seen.cooling += 1;
  }),
);
const uses = fc.integer({ min: 1, max: 90_000 }).map((cents) => command(`use ${cents}`, (world) => world.use(cents)));
const pays = fc.integer({ min: 1, max: 5000 }).map((cents) => command(`pay ${cents} by hand`, (world) => world.payByHand(cents)));
const settles = fc.tuple(fc.nat(9), weighted([4, "paid"], [2, "failed"], [1, "voided"], [1, "unknown"])).map(([turn, status]) =>
  command(`settle ${turn} → ${status}`, (world) => {
    world.settle(turn, status);
    seen.settled += 1;
  }),
);
const waits = fc
  .constantFrom(0, 1, MINUTE, 30 * MINUTE, HOUR, 6 * HOUR, 23 * HOUR, DAY - 1, DAY, 25 * HOUR, 3 * DAY, 7 * DAY, 31 * DAY)
  .map((ms) =>
    command(`wait ${ms / HOUR} h`, (world) => {
      const { zone } = world.book;
      if (offsetAt(zone, world.now + ms) !== offsetAt(zone, world.now)) seen.clockChanges += 1;
      world.wait(ms);
    }),
  );

/** Zones and dates about which the clocks change: by an hour, by half of one, over midnight in either direction, by a whole date. */
const changes: readonly (readonly [zone: string, date: string])[] = [
  ["America/New_York", "2025-03-09"],
  ["America/New_York", "2025-11-02"],
  ["Australia/Lord_Howe", "2025-04-06"],
  ["Pacific/Auckland", "2025-09-28"],
  ["America/Sao_Paulo", "2018-02-18"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["Africa/Cairo", "2024-04-26"],
  ["Africa/Cairo", "2024-11-01"],
  ["Pacific/Apia", "2011-12-30"],
  ["UTC", "2024-02-29"],
];
const starts = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -30, max: 30 }), fc.constantFrom(0, 1, -1))
  .map(([[zone, date], hours, ms]) => ({ zone, start: instantOf(zone, Date.parse(date)) + hours * HOUR + ms }));

const rollings = fc.constantFrom<Duration>(
  { value: 1, unit: "hour" },
  { value: 24, unit: "hour" },
  { value: 1, unit: "day" },
  { value: 7, unit: "day" },
  { value: 90, unit: "minute" },
);
const caps = fc.record({
  window: fc.oneof(
    fc.constantFrom("day", "week", "month", "year").map((calendar) => ({ calendar })),
    rollings.map((rolling) => ({ rolling })),
  ),
  limits: fc.constantFrom("charge", "count", "both"),
  maxCharge: fc.integer({ min: 5000, max: 100_000 }).map(money),
  maxCount: fc.integer({ min: 1, max: 4 }),
  onExceed: fc.constantFrom("refuse", "reduce"),
  counts: fc.constantFrom("automatic", "all"),
});
const capList = fc.array(
  caps.map(({ limits, maxCharge, maxCount, ...rest }): Cap => ({
    ...rest,
    maxCharge: limits === "count" ? null : maxCharge,
    maxCount: limits === "charge" ? null : maxCount,
  })),
  { minLength: 1, maxLength: 3 },
);
const cooldowns = nullable(
  4,
  fc.constantFrom<Duration>(
    { value: 1, unit: "day" },
    { value: 2, unit: "day" },
    { value: 1, unit: "hour" },
    { value: 24, unit: "hour" },
    { value: 0, unit: "day" },
  ),
);

const rules = fc.constantFrom(
  {
    trigger: { basis: "outstanding", type: "percentOfLimit", value: "40", referenceLimit: "credit" },
    topup: { mode: "toPercentOfLimit", value: "10" },
  },
  {
    trigger: { basis: "outstanding", type: "absoluteAmount", value: "700", referenceLimit: "credit" },
    topup: { mode: "fixedAmount", value: "120" },
  },
  {
    trigger: { basis: "balance", type: "absoluteAmount", value: "40000" },
    topup: { mode: "fixedAmount", value: "5000", repeat: "untilClear" },
  },
  {
    trigger: { basis: "balance", type: "absoluteAmount", value: "60000", boundary: "exclusive" },
    topup: { mode: "toTarget", value: "90000", step: "700" },
  },
  {
    trigger: { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2011-12-01T12:00:00Z" },
    topup: { mode: "fixedAmount", value: "80" },
  },
) as fc.Arbitrary<Pick<Profile, "trigger" | "topup">>;

const settings = fc
  .record({
    at: starts,
    rule: rules,
    caps: capList,
    cooldown: cooldowns,
    inFlight: weighted([3, "net"], [1, "block"], [2, "ignore"]),
    failures: nullable(8, fc.constant(null)),
    requirePaid: fc.boolean(),
  })
  .map(({ at, rule, caps, cooldown, inFlight, requirePaid }) => {
    const held = rule.trigger.basis === "balance";
    const settlement = held
      ? ({ kind: "invoice", autoCollect: true, netTermsDays: 14, requirePaid } as const)
      : ({ kind: "expectedPayment", autoCollect: true } as const);
    return { ...at, profile: { id: "p1", ...rule, caps, cooldown, inFlight, settlement, failures: "none" as const } };
  });
type Setting = typeof settings extends fc.Arbitrary<infer Each> ? Each : never;

describe("under any sequence of events, with payments that come late, fail or are never heard of again", () => {
  it("no cap window is ever exceeded, and no two automatic top-ups come closer than the cooldown", () => {
    const events = fc.commands([asks, uses, asks, waits, asks, settles, uses, waits, pays], { maxCommands: 60, size: "max" });
    fc.assert(
      fc.property(settings, events, (setting, commands) => {
        fc.modelRun(() => ({ model: {}, real: new World(setting) }), commands);
      }),
      { numRuns: 150 },
    );
    expect(seen.topups).toBeGreaterThan(120);
    expect(seen.reduced).toBeGreaterThan(15);
    expect(seen.capped).toBeGreaterThan(50);
    expect(seen.cooling).toBeGreaterThan(30);
    expect(seen.settled).toBeGreaterThan(120);
    expect(seen.clockChanges).toBeGreaterThan(20);
  });
});
