import { describe, expect, it } from "vitest";
import { prune } from "../../../src/insight/simulation/prune.js";
import { type AccountInput, parseAccount, parseProfile, type ProfileInput, type TopupRecord } from "../../../src/index.js";
import { heldProfile } from "../../support/build.js";
import { june, owingProfile, wallet } from "./build.js";

let count = 0;
const record = (createdAt: string, over: Partial<TopupRecord> = {}): TopupRecord => {
  return { id: `t${++count}`, profileId: "p1", walletId: "w1", charge: "1", createdAt, status: "paid", ...over };
};

const left = (topups: TopupRecord[], profile: ProfileInput = heldProfile(), over: Partial<AccountInput> = {}): number[] => {
  const pruned = prune(parseAccount({ ...wallet(), topups, ...over }), parseProfile(profile), june(20));
  return pruned.topups.map(({ id }) => topups.findIndex((each) => each.id === id));
};

describe("of the history is kept", () => {
  it("the newest of each target, and no older one that is paid", () => {
    const topups = [record(june(1)), record(june(3)), record(june(2)), record(june(1), { walletId: null })];
    expect(left(topups)).toEqual([1, 3]);
  });

  it("none by hand for being the newest", () => {
    const byHand = { kind: "manual" } as const;
    expect(left([record(june(1)), record(june(2), byHand), record(june(2), { ...byHand, walletId: null })])).toEqual([0]);
  });

  it("the newest that was not voided, and the newest that was paid", () => {
    const topups = [record(june(1)), record(june(2)), record(june(3), { status: "failed" }), record(june(4), { status: "voided" })];
    expect(left(topups)).toEqual([1, 2, 3]);
  });

  it("whatever is not settled, however old", () => {
    const topups = [record(june(1), { status: "pending" }), record(june(1), { status: "unknown" }), record(june(2))];
    expect(left(topups)).toEqual([0, 1, 2]);
  });

  it("what is credited later, and not what is credited by now", () => {
    const credited = (creditedAt: string) => record(june(1), { creditedAt });
    expect(left([credited(june(20, "00:00:00.001")), credited(june(20)), record(june(2))])).toEqual([0, 2]);
  });

  it("the failed ones since the last paid, and none before", () => {
    const failed = (day: number) => record(june(day), { status: "failed" });
    expect(left([failed(1), record(june(2)), failed(2), failed(3), failed(4)])).toEqual([1, 3, 4]);
    expect(left([failed(1), record(june(2))])).toEqual([1]);
  });

  it("no failure that cannot count: by the infrastructure, from before the account was resumed, or where none does", () => {
    const failed = (day: number, over: object = {}) => record(june(day), { status: "failed", ...over });
    const topups = [
      failed(1),
      failed(2, { failure: "infrastructure" }),
      failed(3),
      failed(4, { failure: "hardDeclined" }),
      record(june(5), { status: "voided" }),
      failed(6),
    ];
    expect(left(topups)).toEqual([0, 2, 3, 5]);
    const lastPending = [failed(1), failed(2, { failure: "infrastructure" }), record(june(3), { status: "pending" })];
    expect(left(lastPending, heldProfile({ failures: "none" }))).toEqual([1, 2]);
    expect(left(topups, heldProfile(), { autoTopupResumedAt: june(3) })).toEqual([3, 5]);
    expect(left(topups, heldProfile(), { autoTopupResumedAt: june(20) })).toEqual([5]);
    expect(left(topups, heldProfile(), { autoTopupResumedAt: june(30) })).toEqual([0, 2, 3, 5]);
    expect(left(topups, heldProfile({ failures: "none" }))).toEqual([5]);
  });

  it("all that the longest cap reaches, those by hand among them", () => {
    const caps = [
      { window: { rolling: { value: 2, unit: "day" } }, maxCount: 1 },
      { window: { rolling: { value: 1, unit: "day" } }, maxCount: 1 },
    ] as const;
    const topups = [
      record(june(18)),
      record(june(18, "00:00:00.001")),
      record(june(19), { kind: "manual" }),
      record(june(19)),
      record(june(20)),
    ];
    expect(left(topups, heldProfile({ caps }))).toEqual([1, 2, 3, 4]);
  });

  it("all of a calendar window, whatever the zone", () => {
    const caps = [{ window: { calendar: "month" }, maxCount: 1 }] as const;
    const topups = [record("2026-05-10T00:00:00Z"), record("2026-05-31T10:00:00Z"), record(june(20))];
    expect(left(topups, heldProfile({ caps }), { timeZone: "Pacific/Kiritimati" })).toEqual([1, 2]);
    const perDay = [{ window: { calendar: "day" }, maxCount: 1 }] as const;
    const today = [record(june(19, "10:00:00.000")), record(june(19, "18:00:00.000")), record(june(20))];
    expect(left(today, heldProfile({ caps: perDay }), { timeZone: "Pacific/Kiritimati" })).toEqual([0, 1, 2]);
  });

  it("those since the last bill, for an unbilled basis", () => {
    const unbilled = owingProfile({ trigger: { basis: "unbilled", type: "absoluteAmount", value: "1", referenceLimit: "credit" } });
    const topups = [june(1), june(2), june(3), june(4)].map((at) => record(at, { walletId: null }));
    expect(left(topups, unbilled, { billedThrough: june(2) })).toEqual([1, 2, 3]);
    expect(left(topups, unbilled)).toEqual([3]);
    const scheduled = owingProfile({
      trigger: { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: june(1) },
      topup: { mode: "toTarget", basis: "unbilled", value: "0" },
    });
    expect(left(topups, scheduled, { billedThrough: june(2) })).toEqual([1, 2, 3]);
    expect(left(topups, owingProfile(), { billedThrough: june(2) })).toEqual([3]);
  });

  it("the newest that a schedule counts, and the newest such that can no longer be voided", () => {
    const topups = [
      record(june(1)),
      record(june(2)),
      record(june(3), { profileId: "another" }),
      record(june(4), { status: "pending" }),
      record(june(5), { profileId: "another" }),
    ];
    expect(left(topups)).toEqual([1, 3, 4]);
    expect(left([record(june(1), { profileId: null }), record(june(2), { profileId: "another" })])).toEqual([0, 1]);
  });
});
