import { describe, expect, it } from "vitest";
import { check, owed, verdict } from "../../support/build.js";

describe("the guard `enabled`", () => {
  it("passes a profile that is switched on, as one is that says nothing", () => {
    expect(check(owed(), "enabled")).toMatchObject({ passed: true, facts: { enabled: true } });
    expect(check(owed({ enabled: true }), "enabled").passed).toBe(true);
  });

  it("fails one that is switched off: ineligible, and no waiting helps", () => {
    expect(check(owed({ enabled: false }), "enabled")).toEqual({
      guard: "enabled",
      passed: false,
      reason: "profileDisabled",
      eligibleAt: null,
      facts: { enabled: false },
    });
    expect(verdict(owed({ enabled: false }))).toBe("ineligible / profileDisabled");
  });
});
