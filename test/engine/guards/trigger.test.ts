import { describe, expect, it } from "vitest";
import { check, owed, past, scheduled } from "../../support/build.js";

describe("the guard `trigger`", () => {
  it("passes at the threshold and fails before it: no instant is known at which it will fire", () => {
    expect(check(owed({}, { owed: { outstanding: "400" } }), "trigger").passed).toBe(true);
    expect(check(owed({}, { owed: { outstanding: "399.99" } }), "trigger")).toMatchObject({
      passed: false,
      reason: "thresholdNotReached",
      eligibleAt: null,
    });
  });

  it("fails under an unlimited limit, and where the target is met", () => {
    expect(check(owed({}, { limits: { credit: null } }), "trigger").reason).toBe("unlimited");
    expect(check(owed({ topup: { mode: "toTarget", value: "430" } }), "trigger")).toMatchObject({
      reason: "alreadyAtTarget",
      facts: { credit: "0" },
    });
  });

  it("passes at an occurrence and fails before it, eligible at the next", () => {
    expect(check(scheduled({}, {}, "2026-01-01T09:00:00Z"), "trigger")).toMatchObject({
      passed: true,
      facts: { occurrence: "2026-01-01T09:00:00.000Z", next: "2026-02-01T09:00:00.000Z", topupId: null },
    });
    expect(check(scheduled({}, {}, "2026-01-01T08:59:59.999Z"), "trigger")).toMatchObject({
      reason: "scheduleNotReached",
      eligibleAt: "2026-01-01T09:00:00.000Z",
      facts: { occurrence: null },
    });
    const topups = [past({ createdAt: "2026-06-01T09:00:00Z" })];
    expect(check(scheduled({}, { topups }), "trigger")).toMatchObject({
      reason: "scheduleNotReached",
      eligibleAt: "2026-07-01T09:00:00.000Z",
    });
  });

  it("cannot be judged where a figure is unknown", () => {
    expect(check(owed({}, { owed: {} }), "trigger").passed).toBeNull();
  });
});
