import { describe, expect, it } from "vitest";
import type { ProfileInput } from "../../../src/index.js";
import { paceOf } from "../../../src/insight/worst-case/pace.js";
import { termsOf } from "../../../src/insight/worst-case/terms.js";
import { parseProfile } from "../../../src/model/profile.js";
import { heldProfile } from "../../support/build.js";

const HOUR = 3_600_000;
const next = (over: Partial<ProfileInput>, made: string): string | null => {
  const ms = paceOf(termsOf(parseProfile(heldProfile(over)), null)[0]).next(Date.parse(made));
  return ms === null ? null : new Date(ms).toISOString();
};
const every = (unit: "day" | "year"): Partial<ProfileInput> => ({
  trigger: { basis: "schedule", every: { value: 1, unit }, startingAt: "2026-01-01T09:00:00Z" },
  topup: { mode: "fixedAmount", value: "50", basis: "balance" },
});
const cooled = (value: number, unit: "hour" | "day"): Partial<ProfileInput> => ({ cooldown: { value, unit } });

describe("after one top-up the next may be made", () => {
  it("at once, where nothing holds it back", () => {
    expect(next({}, "2026-06-01T12:00:00.000Z")).toBe("2026-06-01T12:00:00.000Z");
  });

  it("when both the cooldown is over and the next occurrence has come", () => {
    expect(next({ ...every("day"), ...cooled(3, "hour") }, "2026-06-01T12:00:00Z")).toBe("2026-06-02T09:00:00.000Z");
    expect(next({ ...every("day"), ...cooled(36, "hour") }, "2026-06-01T12:00:00Z")).toBe("2026-06-03T00:00:00.000Z");
  });

  it("never, where the cooldown is not over before the end of year 9999", () => {
    expect(next(cooled(1, "day"), "9999-12-31T12:00:00Z")).toBeNull();
    expect(next(cooled(13, "hour"), "9999-12-31T12:00:00Z")).toBeNull();
    expect(next({ ...every("day"), ...cooled(36, "hour") }, "9999-12-30T12:00:00Z")).toBeNull();
  });

  it("never, where no occurrence is left before then", () => {
    expect(next(every("year"), "9999-06-01T12:00:00Z")).toBeNull();
    expect(next({ ...every("year"), ...cooled(3, "hour") }, "9999-06-01T12:00:00Z")).toBeNull();
  });

  it("in a distance that is kept, where only elapsed time counts", () => {
    const kept = (over: Partial<ProfileInput>): number | null => paceOf(termsOf(parseProfile(heldProfile(over)), null)[0]).every;
    expect(kept(cooled(3, "hour"))).toBe(3 * HOUR);
    expect(kept(cooled(1, "day"))).toBeNull();
    expect(kept({ ...every("day"), ...cooled(3, "hour") })).toBeNull();
  });
});
