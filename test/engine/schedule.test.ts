import { describe, expect, it } from "vitest";
import { type AccountInput, type EvaluateInput, evaluate, type Interval, type ProfileInput, type TopupRecord } from "../../src/index.js";
import { check, dollars, past, scheduled, topupPlan, verdict } from "../support/build.js";

const DUE = "due / scheduleReached";
const NOT = "notDue / scheduleNotReached";

const every = (value: number, unit: Interval["unit"], startingAt: string) =>
  ({ basis: "schedule", every: { value, unit }, startingAt }) as const;

/** The latest occurrence and the next one, for an account in a zone. */
const around = (trigger: ReturnType<typeof every>, at: string, timeZone = "UTC", profile: Partial<ProfileInput> = {}): unknown => {
  const { occurrence, next } = check(scheduled({ trigger, ...profile }, { timeZone }, at), "trigger").facts;
  return [occurrence, next];
};

describe("a schedule is due", () => {
  const trigger = every(1, "month", "2026-01-15T09:00:00Z");

  it("from its first occurrence on, which is startingAt itself", () => {
    expect(verdict(scheduled({ trigger }, {}, "2026-01-15T08:59:59.999Z"))).toBe(NOT);
    expect(verdict(scheduled({ trigger }, {}, "2026-01-15T09:00:00.000Z"))).toBe(DUE);
    expect(verdict(scheduled({ trigger }, {}, "2026-01-20T00:00:00.000Z"))).toBe(DUE);
  });

  it("and else not: eligible at the next occurrence", () => {
    expect(evaluate(scheduled({ trigger }, {}, "2025-06-01T00:00:00Z")).nextEligibleAt).toBe("2026-01-15T09:00:00.000Z");
    const topups = [past({ createdAt: "2026-05-15T09:00:00Z" })];
    expect(evaluate(scheduled({ trigger }, { topups }))).toMatchObject({ outcome: "notDue", nextEligibleAt: "2026-06-15T09:00:00.000Z" });
  });

  it("has no trigger figures", () => {
    expect(evaluate(scheduled()).trigger).toBeNull();
  });
});

describe("a top-up made at or after the latest occurrence", () => {
  const made = (record: Partial<TopupRecord>, account: Partial<AccountInput> = {}): string =>
    verdict(
      scheduled(
        { failures: "none" },
        { topups: [past({ createdAt: "2026-06-01T09:00:00Z", ...record })], ...account },
        "2026-06-02T00:00:00Z",
      ),
    );

  it.each<[string, Partial<TopupRecord>, string]>([
    ["of this profile settles it", {}, NOT],
    ["a millisecond before does not", { createdAt: "2026-06-01T08:59:59.999Z" }, DUE],
    ["without a profile settles it", { profileId: null }, NOT],
    ["of another profile does not", { profileId: "p2" }, DUE],
    ["that is pending settles it", { status: "pending" }, NOT],
    ["that is unknown settles it", { status: "unknown" }, NOT],
    ["that failed does not", { status: "failed" }, DUE],
    ["that was voided does not", { status: "voided" }, DUE],
    ["that is manual does not", { kind: "manual" }, DUE],
    ["of another target does not", { walletId: "w1" }, DUE],
  ])("%s", (_, record, expected) => {
    expect(made(record)).toBe(expected);
  });

  it("is named in the facts", () => {
    const input = scheduled({}, { topups: [past({ createdAt: "2026-06-01T09:00:00Z" })] }, "2026-06-02T00:00:00Z");
    expect(check(input, "trigger").facts).toEqual({
      occurrence: "2026-06-01T09:00:00.000Z",
      next: "2026-07-01T09:00:00.000Z",
      topupId: "t1",
    });
  });
});

describe("missed occurrences are not caught up", () => {
  it("due once after five missed months, and then not before the next", () => {
    const input = scheduled({}, {}, "2026-06-20T00:00:00Z");
    expect(verdict(input)).toBe(DUE);
    const topups = [past({ createdAt: "2026-06-20T00:00:00Z" })];
    expect(evaluate(scheduled({}, { topups }, "2026-06-20T00:00:00.001Z"))).toMatchObject({
      reason: "scheduleNotReached",
      nextEligibleAt: "2026-07-01T09:00:00.000Z",
    });
  });
});

describe("occurrences before activeFrom do not count", () => {
  const of = (activeFrom: string, at: string): EvaluateInput => scheduled({ activeFrom }, {}, at);

  it("until the first one from activeFrom on", () => {
    expect(verdict(of("2026-06-15T00:00:00Z", "2026-06-20T00:00:00Z"))).toBe(NOT);
    expect(evaluate(of("2026-06-15T00:00:00Z", "2026-06-20T00:00:00Z")).nextEligibleAt).toBe("2026-07-01T09:00:00.000Z");
    expect(verdict(of("2026-06-15T00:00:00Z", "2026-07-01T09:00:00Z"))).toBe(DUE);
  });

  it("one exactly at activeFrom does", () => {
    expect(verdict(of("2026-06-01T09:00:00Z", "2026-06-20T00:00:00Z"))).toBe(DUE);
    expect(verdict(of("2026-06-01T09:00:00.001Z", "2026-06-20T00:00:00Z"))).toBe(NOT);
  });

  it("nor is one before activeFrom the next occurrence", () => {
    const next = (activeFrom: string): unknown => check(of(activeFrom, "2026-02-10T00:00:00Z"), "trigger").eligibleAt;
    expect(next("2026-04-15T00:00:00Z")).toBe("2026-05-01T09:00:00.000Z");
    expect(next("2026-05-01T09:00:00Z")).toBe("2026-05-01T09:00:00.000Z");
    expect(next("2025-01-01T00:00:00Z")).toBeNull(); // due: nothing to wait for
  });

  it("also where activeFrom lies before the first", () => {
    expect(check(scheduled({ activeFrom: "2025-12-01T00:00:00Z" }, {}, "2025-06-01T00:00:00Z"), "trigger").eligibleAt).toBe(
      "2026-01-01T09:00:00.000Z",
    );
  });

  it("also where activeFrom lies a whole period before the first", () => {
    expect(check(scheduled({ activeFrom: "2025-12-01T09:00:00Z" }, {}, "2025-06-01T00:00:00Z"), "trigger").eligibleAt).toBe(
      "2026-01-01T09:00:00.000Z",
    );
  });
});

describe("occurrences are counted from the first, in the account's zone", () => {
  it.each<[string, ReturnType<typeof every>, string, string, string, string]>([
    [
      "31 January, 28 February, 31 March",
      every(1, "month", "2026-01-31T09:00:00Z"),
      "2026-03-30T00:00:00Z",
      "UTC",
      "2026-02-28T09:00:00.000Z",
      "2026-03-31T09:00:00.000Z",
    ],
    [
      "the 31st, 29 February in a leap year",
      every(1, "month", "2024-01-31T09:00:00Z"),
      "2024-03-01T00:00:00Z",
      "UTC",
      "2024-02-29T09:00:00.000Z",
      "2024-03-31T09:00:00.000Z",
    ],
    [
      "every third month from 30 November",
      every(3, "month", "2025-11-30T00:00:00Z"),
      "2026-03-01T00:00:00Z",
      "UTC",
      "2026-02-28T00:00:00.000Z",
      "2026-05-30T00:00:00.000Z",
    ],
    [
      "29 February each year",
      every(1, "year", "2024-02-29T09:00:00Z"),
      "2027-06-01T00:00:00Z",
      "UTC",
      "2027-02-28T09:00:00.000Z",
      "2028-02-29T09:00:00.000Z",
    ],
    [
      "every second week",
      every(2, "week", "2026-01-05T09:00:00Z"),
      "2026-02-01T00:00:00Z",
      "UTC",
      "2026-01-19T09:00:00.000Z",
      "2026-02-02T09:00:00.000Z",
    ],
    [
      "every tenth day",
      every(10, "day", "2026-01-01T09:00:00Z"),
      "2026-01-31T09:00:00Z",
      "UTC",
      "2026-01-31T09:00:00.000Z",
      "2026-02-10T09:00:00.000Z",
    ],
    [
      "nine o'clock across the spring change",
      every(1, "day", "2025-03-01T14:00:00Z"),
      "2025-03-09T13:30:00Z",
      "America/New_York",
      "2025-03-09T13:00:00.000Z",
      "2025-03-10T13:00:00.000Z",
    ],
    [
      "nine o'clock across the autumn change",
      every(1, "day", "2025-10-01T13:00:00Z"),
      "2025-11-02T13:30:00Z",
      "America/New_York",
      "2025-11-01T13:00:00.000Z",
      "2025-11-02T14:00:00.000Z",
    ],
    [
      "half past two on the day that skips it",
      every(1, "day", "2025-03-08T07:30:00Z"),
      "2025-03-09T08:00:00Z",
      "America/New_York",
      "2025-03-09T07:30:00.000Z",
      "2025-03-10T06:30:00.000Z",
    ],
    [
      "a date that Apia skips",
      every(1, "day", "2011-12-29T22:00:00Z"),
      "2011-12-30T21:00:00Z",
      "Pacific/Apia",
      "2011-12-29T22:00:00.000Z",
      "2011-12-30T22:00:00.000Z",
    ],
    [
      "the last of a local month",
      every(1, "month", "2025-12-31T11:00:00Z"),
      "2026-02-01T00:00:00Z",
      "Pacific/Auckland",
      "2026-01-31T11:00:00.000Z",
      "2026-02-28T11:00:00.000Z",
    ],
    [
      "the last day of year 9999",
      every(1, "day", "9999-12-30T00:00:00Z"),
      "9999-12-31T00:00:00Z",
      "UTC",
      "9999-12-31T00:00:00.000Z",
      null as never,
    ],
    [
      "from year 1 on",
      every(100, "year", "0001-01-01T00:00:00Z"),
      "2026-01-01T00:00:00Z",
      "UTC",
      "2001-01-01T00:00:00.000Z",
      "2101-01-01T00:00:00.000Z",
    ],
  ])("%s", (_, trigger, at, timeZone, latest, next) => {
    expect(around(trigger, at, timeZone)).toEqual([latest, next]);
  });

  it.each(["day", "week", "month", "year"] as const)("from the first by the %s, where the clocks go back to the year before it", (unit) => {
    // In Phoenix 00:01 on 1 January 1944 became 23:01 on 31 December.
    const trigger = every(1, unit, "1944-01-01T06:00:30Z");
    expect(around(trigger, "1944-01-01T06:01:30Z", "America/Phoenix")).toMatchObject(["1944-01-01T06:00:30.000Z", expect.anything()]);
  });

  it("beyond year 9999 there is none to wait for", () => {
    const trigger = every(100, "year", "9950-01-01T00:00:00Z");
    const input = scheduled({ trigger }, { topups: [past({ createdAt: "9950-01-01T00:00:00Z" })] }, "9951-01-01T00:00:00Z");
    expect(evaluate(input)).toMatchObject({ reason: "scheduleNotReached", nextEligibleAt: null });
  });

  it("two occurrences on one instant settle together where Apia skips a date", () => {
    // Both 30 and 31 December at noon come at noon of the 31st.
    const trigger = every(1, "day", "2011-12-29T22:00:00Z");
    const input = scheduled(
      { trigger, cooldown: null },
      { timeZone: "Pacific/Apia", topups: [past({ createdAt: "2011-12-30T22:00:00Z" })] },
      "2011-12-31T00:00:00Z",
    );
    expect(evaluate(input)).toMatchObject({ reason: "scheduleNotReached", nextEligibleAt: "2011-12-31T22:00:00.000Z" });
  });
});

describe("what a schedule tops up", () => {
  it("is outstanding where a fixedAmount leaves its basis out", () => {
    expect(topupPlan(scheduled()).topup).toMatchObject({
      basis: "outstanding",
      credit: "50.00",
      after: { effective: null, distance: null, clears: true },
    });
  });

  it("is by the topup's basis, and after.effective is null for a fixedAmount", () => {
    const wallets = [dollars()];
    const topup = { mode: "fixedAmount", value: "50", basis: "balance" } as const;
    expect(topupPlan(scheduled({ topup }, { currency: "USD", wallets })).topup).toMatchObject({
      basis: "balance",
      after: { effective: null, distance: null, clears: true },
    });
  });

  it("says where a target or a percentage brings it; distance is null and clears true", () => {
    const target = { mode: "toTarget", value: "100", basis: "outstanding" } as const;
    expect(topupPlan(scheduled({ topup: target })).topup).toMatchObject({
      credit: "330.00",
      after: { effective: "100", distance: null, clears: true },
    });
    const percent = { mode: "toPercentOfLimit", value: "20", referenceLimit: "credit", basis: "outstanding" } as const;
    expect(topupPlan(scheduled({ topup: percent })).topup).toMatchObject({
      credit: "330.00",
      after: { effective: "100", distance: null, clears: true },
    });
  });

  it("says nothing of where an override brings it", () => {
    const topup = { mode: "toTarget", value: "100", basis: "outstanding" } as const;
    expect(topupPlan(scheduled({ topup }, { autoTopupAmount: "5" })).topup).toMatchObject({
      credit: "5.00",
      after: { effective: null, distance: null, clears: true },
    });
  });

  it("counts what is in flight", () => {
    const topup = { mode: "toTarget", value: "100", basis: "outstanding" } as const;
    const topups = [past({ status: "pending" })];
    expect(topupPlan(scheduled({ topup }, { topups })).topup).toMatchObject({ credit: "280.00", after: { effective: "100" } });
  });

  it("may be met already, or unlimited", () => {
    expect(verdict(scheduled({ topup: { mode: "toTarget", value: "430", basis: "outstanding" } }))).toBe("notDue / alreadyAtTarget");
    const topup = { mode: "toPercentOfLimit", value: "20", referenceLimit: "credit", basis: "outstanding" } as const;
    expect(verdict(scheduled({ topup }, { limits: { credit: null } }))).toBe("notDue / unlimited");
    expect(verdict(scheduled({ topup }, { limits: { credit: null } }, "2025-01-01T00:00:00Z"))).toBe(NOT);
  });
});
