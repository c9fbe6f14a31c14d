import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planTopup } from "../../src/index.js";
import { minorUnits } from "../model/currency.js";
import { exact, exactText, floorTo, ONE } from "./support/exact.js";
import { holds } from "./support/law.js";
import { planWith, withMoney } from "./support/money.js";
import { openSituations, type Situation, situations } from "./support/situations.js";

const MOST = 10n ** 12n * ONE;

/** Nothing is rounded where all money is whole, percentages are of whole hundreds, and credits cost a power of ten. */
function withoutRounding(situation: Situation): Situation {
  const hundreds = (amount: string): string => whole(amount, 100n);
  const { account, ...rest } = withMoney(situation, hundreds, (percent) => whole(percent, 1n));
  const rated = account.wallets.map((wallet) => ({ ...wallet, rate: rateLike(wallet.rate, account.currency, wallet.unit) }));
  return { ...rest, account: { ...account, wallets: rated } };
}

/** To a multiple, keeping order and sign; what is not zero stays so. */
function whole(amount: string, multiple: bigint): string {
  const size = exact(amount.replace("-", ""));
  const quantum = multiple * ONE;
  const floored = size === 0n ? 0n : size > MOST ? MOST : floorTo(size, quantum) || quantum;
  return exactText(amount.startsWith("-") ? -floored : floored);
}

/** A power of ten down to the currency's minor unit, or up to a hundredfold. */
function rateLike(rate: string | null, currency: string, unit: string): string | null {
  if (rate === null || unit === currency) return rate === null ? null : "1";
  const digits = minorUnits(currency) ?? 2;
  const places = rate.length % (digits + 3);
  return places > digits ? (["10", "100"][places - digits - 1] ?? "1") : exactText(ONE / 10n ** BigInt(places));
}

describe("scaling all money up by a power of ten keeps every outcome and scales every figure, where nothing was rounded", () => {
  it("whatever the profile and the account say", () => {
    const cases = fc.tuple(fc.oneof(situations, openSituations).map(withoutRounding), fc.integer({ min: 1, max: 6 }));
    let due = 0;
    holds(
      cases,
      ([situation, power]) => {
        const money = (amount: string): string => exactText(exact(amount) * 10n ** BigInt(power));
        const plan = planTopup(situation);
        const scaled = planTopup(withMoney(situation, money, (percent) => percent));
        expect(planWith(scaled, same, situation.profile.topup)).toEqual(planWith(plan, money, situation.profile.topup));
        if (plan.outcome === "topup") due += 1;
        return plan.decision.trigger !== null;
      },
      { runs: 320, exercised: 108 },
    );
    expect(due).toBeGreaterThan(43);
  });
});

/** Spelt alike, whether or not with minor digits. */
function same(amount: string): string {
  return exactText(exact(amount));
}
