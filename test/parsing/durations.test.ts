import { describe, expect, it } from "vitest";
import { parseProfile, type ProfileInput } from "../../src/index.js";
import { owedProfile } from "../support/build.js";
import { faults } from "../support/faults.js";

const withCooldown = (cooldown: unknown) => parseProfile(owedProfile({ cooldown } as Partial<ProfileInput>)).cooldown;
const withEvery = (every: unknown) =>
  parseProfile(owedProfile({ trigger: { basis: "schedule", every, startingAt: "2026-01-01T00:00:00Z" } as never })).trigger;
const withExpiry = (expiresAfter: unknown) => parseProfile(owedProfile({ credit: { expiresAfter } as never })).credit?.expiresAfter;

describe("a duration", () => {
  it.each([
    ["day", 36_525],
    ["hour", 876_600],
    ["minute", 52_596_000],
    ["second", 3_155_760_000],
  ])("is at most 100 years: in %ss, %d and no more", (unit, most) => {
    expect(withCooldown({ value: most, unit })).toEqual({ value: most, unit });
    expect(faults(() => withCooldown({ value: most + 1, unit }))).toEqual(["cooldown.value: out_of_range"]);
  });

  it("is not negative, and may be zero", () => {
    expect(withCooldown({ value: 0, unit: "day" })).toEqual({ value: 0, unit: "day" });
    expect(withCooldown({ value: -0, unit: "day" })).toEqual({ value: 0, unit: "day" });
    expect(faults(() => withCooldown({ value: -1, unit: "day" }))).toEqual(["cooldown.value: out_of_range"]);
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, "1", true])("is whole: %o is a fault", (value) => {
    expect(faults(() => withCooldown({ value, unit: "day" }))).toEqual(["cooldown.value: invalid_number"]);
  });

  it("has a value and one of four units", () => {
    expect(faults(() => withCooldown({}))).toEqual(["cooldown.value: required", "cooldown.unit: required"]);
    expect(faults(() => withCooldown({ value: 1, unit: "month" }))).toEqual(["cooldown.unit: invalid_value"]);
    expect(faults(() => withCooldown(60))).toEqual(["cooldown: invalid_type"]);
    expect(faults(() => withCooldown({ value: 1, unit: "day", seconds: 1 }))).toEqual(["cooldown.seconds: unknown_key"]);
  });

  it.each(["staleAfter", "inFlightExpiresAfter"] as const)("is what %s is", (key) => {
    expect(faults(() => parseProfile(owedProfile({ [key]: { value: 36_526, unit: "day" } })))).toEqual([`${key}.value: out_of_range`]);
  });
});

describe("an interval of a schedule", () => {
  it.each([
    ["day", 36_525],
    ["week", 5217],
    ["month", 1200],
    ["year", 100],
  ])("is from 1 to 100 years: in %ss, %d and no more", (unit, most) => {
    expect(withEvery({ value: most, unit })).toMatchObject({ every: { value: most, unit } });
    expect(faults(() => withEvery({ value: most + 1, unit }))).toEqual(["trigger.every.value: out_of_range"]);
    expect(faults(() => withEvery({ value: 0, unit }))).toEqual(["trigger.every.value: out_of_range"]);
    expect(faults(() => withEvery({ value: 0.5, unit }))).toEqual(["trigger.every.value: invalid_number"]);
  });

  it("knows no hours", () => {
    expect(faults(() => withEvery({ value: 1, unit: "hour" }))).toEqual(["trigger.every.unit: invalid_value"]);
  });
});

describe("the life of a credit", () => {
  it.each([
    ["day", 36_525],
    ["month", 1200],
  ])("is from 1 to 100 years: in %ss, %d and no more", (unit, most) => {
    expect(withExpiry({ value: most, unit })).toEqual({ value: most, unit });
    expect(faults(() => withExpiry({ value: most + 1, unit }))).toEqual(["credit.expiresAfter.value: out_of_range"]);
    expect(faults(() => withExpiry({ value: 0, unit }))).toEqual(["credit.expiresAfter.value: out_of_range"]);
    expect(faults(() => withExpiry({ value: 1.5, unit }))).toEqual(["credit.expiresAfter.value: invalid_number"]);
  });
});
