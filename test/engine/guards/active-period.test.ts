import { describe, expect, it } from "vitest";
import { AT, check, owed, verdict } from "../../support/build.js";

const BEFORE = "2026-06-01T08:59:59.999Z";
const AFTER = "2026-06-01T09:00:00.001Z";

describe("the guard `activePeriod`", () => {
  it("begins at activeFrom, inclusive: until then notYetActive, eligible from activeFrom", () => {
    expect(check(owed({ activeFrom: AFTER }), "activePeriod")).toMatchObject({ passed: false, reason: "notYetActive", eligibleAt: AFTER });
    expect(verdict(owed({ activeFrom: AFTER }))).toBe("ineligible / notYetActive");
    expect(check(owed({ activeFrom: AT }), "activePeriod").passed).toBe(true);
    expect(check(owed({ activeFrom: BEFORE }), "activePeriod").passed).toBe(true);
  });

  it("ends at activeUntil, exclusive: from then on expired, for good", () => {
    expect(check(owed({ activeUntil: AFTER }), "activePeriod").passed).toBe(true);
    expect(check(owed({ activeUntil: AT }), "activePeriod")).toMatchObject({ passed: false, reason: "expired", eligibleAt: null });
    expect(verdict(owed({ activeUntil: BEFORE }))).toBe("ineligible / expired");
  });

  it("may be open on either side", () => {
    expect(check(owed(), "activePeriod").passed).toBe(true);
    expect(check(owed({ activeFrom: BEFORE, activeUntil: AFTER }), "activePeriod").passed).toBe(true);
  });
});
