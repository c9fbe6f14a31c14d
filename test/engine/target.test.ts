import { describe, expect, it } from "vitest";
import { evaluate, type ProfileInput } from "../../src/index.js";
import { credits, dollars, held, heldProfile, owed, scheduled, topupPlan, verdict } from "../support/build.js";

const walletOf = (input: Parameters<typeof evaluate>[0]): string | null => evaluate(input).walletId;

describe("the wallet of a profile on a balance", () => {
  const two = [dollars(), dollars({ id: "w2" })];

  it("is the one that the profile names", () => {
    expect(walletOf(held({ walletId: "w2" }, { wallets: two }))).toBe("w2");
  });

  it("is the account's only active wallet where the profile names none", () => {
    expect(walletOf(held())).toBe("w1");
    expect(
      walletOf(held({}, { wallets: [dollars({ status: "frozen" }), dollars({ id: "w2" }), dollars({ id: "w3", status: "closed" })] })),
    ).toBe("w2");
  });

  it("is the only active one in the profile's currency, a custom unit too", () => {
    const wallets = [dollars(), credits({ id: "w2" }), dollars({ id: "w3", unit: "EUR", rate: "1.1" })];
    expect(walletOf(held({ currency: "usd" }, { wallets }))).toBe("w1");
    expect(walletOf(held({ currency: "credits" }, { wallets }))).toBe("w2");
    expect(walletOf(held({ currency: "EUR" }, { wallets }))).toBe("w3");
    expect(verdict(held({ currency: "Credits" }, { wallets }))).toBe("ineligible / noWallet");
  });

  it("is one in any unit where the profile names no currency", () => {
    expect(walletOf(held({}, { wallets: [credits()] }))).toBe("w1");
  });

  it.each<[string, Partial<ProfileInput>, object, string]>([
    ["no wallet at all", {}, { wallets: [] }, "ineligible / noWallet"],
    ["no such wallet", { walletId: "w9" }, {}, "ineligible / noWallet"],
    ["no active one", {}, { wallets: [dollars({ status: "frozen" })] }, "ineligible / noWallet"],
    ["none in the profile's currency", { currency: "EUR" }, {}, "ineligible / noWallet"],
    ["two active ones", {}, { wallets: two }, "indeterminate / walletAmbiguous"],
    ["two in the profile's currency", { currency: "USD" }, { wallets: [...two, credits({ id: "w3" })] }, "indeterminate / walletAmbiguous"],
  ])("is not found: %s", (_, profile, account, expected) => {
    expect(verdict(held(profile, account))).toBe(expected);
    expect(walletOf(held(profile, account))).toBeNull();
  });

  it.each(["frozen", "closed"] as const)("is named but %s: walletInactive, and judged on otherwise", (status) => {
    const decision = evaluate(held({ walletId: "w1" }, { wallets: [dollars({ status })] }));
    expect(decision).toMatchObject({ outcome: "ineligible", reason: "walletInactive", walletId: "w1", trigger: { observed: "4" } });
    expect(decision.checks.filter(({ passed }) => passed !== true).map(({ guard }) => guard)).toEqual(["wallet"]);
  });

  it.each(["prepaid", "promotional", "postpaid"] as const)("is chosen whatever its type: %s is a label", (type) => {
    expect(verdict(held({}, { wallets: [dollars({ type })] }))).toBe("due / thresholdReached");
  });
});

describe("the target", () => {
  it("is the account itself for an owed basis, also where it has wallets", () => {
    expect(walletOf(owed({}, { wallets: [{ id: "w1", unit: "GBP", balance: "0" }] }))).toBeNull();
  });

  it("of a schedule is by the topup's basis", () => {
    expect(walletOf(scheduled())).toBeNull();
    const wallets = [{ id: "w1", unit: "GBP", balance: "0" }];
    expect(walletOf(scheduled({ topup: { mode: "fixedAmount", value: "5", basis: "balance" } }, { wallets }))).toBe("w1");
    expect(verdict(scheduled({ topup: { mode: "fixedAmount", value: "5", basis: "balance" } }))).toBe("ineligible / noWallet");
  });

  it("has the unit of the trigger's and the topup's figures: the wallet's", () => {
    const { topup } = topupPlan(held({ topup: { mode: "fixedAmount", value: "50", min: "60", max: "80" } }, { wallets: [credits()] }));
    expect(topup).toMatchObject({ basis: "balance", credit: "60", unit: "credits", charge: "6.00", currency: "USD" });
  });

  it("has the unit of the trigger's and the topup's figures: the account's currency", () => {
    expect(topupPlan(owed()).topup).toMatchObject({ basis: "outstanding", credit: "50.00", unit: "GBP", charge: "50.00", currency: "GBP" });
  });

  it("may be a wallet in another currency than the account's, by its rate", () => {
    const profile = heldProfile({ topup: { mode: "fixedAmount", value: "1000" } });
    const { topup } = topupPlan({ ...held({}, { wallets: [dollars({ unit: "JPY", rate: "0.0067" })] }), profile });
    expect(topup).toMatchObject({ credit: "1000", unit: "JPY", charge: "6.70", currency: "USD" });
  });
});
