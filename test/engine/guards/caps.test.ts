import { describe, expect, it } from "vitest";
import { check, owed, past, verdict } from "../../support/build.js";

const topups = [past({ charge: "20", createdAt: "2026-06-01T08:00:00Z" })];
const daily = (over: object) => ({ caps: [{ window: { calendar: "day" }, ...over } as const] });

describe("the guard `caps`", () => {
  it("passes where there is none", () => {
    const { passed, facts } = check(owed({}, { topups }), "caps");
    expect({ passed, facts }).toEqual({ passed: true, facts: {} });
  });

  it("passes up to what is left, inclusive, and fails above it", () => {
    expect(check(owed(daily({ maxCharge: "70" }), { topups }), "caps")).toMatchObject({ passed: true, facts: { charge: "50" } });
    expect(check(owed(daily({ maxCharge: "69.99" }), { topups }), "caps")).toMatchObject({
      passed: false,
      reason: "capReached",
      eligibleAt: "2026-06-02T00:00:00.000Z",
      facts: { window: "calendar day", maxCharge: "69.99", usedCharge: "20", maxCount: null, usedCount: 1 },
    });
    expect(verdict(owed(daily({ maxCharge: "69.99" }), { topups }))).toBe("blocked / capReached");
  });

  it("passes the reduced charge", () => {
    expect(check(owed(daily({ maxCharge: "30", onExceed: "reduce" }), { topups }), "caps").facts).toEqual({ charge: "10" });
  });

  it("names the first cap that is exceeded", () => {
    const caps = [
      { window: { calendar: "year" }, maxCharge: "1000" },
      { window: { rolling: { value: 24, unit: "hour" } }, maxCount: 1 },
      { window: { calendar: "day" }, maxCount: 1 },
    ] as const;
    expect(check(owed({ caps }, { topups }), "caps").facts).toMatchObject({ window: "rolling 24 hour", maxCount: 1, usedCount: 1 });
  });

  it("cannot be judged without a charge", () => {
    expect(check(owed(daily({ maxCount: 0 }), { owed: { outstanding: "0" } }), "caps").passed).toBeNull();
  });
});
