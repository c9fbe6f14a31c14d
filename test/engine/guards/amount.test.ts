import { describe, expect, it } from "vitest";
import { check, credits, held, owed, verdict } from "../../support/build.js";

const topup = (over: object) => ({ topup: { mode: "fixedAmount", value: "50", ...over } as const });

describe("the guard `amount`", () => {
  it("passes what can be charged, with its figures", () => {
    expect(check(owed(), "amount")).toMatchObject({ passed: true, facts: { credit: "50", charge: "50" } });
    expect(check(held({}, { wallets: [credits()] }), "amount").facts).toEqual({ credit: "50", charge: "5" });
  });

  it("fails where no quantum lies between min and max, and passes where one just does", () => {
    expect(check(owed(topup({ min: "41", max: "49", step: "10" })), "amount")).toMatchObject({
      passed: false,
      reason: "belowMinimum",
      eligibleAt: null,
      facts: { min: "41", max: "49", step: "10" },
    });
    expect(verdict(owed(topup({ min: "41", max: "49", step: "10" })))).toBe("blocked / belowMinimum");
    expect(check(owed(topup({ min: "41", max: "50", step: "10" })), "amount").passed).toBe(true);
    expect(check(owed(topup({ min: "40", max: "49", step: "10" })), "amount").passed).toBe(true);
  });

  it("fails at a charge of zero, and passes at one minor unit", () => {
    expect(check(held(topup({ value: "0.049" }), { wallets: [credits()] }), "amount").reason).toBe("belowMinimum");
    expect(check(held(topup({ value: "0.05" }), { wallets: [credits()] }), "amount").passed).toBe(true);
  });

  it("cannot be judged where the trigger does not fire, or a figure is unknown", () => {
    expect(check(owed({}, { owed: { outstanding: "0" } }), "amount").passed).toBeNull();
    expect(check(owed({}, { owed: {} }), "amount").passed).toBeNull();
  });
});
