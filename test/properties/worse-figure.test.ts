import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planTopup } from "../../src/index.js";
import { positive } from "../../src/testing/recipes/figures.js";
import { type Exact, exact, ONE, unitOf } from "./support/exact.js";
import { holds } from "./support/law.js";
import { checkOf, openSituations, type Situation, situations, worsenedBy } from "./support/situations.js";

const worse: fc.Arbitrary<Exact> = fc.oneof(
  positive.map((figure) => figure * unitOf(20)),
  fc.constantFrom(unitOf(20), unitOf(2), ONE),
);
const pairs = fc.tuple(fc.oneof(situations, openSituations), worse).map(([better, by]) => ({ better, worse: worsenedBy(better, by) }));

describe("a worse figure, more owed or less held, never makes a top-up less due", () => {
  it("never turns due into not due: it stays due, or the larger charge is over a cap", () => {
    holds(
      pairs,
      (pair) => {
        const [before, after] = [planTopup(pair.better).decision, planTopup(pair.worse).decision];
        if (before.outcome !== "due") return false;
        expect(["due", "blocked"]).toContain(after.outcome);
        if (after.outcome === "blocked") expect(after.reason).toBe("capReached");
        return true;
      },
      { runs: 360, exercised: 72 },
    );
  });

  it("never stops a trigger that fires, also where another guard has the last word", () => {
    holds(
      pairs,
      ({ better, worse }) => {
        const [before, after] = [planTopup(better).decision, planTopup(worse).decision];
        if (checkOf(before, "trigger").passed !== true) return false;
        expect(checkOf(after, "trigger").passed).toBe(true);
        return changed({ better, worse });
      },
      { runs: 180, exercised: 43 },
    );
  });

  it("never asks for less, before the caps", () => {
    holds(
      pairs,
      (pair) => {
        const [before, after] = [wantedBy(pair.better), wantedBy(pair.worse)];
        if (before === null || after === null) return false;
        expect(after.credit).toBeGreaterThanOrEqual(before.credit);
        expect(after.charge).toBeGreaterThanOrEqual(before.charge);
        return after.credit > before.credit;
      },
      { runs: 360, exercised: 21 },
    );
  });

  it("never reaches an `alreadyAtTarget` from a goal that was not met", () => {
    const goals = pairs.map((pair) => ({ ...pair, better: towardsGoal(pair.better), worse: towardsGoal(pair.worse) }));
    holds(
      goals,
      ({ better, worse }) => {
        const [before, after] = [planTopup(better).decision, planTopup(worse).decision];
        if (before.reason === "alreadyAtTarget" || before.outcome !== "due") return false;
        expect(after.reason).not.toBe("alreadyAtTarget");
        return true;
      },
      { runs: 180, exercised: 16 },
    );
  });
});

function changed({ better, worse }: { better: Situation; worse: Situation }): boolean {
  return JSON.stringify(better.account) !== JSON.stringify(worse.account);
}

function towardsGoal(situation: Situation): Situation {
  const { topup } = situation.profile;
  if (topup.mode === "toTarget") return situation;
  const goal = {
    mode: "toTarget",
    value: "0",
    min: null,
    max: null,
    step: topup.step,
    ...(topup.basis && { basis: topup.basis }),
  } as const;
  return { ...situation, profile: { ...situation.profile, topup: goal }, account: { ...situation.account, autoTopupAmount: null } };
}

function wantedBy(situation: Situation): { credit: Exact; charge: Exact } | null {
  const { passed, facts } = checkOf(planTopup(situation).decision, "amount");
  return passed === true ? { credit: exact(String(facts.credit)), charge: exact(String(facts.charge)) } : null;
}
