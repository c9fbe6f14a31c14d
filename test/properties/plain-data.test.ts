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
import { holds } from "./support/law.js";
import { isWithinReach, openSituations, rawSituations, situations } from "./support/situations.js";

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Equal itself, key by key and nothing undefined, on both ways out of the process. */
function isPlain(value: unknown): void {
  expect(throughJson(value)).toStrictEqual(value);
  expect(structuredClone(value)).toStrictEqual(value);
}

describe("outputs are plain data", () => {
  it("a decision, a plan and a selection equal themselves after JSON and after structuredClone", () => {
    let due = 0;
    holds(
      fc.oneof(rawSituations, openSituations),
      (situation) => {
        const { profile, account, at } = situation;
        const plan = planTopup(situation);
        isPlain(plan);
        isPlain(selectProfile({ profiles: [profile], account, at }));
        expect(evaluate(situation)).toStrictEqual(plan.decision);
        if (plan.outcome === "topup") due += 1;
        return true;
      },
      { runs: 180, exercised: 180 },
    );
    expect(due).toBeGreaterThan(28);
  });

  it("so do the figures of wallets and limits", () => {
    holds(
      situations,
      ({ account, at }) => {
        isPlain(limitUsage(account));
        account.wallets.forEach((wallet) => isPlain(walletBalance(wallet, { at })));
        return account.wallets.length > 0;
      },
      { runs: 90, exercised: 28 },
    );
  });

  it("amounts are canonical, or have their currency's minor digits; instants are UTC with milliseconds", () => {
    const canonical = /^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/;
    const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
    holds(
      fc.oneof(rawSituations, openSituations),
      (situation) => {
        const { decision, topup } = planTopup(situation);
        const { observed, inFlight, effective, limit, threshold, distance } = decision.trigger ?? {};
        const figures = [observed, inFlight, effective, limit, threshold, distance, topup?.after.effective, topup?.after.distance];
        const adjusted = topup?.adjustments.flatMap(({ from, to }) => [from, to]) ?? [];
        for (const figure of [...figures, ...adjusted]) if (figure != null) expect(figure).toMatch(canonical);
        const instants = [decision.at, decision.nextEligibleAt, ...decision.checks.map(({ eligibleAt }) => eligibleAt)];
        for (const each of instants) if (each !== null) expect(each).toMatch(instant);
        const digits = { USD: 2, EUR: 2, JPY: 0, KWD: 3, CLF: 4 }[topup?.currency ?? ""];
        if (topup) expect(topup.charge).toMatch(digits === 0 ? /^[1-9]\d*$/ : new RegExp(`^(?!0\\.0*$)(0|[1-9]\\d*)\\.\\d{${digits}}$`));
        return topup !== null;
      },
      { runs: 180, exercised: 27 },
    );
  });
});

describe("parsing what was parsed gives it back, also after JSON", () => {
  it("profiles", () => {
    holds(
      rawSituations,
      ({ profile }) => {
        const parsed = parseProfile(profile);
        isPlain(parsed);
        expect(parseProfile(parsed)).toBe(parsed);
        expect(parseProfile(throughJson(parsed))).toStrictEqual(parsed);
        expect(parseProfile(throughJson(profile))).toStrictEqual(parsed);
        return true;
      },
      { runs: 180, exercised: 180 },
    );
  });

  it("accounts", () => {
    holds(
      rawSituations,
      ({ account }) => {
        const parsed = parseAccount(account);
        isPlain(parsed);
        expect(parseAccount(parsed)).toBe(parsed);
        expect(parseAccount(throughJson(parsed))).toStrictEqual(parsed);
        expect(parseAccount(throughJson(account))).toStrictEqual(parsed);
        return true;
      },
      { runs: 180, exercised: 180 },
    );
  });

  it("the account after a plan was applied", () => {
    const status = fc.constantFrom<TopupStatus>("pending", "paid", "failed", "voided", "unknown");
    holds(
      fc.tuple(openSituations, status),
      ([situation, status]) => {
        const plan = planTopup(situation);
        if (plan.outcome === "none" || !isWithinReach(situation, plan)) return false;
        const next = applyPlan(situation.account, plan, { id: "~next", status });
        isPlain(next);
        expect(parseAccount(next)).toBe(next);
        expect(parseAccount(throughJson(next))).toStrictEqual(next);
        expect(applyPlan(throughJson(situation.account), throughJson(plan), { id: "~next", status })).toStrictEqual(next);
        return true;
      },
      { runs: 90, exercised: 4 },
    );
  });
});
