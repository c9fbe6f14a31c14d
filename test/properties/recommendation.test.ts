import { describe, expect, it } from "vitest";
import { type ProfileInput, type RanDry, recommendProfile, type RecommendInput, simulate, type SimulateInput } from "../../src/index.js";
import { recommendations } from "../insight/recommendation/drawn.js";
import { exact } from "./support/exact.js";
import { holds } from "./support/law.js";

const played = ({ step: _, maxThreshold: __, maxAmount: ___, profile, ...scenario }: RecommendInput, threshold: string, amount: string) => {
  const filled = { ...profile, trigger: { ...profile.trigger, value: threshold }, topup: { ...profile.topup, value: amount } };
  return simulate({ ...scenario, profile: filled } as SimulateInput).summary();
};

describe("a recommendation", () => {
  it("never runs dry, what it says does run dry does so, and both values are whole steps in the range", () => {
    const seen = { evidence: 0, none: 0 };
    holds(
      recommendations,
      (input) => {
        const recommendation = recommendProfile(input);
        const runsDry = ({ threshold, amount, firstWithoutFundsAt }: RanDry): void => {
          expect(played(input, threshold, amount).firstWithoutFundsAt).toBe(firstWithoutFundsAt);
        };
        if (!recommendation.found) {
          if (recommendation.closest !== null) runsDry(recommendation.closest);
          expect(recommendation.closest === null).toBe(recommendation.reason === "cannotTell");
          seen.none += 1;
          return false;
        }
        const { threshold, amount, summary, lowerThreshold, smallerAmount } = recommendation;
        expect(summary).toEqual(played(input, threshold, amount));
        expect(summary).toMatchObject({ firstWithoutFundsAt: null, daysWithoutFunds: 0, pastLimitMs: 0 });
        const step = exact(String(input.step));
        for (const [value, most, least] of [
          [threshold, input.maxThreshold, 0n],
          [amount, input.maxAmount, step],
        ] as const) {
          expect(exact(value) % step).toBe(0n);
          expect(exact(value)).toBeGreaterThanOrEqual(least);
          if (most !== null) expect(exact(value)).toBeLessThanOrEqual(exact(String(most)));
        }
        expect(lowerThreshold === null).toBe(threshold === "0");
        expect(smallerAmount === null).toBe(exact(amount) === step);
        if (lowerThreshold !== null) {
          expect(lowerThreshold.amount).toBe(amount);
          expect(exact(lowerThreshold.threshold)).toBe(exact(threshold) - step);
          runsDry(lowerThreshold);
          seen.evidence += 1;
        }
        if (smallerAmount !== null) {
          expect(smallerAmount.threshold).toBe(threshold);
          expect(exact(smallerAmount.amount)).toBe(exact(amount) - step);
          runsDry(smallerAmount);
        }
        return true;
      },
      { runs: 40, exercised: 6, costly: true },
    );
    if (process.env.TZ === "UTC") expect(seen.none).toBeGreaterThan(0);
  });

  it("where none is found, none of a small grid would have done, with neither caps nor cooldown", () => {
    holds(
      recommendations.map(({ profile, ...input }) => ({
        ...input,
        profile: { ...profile, caps: [], cooldown: null, inFlight: "net" } as ProfileInput,
        step: "10",
        maxThreshold: "30",
        maxAmount: "30",
      })),
      (input) => {
        const recommendation = recommendProfile(input);
        if (recommendation.found || recommendation.reason === "cannotTell") return false;
        for (const threshold of ["0", "10", "20", "30"]) {
          for (const amount of ["10", "20", "30"]) {
            const dry = played(input, threshold, amount).firstWithoutFundsAt;
            expect(dry).not.toBeNull();
            expect((recommendation.closest?.firstWithoutFundsAt ?? "") >= (dry ?? "")).toBe(true);
          }
        }
        if (recommendation.reason === "dryAtStart") expect(recommendation.closest?.firstWithoutFundsAt).toBe(input.from);
        return true;
      },
      { runs: 50, exercised: 2, costly: true },
    );
  });

  it("where exact, no pair with a smaller sum of a small grid would have done", () => {
    let beyond = 0;
    holds(
      recommendations.map((input) => ({ ...input, step: "10", maxThreshold: "40", maxAmount: "40" })),
      (input) => {
        const recommendation = recommendProfile(input);
        if (!recommendation.found) return false;
        expect(recommendation.exact).toBe(true);
        const sum = Number(recommendation.threshold) + Number(recommendation.amount);
        for (const threshold of [0, 10, 20, 30, 40]) {
          for (const amount of [10, 20, 30, 40]) {
            if (threshold + amount >= sum) continue;
            expect(played(input, String(threshold), String(amount)).firstWithoutFundsAt).not.toBeNull();
            beyond += 1;
          }
        }
        return true;
      },
      { runs: 40, exercised: 10, costly: true },
    );
    if (process.env.TZ === "UTC") expect(beyond).toBeGreaterThan(0);
  });
});
