import { describe, expect, it } from "vitest";
import type { Check, Duration, TopupRecord } from "../../../src/index.js";
import { AT, check, owed, past, verdict } from "../../support/build.js";

const guard = (cooldown: Duration | null, record: Partial<TopupRecord>, at: string = AT, timeZone = "UTC"): Check =>
  check(owed({ cooldown }, { timeZone, topups: [past(record)] }, at), "cooldown");

const days = (value: number): Duration => ({ value, unit: "day" });

describe("a cooldown of elapsed time", () => {
  it.each([
    ["hour", 2, "2026-06-01T07:00:00.000Z"],
    ["minute", 90, "2026-06-01T07:30:00.000Z"],
    ["second", 30, "2026-06-01T08:59:30.000Z"],
  ] as const)("of %ss is over exactly at its end", (unit, value, createdAt) => {
    expect(guard({ value, unit }, { createdAt }).passed).toBe(true);
    const later = new Date(Date.parse(createdAt) + 1);
    expect(guard({ value, unit }, { createdAt: later })).toMatchObject({
      passed: false,
      reason: "cooldown",
      eligibleAt: "2026-06-01T09:00:00.001Z",
    });
  });

  it("makes it blocked / cooldown", () => {
    expect(verdict(owed({ cooldown: { value: 1, unit: "hour" } }, { topups: [past({ createdAt: AT })] }))).toBe("blocked / cooldown");
  });

  it("of 24 hours is no day: across the spring change it ends an hour later on the clock", () => {
    const at = "2025-03-09T16:00:00Z"; // noon in New York
    expect(guard({ value: 24, unit: "hour" }, { createdAt: "2025-03-08T16:30:00Z" }, at, "America/New_York").eligibleAt).toBe(
      "2025-03-09T16:30:00.000Z",
    );
  });
});

describe("a cooldown in days counts calendar dates of the account's zone", () => {
  it("blocks to the end of the date, and no longer", () => {
    const createdAt = "2026-06-01T00:00:00Z";
    expect(guard(days(1), { createdAt }, "2026-06-01T23:59:59.999Z")).toMatchObject({
      passed: false,
      eligibleAt: "2026-06-02T00:00:00.000Z",
    });
    expect(guard(days(1), { createdAt }, "2026-06-02T00:00:00.000Z").passed).toBe(true);
    expect(guard(days(1), { createdAt: "2026-06-01T23:59:59.999Z" }, "2026-06-02T00:00:00.000Z").passed).toBe(true);
  });

  it("blocks on the second date of two days, and not on the third", () => {
    const createdAt = "2026-06-01T12:00:00Z";
    expect(guard(days(2), { createdAt }, "2026-06-02T23:59:59.999Z")).toMatchObject({
      passed: false,
      eligibleAt: "2026-06-03T00:00:00.000Z",
    });
    expect(guard(days(2), { createdAt }, "2026-06-03T00:00:00Z").passed).toBe(true);
  });

  it("blocks on the second date of a two-day cooldown across the spring change, whose date has 23 hours", () => {
    const createdAt = "2025-03-08T17:00:00Z"; // noon on the 8th in New York
    expect(guard(days(2), { createdAt }, "2025-03-10T03:59:59.999Z", "America/New_York")).toMatchObject({
      passed: false,
      eligibleAt: "2025-03-10T04:00:00.000Z",
    });
    expect(guard(days(2), { createdAt }, "2025-03-10T04:00:00.000Z", "America/New_York").passed).toBe(true);
  });

  it("blocks for the 25 hours of the autumn change", () => {
    const createdAt = "2025-11-02T04:00:00Z"; // midnight on the 2nd in New York
    expect(guard(days(1), { createdAt }, "2025-11-03T04:59:59.999Z", "America/New_York")).toMatchObject({
      passed: false,
      eligibleAt: "2025-11-03T05:00:00.000Z",
    });
    expect(guard(days(1), { createdAt }, "2025-11-03T05:00:00.000Z", "America/New_York").passed).toBe(true);
  });

  it("counts the zone's dates, not those of UTC", () => {
    const createdAt = "2026-06-01T11:59:59Z"; // 23:59:59 on 1 June in Auckland
    expect(guard(days(1), { createdAt }, "2026-06-01T12:00:00Z", "Pacific/Auckland").passed).toBe(true);
    expect(guard(days(1), { createdAt }, "2026-06-01T23:59:59Z", "UTC").passed).toBe(false);
  });

  it("begins the date at its first instant: after a midnight that is skipped, and at the first of two", () => {
    expect(guard(days(1), { createdAt: "2018-11-03T12:00:00Z" }, "2018-11-04T02:59:59.999Z", "America/Sao_Paulo").eligibleAt).toBe(
      "2018-11-04T03:00:00.000Z",
    );
    expect(guard(days(1), { createdAt: "2010-11-06T12:00:00Z" }, "2010-11-07T02:29:59.999Z", "America/St_Johns").eligibleAt).toBe(
      "2010-11-07T02:30:00.000Z",
    );
    // The clocks go back to the sixth: once over, a cooldown stays over.
    expect(guard(days(1), { createdAt: "2010-11-06T12:00:00Z" }, "2010-11-07T03:00:00Z", "America/St_Johns").passed).toBe(true);
  });

  it("skips the date that Apia skipped", () => {
    const createdAt = "2011-12-29T22:00:00Z"; // 29 December there
    expect(guard(days(1), { createdAt }, "2011-12-30T09:59:59.999Z", "Pacific/Apia")).toMatchObject({
      passed: false,
      eligibleAt: "2011-12-30T10:00:00.000Z",
    });
    expect(guard(days(1), { createdAt }, "2011-12-30T10:00:00Z", "Pacific/Apia").passed).toBe(true);
  });
});

describe("what a cooldown counts from", () => {
  const HOUR = { value: 1, unit: "hour" } as const;
  const createdAt = "2026-06-01T08:30:00.000Z";

  it.each<[Partial<TopupRecord>["status"], boolean]>([
    ["paid", false],
    ["pending", false],
    ["unknown", false],
    ["failed", false],
    ["voided", true],
  ])("a %s top-up: passed %s", (status, passed) => {
    expect(guard(HOUR, { createdAt, status: status as "paid" }).passed).toBe(passed);
  });

  it("its creation, not when it was credited or failed", () => {
    expect(guard(HOUR, { createdAt: "2026-06-01T07:00:00Z", creditedAt: AT }).passed).toBe(true);
    expect(guard(HOUR, { createdAt: "2026-06-01T07:00:00Z", status: "failed", failedAt: AT }).passed).toBe(true);
  });

  it("nothing any more long after its end, but says still which it was", () => {
    expect(guard(HOUR, { createdAt: "2020-01-01T00:00:00Z" })).toEqual({
      guard: "cooldown",
      passed: true,
      reason: null,
      eligibleAt: null,
      facts: { topupId: "t1", createdAt: "2020-01-01T00:00:00.000Z" },
    });
  });

  it("nothing where its length is 0, which is none (SAFE)", () => {
    for (const unit of ["second", "minute", "hour", "day"] as const) {
      const { passed, facts } = guard({ value: 0, unit }, { createdAt: "2026-06-01T09:00:00.001Z" });
      expect({ passed, facts }).toEqual({ passed: true, facts: {} });
    }
  });

  it("nothing where none was made, or none that was not voided", () => {
    expect(check(owed({ cooldown: HOUR }), "cooldown")).toMatchObject({ passed: true, facts: { topupId: null } });
    expect(guard(HOUR, { createdAt, status: "voided" })).toMatchObject({ passed: true, facts: { topupId: null } });
  });

  it("the newest, though a voided one is newer", () => {
    const topups = [
      past({ id: "a", createdAt: "2026-06-01T06:00:00Z" }),
      past({ id: "b", createdAt }),
      past({ id: "c", createdAt: "2026-06-01T08:45:00Z", status: "voided" }),
    ];
    expect(check(owed({ cooldown: HOUR }, { topups }), "cooldown")).toMatchObject({
      eligibleAt: "2026-06-01T09:30:00.000Z",
      facts: { topupId: "b", createdAt },
    });
  });

  it("an automatic one of the same target, whichever profile made it", () => {
    expect(guard(HOUR, { createdAt, kind: "manual" }).passed).toBe(true);
    expect(guard(HOUR, { createdAt, walletId: "w1" }).passed).toBe(true);
    expect(guard(HOUR, { createdAt, profileId: "p2" }).passed).toBe(false);
  });
});

describe("a cooldown that does not apply", () => {
  it("passes where none is configured, where it is 0, and where nothing was topped up", () => {
    expect(guard(null, { createdAt: AT }).passed).toBe(true);
    expect(guard(days(0), { createdAt: AT }).passed).toBe(true);
    expect(check(owed({ cooldown: days(1) }), "cooldown").passed).toBe(true);
  });

  it("has no end that is known beyond year 9999", () => {
    expect(guard(days(1), { createdAt: "9999-12-31T00:00:00Z" }, "9999-12-31T12:00:00Z")).toMatchObject({
      passed: false,
      eligibleAt: null,
    });
    expect(guard({ value: 24, unit: "hour" }, { createdAt: "9999-12-31T00:00:00Z" }, "9999-12-31T12:00:00Z")).toMatchObject({
      passed: false,
      eligibleAt: null,
    });
  });
});
