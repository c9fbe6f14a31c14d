import { describe, expect, it } from "vitest";
import { check, credits, dollars, held, owed, verdict } from "../../support/build.js";

describe("the guard `currency`", () => {
  it("passes where the profile names none", () => {
    expect(check(owed(), "currency").passed).toBe(true);
    expect(check(held({}, { wallets: [credits()] }), "currency").passed).toBe(true);
  });

  it("owed: is the account's currency, in either case", () => {
    expect(check(owed({ currency: "gbp" }), "currency").passed).toBe(true);
    expect(check(owed({ currency: "USD" }), "currency")).toMatchObject({
      passed: false,
      reason: "currencyMismatch",
      facts: { required: "USD", actual: "GBP" },
    });
    expect(verdict(owed({ currency: "USD" }))).toBe("ineligible / currencyMismatch");
  });

  it("held: is the wallet's unit, whatever the account's currency", () => {
    const wallets = [dollars(), credits({ id: "w2" })];
    expect(check(held({ walletId: "w2", currency: "credits" }, { wallets }), "currency").passed).toBe(true);
    expect(check(held({ walletId: "w2", currency: "USD" }, { wallets }), "currency").reason).toBe("currencyMismatch");
    expect(check(held({ walletId: "w2", currency: "Credits" }, { wallets }), "currency").reason).toBe("currencyMismatch");
  });

  it("held: cannot be judged without a wallet", () => {
    expect(check(held({ walletId: "w9", currency: "USD" }), "currency").passed).toBeNull();
  });
});
