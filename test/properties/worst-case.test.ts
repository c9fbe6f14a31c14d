import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cap, ProfileInput } from "../../src/index.js";
import type { PeriodBound, TopupBound } from "../../src/insight/worst-case/bounds.js";
import { worstCase } from "../../src/insight/worst-case/worst-case.js";
import { Adversary, millsOf, UNITS } from "../insight/worst-case/adversary.js";
import { cap, type Case, cases, cooldown } from "../insight/worst-case/cases.js";
import { holds } from "./support/law.js";

const HOUR = 3_600_000;

/** Where the calendar is at its most generous, and just before. */
const starts = fc.constantFrom(
  "2026-02-11T11:00:00Z",
  "2026-03-07T20:00:00Z",
  "2026-03-28T22:00:00Z",
  "2026-10-24T20:00:00Z",
  "2026-10-30T23:00:00Z",
  "2026-12-30T12:00:00Z",
  "2028-02-27T00:00:00Z",
  "2028-10-28T10:00:00Z",
);

const moves = fc.array(
  fc.record({
    how: fc.constantFrom("soonest", "soonest", "soonest", "again", "later", "day", "week", "month", "spree"),
    hours: fc.integer({ min: 0, max: 200 }),
    status: fc.constantFrom("paid", "paid", "pending", "unknown", "failed", "voided"),
    settles: fc.constantFrom("paid", "failed", "voided", "not"),
  }),
  { minLength: 10, maxLength: 45 },
);
type Move = typeof moves extends fc.Arbitrary<readonly (infer Each)[]> ? Each : never;

function play({ profile, victim, free }: Case, start: number, played: readonly Move[]): Adversary {
  const adversary = new Adversary(profile, victim);
  let now = start;
  for (const { how, hours, status, settles } of played) {
    if (how === "spree") {
      const until = adversary.endOf(now, "week");
      adversary.chargeAllIn(now, until, free, adversary.records.length + 9);
      now = until;
    }
    const decision = status === "paid" ? adversary.askForMost(now, free) : adversary.ask(now, status);
    const waiting = adversary.records.find((record) => record.status === "pending" || record.status === "unknown");
    if (waiting && settles !== "not") {
      waiting.status = settles;
      if (settles === "paid") waiting.creditedAt = new Date(now).toISOString();
    }
    if (how === "soonest" && decision.nextEligibleAt !== null) now = Math.max(now, Date.parse(decision.nextEligibleAt));
    else if (how === "later") now += hours * HOUR;
    else if (how === "day" || how === "week" || how === "month") now = adversary.endOf(now, how);
  }
  return adversary;
}

describe("no one is charged more than the worst case says", () => {
  it("whatever is used, whenever it asks, and whatever comes of each attempt", () => {
    holds(
      fc.tuple(cases, starts, moves),
      ([each, start, played]) => {
        const { perTopup, charged } = worstCase(each.profile, each.victim.account);
        const adversary = play(each, Date.parse(start), played);
        for (const { charge } of adversary.records) {
          if (perTopup.bounded) expect(millsOf(charge)).toBeLessThanOrEqual(millsOf(perTopup.maxCharge));
        }
        for (const unit of UNITS) {
          const bound = charged[unit];
          for (const { mills, count } of adversary.charged(unit)) {
            if (bound.bounded) expect(mills, unit).toBeLessThanOrEqual(millsOf(bound.maxCharge));
            if (bound.maxCount !== null) expect(count, unit).toBeLessThanOrEqual(bound.maxCount);
          }
        }
        return adversary.records.length > 3;
      },
      { runs: 200, exercised: 80, costly: true },
    );
  });
});

/** A longer way would say nothing else, and takes its time. */
const MOST_WALKED = 70;

describe("a tight bound is reached", () => {
  it("by one who asks as soon as it helps, from the instant that is told", () => {
    const reached = { day: 0, week: 0, month: 0, year: 0 };
    holds(
      cases,
      (each) => {
        const { charged, perTopup } = worstCase(each.profile, each.victim.account);
        const units = UNITS.filter((unit) => isWalked(charged[unit], perTopup));
        for (const unit of units) {
          const { maxCharge, reachedFrom } = charged[unit] as Reached;
          const from = Date.parse(reachedFrom);
          const adversary = new Adversary(each.profile, each.victim);
          adversary.chargeAllIn(from, adversary.endOf(from, unit), each.free);
          expect(
            adversary.charged(unit).map(({ mills }) => mills),
            unit,
          ).toEqual([millsOf(maxCharge)]);
          reached[unit] += 1;
        }
        return units.length > 0;
      },
      { runs: 150, exercised: 75, costly: true },
    );
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(process.env.TZ === "UTC" ? 40 : 4);
  });

  it("and what one top-up charges at most is what the first one charges", () => {
    holds(
      cases,
      (each) => {
        const { perTopup } = worstCase(each.profile, each.victim.account);
        if (!perTopup.bounded || !perTopup.tight || perTopup.maxCharge === "0.00") return false;
        const adversary = new Adversary(each.profile, each.victim);
        const from = Date.parse((each.profile.activeFrom as string | undefined) ?? "2029-06-01T12:00:00Z");
        adversary.chargeAllIn(from, adversary.endOf(from, "year"), each.free, 1);
        expect(adversary.records.map(({ charge }) => charge)).toEqual([perTopup.maxCharge]);
        return true;
      },
      { runs: 150, exercised: 75, costly: true },
    );
  });
});

type Reached = Extract<PeriodBound, { bounded: true }> & { readonly reachedFrom: string };

function isWalked(bound: PeriodBound, perTopup: TopupBound): bound is Reached {
  if (!bound.bounded || bound.reachedFrom === null || !perTopup.bounded) return false;
  return millsOf(bound.maxCharge) <= millsOf(perTopup.maxCharge) * BigInt(MOST_WALKED);
}

describe("a dead payment method is asked no more often than the worst case says", () => {
  it("from any instant on", () => {
    holds(
      fc.tuple(cases, starts, fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 })),
      ([each, start, pauses]) => {
        const { declines } = worstCase(each.profile, each.victim.account);
        const adversary = new Adversary(each.profile, each.victim);
        let now = Date.parse(start);
        for (const hours of [0, ...pauses]) {
          now += hours * HOUR;
          const until = adversary.endOf(now, "week");
          adversary.failAllIn(now, until, each.free, adversary.records.length + 20);
          now = until;
        }
        for (const unit of UNITS) {
          const bound = declines[unit];
          if (bound.bounded) expect(Math.max(0, ...adversary.attempted(unit)), unit).toBeLessThanOrEqual(bound.maxCount);
        }
        if (declines.total.bounded) expect(adversary.records.length).toBeLessThanOrEqual(declines.total.maxCount);
        return adversary.records.length > 1;
      },
      { runs: 120, exercised: 50, costly: true },
    );
  });

  it("and as often, where the bound is tight", () => {
    holds(
      cases,
      (each) => {
        const { declines } = worstCase(each.profile, each.victim.account);
        const units = UNITS.filter((unit) => {
          const bound = declines[unit];
          return bound.bounded && bound.reachedFrom !== null && bound.maxCount <= MOST_WALKED;
        });
        for (const unit of units) {
          const { maxCount, reachedFrom } = declines[unit] as { maxCount: number; reachedFrom: string };
          const from = Date.parse(reachedFrom);
          const adversary = new Adversary(each.profile, each.victim);
          adversary.failAllIn(from, adversary.endOf(from, unit), each.free, maxCount + 1);
          expect(adversary.attempted(unit), unit).toEqual([maxCount]);
        }
        return units.length > 0;
      },
      { runs: 150, exercised: 70, costly: true },
    );
  });
});

describe("another rule never raises the worst case", () => {
  it("a cap that refuses", () => {
    holds(fc.tuple(cases, cap), ([each, another]) => isNoWorse(each, { caps: [...capsOf(each), { ...another, onExceed: "refuse" }] }), {
      runs: 120,
      exercised: 20,
    });
  });

  // Where another cap refuses, pieces may fill up what whole charges leave unused.
  it("a cap that reduces, where none refuses a charge", () => {
    holds(
      fc.tuple(cases, cap),
      ([each, another]) => {
        if (capsOf(each).some(refusesCharges)) return false;
        return isNoWorse(each, { caps: [...capsOf(each), { ...another, onExceed: "reduce" }] });
      },
      { runs: 150, exercised: 20, costly: true },
    );
  });

  it("a cooldown, or a longer one of the same unit", () => {
    holds(
      fc.tuple(cases, cooldown, fc.integer({ min: 1, max: 50 })),
      ([each, another, more]) => {
        const { cooldown: before } = each.profile;
        return isNoWorse(each, { cooldown: before ? { ...before, value: before.value + more } : another });
      },
      { runs: 100, exercised: 25, costly: true },
    );
  });

  // Smaller charges, too, may fill up what larger ones leave unused.
  it("a lower maximum, where no cap refuses a charge", () => {
    holds(
      fc.tuple(cases, fc.constantFrom("7", "25", "45")),
      ([each, lower]) => {
        const { topup } = each.profile;
        const kept = capsOf(each).filter((other) => !refusesCharges(other));
        const before = { ...each, profile: { ...each.profile, caps: kept, topup: { ...topup, min: null } } };
        return isNoWorse(before, { topup: { ...topup, min: null, max: String(Math.min(Number(topup.max ?? lower), Number(lower))) } });
      },
      { runs: 100, exercised: 30, costly: true },
    );
  });
});

function capsOf({ profile }: Case): readonly Cap[] {
  return profile.caps ?? [];
}

function refusesCharges({ maxCharge, onExceed }: Cap): boolean {
  return maxCharge != null && onExceed !== "reduce";
}

/** Whether it made any bound less. */
function isNoWorse({ profile, victim }: Case, over: Partial<ProfileInput>): boolean {
  const before = worstCase(profile, victim.account);
  const after = worstCase({ ...profile, ...over }, victim.account);
  const pairs = UNITS.map((unit) => [before.charged[unit], after.charged[unit]] as const);
  for (const [less, more] of [[after.perTopup, before.perTopup] as const, ...pairs.map(([b, a]) => [a, b] as const)]) {
    if (more.bounded) expect(less.bounded && millsOf(less.maxCharge) <= millsOf(more.maxCharge), "no more than before").toBe(true);
  }
  return pairs.some(([b, a]) => a.bounded && (!b.bounded || millsOf(a.maxCharge) < millsOf(b.maxCharge)));
}

describe("without an account", () => {
  it("the bounds are those of any account of which the assumptions hold, in whatever currency", () => {
    holds(
      fc.tuple(cases, fc.constantFrom("USD", "JPY", "KWD", "CLF"), fc.boolean()),
      ([{ profile }, currency, named]) => {
        const rule = named ? { ...profile, currency } : profile;
        const wallets = [{ id: "w1", unit: currency, balance: "0" }];
        const anyone = worstCase(rule);
        const someone = worstCase(rule, { id: "a1", currency, wallets });
        for (const unit of UNITS) {
          const [any, one] = [anyone.charged[unit], someone.charged[unit]];
          if (any.bounded) expect(one.bounded && Number(one.maxCharge) <= Number(any.maxCharge)).toBe(true);
          if (named) expect(any).toEqual(one);
        }
        return anyone.charged.day.bounded;
      },
      { runs: 60, exercised: 28, costly: true },
    );
  });
});
