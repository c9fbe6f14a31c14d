import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decision, planTopup } from "../../src/index.js";
import { exact, exactText, floorTo, ONE, unitOf } from "./support/exact.js";
import { holds } from "./support/law.js";
import {
  atThreshold,
  checkOf,
  openSituations,
  openThresholds,
  type Situation,
  situations,
  withTopup,
  worsenedBy,
} from "./support/situations.js";

const both = (situation: Situation): { inclusive: Situation; exclusive: Situation } => ({
  inclusive: withBoundary(situation, "inclusive"),
  exclusive: withBoundary(situation, "exclusive"),
});

describe("inclusive and exclusive differ at distance 0 only", () => {
  it("anywhere else they decide the same, and all but `untilClear` plans the same", () => {
    holds(
      fc.oneof(situations, openSituations).map(both),
      ({ inclusive, exclusive }) => {
        const [including, excluding] = [planTopup(inclusive), planTopup(exclusive)];
        const { trigger } = including.decision;
        if (trigger?.distance === "0") return false;
        const { topup } = inclusive.profile;
        if (topup.mode === "fixedAmount" && topup.repeat === "untilClear") {
          expect(checkOf(excluding.decision, "trigger")).toEqual(checkOf(including.decision, "trigger"));
          return true;
        }
        expect(sameBoundary(excluding.decision)).toEqual(sameBoundary(including.decision));
        expect({ ...excluding.topup, after: null }).toEqual({ ...including.topup, after: null });
        expect(excluding.topup?.after.distance).toEqual(including.topup?.after.distance);
        if (including.topup?.after.distance !== "0") expect(excluding.topup?.after.clears).toBe(including.topup?.after.clears);
        return trigger !== null;
      },
      { runs: 320, exercised: 90 },
    );
  });

  it("at distance 0 inclusive fires and exclusive does not", () => {
    holds(
      openThresholds.map(atThreshold).map(both),
      ({ inclusive, exclusive }) => {
        const [including, excluding] = [planTopup(inclusive).decision, planTopup(exclusive).decision];
        // A limit of 0 is exclusive by percentage whatever was asked for, and the decision says so.
        if (including.trigger?.distance !== "0" || including.trigger.boundary !== "inclusive") return false;
        const check = checkOf(including, "trigger");
        expect(check.passed || check.reason === "alreadyAtTarget" || check.reason === "unlimited").toBe(true);
        expect(checkOf(excluding, "trigger").reason).toBe("thresholdNotReached");
        return true;
      },
      { runs: 180, exercised: 43 },
    );
  });

  it("`untilClear` adds one step more under inclusive where the gap is a whole number of steps, and otherwise the same", () => {
    const value = 7n * ONE;
    const cases = fc.tuple(openThresholds, fc.bigInt({ min: 1n, max: 40n }), fc.boolean()).map(([situation, steps, whole]) => {
      const until = withTopup(situation, { mode: "fixedAmount", value: exactText(value), repeat: "untilClear" });
      return both(worsenedBy(atThreshold(until), steps * value + (whole ? 0n : unitOf(20))));
    });
    holds(
      cases.map(({ inclusive, exclusive }) => [planTopup(inclusive), planTopup(exclusive)] as const),
      ([including, excluding]) => {
        if (including.topup === null || excluding.topup === null || including.decision.trigger?.boundary !== "inclusive") return false;
        const gap = -exact(including.decision.trigger.distance ?? "0");
        const whole = floorTo(gap, value) === gap;
        const unrounded = ({ topup }: typeof including): string =>
          topup?.adjustments.find(({ rule }) => rule === "rounding")?.from ?? topup?.credit ?? "";
        expect(exact(unrounded(including)) - exact(unrounded(excluding))).toBe(whole ? value : 0n);
        return true;
      },
      { runs: 140, exercised: 66 },
    );
  });
});

function withBoundary(situation: Situation, boundary: "inclusive" | "exclusive"): Situation {
  const { trigger } = situation.profile;
  return trigger.basis === "schedule" ? situation : { ...situation, profile: { ...situation.profile, trigger: { ...trigger, boundary } } };
}

function sameBoundary({ trigger, ...decision }: Decision): unknown {
  return { ...decision, trigger: trigger && { ...trigger, boundary: null } };
}
