import { describe, expect, it } from "vitest";
import type { AccountInput, Check, FailurePolicyInput, TopupRecord } from "../../../src/index.js";
import { AT, check, owed, past, verdict } from "../../support/build.js";

type Records = readonly Partial<TopupRecord>[];

const failed = (createdAt: string, over: Partial<TopupRecord> = {}): Partial<TopupRecord> => ({
  status: "failed",
  createdAt,
  ...over,
});
const guard = (failures: FailurePolicyInput | null, records: Records, account: Partial<AccountInput> = {}, at = AT): Check =>
  check(owed({ failures }, { topups: records.map((each, index) => past({ id: `t${index}`, ...each })), ...account }, at), "failures");

const DAY = { value: 1, unit: "day" } as const;
const HOUR = { value: 1, unit: "hour" } as const;

describe("after a failed top-up", () => {
  it("waits retryAfter from its creation, and is over exactly then", () => {
    expect(guard({ retryAfter: HOUR }, [failed("2026-06-01T08:00:00.000Z")]).passed).toBe(true);
    expect(guard({ retryAfter: HOUR }, [failed("2026-06-01T08:00:00.001Z")])).toMatchObject({
      passed: false,
      reason: "retryBackoff",
      eligibleAt: "2026-06-01T09:00:00.001Z",
      facts: { count: 1, suspendAfter: null },
    });
    expect(verdict(owed({ failures: { retryAfter: HOUR } }, { topups: [past(failed(AT))] }))).toBe("blocked / retryBackoff");
  });

  it("waits from its failure, where that is known: a direct debit fails days later", () => {
    expect(guard({ retryAfter: HOUR }, [failed("2026-05-25T00:00:00Z", { failedAt: "2026-06-01T08:30:00Z" })]).eligibleAt).toBe(
      "2026-06-01T09:30:00.000Z",
    );
  });

  it("waits from the newest counted one, by creation", () => {
    const records = [
      failed("2026-06-01T08:10:00Z"),
      failed("2026-06-01T08:20:00Z"),
      failed("2026-06-01T08:05:00Z", { failedAt: "2026-06-01T08:50:00Z" }),
    ];
    expect(guard({ retryAfter: HOUR }, records).eligibleAt).toBe("2026-06-01T09:20:00.000Z");
  });

  it("a day of waiting has 24 hours", () => {
    const newYork = { timeZone: "America/New_York" };
    expect(guard({ retryAfter: DAY }, [failed("2025-03-09T03:30:00Z")], newYork, "2025-03-10T03:29:59.999Z").eligibleAt).toBe(
      "2025-03-10T03:30:00.000Z",
    );
  });

  it("waits the same each time where the backoff is constant, or not said", () => {
    const records = [failed("2026-06-01T07:00:00Z"), failed("2026-06-01T08:30:00Z")];
    expect(guard({ retryAfter: HOUR, backoff: "constant" }, records).eligibleAt).toBe("2026-06-01T09:30:00.000Z");
    expect(guard({ retryAfter: HOUR }, records).eligibleAt).toBe("2026-06-01T09:30:00.000Z");
  });

  it.each([
    [1, "2026-06-01T10:00:00.000Z"],
    [2, "2026-06-01T11:00:00.000Z"],
    [3, "2026-06-01T13:00:00.000Z"],
    [4, "2026-06-01T17:00:00.000Z"],
  ])("waits twice as long each time where the backoff is doubling: after %d", (count, eligibleAt) => {
    const records = Array.from({ length: count }, (_, index) => failed(`2026-06-01T0${9 - index}:00:00Z`));
    expect(guard({ retryAfter: HOUR, backoff: "doubling" }, records).eligibleAt).toBe(eligibleAt);
  });

  it("waits maxRetryAfter at most", () => {
    const records = Array.from({ length: 4 }, (_, index) => failed(`2026-06-01T0${9 - index}:00:00Z`));
    expect(guard({ retryAfter: HOUR, backoff: "doubling", maxRetryAfter: { value: 5, unit: "hour" } }, records).eligibleAt).toBe(
      "2026-06-01T14:00:00.000Z",
    );
    expect(guard({ retryAfter: DAY, backoff: "doubling", maxRetryAfter: HOUR }, [failed(AT)]).eligibleAt).toBe("2026-06-01T10:00:00.000Z");
  });

  it("waits for ever after more failures than can be doubled", () => {
    const records = Array.from({ length: 1100 }, (_, index) => failed(new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString()));
    expect(guard({ retryAfter: HOUR, backoff: "doubling" }, records)).toMatchObject({ reason: "retryBackoff", eligibleAt: null });
    expect(guard({ retryAfter: HOUR, backoff: "doubling", maxRetryAfter: HOUR }, records).passed).toBe(true);
    expect(guard({ retryAfter: { value: 0, unit: "hour" }, backoff: "doubling" }, records).passed).toBe(true);
  });

  it("waits for nothing without a retryAfter, or with one of 0", () => {
    expect(guard({}, [failed(AT)]).passed).toBe(true);
    expect(guard({ suspendAfter: 2 }, [failed(AT)]).passed).toBe(true);
    expect(guard({ retryAfter: { value: 0, unit: "second" } }, [failed(AT)]).passed).toBe(true);
  });
});

describe("suspends", () => {
  it("after so many counted failures, for good", () => {
    const records = [failed("2026-01-01T00:00:00Z"), failed("2026-02-01T00:00:00Z")];
    expect(guard({ suspendAfter: 3 }, records).passed).toBe(true);
    expect(guard({ suspendAfter: 2 }, records)).toMatchObject({ passed: false, reason: "suspended", eligibleAt: null });
    expect(guard({ suspendAfter: 1 }, records).reason).toBe("suspended");
  });

  it("after any hard decline, even without suspendAfter, though it is not the newest", () => {
    expect(guard({}, [failed("2026-01-01T00:00:00Z", { failure: "hardDeclined" })]).reason).toBe("suspended");
    expect(
      guard({ suspendAfter: 9 }, [failed("2026-01-01T00:00:00Z", { failure: "hardDeclined" }), failed("2026-02-01T00:00:00Z")]).reason,
    ).toBe("suspended");
  });

  it("and waits at once: suspended", () => {
    expect(guard({ retryAfter: DAY, suspendAfter: 1 }, [failed(AT)])).toMatchObject({ reason: "suspended", eligibleAt: null });
  });
});

describe("the failures that are counted", () => {
  const count = (records: Records, account: Partial<AccountInput> = {}): unknown => guard({}, records, account).facts["count"];

  it("are declined, hardDeclined, or not said to be anything; an infrastructure one never", () => {
    expect(count([failed(AT, { failure: "declined" })])).toBe(1);
    expect(count([failed(AT, { failure: "hardDeclined" })])).toBe(1);
    expect(count([failed(AT)])).toBe(1);
    expect(count([failed(AT, { failure: "infrastructure" })])).toBe(0);
  });

  it("are of failed top-ups", () => {
    for (const status of ["paid", "pending", "unknown", "voided"] as const) expect(count([{ status, createdAt: AT }])).toBe(0);
    expect(count([{ status: "voided", failure: "declined", createdAt: AT }])).toBe(0);
  });

  it("are automatic ones of the target, whichever profile made them", () => {
    expect(count([failed(AT, { kind: "manual" })])).toBe(0);
    expect(count([failed(AT, { walletId: "w1" })])).toBe(0);
    expect(count([failed(AT, { profileId: "p2" })])).toBe(1);
  });

  it("were created after the newest paid one", () => {
    const paid = { status: "paid", createdAt: "2026-05-15T00:00:00Z" } as const;
    expect(count([paid, failed("2026-05-15T00:00:00.001Z")])).toBe(1);
    expect(count([paid, failed("2026-05-15T00:00:00.000Z")])).toBe(0);
    expect(count([paid, failed("2026-05-14T00:00:00Z", { failedAt: AT })])).toBe(0);
    expect(count([{ ...paid, kind: "manual" }, failed("2026-05-14T00:00:00Z")])).toBe(1);
  });

  it("were created after the account was resumed", () => {
    const resumed = { autoTopupResumedAt: "2026-05-15T00:00:00Z" };
    expect(count([failed("2026-05-15T00:00:00.001Z")], resumed)).toBe(1);
    expect(count([failed("2026-05-15T00:00:00.000Z")], resumed)).toBe(0);
  });

  it("were created after both", () => {
    const records = [
      { status: "paid", createdAt: "2026-05-10T00:00:00Z" } as const,
      failed("2026-05-12T00:00:00Z"),
      failed("2026-05-16T00:00:00Z"),
    ];
    expect(count(records)).toBe(2);
    expect(count(records, { autoTopupResumedAt: "2026-05-15T00:00:00Z" })).toBe(1);
    expect(count(records, { autoTopupResumedAt: "2026-05-01T00:00:00Z" })).toBe(2);
  });
});

describe("the policy that a profile gets", () => {
  it("is 1 day, doubling, at most 7 days, suspended after 3, where it names none", () => {
    expect(guard(null, [failed(AT)]).eligibleAt).toBe("2026-06-02T09:00:00.000Z");
    expect(guard(null, [failed("2026-05-31T00:00:00Z"), failed(AT)]).eligibleAt).toBe("2026-06-03T09:00:00.000Z");
    expect(guard(null, [failed("2026-01-01T00:00:00Z"), failed("2026-02-01T00:00:00Z"), failed("2026-03-01T00:00:00Z")]).reason).toBe(
      "suspended",
    );
  });

  it("is none with `none`", () => {
    expect(guard("none", [failed(AT, { failure: "hardDeclined" }), failed(AT)]).passed).toBe(true);
  });
});
