import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planTopup } from "../../src/index.js";
import { exact, exactText, isStatable, ONE, percentOf } from "./support/exact.js";
import { holds } from "./support/law.js";
import { openSituations, owedPercents, type Situation, situations, watchingOwed } from "./support/situations.js";

describe("a percentage p of a limit L > 0, on what is owed, is the absolute amount L × (100 − p) / 100", () => {
  it("decides and plans the same, whatever else the profile and the account say", () => {
    const cases = fc.tuple(fc.oneof(situations, openSituations), owedPercents);
    let due = 0;
    holds(
      cases,
      ([situation, watch]) => {
        const byPercent = watchingOwed(situation, watch);
        const left = percentOf(watch.limit, 100n * ONE - watch.percent);
        if (!isStatable(left)) return false;
        const plan = planTopup(byPercent);
        if (plan.outcome === "topup") due += 1;
        expect(planTopup(byAmount(byPercent, exactText(left)))).toEqual(plan);
        return plan.decision.trigger?.threshold === exactText(percentOf(watch.limit, watch.percent));
      },
      { runs: 270, exercised: 108 },
    );
    expect(due).toBeGreaterThan(28);
  });

  it("a limit of 0 is the one exception: it is exclusive by percentage, and not by amount", () => {
    const cases = fc
      .tuple(openSituations, owedPercents)
      .map(([situation, watch]) => watchingOwed(situation, { ...watch, boundary: "inclusive", limit: 0n, beside: 0n }));
    holds(
      cases,
      (byPercent) => {
        const percentage = planTopup(byPercent).decision;
        const amount = planTopup(byAmount(byPercent, "0")).decision;
        if (exact(amount.trigger?.distance ?? "1") !== 0n) return false;
        expect(percentage.reason).toBe("thresholdNotReached");
        expect(percentage.trigger?.boundary).toBe("exclusive");
        expect(amount.trigger?.boundary).toBe("inclusive");
        return amount.outcome === "due";
      },
      { runs: 90, exercised: 14 },
    );
  });
});

function byAmount(byPercent: ReturnType<typeof watchingOwed>, value: string): Situation {
  return {
    ...byPercent,
    profile: { ...byPercent.profile, trigger: { ...byPercent.profile.trigger, type: "absoluteAmount", value } as never },
  };
}
