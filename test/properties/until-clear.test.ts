import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, planTopup } from "../../src/index.js";
import { everyday, positive } from "../../src/testing/recipes/figures.js";
import { nullable } from "../../src/testing/recipes/weighted.js";
import { type Exact, exact, exactText, unitOf } from "./support/exact.js";
import { holds } from "./support/law.js";
import { atThreshold, checkOf, openThresholds, type Situation, withTopup, worsenedBy } from "./support/situations.js";

const cases = fc
  .record({
    situation: openThresholds,
    value: fc.oneof(everyday, positive).map((figure) => figure * unitOf(20)),
    steps: fc.bigInt({ min: 0n, max: 50n }),
    beside: fc.constantFrom(0n, unitOf(20), -unitOf(20), unitOf(2)),
    step: nullable(
      5,
      everyday.map((figure) => figure * unitOf(20)),
    ),
  })
  .map(({ situation, value, steps, beside, step }) => {
    const until = {
      mode: "fixedAmount",
      value: exactText(value),
      repeat: "untilClear",
      step: step === null ? null : exactText(step),
    } as const;
    return withTopup(worsenedBy(atThreshold(situation), steps * value + beside), until);
  });

const fires = (situation: Situation): boolean => checkOf(evaluate(situation), "trigger").passed === true;

/** Null where the figure would be beyond what an input can state. */
function improvedBy(situation: Situation, amount: Exact): Situation | null {
  const improved = worsenedBy(situation, -amount);
  return amount === 0n || JSON.stringify(improved) !== JSON.stringify(situation) ? improved : null;
}

describe("`untilClear` clears the trigger, and one step less would not", () => {
  it("adds the smallest whole number of steps, at least one, after which the trigger no longer fires", () => {
    let several = 0;
    holds(
      cases,
      (situation) => {
        const { topup } = planTopup(situation);
        if (topup === null || topup.adjustments.some(({ rule }) => rule !== "rounding")) return false;
        const value = exact(situation.profile.topup.value);
        const wanted = exact(topup.adjustments[0]?.from ?? topup.credit);
        expect(wanted % value).toBe(0n);
        expect(wanted).toBeGreaterThan(0n);
        expect(topup.after.clears).toBe(true);
        const [cleared, oneLess] = [improvedBy(situation, wanted), improvedBy(situation, wanted - value)];
        if (cleared === null || oneLess === null) return false;
        expect(fires(cleared)).toBe(false);
        expect(fires(oneLess)).toBe(true);
        if (wanted > value) several += 1;
        return true;
      },
      { runs: 220, exercised: 72 },
    );
    expect(several).toBeGreaterThan(36);
  });

  it("still clears once rounded up to whole packs", () => {
    holds(
      cases,
      (situation) => {
        const { topup } = planTopup(situation);
        if (topup === null || topup.adjustments.some(({ rule }) => rule !== "rounding")) return false;
        const cleared = improvedBy(situation, exact(topup.credit));
        if (cleared === null) return false;
        expect(fires(cleared)).toBe(false);
        return topup.adjustments.length > 0;
      },
      { runs: 90, exercised: 5 },
    );
  });
});
