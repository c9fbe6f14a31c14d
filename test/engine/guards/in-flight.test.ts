import { describe, expect, it } from "vitest";
import type { Check, ProfileInput, TopupRecord } from "../../../src/index.js";
import { check, owed, past, verdict } from "../../support/build.js";

const BLOCK = { inFlight: "block" } as const;
const READ_AT = "2026-06-01T08:00:00Z";
const EXPIRES = { inFlightExpiresAfter: { value: 2, unit: "day" } } as const;

const guard = (records: readonly Partial<TopupRecord>[], profile: Partial<ProfileInput> = BLOCK): Check =>
  check(owed(profile, { asOf: READ_AT, topups: records.map((each, index) => past({ id: `t${index}`, ...each })) }), "inFlight");

describe("the guard `inFlight` under the policy block", () => {
  it.each<[string, Partial<TopupRecord>, boolean]>([
    ["a pending one blocks", { status: "pending" }, false],
    ["an unknown one blocks", { status: "unknown" }, false],
    ["a pending one that the basis shows blocks", { status: "pending", creditedAt: READ_AT }, false],
    ["an unknown one that the basis shows blocks", { status: "unknown", creditedAt: READ_AT }, false],
    ["a paid one that the basis doesn't show blocks", { creditedAt: "2026-06-01T08:00:00.001Z" }, false],
    ["a paid one that the basis shows does not", { creditedAt: READ_AT }, true],
    ["a failed one does not", { status: "failed" }, true],
    ["a voided one does not", { status: "voided" }, true],
    ["a manual one does not", { status: "pending", kind: "manual" }, true],
    ["another profile's does", { status: "pending", profileId: "p2" }, false],
    ["another target's does not", { status: "pending", walletId: "w1" }, true],
  ])("%s", (_, record, passed) => {
    expect(guard([record]).passed).toBe(passed);
  });

  it("makes it blocked / topupInFlight", () => {
    expect(verdict(owed(BLOCK, { topups: [past({ status: "pending" })] }))).toBe("blocked / topupInFlight");
  });

  it("is over once each has expired: eligible at the latest expiry", () => {
    const records = [
      { status: "pending", createdAt: "2026-05-31T09:00:00Z" },
      { status: "pending", createdAt: "2026-05-31T12:00:00Z" },
    ] as const;
    expect(guard(records, { ...BLOCK, ...EXPIRES })).toMatchObject({
      reason: "topupInFlight",
      eligibleAt: "2026-06-02T12:00:00.000Z",
      facts: { count: 2 },
    });
  });

  it("passes what has expired, to the millisecond", () => {
    expect(guard([{ status: "pending", createdAt: "2026-05-30T09:00:00Z" }], { ...BLOCK, ...EXPIRES }).passed).toBe(true);
    expect(guard([{ status: "pending", createdAt: "2026-05-30T09:00:00.001Z" }], { ...BLOCK, ...EXPIRES })).toMatchObject({
      passed: false,
      eligibleAt: "2026-06-01T09:00:00.001Z",
    });
  });

  it.each<[string, Partial<TopupRecord>]>([
    ["unknown", { status: "unknown" }],
    ["paid and not shown", { creditedAt: "2026-06-01T08:30:00Z" }],
  ])("has no end that is known where one of them is %s", (_, record) => {
    expect(guard([{ status: "pending" }, record], { ...BLOCK, ...EXPIRES })).toMatchObject({ passed: false, eligibleAt: null });
  });

  it("has no end that is known without an expiry, or beyond year 9999", () => {
    expect(guard([{ status: "pending" }]).eligibleAt).toBeNull();
    const late = owed(
      { ...BLOCK, ...EXPIRES },
      { topups: [past({ status: "pending", createdAt: "9999-12-31T00:00:00Z" })] },
      "9999-12-31T12:00:00Z",
    );
    expect(check(late, "inFlight")).toMatchObject({ passed: false, eligibleAt: null });
  });
});

describe("the guard `inFlight` under another policy", () => {
  it.each(["net", "ignore"] as const)("passes whatever is in flight: %s", (inFlight) => {
    expect(guard([{ status: "pending" }, { status: "unknown" }], { inFlight })).toMatchObject({
      passed: true,
      facts: { policy: inFlight, count: 2 },
    });
  });

  it.each(["net", "ignore"] as const)("counts what the basis does not show, settled or not: %s", (inFlight) => {
    expect(guard([{ status: "pending", creditedAt: READ_AT }, { status: "unknown" }], { inFlight }).facts).toEqual({
      policy: inFlight,
      count: 1,
    });
  });
});
