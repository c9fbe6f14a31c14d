import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AccountInput, applyPlan, type Plan, planTopup, type ProfileInput, type TopupPlan } from "../../src/index.js";
import { exact } from "./support/exact.js";
import "./support/law.js";

const START = Date.parse("2026-03-29T00:30:00Z"); // the clocks of the account's zone change while they race
const EVALUATORS = 20;

/** A world that is carried out as the rules ask: plans are stored under their key before anyone acts on them. */
class World {
  readonly profile: ProfileInput;
  account: AccountInput;
  /** Unique key: the first plan wins. */
  readonly store = new Map<string, TopupPlan>();
  /** What was carried out, by action id: the payment provider does nothing twice under one id. */
  readonly carriedOut = new Map<string, string>();
  #now = START;

  constructor(profile: ProfileInput, account: AccountInput) {
    this.profile = profile;
    this.account = account;
  }

  now(): string {
    return new Date((this.#now += 1000)).toISOString();
  }

  read(): AccountInput {
    return structuredClone(this.account);
  }

  /** The customer goes on using credit while they race. */
  use(cents: number): void {
    const [wallet] = this.account.wallets ?? [];
    if (wallet === undefined) return;
    const usage = exact(String(wallet.pendingUsage ?? "0")) / (exact("1") / 100n) + BigInt(cents);
    this.account = { ...this.account, wallets: [{ ...wallet, pendingUsage: `${usage / 100n}.${String(usage % 100n).padStart(2, "0")}` }] };
  }

  /** Refused where the key is taken; the stored plan is carried on with instead. */
  insert(plan: TopupPlan): TopupPlan {
    const stored = this.store.get(plan.idempotencyKey) ?? plan;
    this.store.set(plan.idempotencyKey, stored);
    return stored;
  }

  act(plan: TopupPlan): void {
    for (const { id } of plan.actions) if (!this.carriedOut.has(id)) this.carriedOut.set(id, plan.topup.charge);
  }

  /** Once for each plan: the record's id is unique too. */
  record(plan: TopupPlan, status: "pending" | "paid" | "unknown"): void {
    const id = `attempt ${plan.idempotencyKey}`;
    if (this.account.topups?.some((record) => record.id === id)) return;
    this.account = applyPlan(this.account, plan, { id, status });
  }
}

type Crash = "never" | "beforeStoring" | "beforeActing" | "beforeRecording";
const evaluator = fc.record({
  crash: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Crash>("never") },
    { weight: 2, arbitrary: fc.constantFrom<Crash>("beforeStoring", "beforeActing", "beforeRecording") },
  ),
  uses: fc.integer({ min: 0, max: 50 }),
});
type Evaluator = typeof evaluator extends fc.Arbitrary<infer Each> ? Each : never;

const rules: fc.Arbitrary<Partial<ProfileInput>> = fc.constantFrom<Partial<ProfileInput>>(
  { topup: { mode: "toTarget", value: "1000" } },
  { topup: { mode: "fixedAmount", value: "1000", repeat: "untilClear" } },
  { topup: { mode: "fixedAmount", value: "1000" }, inFlight: "block", inFlightExpiresAfter: { value: 7, unit: "day" } },
  // These don't clear the gap, or don't look at what is in flight: the cooldown and the cap hold the next one back.
  { topup: { mode: "fixedAmount", value: "1" }, inFlight: "block" },
  { topup: { mode: "fixedAmount", value: "1" }, cooldown: { value: 1, unit: "day" } },
  { topup: { mode: "toTarget", value: "1000" }, inFlight: "ignore", cooldown: { value: 1, unit: "hour" } },
  { topup: { mode: "toTarget", value: "1000" }, inFlight: "ignore", caps: [{ window: { calendar: "day" }, maxCount: 1 }] },
);

const past = fc.constantFrom<NonNullable<AccountInput["topups"]>>(
  [],
  [{ id: "t1", walletId: "w1", charge: "20", createdAt: "2026-02-01T00:00:00Z", status: "paid" }],
  [{ id: "t1", walletId: "w1", charge: "20", createdAt: "2026-02-01T00:00:00Z", status: "voided" }],
);

const races = fc.record({
  rule: rules,
  past,
  settlement: fc.constantFrom<NonNullable<ProfileInput["settlement"]>>(
    { kind: "expectedPayment", autoCollect: true },
    { kind: "invoice", autoCollect: true, netTermsDays: 0, requirePaid: true },
  ),
  evaluators: fc.array(evaluator, { minLength: EVALUATORS, maxLength: EVALUATORS }),
  status: fc.constantFrom("pending", "unknown"),
});
type Race = typeof races extends fc.Arbitrary<infer Each> ? Each : never;

function worldOf({ rule, past: topups, settlement }: Race): World {
  const profile = {
    id: "p1",
    trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
    failures: "none",
    settlement,
    ...rule,
  } as ProfileInput;
  return new World(profile, {
    id: "a1",
    currency: "EUR",
    timeZone: "Europe/London",
    wallets: [{ id: "w1", unit: "EUR", balance: "19.50" }],
    topups,
  });
}

/** What one evaluator does, step by step: between any two the others may do anything. */
async function evaluates(
  world: World,
  { crash, uses }: Evaluator,
  status: Race["status"],
  turn: () => Promise<void>,
): Promise<Plan | null> {
  await turn();
  const account = world.read();
  const at = world.now();
  world.use(uses);
  await turn();
  const plan = planTopup({ profile: world.profile, account, at });
  if (plan.outcome === "none" || crash === "beforeStoring") return crash === "never" ? plan : null;
  await turn();
  const stored = world.insert(plan);
  if (crash === "beforeActing") return null;
  await turn();
  world.act(stored);
  if (crash === "beforeRecording") return null;
  await turn();
  world.record(stored, status);
  return stored;
}

describe("twenty evaluators racing on stale snapshots charge once", () => {
  it("whatever the order of their steps, and wherever some of them crash", async () => {
    let several = 0;
    let once = 0;
    await fc.assert(
      fc.asyncProperty(races, fc.scheduler(), async (race, scheduler) => {
        const world = worldOf(race);
        const turn = (): Promise<void> => scheduler.schedule(Promise.resolve());
        const running = race.evaluators.map((each) => evaluates(world, each, race.status, turn));
        await scheduler.waitIdle();
        const finished = (await Promise.all(running)).filter((plan) => plan?.outcome === "topup");

        const charges = [...world.carriedOut].filter(([id]) => /#(createExpectedPayment|createInvoice)$/.test(id));
        expect(charges.length).toBeLessThanOrEqual(1);
        expect(world.store.size).toBeLessThanOrEqual(1);
        if (finished.length > 0) {
          expect(charges).toHaveLength(1);
          expect(charges[0]?.[1]).toBe([...world.store.values()][0]?.topup.charge);
          once += 1;
        }
        if (finished.length > 1) several += 1;
        // And the next one to come along sees it.
        if (finished.length > 0) expect(planTopup({ profile: world.profile, account: world.read(), at: world.now() }).outcome).toBe("none");
      }),
      { numRuns: 60 },
    );
    expect(once).toBeGreaterThan(40);
    expect(several).toBeGreaterThan(30);
  });

  it("a plan that was stored and never acted on is acted on by the next, once", async () => {
    await fc.assert(
      fc.asyncProperty(races, fc.scheduler(), async (race, scheduler) => {
        const world = worldOf(race);
        const turn = (): Promise<void> => scheduler.schedule(Promise.resolve());
        await Promise.all([evaluates(world, { crash: "beforeActing", uses: 0 }, race.status, () => Promise.resolve())]);
        expect([world.store.size, world.carriedOut.size]).toEqual([1, 0]);
        const planned = [...world.store.values()][0];
        world.use(30);
        const running = race.evaluators.slice(0, 3).map((each) => evaluates(world, { ...each, crash: "never" }, race.status, turn));
        await scheduler.waitIdle();
        await Promise.all(running);
        expect(world.store.size).toBe(1);
        expect(new Set(world.carriedOut.keys())).toEqual(new Set(planned?.actions.map(({ id }) => id)));
      }),
      { numRuns: 40 },
    );
  });

  it("an attempt that came to nothing frees the key: recorded as failed or voided, the next charge has another", () => {
    fc.assert(
      fc.property(races, fc.constantFrom("failed", "voided"), (race, status) => {
        const world = worldOf({ ...race, rule: { topup: { mode: "toTarget", value: "1000" } } });
        const first = planTopup({ profile: world.profile, account: world.read(), at: world.now() }) as TopupPlan;
        world.account = applyPlan(world.account, first, { id: "tried", status });
        const second = planTopup({ profile: world.profile, account: world.read(), at: world.now() });
        expect(second.outcome).toBe("topup");
        expect(second.idempotencyKey).not.toBe(first.idempotencyKey);
      }),
      { numRuns: 50 },
    );
  });
});
