import { describe, expect, it } from "vitest";
import { check, held, owed } from "../../support/build.js";

describe("the guard `figures`", () => {
  it("passes where all that is needed is known", () => {
    expect(check(owed(), "figures").passed).toBe(true);
    expect(check(held(), "figures").passed).toBe(true);
  });

  it("names the figure that is unknown, first the basis and then the limits", () => {
    expect(check(owed({}, { owed: {}, limits: {} }), "figures")).toMatchObject({
      passed: false,
      reason: "basisUnknown",
      facts: { unknown: "outstanding" },
    });
    expect(check(owed({}, { limits: {} }), "figures")).toMatchObject({
      reason: "limitUnknown",
      facts: { unknown: "credit" },
      eligibleAt: null,
    });
    const topup = { mode: "toPercentOfLimit", value: "20", referenceLimit: "soft" } as const;
    expect(check(owed({ topup }), "figures")).toMatchObject({ reason: "limitUnknown", facts: { unknown: "soft" } });
    expect(check(held({}, { wallets: [{ id: "w1", unit: "USD" }] }), "figures").facts).toEqual({ unknown: "balance" });
  });

  it("takes an unlimited limit for a known one", () => {
    expect(check(owed({}, { limits: { credit: null } }), "figures").passed).toBe(true);
  });
});
