import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, planTopup, type TopupRuleInput } from "../../src/index.js";
import { everyday, positive } from "../../src/testing/recipes/figures.js";
import { nullable } from "../../src/testing/recipes/weighted.js";
import { type Exact, exact, exactText, isStatable, ONE, percentOf, unitOf } from "./support/exact.js";
import { holds } from "./support/law.js";
import { atThreshold, basisOf, openThresholds, quantumOf, type Situation, withTopup, worsenedBy } from "./support/situations.js";

const GOAL = "the limit of the goal";

/** A rule with a goal, and a figure that is so much short of it while the trigger fires. */
const goals = fc
  .record({
    situation: openThresholds,
    past: fc.oneof(everyday, fc.constant(1n)).map(toExact),
    wanted: fc.oneof(everyday, positive, fc.constant(1n)).map(toExact),
    step: nullable(6, fc.oneof(everyday, positive).map(toExact)),
    hundreds: nullable(4, fc.integer({ min: -4, max: 4 })),
  })
  .map(({ situation, past, wanted, step, hundreds }) => {
    const fires = worsenedBy(atThreshold(situation), past);
    const effective = exact(evaluate(fires).trigger?.effective ?? "0");
    const goal = basisOf(fires.profile) === "balance" ? effective + wanted : effective - wanted;
    const bounds = { min: null, max: null, step: step === null ? null : exactText(step) };
    if (!isStatable(goal)) return fires;
    if (hundreds === null || goal < 0n) return withTopup(fires, { mode: "toTarget", value: exactText(goal), ...bounds });
    const limit = hundreds < 0 ? 100n * unitOf(-hundreds) : 100n * 10n ** BigInt(hundreds) * ONE;
    const percent = (goal * 100n * ONE) / limit;
    if (!isStatable(percent)) return withTopup(fires, { mode: "toTarget", value: exactText(goal), ...bounds });
    const rule: TopupRuleInput = { mode: "toPercentOfLimit", value: exactText(percent), referenceLimit: GOAL, ...bounds };
    const { account } = fires;
    return withTopup({ ...fires, account: { ...account, limits: { ...account.limits, [GOAL]: exactText(limit) } } }, rule);
  });

function toExact(figure: bigint): Exact {
  return figure * unitOf(20);
}

describe("`toTarget` and `toPercentOfLimit` land on the target, or past it by less than one quantum, where nothing clamped them", () => {
  it("under a threshold", () => {
    const modes = { toTarget: 0, toPercentOfLimit: 0, fixedAmount: 0 };
    let rounded = 0;
    holds(
      goals,
      (situation) => {
        const landed = lands(situation);
        if (landed) modes[situation.profile.topup.mode] += 1;
        if (landed === "past") rounded += 1;
        return landed !== null;
      },
      { runs: 270, exercised: 108 },
    );
    expect(modes.toTarget).toBeGreaterThan(21);
    expect(modes.toPercentOfLimit).toBeGreaterThan(21);
    expect(rounded).toBeGreaterThan(21);
  });

  it("under a schedule too", () => {
    const startingAt = "2000-01-31T12:00:00Z";
    const monthly = goals.map(({ profile, account, at }) => {
      const trigger = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt } as const;
      const { topup: rule } = profile; // untilClear needs a threshold, and a schedule has none
      const topup = { ...rule, ...(rule.mode === "fixedAmount" && { repeat: "once" as const }), basis: basisOf(profile) };
      return { at, account: { ...account, topups: [] }, profile: { ...profile, trigger, topup } };
    });
    holds(monthly, (situation) => lands(situation as Situation) !== null, { runs: 90, exercised: 25 });
  });
});

function lands(situation: Situation): "on" | "past" | null {
  const { decision, topup } = planTopup(situation);
  if (topup === null || situation.profile.topup.mode === "fixedAmount" || topup.adjustments.some(({ rule }) => rule !== "rounding"))
    return null;
  const goal = goalOf(situation);
  const after = exact(topup.after.effective ?? "");
  const past = topup.basis === "balance" ? after - goal : goal - after;
  expect(past).toBeGreaterThanOrEqual(0n);
  expect(past).toBeLessThan(quantumOf(situation, decision.walletId));
  return past === 0n ? "on" : "past";
}

function goalOf({ profile: { topup }, account }: Situation): Exact {
  return topup.mode === "toPercentOfLimit"
    ? percentOf(exact(account.limits[topup.referenceLimit] ?? ""), exact(topup.value))
    : exact(topup.value);
}
