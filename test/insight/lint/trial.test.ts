import { describe, expect, it } from "vitest";
import { type Account, type AccountInput, parseAccount, parseProfile, type ProfileInput } from "../../../src/index.js";
import { groundOf } from "../../../src/insight/lint/ground.js";
import { debtor, heldRule, holder, owedRule } from "./build.js";

const of = (profile: ProfileInput, account: AccountInput | null = null): readonly Account[] =>
  groundOf(parseProfile(profile), account && parseAccount(account), false).trials;

const assumed: Account = parseAccount({ id: "assumed", currency: "CLF" });
const least = { credit: "0.00000000000000000001" };
const most = { credit: "99999999999999999999" };

describe("the accounts that a rule is tried on", () => {
  it("differ in the limit where that is not known: the least and the greatest there can be", () => {
    expect(of(owedRule())).toEqual([
      { ...assumed, limits: least },
      { ...assumed, limits: most },
    ]);
    expect(of(owedRule(), debtor())).toEqual([parseAccount(debtor())]);
    expect(of(owedRule({ topup: { mode: "toPercentOfLimit", value: "20" } }))).toHaveLength(2);
    expect(
      of(owedRule({ topup: { mode: "toPercentOfLimit", value: "20", referenceLimit: "ceiling" } })).map(({ limits }) => limits),
    ).toEqual([
      { ...least, ceiling: least.credit },
      { ...least, ceiling: most.credit },
      { ...most, ceiling: least.credit },
      { ...most, ceiling: most.credit },
    ]);
  });

  it("have the profile's currency, where it is one, or else one that is as fine as any", () => {
    expect(of(owedRule({ currency: "GBP" })).map(({ currency }) => currency)).toEqual(["GBP", "GBP"]);
    expect(of(heldRule({ currency: "credits" })).map(({ currency }) => currency)).toEqual(["CLF"]);
  });

  it("have a wallet where one is topped up: of that unit, as fine as it can be, and so dear that no charge is nothing", () => {
    const wallet = { id: "assumed", unit: "unit", status: "active", type: "prepaid", rate: "1000000000000", scale: 12 } as const;
    const empty = { lots: null, balance: null, pendingUsage: "0" };
    expect(of(heldRule())).toEqual([{ ...assumed, wallets: [{ ...wallet, ...empty }] }]);
    expect(of(heldRule({ walletId: "w1", currency: "USD" }))).toEqual([
      { ...assumed, currency: "USD", wallets: [{ ...wallet, ...empty, id: "w1", unit: "USD", scale: null }] },
    ]);
  });

  it("are the one that is given, with nothing past, and with its wallet alone", () => {
    const topups = [{ id: "t1", charge: "50", createdAt: "2026-05-30T09:00:00Z", status: "paid", walletId: "w1" }] as const;
    const account = holder({ asOf: "2026-06-01T00:00:00Z", billedThrough: "2026-05-01T00:00:00Z", topups }, { pendingUsage: "5" });
    expect(
      of(heldRule({ currency: "USD" }), { ...account, wallets: [...(account.wallets ?? []), { id: "w2", unit: "EUR", rate: "1.1" }] }),
    ).toEqual([parseAccount({ ...holder(), topups: [] })]);
  });

  it("have an assumed wallet, and no amount of their own, where the one that is given has no single one", () => {
    const [trial] = of(heldRule(), holder({ wallets: [], autoTopupAmount: "70" }));
    expect(trial?.wallets.map(({ id }) => id)).toEqual(["assumed"]);
    expect(trial?.autoTopupAmount).toBeNull();
  });
});
