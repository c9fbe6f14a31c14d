import { describe, expect, it } from "vitest";
import { check, owed, verdict } from "../../support/build.js";

const required = { requirePaymentMethod: true } as const;

describe("the guard `paymentMethod`", () => {
  it("passes any account where none is required", () => {
    expect(check(owed(), "paymentMethod").passed).toBe(true);
    expect(check(owed({}, { paymentMethod: { type: "card", autoCollect: false } }), "paymentMethod").passed).toBe(true);
  });

  it.each(["card", "directDebit", "other"] as const)(
    "passes one of type %s that collects automatically, and fails one that doesn't",
    (type) => {
      expect(check(owed(required, { paymentMethod: { type, autoCollect: true } }), "paymentMethod").passed).toBe(true);
      expect(check(owed(required, { paymentMethod: { type, autoCollect: false } }), "paymentMethod").reason).toBe("noPaymentMethod");
    },
  );

  it("fails an account without one: blocked, and no waiting helps", () => {
    expect(check(owed(required), "paymentMethod")).toMatchObject({ passed: false, eligibleAt: null });
    expect(verdict(owed(required))).toBe("blocked / noPaymentMethod");
  });

  it("does not look at what the method collects at least", () => {
    expect(check(owed(required, { paymentMethod: { type: "card", autoCollect: true, minCharge: "1000" } }), "paymentMethod").passed).toBe(
      true,
    );
  });
});
