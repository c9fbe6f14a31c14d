import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, limitUsage, planTopup, selectProfile, walletBalance } from "../../src/index.js";
import { holds } from "./support/law.js";
import { rawSituations, type Situation, situations } from "./support/situations.js";

/** Where the order of a list means nothing. Caps are not among them: the first that is exceeded is the one reported. */
const UNORDERED: ReadonlySet<string> = new Set(["topups", "wallets", "lots", "lineItemTypes", "productIds"]);

type Draw = (below: number) => number;

/** The same value with its unordered lists and all keys in another order; `draw` says in which. */
function reordered(value: unknown, draw: Draw, isUnordered = false): unknown {
  if (Array.isArray(value)) {
    const items = value.map((each) => reordered(each, draw));
    return isUnordered ? shuffled(items, draw) : items;
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(shuffled(Object.entries(value), draw).map(([key, each]) => [key, reordered(each, draw, UNORDERED.has(key))]));
}

function shuffled<Item>(items: readonly Item[], draw: Draw): Item[] {
  const rest = [...items];
  return items.map(() => rest.splice(draw(rest.length), 1)[0] as Item);
}

const turns = fc.array(fc.nat(), { minLength: 10, maxLength: 30 });

function drawing(numbers: readonly number[]): Draw {
  let turn = 0;
  return (below) => (numbers[turn++ % numbers.length] ?? 0) % below;
}

describe("the order of history, wallets, lots, limits and keys never matters", () => {
  it("a plan is the same, byte for byte", () => {
    holds(
      fc.tuple(rawSituations, turns),
      ([situation, numbers]) => {
        const draw = drawing(numbers);
        const other = reordered(situation, draw) as typeof situation;
        expect(JSON.stringify(planTopup(other))).toBe(JSON.stringify(planTopup(situation)));
        return Math.max(...[situation.account.topups, situation.account.wallets].map((list) => list?.length ?? 0)) > 1;
      },
      { runs: 320, exercised: 90 },
    );
  });

  it("nor do the figures of limits and wallets", () => {
    holds(
      fc.tuple(situations, turns),
      ([{ account, at }, numbers]) => {
        const draw = drawing(numbers);
        const other = reordered(account, draw) as typeof account;
        expect(limitUsage(other)).toEqual(limitUsage(account));
        for (const wallet of account.wallets)
          expect(walletBalance(reordered(wallet, draw) as typeof wallet, { at })).toEqual(walletBalance(wallet, { at }));
        return Object.keys(account.limits).length > 1;
      },
      { runs: 90, exercised: 36 },
    );
  });

  it("nor that of caps: to what they leave, and when", () => {
    holds(
      fc.tuple(situations, turns),
      ([situation, numbers]) => {
        const draw = drawing(numbers);
        const { caps } = situation.profile;
        const other = { ...situation, profile: { ...situation.profile, caps: shuffled(caps, draw) } };
        const [plan, otherPlan] = [planTopup(situation), planTopup(other)];
        expect(otherPlan.topup).toEqual(plan.topup);
        expect([otherPlan.decision.reason, otherPlan.decision.nextEligibleAt]).toEqual([
          plan.decision.reason,
          plan.decision.nextEligibleAt,
        ]);
        return caps.length > 1;
      },
      { runs: 180, exercised: 5 },
    );
  });

  it("nor that of the profiles to select from", () => {
    const profiles = fc.tuple(
      situations,
      fc.shuffledSubarray(["p1", "p2", "p10", "P1", "é"], { minLength: 2 }),
      fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 5 }),
    );
    holds(
      fc.tuple(profiles, turns),
      ([[{ profile, account, at }, ids, priorities], numbers]) => {
        const several = ids.map((id, index) => ({ ...profile, id, priority: priorities[index] ?? 0 }));
        const selection = selectProfile({ profiles: several, account, at });
        expect(selectProfile({ profiles: shuffled(several, drawing(numbers)), account, at })).toEqual(selection);
        const first = several
          .map((each) => planTopup({ profile: each, account, at }))
          .find(({ decision }) => decision.profileId === selection.plan?.decision.profileId);
        expect(selection.plan).toEqual(selection.plan && first);
        return selection.plan !== null;
      },
      { runs: 120, exercised: 5 },
    );
  });

  it("nor what is told of other targets, or of manual top-ups where no cap counts those", () => {
    holds(
      situations,
      (situation) => {
        const { profile, account } = situation;
        const { walletId } = evaluate(situation);
        const countsManual = profile.caps.some(({ counts }) => counts === "all");
        const relevant = account.topups.filter((record) => record.walletId === walletId && (countsManual || record.kind === "automatic"));
        const without: Situation = { ...situation, account: { ...account, topups: relevant } };
        expect(planTopup(without)).toEqual(planTopup(situation));
        return relevant.length < account.topups.length;
      },
      { runs: 220, exercised: 30 },
    );
  });
});
