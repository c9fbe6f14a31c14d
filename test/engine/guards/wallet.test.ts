import { describe, expect, it } from "vitest";
import { check, dollars, held, owed } from "../../support/build.js";

describe("the guard `wallet`", () => {
  it("passes a profile on what is owed, which needs none", () => {
    expect(check(owed(), "wallet").passed).toBe(true);
  });

  it("passes an active wallet", () => {
    expect(check(held(), "wallet")).toMatchObject({ passed: true, facts: { walletId: "w1", status: "active" } });
  });

  it("fails without one: noWallet", () => {
    expect(check(held({}, { wallets: [] }), "wallet")).toMatchObject({ passed: false, reason: "noWallet", eligibleAt: null });
    expect(check(held({ walletId: "w9" }), "wallet").reason).toBe("noWallet");
  });

  it("fails with several to choose from: walletAmbiguous", () => {
    expect(check(held({}, { wallets: [dollars(), dollars({ id: "w2" })] }), "wallet")).toMatchObject({
      reason: "walletAmbiguous",
      facts: { candidates: 2 },
    });
  });

  it.each(["frozen", "closed"] as const)("fails with the named one %s: walletInactive", (status) => {
    expect(check(held({ walletId: "w1" }, { wallets: [dollars({ status })] }), "wallet").reason).toBe("walletInactive");
  });
});
