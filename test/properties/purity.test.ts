import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPlan,
  evaluate,
  limitUsage,
  parseAccount,
  parseProfile,
  planTopup,
  selectProfile,
  type TopupStatus,
  walletBalance,
} from "../../src/index.js";
import { accountSamples, profileSamples, replaced } from "./support/fields.js";
import { deepFreeze, isDeepFrozen } from "../support/build.js";
import { holds } from "./support/law.js";
import { isWithinReach, openSituations, rawSituations } from "./support/situations.js";

const status = fc.constantFrom<TopupStatus>("pending", "paid", "failed", "voided", "unknown");

describe("an input stays untouched", () => {
  it("deeply frozen, it is judged all the same, and is afterwards what it was", () => {
    holds(
      rawSituations,
      (situation) => {
        const before = structuredClone(situation);
        const expected = planTopup(structuredClone(situation));
        deepFreeze(situation);
        const { profile, account, at } = situation;
        expect(planTopup(situation)).toEqual(expected);
        evaluate(situation);
        selectProfile(deepFreeze({ profiles: [profile], account, at }));
        parseProfile(profile);
        parseAccount(account);
        limitUsage(account);
        account.wallets?.forEach((wallet) => walletBalance(wallet, deepFreeze({ at })));
        expect(situation).toEqual(before);
        return true;
      },
      { runs: 140, exercised: 140 },
    );
  });

  it("by applyPlan too, and neither it nor the plan shares anything that could be changed with the next snapshot", () => {
    holds(
      fc.tuple(openSituations, status),
      ([situation, status]) => {
        const plan = planTopup(situation);
        if (plan.outcome === "none" || !isWithinReach(situation, plan)) return false;
        const { account } = situation;
        const before = structuredClone({ account, plan });
        const attempt = { id: "~next", status };
        const expected = applyPlan(structuredClone(account), structuredClone(plan), attempt);
        const next = applyPlan(deepFreeze(account), deepFreeze(plan), deepFreeze(attempt));
        expect(next).toEqual(expected);
        expect({ account, plan }).toEqual(before);
        expect(isDeepFrozen(next)).toBe(true);
        return true;
      },
      { runs: 140, exercised: 12 },
    );
  });

  it("a refused one too: whatever stands in whichever field is left as it was", () => {
    const junk = (): unknown[] => [{ a: 1 }, ["x"], { id: 5 }, [[]], [{}], { length: 0 }, new Date(0), new Map()];
    for (const { input, fields } of [...profileSamples, ...accountSamples]) {
      for (const { path } of fields) {
        for (const value of junk()) {
          const faulty = replaced<object>(input, path, value);
          const refused = (): unknown => ("trigger" in faulty ? parseProfile(faulty as never) : parseAccount(faulty as never));
          const before = structuredClone(faulty);
          try {
            refused();
          } catch {
            // Some of it is taken, as an instant.
          }
          expect({ path, faulty, frozen: Object.isFrozen(value) || Object.isFrozen(faulty) }).toEqual({
            path,
            faulty: before,
            frozen: false,
          });
        }
      }
    }
    for (const whole of junk()) {
      expect(() => parseAccount(whole as never)).toThrow();
      expect(() => parseProfile(whole as never)).toThrow();
      expect(Object.isFrozen(whole)).toBe(false);
    }
  });

  it("what is parsed is frozen to the ground, and a parsed input is judged as the one it came from", () => {
    holds(
      rawSituations,
      (situation) => {
        const parsed = { profile: parseProfile(situation.profile), account: parseAccount(situation.account), at: situation.at };
        expect(isDeepFrozen(parsed.profile) && isDeepFrozen(parsed.account)).toBe(true);
        expect(planTopup(parsed)).toEqual(planTopup(situation));
        return true;
      },
      { runs: 140, exercised: 140 },
    );
  });
});
