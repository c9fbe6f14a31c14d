import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Account,
  applyPlan,
  evaluate,
  parseAccount,
  type Plan,
  planTopup,
  type TopupPlan,
  type TopupStatus,
} from "../../src/index.js";
import { exact } from "./support/exact.js";
import { holds } from "./support/law.js";
import { atThreshold, basisOf, checkOf, isWithinReach, openSituations, type Situation, worsenedBy } from "./support/situations.js";

const ID = "~next";
const open = fc.oneof(
  openSituations,
  openSituations.map((situation) => worsenedBy(atThreshold(situation), 7n * 10n ** 60n)),
);
const arriving = fc.constantFrom<TopupStatus>("paid", "pending", "unknown");
const unsettled = fc.constantFrom<TopupStatus>("pending", "unknown");

interface Applied {
  readonly plan: TopupPlan;
  readonly next: Situation;
  readonly arrived: boolean;
}

function applied(situation: Situation, status: TopupStatus): Applied | null {
  const plan = planTopup(situation);
  if (plan.outcome === "none" || !isWithinReach(situation, plan) || expiresAtOnce(plan, situation.at)) return null;
  const account = applyPlan(situation.account, plan, { id: ID, status });
  const arrived = account.topups.at(-1)?.creditedAt === situation.at;
  return { plan, next: { ...situation, account }, arrived };
}

/** In the last millisecond that instants reach: no later one is there to expire at. */
const expiresAtOnce = ({ actions }: TopupPlan, at: string): boolean =>
  actions.some((action) => "expiresAt" in action && action.expiresAt === at);

/** A credit of another top-up that the new `asOf` overtakes moves the figure as well. */
function overtakesAnother({ account, at }: Situation): boolean {
  const { asOf, topups } = account;
  return asOf !== null && topups.some(({ createdAt, creditedAt }) => (creditedAt ?? createdAt) > asOf && (creditedAt ?? createdAt) <= at);
}

/** Usage not yet billed: no payment lowers it, so that only what is told of the last bill run keeps a top-up from being forgotten. */
const forgets = ({ profile, account, at }: Situation): boolean =>
  basisOf(profile) === "unbilled" && (account.billedThrough === null || account.billedThrough > at);

/** For ever: what has expired is neither netted nor, until it is told to have come, in the figure. */
const netting = (situation: Situation): Situation => ({
  ...situation,
  profile: { ...situation.profile, inFlight: "net", inFlightExpiresAfter: null },
});

/**
 * Lots under the ids of top-ups, as where both are counted from 1. The figures were read a second before the decision, and
 * since then each of the top-ups, of a cent, has come.
 */
function sharingIds(situation: Situation): Situation {
  const { profile, account, at } = situation;
  const [asOf, since] = [1000, 500].map((ms) => new Date(Date.parse(at) - ms).toISOString()) as [string, string];
  const idsOf = (wallet: number): string[] => [1, 2, 3].map((count) => `${wallet}-${count}`);
  const came = { charge: "0.01", credit: "0.01", createdAt: since, status: "paid" } as const;
  const topups = account.wallets.flatMap(({ id }, wallet) => idsOf(wallet).map((each) => ({ ...came, id: each, walletId: id })));
  const wallets = account.wallets.map(({ lots, ...wallet }, index) => ({
    ...wallet,
    lots: lots && lots.map((lot, count) => ({ ...lot, id: idsOf(index)[count] ?? lot.id, status: "active" as const })),
  }));
  return {
    profile: { ...profile, inFlight: "net", cooldown: null, caps: [] },
    account: parseAccount({ ...account, asOf, topups, wallets }),
    at,
  };
}

describe("what a plan foretells comes true once it is applied", () => {
  it("the figure is the one foretold, whether its credit has arrived or is on its way and netted", () => {
    const seen = { arrived: 0, onItsWay: 0 };
    holds(
      fc.tuple(open.map(netting), arriving),
      ([situation, status]) => {
        const result = applied(situation, status);
        if (result === null || forgets(situation)) return false;
        const { plan, next, arrived } = result;
        const { trigger } = evaluate(next);
        if (plan.topup.after.effective === null || trigger === null) return false;
        expect(trigger.effective).toBe(plan.topup.after.effective);
        expect(trigger.distance).toBe(plan.topup.after.distance);
        seen[arrived ? "arrived" : "onItsWay"] += 1;
        return true;
      },
      { runs: 180, exercised: 25 },
    );
    expect(seen.arrived).toBeGreaterThan(3);
    expect(seen.onItsWay).toBeGreaterThan(3);
  });

  it("the figure is the one foretold where lots have the ids of top-ups that are overtaken", () => {
    holds(
      open.filter(({ at }) => at > "0001-01-01T00:01").map(sharingIds),
      (situation) => {
        const result = overtakesAnother(situation) ? applied(situation, "paid") : null;
        const wallet = situation.account.wallets.find(({ id }) => id === result?.plan.decision.walletId);
        if (result === null || !wallet?.lots?.length) return false;
        const { trigger } = evaluate(result.next);
        if (trigger === null) return false;
        expect(trigger.effective).toBe(result.plan.topup.after.effective);
        return true;
      },
      { runs: 1000, exercised: 40 },
    );
  });

  it("under any policy, where the credit has arrived and overtakes no other", () => {
    holds(
      open,
      (situation) => {
        const result = applied(situation, "paid");
        if (result === null || basisOf(situation.profile) === "unbilled" || overtakesAnother(situation)) return false;
        const { trigger } = evaluate(result.next);
        if (trigger === null) return false;
        expect(trigger.effective).toBe(result.plan.topup.after.effective);
        return true;
      },
      { runs: 180, exercised: 8 },
    );
  });

  it("a top-up that clears is not due again for the same gap, and one that doesn't says so", () => {
    let clear = 0;
    let notClear = 0;
    holds(
      fc.tuple(open.map(netting), arriving),
      ([situation, status]) => {
        const result = applied(situation, status);
        if (result === null || forgets(situation)) return false;
        const { plan, next } = result;
        const again = evaluate(next);
        const fires = checkOf(again, "trigger").passed === true || checkOf(again, "trigger").reason === "alreadyAtTarget";
        if (plan.topup.after.clears) {
          expect(again.outcome).toBe("notDue");
          clear += 1;
        } else {
          expect(fires).toBe(true);
          notClear += 1;
        }
        return true;
      },
      { runs: 180, exercised: 28 },
    );
    expect(clear).toBeGreaterThan(12);
    expect(notClear).toBeGreaterThan(2);
  });

  it("a schedule is carried out once for each occurrence, unless the attempt came to nothing", () => {
    const scheduled = fc
      .tuple(openSituations, fc.constantFrom("day", "week", "month", "year"), fc.nat(10))
      .map(([situation, unit, ago]): Situation => {
        const startingAt = new Date(
          Math.max(Date.parse(situation.at) - ago * 86_400_000, Date.parse("0001-01-01T00:00:00Z")),
        ).toISOString();
        const topup = {
          mode: "fixedAmount",
          value: "10",
          repeat: "once",
          basis: basisOf(situation.profile),
          min: null,
          max: null,
          step: null,
        } as const;
        const profile = { ...situation.profile, trigger: { basis: "schedule", every: { value: 1, unit }, startingAt } as const, topup };
        return { ...situation, profile, account: { ...situation.account, topups: [] } };
      });
    holds(
      fc.tuple(scheduled, fc.constantFrom<TopupStatus>("paid", "pending", "unknown", "failed", "voided")),
      ([situation, status]) => {
        const result = applied(situation, status);
        if (result === null) return false;
        const again = planTopup(result.next);
        if (status === "failed" || status === "voided") expect(again.outcome).toBe("topup");
        else expect(again.decision.reason).toBe("scheduleNotReached");
        return true;
      },
      { runs: 100, exercised: 25 },
    );
  });
});

describe("applyPlan adds the record, and moves what has arrived and nothing else", () => {
  it("the record is the plan's", () => {
    holds(
      fc.tuple(open, fc.constantFrom<TopupStatus>("paid", "pending", "unknown", "failed", "voided")),
      ([situation, status]) => {
        const result = applied(situation, status);
        if (result === null) return false;
        const { plan, next } = result;
        const { topups } = next.account;
        expect(topups.slice(0, -1)).toEqual(situation.account.topups);
        expect(topups.at(-1)).toMatchObject({
          id: ID,
          kind: "automatic",
          status,
          profileId: situation.profile.id,
          walletId: plan.decision.walletId,
          createdAt: situation.at,
        });
        expect(exact(topups.at(-1)?.charge ?? "")).toBe(exact(plan.topup.charge));
        expect(exact(topups.at(-1)?.credit ?? "")).toBe(exact(plan.topup.credit));
        return true;
      },
      { runs: 100, exercised: 14 },
    );
  });

  it("a failed or voided attempt, or one that is only on its way, moves no figure", () => {
    holds(
      fc.tuple(open, fc.constantFrom<TopupStatus>("failed", "voided", "pending", "unknown")),
      ([situation, status]) => {
        const result = applied(situation, status);
        if (result === null || result.arrived) return false;
        const { topups: _, ...figures } = result.next.account;
        const { topups: __, ...before } = situation.account;
        expect(figures).toEqual(before);
        return true;
      },
      { runs: 100, exercised: 10 },
    );
  });

  it("the credit goes to the target alone", () => {
    holds(
      open,
      (situation) => {
        const result = applied(situation, "paid");
        if (result === null || overtakesAnother(situation)) return false;
        const { account } = situation;
        const { account: next } = result.next;
        const { walletId } = result.plan.decision;
        expect(next.wallets.filter(({ id }) => id !== walletId)).toEqual(account.wallets.filter(({ id }) => id !== walletId));
        if (walletId !== null) expect(next.owed).toEqual(account.owed);
        expect(next.owed.unbilled).toBe(account.owed.unbilled);
        if (basisOf(situation.profile) !== "overdue") expect(next.owed.overdue).toBe(account.owed.overdue);
        expect(unmoved(next)).toEqual(unmoved(account));
        expect(next.asOf).toBe(situation.at);
        return true;
      },
      { runs: 120, exercised: 6 },
    );
  });

  /**
   * Semantics by their own words: where nothing tells the last bill run, what is paid at once is shown by a figure that
   * no payment lowers. Such a profile charges for one gap again and again; it needs a cooldown, or `billedThrough`.
   */
  it("unbilled usage without billedThrough is the one basis that forgets what was paid", () => {
    const unbilled = open.map((situation): Situation => {
      const profile = { ...situation.profile, walletId: null, currency: null, settlement: { kind: "grant", reason: null } } as const;
      const trigger = { basis: "unbilled", type: "absoluteAmount", value: "0", referenceLimit: "ceiling", boundary: "inclusive" } as const;
      const topup = { mode: "fixedAmount", value: "1000", repeat: "once", min: null, max: null, step: null } as const;
      const { account } = situation;
      const told = {
        owed: { unbilled: "20", outstanding: "0", overdue: null },
        limits: { ceiling: "10" },
        wallets: [],
        paymentMethod: null,
        autoTopupAmount: null,
        topups: [],
      };
      return { ...situation, profile: { ...profile, trigger, topup }, account: { ...account, ...told } };
    });
    holds(
      unbilled,
      (situation) => {
        const told = { ...situation, account: { ...situation.account, billedThrough: situation.at } };
        const untold = { ...situation, account: { ...situation.account, billedThrough: null } };
        const again = (each: Situation): Plan => planTopup((applied(netting(each), "paid") as Applied).next);
        expect(again(told).outcome).toBe("none");
        expect(again(untold).outcome).toBe("topup");
        return true;
      },
      { runs: 30, exercised: 30 },
    );
  });

  it("an unsettled attempt is in flight from then on, until it is told to have come", () => {
    holds(
      fc.tuple(open.map(netting), unsettled),
      ([situation, status]) => {
        const result = applied(situation, status);
        if (result === null || result.arrived || forgets(situation)) return false;
        const before = result.plan.decision.trigger;
        const after = evaluate(result.next).trigger;
        if (before === null || after === null) return false;
        expect(after.observed).toBe(before.observed);
        expect(exact(after.inFlight)).toBe(exact(before.inFlight) + exact(result.plan.topup.credit));
        return true;
      },
      { runs: 140, exercised: 4 },
    );
  });
});

function unmoved({ owed: _, wallets: __, topups: ___, asOf: ____, ...rest }: Account): object {
  return rest;
}
