import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planTopup, type TopupPlan } from "../../src/index.js";
import { holds } from "./support/law.js";
import { basisOf, openSituations, type Situation, situations } from "./support/situations.js";

const due = fc.oneof(situations, openSituations);

/** What the decision is made by: each is dropped in turn, or made null where that says the same. */
interface Needed {
  readonly reason: "basisUnknown" | "limitUnknown";
  readonly without: Situation;
}

function neededFigures(situation: Situation, { topup, decision }: TopupPlan): Needed[] {
  const { profile, account } = situation;
  const { trigger, topup: rule } = profile;
  const overridden =
    topup.adjustments.some(({ rule: each }) => each === "override") ||
    (account.autoTopupAmount !== null && topup.unit === account.currency);
  const computed = rule.mode !== "fixedAmount" && !overridden;
  const names = [
    ...("referenceLimit" in trigger ? [trigger.referenceLimit] : []),
    ...(rule.mode === "toPercentOfLimit" && computed ? [rule.referenceLimit] : []),
  ];
  const limits = names.map((name): Needed => {
    const { [name]: _, ...others } = account.limits;
    return { reason: "limitUnknown", without: { ...situation, account: { ...account, limits: others } } };
  });
  if (trigger.basis === "schedule" && !computed) return limits;
  return [...limits, { reason: "basisUnknown", without: withoutBasis(situation, decision.walletId) }];
}

function withoutBasis(situation: Situation, walletId: string | null): Situation {
  const { profile, account } = situation;
  const basis = basisOf(profile);
  if (basis !== "balance") return { ...situation, account: { ...account, owed: { ...account.owed, [basis]: null } } };
  const wallets = account.wallets.map((wallet) => (wallet.id === walletId ? { ...wallet, lots: null, balance: null } : wallet));
  return { ...situation, account: { ...account, wallets } };
}

describe("an unknown figure never yields a top-up", () => {
  it("what would be due is indeterminate without any one figure that it needs", () => {
    const reasons = { basisUnknown: 0, limitUnknown: 0 };
    holds(
      due,
      (situation) => {
        const plan = planTopup(situation);
        if (plan.outcome !== "topup") return false;
        const needed = neededFigures(situation, plan);
        for (const { reason, without } of needed) {
          const { outcome, decision } = planTopup(without);
          expect([outcome, decision.outcome, decision.reason, decision.trigger]).toEqual(["none", "indeterminate", reason, null]);
          reasons[reason] += 1;
        }
        return needed.length > 0;
      },
      { runs: 320, exercised: 54 },
    );
    expect(reasons.limitUnknown).toBeGreaterThan(18);
    expect(reasons.basisUnknown).toBeGreaterThan(43);
  });

  it("nor an account of which nothing but its wallets' names is told", () => {
    holds(
      due,
      (situation) => {
        const { account } = situation;
        const bare = {
          ...account,
          owed: undefined,
          limits: null,
          autoTopupAmount: null,
          wallets: account.wallets.map((wallet) => ({ ...wallet, lots: null, balance: null })),
        };
        const { decision } = planTopup({ ...situation, account: bare });
        const { trigger, topup } = situation.profile;
        if (trigger.basis === "schedule" && topup.mode === "fixedAmount") return false;
        expect(["indeterminate", "ineligible"]).toContain(decision.outcome);
        expect(decision.trigger).toBeNull();
        return decision.outcome === "indeterminate";
      },
      { runs: 140, exercised: 54 },
    );
  });

  it("an unlimited limit is known, and never fires", () => {
    holds(
      due,
      (situation) => {
        const plan = planTopup(situation);
        const { trigger } = situation.profile;
        if (plan.topup === null || !("referenceLimit" in trigger)) return false;
        const { account } = situation;
        const { decision } = planTopup({
          ...situation,
          account: { ...account, limits: { ...account.limits, [trigger.referenceLimit]: null } },
        });
        expect([decision.outcome, decision.reason, decision.trigger?.threshold]).toEqual(["notDue", "unlimited", null]);
        return true;
      },
      { runs: 140, exercised: 5 },
    );
  });

  it("a figure that is not needed may be unknown", () => {
    const scheduled = openSituations.map((situation): Situation => {
      const trigger = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2000-01-01T00:00:00.000Z" } as const;
      const topup = {
        mode: "fixedAmount",
        value: "10",
        repeat: "once",
        basis: basisOf(situation.profile),
        min: null,
        max: null,
        step: null,
      } as const;
      return { ...situation, profile: { ...situation.profile, trigger, topup }, account: { ...situation.account, topups: [] } };
    });
    holds(
      scheduled,
      (situation) => {
        const plan = planTopup(situation);
        const bare = withoutBasis(situation, plan.decision.walletId);
        expect(planTopup({ ...bare, account: { ...bare.account, limits: {} } })).toEqual(plan);
        return plan.topup !== null;
      },
      { runs: 90, exercised: 25 },
    );
  });
});
