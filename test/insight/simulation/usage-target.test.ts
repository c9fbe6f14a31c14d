import { expect, it } from "vitest";
import { type AccountInput, parseAccount } from "../../../src/index.js";
import { paidIntoOf, usageTargetOf } from "../../../src/insight/simulation/usage-target.js";
import { wallet } from "./build.js";

const account = (over: Partial<AccountInput> = {}) => parseAccount({ ...wallet(), ...over });
const named = { walletId: "w1" };
const unnamed = { walletId: null };

it("usage falls on the wallet named, whatever is owed", () => {
  for (const owed of [{ unbilled: "0" }, { outstanding: "0" }, null]) {
    expect(usageTargetOf(named, account({ owed }))).toEqual({ kind: "wallet", walletId: "w1" });
  }
});

it("usage falls on the figure named, be it unknown", () => {
  expect(usageTargetOf({ ...unnamed, basis: "outstanding" }, account())).toEqual({ kind: "owed", basis: "outstanding" });
});

it("a payment goes into the wallet named, whatever is owed, and else to what is owed where anything is", () => {
  for (const owed of [{ unbilled: "0" }, { outstanding: "0" }, { overdue: "0" }]) {
    expect(paidIntoOf(named, account({ owed }))).toEqual({ walletId: "w1" });
    expect(paidIntoOf(unnamed, account({ owed }))).toEqual({ walletId: null });
  }
  expect(paidIntoOf(unnamed, account())).toEqual({ walletId: "w1" });
});

it("what is of no wallet, or of either of two, is unclear", () => {
  const two = account({ wallets: ["w1", "w2"].map((id) => ({ id, unit: "USD", balance: "1" })) });
  for (const find of [usageTargetOf, paidIntoOf]) {
    expect(find(unnamed, two)).toBeNull();
    expect(find({ walletId: "w9" }, two)).toBeNull();
    expect(find({ walletId: "w2" }, two)).toMatchObject({ walletId: "w2" });
    expect(find(unnamed, account({ wallets: null }))).toBeNull();
  }
});
