import fc from "fast-check";
import type { ProfileInput, RecommendInput } from "../../../src/index.js";
import { scenarios } from "../../../src/testing/recipes/scenario/scenarios.js";
import { weighted } from "../../../src/testing/recipes/weighted.js";

const bounds = fc.record({
  step: weighted([1, "1"], [3, "5"], [1, "2.5"]),
  maxThreshold: weighted([1, null], [3, "30"]),
  maxAmount: weighted([1, null], [3, "30"]),
});

/** Any scenario, of a profile whose two values are looked for. */
export const recommendations: fc.Arbitrary<RecommendInput> = fc
  .tuple(scenarios, bounds, fc.constantFrom("0", "6", "12"))
  .map(([scenario, range, daily]) => {
    const { profile, account } = scenario;
    const held = profile.trigger.basis === "balance" || (account.wallets ?? []).length > 0;
    const trigger = held
      ? ({ basis: "balance", type: "absoluteAmount", value: "1" } as const)
      : ({ basis: "outstanding", type: "absoluteAmount", value: "1", referenceLimit: "credit" } as const);
    const figures = held
      ? { wallets: (account.wallets ?? []).map((wallet) => (wallet.lots == null ? { ...wallet, balance: "35" } : wallet)) }
      : { owed: { outstanding: "5", overdue: "0", unbilled: account.owed?.unbilled ?? null } };
    const fallsOn = held ? { walletId: "w1" } : { basis: "outstanding" as const };
    const steady = {
      type: "usageRate",
      amount: daily,
      per: { value: 1, unit: "day" },
      every: { value: 9, unit: "hour" },
      ...fallsOn,
    } as const;
    return {
      ...scenario,
      ...range,
      timeline: [...(scenario.timeline ?? []), steady],
      profile: { ...profile, trigger, topup: { mode: "fixedAmount", value: "1" } } as ProfileInput,
      account: { ...account, ...figures, autoTopupAmount: null } as RecommendInput["account"],
    };
  });
