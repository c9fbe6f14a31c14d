import { describe, expect, it } from "vitest";
import type { TopupRecord } from "../../../src/index.js";
import { AT, check, owed, past, verdict } from "../../support/build.js";

const AFTER = "2026-06-01T09:00:00.001Z";
const HOUR = { staleAfter: { value: 1, unit: "hour" } } as const;

describe("the guard `freshness`", () => {
  it("passes a snapshot as old as staleAfter, and fails an older one", () => {
    expect(check(owed(HOUR, { asOf: "2026-06-01T08:00:00.000Z" }), "freshness").passed).toBe(true);
    expect(check(owed(HOUR, { asOf: "2026-06-01T07:59:59.999Z" }), "freshness")).toMatchObject({
      passed: false,
      reason: "staleSnapshot",
      eligibleAt: null,
    });
    expect(verdict(owed(HOUR, { asOf: "2026-06-01T07:59:59.999Z" }))).toBe("indeterminate / staleSnapshot");
  });

  it("fails one that doesn't say how old it is, where that is asked", () => {
    expect(check(owed(HOUR), "freshness").reason).toBe("staleSnapshot");
    expect(check(owed(), "freshness").passed).toBe(true);
  });

  it("counts a day of 24 hours, also where the clocks change", () => {
    const day = { staleAfter: { value: 1, unit: "day" } } as const;
    const newYork = (asOf: string): boolean | null =>
      check(owed(day, { asOf, timeZone: "America/New_York" }, "2025-03-10T03:30:00Z"), "freshness").passed;
    expect([newYork("2025-03-09T03:30:00Z"), newYork("2025-03-09T03:29:59.999Z")]).toEqual([true, false]);
  });

  it("passes a snapshot of this very instant with a staleAfter of nothing, and one of year 1", () => {
    expect(check(owed({ staleAfter: { value: 0, unit: "second" } }, { asOf: AT }), "freshness").passed).toBe(true);
    const century = { staleAfter: { value: 36_525, unit: "day" } } as const;
    expect(check(owed(century, { asOf: "0001-01-01T00:00:00Z" }, "0001-01-02T00:00:00Z"), "freshness").passed).toBe(true);
  });

  it("fails a snapshot from the future: take `at` after reading", () => {
    expect(check(owed({}, { asOf: AT }), "freshness").passed).toBe(true);
    expect(check(owed({}, { asOf: AFTER }), "freshness")).toMatchObject({ reason: "inFuture", eligibleAt: AFTER });
    expect(verdict(owed({}, { asOf: AFTER }))).toBe("indeterminate / inFuture");
  });

  it.each<[string, Partial<TopupRecord>, boolean]>([
    ["created at `at`", { createdAt: AT }, true],
    ["created after it", { createdAt: AFTER }, false],
    ["credited at `at`", { creditedAt: AT }, true],
    ["credited after it", { creditedAt: AFTER }, false],
    ["that failed, created after it", { status: "failed", createdAt: AFTER }, false],
    ["whose failure is said to lie after it", { status: "failed", failedAt: AFTER }, true],
    ["of another target, created after it", { walletId: "w1", createdAt: AFTER }, true],
  ])("judges a record %s", (_, record, passed) => {
    expect(check(owed({}, { topups: [past(record)] }), "freshness").passed).toBe(passed);
  });

  it("is eligible at the latest of those that lie after `at`", () => {
    const topups = [
      past({ createdAt: "2026-06-01T10:00:00Z", creditedAt: "2026-06-01T12:00:00Z" }),
      past({ id: "t2", createdAt: "2026-06-01T11:00:00Z" }),
    ];
    expect(check(owed({}, { asOf: "2026-06-01T11:30:00Z", topups }), "freshness").eligibleAt).toBe("2026-06-01T12:00:00.000Z");
  });

  it("is stale before it is in the future", () => {
    expect(check(owed(HOUR, { asOf: "2026-06-01T07:00:00Z", topups: [past({ createdAt: AFTER })] }), "freshness").reason).toBe(
      "staleSnapshot",
    );
  });
});
