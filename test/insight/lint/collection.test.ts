import { describe, expect, it } from "vitest";
import { type AccountInput, parseAccount, parseProfile, type ProfileInput, type SettlementInput } from "../../../src/index.js";
import { collectionOf } from "../../../src/insight/lint/collection.js";
import { groundOf } from "../../../src/insight/lint/ground.js";
import { debtor, heldRule, holder, owedRule } from "./build.js";

const of = (profile: ProfileInput, account: AccountInput | null = null): string =>
  collectionOf(groundOf(parseProfile(profile), account && parseAccount(account), false));
const atLeast = (minCharge: string | null): AccountInput["paymentMethod"] => ({ type: "card", autoCollect: true, minCharge });
const invoice = (autoCollect: boolean): SettlementInput => ({ kind: "invoice", autoCollect, netTermsDays: 14 });

describe("whether what is asked for is collected", () => {
  it("is settled by the profile where that collects nothing, or leaves it to who issues the invoice", () => {
    expect(of(heldRule({ settlement: { kind: "grant" } }))).toBe("never");
    expect(of(heldRule({ settlement: { kind: "expectedPayment", autoCollect: false } }))).toBe("never");
    expect(of(heldRule({ settlement: invoice(false) }))).toBe("never");
    expect(of(heldRule({ settlement: invoice(true) }))).toBe("always");
  });

  it("goes by the account's payment method otherwise", () => {
    expect(of(heldRule())).toBe("unknown");
    expect(of(heldRule(), holder())).toBe("always");
    expect(of(heldRule(), holder({ paymentMethod: null }))).toBe("never");
    expect(of(heldRule({ requirePaymentMethod: true }), holder({ paymentMethod: null }))).toBe("blocked");
  });

  it("goes by the charge where the method takes no less than so much", () => {
    expect(of(heldRule(), holder({ paymentMethod: atLeast("50") }))).toBe("always");
    expect(of(heldRule(), holder({ paymentMethod: atLeast("50.01") }))).toBe("never");
    const target = (max: string | null): ProfileInput => heldRule({ topup: { mode: "toTarget", value: "60", max } });
    expect(of(target(null), holder({ paymentMethod: atLeast("50") }))).toBe("always");
    expect(of(target(null), holder({ paymentMethod: atLeast("50.01") }))).toBe("sometimes");
    expect(of(target("70"), holder({ paymentMethod: atLeast("70") }))).toBe("sometimes");
    expect(of(target("70"), holder({ paymentMethod: atLeast("70.01") }))).toBe("never");
  });

  it("may be or not where the charge is not known: without the limit, or without the wallet", () => {
    const without = debtor({ paymentMethod: atLeast("150"), limits: {} });
    expect(of(owedRule(), debtor({ paymentMethod: atLeast("150") }))).toBe("always");
    expect(of(owedRule(), without)).toBe("sometimes");
    expect(of(owedRule(), debtor({ paymentMethod: atLeast(null), limits: {} }))).toBe("always");
    expect(of(heldRule(), holder({ paymentMethod: atLeast("50"), wallets: [] }))).toBe("sometimes");
    expect(of(heldRule(), holder({ paymentMethod: atLeast("50.01"), wallets: [] }))).toBe("sometimes");
  });
});
