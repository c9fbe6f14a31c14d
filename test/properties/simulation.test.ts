import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidInputError, simulate, type SimulateInput, type SimulationStep, type TimelineEventInput } from "../../src/index.js";
import { scenarios } from "../../src/testing/recipes/scenario/scenarios.js";
import { sums } from "../../src/testing/recipes/scenario/sums.js";
import { deepFreeze } from "../support/build.js";
import { type Exact, exact, exactText, floorTo, unitOf } from "./support/exact.js";
import { holds } from "./support/law.js";

const stepsOf = (scenario: SimulateInput): SimulationStep[] => [...simulate(scenario).steps];
const toppedUp = (steps: readonly SimulationStep[]): boolean => steps.some(({ attempted }) => attempted !== null);

describe("a simulation is pure", () => {
  it("the same input gives the same steps and the same summary, again and again, and is not changed", () => {
    holds(
      scenarios,
      (scenario) => {
        const frozen = deepFreeze(structuredClone(scenario));
        const simulation = simulate(frozen);
        const steps = [...simulation.steps];
        expect([...simulation.steps]).toEqual(steps);
        expect(stepsOf(scenario)).toEqual(steps);
        expect(simulate(scenario).summary()).toEqual(simulation.summary());
        expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
        return toppedUp(steps);
      },
      { runs: 30, exercised: 4, costly: true },
    );
  });

  it("a later end only adds steps", () => {
    holds(
      fc.tuple(scenarios, fc.integer({ min: 1, max: 96 })),
      ([scenario, hours]) => {
        const all = stepsOf(scenario);
        const to = new Date(Date.parse(scenario.from as string) + hours * 1_800_000).toISOString();
        if (to > (scenario.to as string)) return false;
        expect(stepsOf({ ...scenario, to })).toEqual(all.filter(({ at }) => at < to));
        return toppedUp(all);
      },
      { runs: 50, exercised: 5, costly: true },
    );
  });

  it("of events at different instants the order does not matter", () => {
    holds(
      scenarios,
      (scenario) => {
        const at = (event: TimelineEventInput): string => ("at" in event ? (event.at as string) : "");
        const timeline = scenario.timeline ?? [];
        const rates = timeline.filter(({ type }) => type === "usageRate");
        const singles = timeline.filter(({ type }) => type !== "usageRate");
        const later = [...singles].sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0));
        expect(stepsOf({ ...scenario, timeline: [...later, ...rates] })).toEqual(
          stepsOf({ ...scenario, timeline: [...singles, ...rates] }),
        );
        return later.some((each, index) => each !== singles[index]);
      },
      { runs: 40, exercised: 12, costly: true },
    );
  });

  it("any two instants of steps differ, and come in order, from the start to before the end", () => {
    holds(
      scenarios,
      (scenario) => {
        const instants = stepsOf(scenario).map(({ at }) => at);
        expect(instants).toEqual([...new Set(instants)].sort());
        expect(instants[0]).toBe(scenario.from);
        expect((instants.at(-1) ?? "") < (scenario.to as string)).toBe(true);
        return instants.length > 5;
      },
      { runs: 30, exercised: 8, costly: true },
    );
  });
});

/** With nothing under way and every lot there from the start, so that all that comes and goes is told by the steps. */
function closed(scenario: SimulateInput): SimulateInput {
  const wallets = (scenario.account.wallets ?? []).map((wallet) => ({
    ...wallet,
    lots: wallet.lots?.map((lot) => ({ ...lot, status: "active" as const, effectiveAt: null })),
  }));
  return { ...scenario, account: { ...scenario.account, wallets, topups: [] } } as SimulateInput;
}

const total = (amounts: readonly (string | number)[]): Exact => amounts.reduce<Exact>((sum, amount) => sum + exact(String(amount)), 0n);

/** The credits that arrived: at once, or when their payment was known to be paid. */
function arrived(steps: readonly SimulationStep[]): Exact {
  const credits = new Map<string, string>();
  const there = new Set<string>();
  for (const { attempted, plan, settled } of steps) {
    for (const { topupId, status } of settled) if (status === "paid") there.add(topupId);
    if (attempted === null || plan?.outcome !== "topup") continue;
    credits.set(attempted.topupId, plan.topup.credit);
    const waits = !plan.actions.some(
      (each) => each.kind === "recordTransaction" || (each.kind === "grantCredit" && each.status === "active"),
    );
    if (attempted.status === "paid" || (!waits && attempted.status !== "failed" && attempted.status !== "voided"))
      there.add(attempted.topupId);
  }
  return total([...there].flatMap((id) => credits.get(id) ?? []));
}

describe("no money is lost, and none is made", () => {
  it("what is held at the end is what was held, less what was used and what expired, with what came", () => {
    holds(
      scenarios.map(closed),
      (scenario) => {
        const simulation = simulate(scenario);
        const steps = [...simulation.steps];
        const [start, end] = [steps[0]?.before.figure ?? null, steps.at(-1)?.after.figure ?? null];
        if (simulation.basis !== "balance" || start === null || end === null) return false;
        const events = steps.flatMap((step) => step.events).filter((event) => !("walletId" in event) || (event.walletId ?? "w1") === "w1");
        const used = total(events.flatMap((event) => (event.type === "usage" ? event.amount : [])));
        const paid = total(events.flatMap((event) => (event.type === "payment" ? event.amount : [])));
        const { expired } = simulation.summary();
        expect(exactText(exact(start) - used + paid + arrived(steps) - exact(expired))).toBe(end);
        return used > 0n && toppedUp(steps);
      },
      { runs: 120, exercised: 8, costly: true },
    );
  });

  it("what is owed at the end is what was owed, with what was used, less what was paid", () => {
    holds(
      scenarios.map(closed),
      (scenario) => {
        const { basis, steps: played } = simulate(scenario);
        const steps = [...played];
        const owed = (figures: SimulationStep["after"] | undefined): Exact | null => {
          const { outstanding = null, unbilled = null } = figures?.owed ?? {};
          return outstanding === null || unbilled === null ? null : exact(outstanding) + exact(unbilled);
        };
        const [start, end] = [owed(steps[0]?.before), owed(steps.at(-1)?.after)];
        if (basis === "balance" || start === null || end === null) return false;
        const events = steps.flatMap((step) => step.events);
        const used = total(events.flatMap((event) => (event.type === "usage" ? event.amount : [])));
        const paid = total(events.flatMap((event) => (event.type === "payment" ? event.amount : [])));
        expect(exactText(start + used - paid - arrived(steps))).toBe(exactText(end));
        return toppedUp(steps);
      },
      { runs: 120, exercised: 4, costly: true },
    );
  });

  it("the steps of a rate come to the whole of it, rounded down once", () => {
    const HOUR = 3_600_000;
    const start = Date.parse("2026-06-01T00:00:00Z");
    const rate = fc.record({
      amount: sums,
      per: fc.integer({ min: 1, max: 50 }),
      every: fc.integer({ min: 1, max: 30 }),
      from: fc.integer({ min: 0, max: 48 * 60 }),
      length: fc.integer({ min: 1, max: 72 * 60 }),
      scale: fc.integer({ min: 0, max: 12 }),
    });
    holds(
      rate,
      ({ amount, per, every, from, length, scale }) => {
        const iso = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
        const steps = stepsOf({
          profile: { id: "p1", trigger: { basis: "balance", type: "absoluteAmount", value: 0 }, topup: { mode: "fixedAmount", value: 1 } },
          account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "credits", rate: 1, scale }] },
          timeline: [
            {
              type: "usageRate",
              amount,
              per: { value: per, unit: "hour" },
              every: { value: every, unit: "hour" },
              from: iso(from),
              until: iso(from + length),
            },
          ],
          from: iso(0),
          to: iso(from + length + 1),
          evaluateOn: "event",
        });
        const taken = steps.flatMap(({ events }) => events).flatMap((event) => (event.type === "usage" ? event.amount : []));
        const whole = (exact(amount) * BigInt(length * 60_000)) / BigInt(per * HOUR);
        expect(exactText(total(taken))).toBe(exactText(floorTo(whole, unitOf(scale))));
        return taken.length > 1;
      },
      { runs: 120, exercised: 45, costly: true },
    );
  });

  it("a balance and lots without an end are judged alike", () => {
    const alike = scenarios.map((scenario) => {
      const { priority: _, ...profile } = scenario.profile;
      const account = { ...scenario.account, topups: [] };
      const [one, ...others] = account.wallets ?? [];
      if (one === undefined) return null;
      const { lots: __, balance, ...rest } = one;
      const held = String(balance ?? "35");
      if (held.startsWith("-")) return null;
      const parts =
        held === "0"
          ? []
          : [
              { id: "first", remaining: "0" },
              { id: "second", remaining: held, priority: 1 },
            ];
      const as = (figure: object): SimulateInput =>
        ({
          ...scenario,
          profile: { ...profile, credit: null },
          account: { ...account, wallets: [{ ...rest, ...figure }, ...others] },
        }) as SimulateInput;
      return { byBalance: as({ balance: held }), byLots: as({ lots: parts }) };
    });
    holds(
      alike,
      (both) => {
        if (both === null) return false;
        const steps = stepsOf(both.byBalance);
        expect(stepsOf(both.byLots)).toEqual(steps);
        return toppedUp(steps);
      },
      { runs: 100, exercised: 8, costly: true },
    );
  });
});

describe("whatever is put in the place of anything", () => {
  const hostile = fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    "0",
    "-1",
    "1e5",
    Number.NaN,
    -0,
    1.5,
    1e300,
    "9".repeat(41),
    true,
    [],
    {},
    [null],
    new Date(Number.NaN),
    new Date(0),
    new Map(),
    () => 1,
    Symbol("x"),
    10n,
    JSON.parse('{"__proto__": 1}'),
    Object.defineProperty({}, "type", {
      enumerable: true,
      get() {
        throw new TypeError("must not get out");
      },
    }),
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "__proto__",
  );

  it("a scenario is played, or refused as invalid input", () => {
    let refused = 0;
    holds(
      fc.tuple(scenarios, fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 }), hostile),
      ([scenario, path, value]) => {
        const input = replaced(scenario, path, value) as SimulateInput;
        try {
          let steps = 0;
          for (const step of simulate(input).steps) if (step.at === "" || ++steps > 20) break;
          return true;
        } catch (error) {
          if (!(error instanceof InvalidInputError)) throw error;
          expect(error.issues.length).toBeGreaterThan(0);
          refused += 1;
          return true;
        }
      },
      { runs: 300, exercised: 300, costly: true },
    );
    if (process.env.TZ === "UTC") expect(refused).toBeGreaterThan(15);
  });
});

/** With what a path leads to, key by key, replaced. */
function replaced(value: unknown, [step = 0, ...rest]: readonly number[], by: unknown): unknown {
  if (typeof value !== "object" || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const inner = (value as Readonly<Record<string, unknown>>)[key];
  const changed = rest.length === 0 ? by : replaced(inner, rest, by);
  if (Array.isArray(value)) return (value as unknown[]).map((each, index) => (String(index) === key ? changed : each));
  return { ...value, [key]: changed };
}
