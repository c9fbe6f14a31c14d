import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { evaluate, parseAccount } from "../../src/index.js";
import { owed, owedAccount } from "../support/build.js";
import { faults } from "../support/faults.js";

const read = (asOf: unknown): string | null => parseAccount(owedAccount({ asOf: asOf as string })).asOf;

describe("an instant", () => {
  it.each([
    ["in UTC", "2026-06-01T09:00:00Z", "2026-06-01T09:00:00.000Z"],
    ["without seconds", "2026-06-01T09:00Z", "2026-06-01T09:00:00.000Z"],
    ["with an offset east", "2026-06-01T09:00:00+05:30", "2026-06-01T03:30:00.000Z"],
    ["with an offset west, over a new year", "2025-12-31T23:30-01:00", "2026-01-01T00:30:00.000Z"],
    ["with an offset of −00:00", "2026-06-01T09:00:00-00:00", "2026-06-01T09:00:00.000Z"],
    ["with one digit of a second", "2026-06-01T09:00:00.5Z", "2026-06-01T09:00:00.500Z"],
    ["with digits beyond milliseconds, cut off", "2026-06-01T09:00:00.9999999Z", "2026-06-01T09:00:00.999Z"],
    ["on a leap day", "2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
    ["on a leap day of a 400th year", "2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z"],
    ["in year 1", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["in year 99, which is not 1999", "0099-03-01T00:00:00Z", "0099-03-01T00:00:00.000Z"],
    ["in year 9999", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
    ["in year 1 in UTC alone", "0001-01-01T00:00:00-01:00", "0001-01-01T01:00:00.000Z"],
  ])("%s", (_, given, expected) => {
    expect(read(given)).toBe(expected);
  });

  it("may be a Date, of this realm or another", () => {
    expect(read(new Date(Date.UTC(2026, 5, 1, 9)))).toBe("2026-06-01T09:00:00.000Z");
    expect(read(runInNewContext("new Date(Date.UTC(2026, 5, 1, 9))"))).toBe("2026-06-01T09:00:00.000Z");
    expect(evaluate(owed({}, {}, new Date(Date.UTC(2026, 5, 1, 9)))).at).toBe("2026-06-01T09:00:00.000Z");
  });

  it.each<[string, unknown]>([
    ["no zone", "2026-06-01T09:00:00"],
    ["a date alone", "2026-06-01"],
    ["24:00", "2026-06-01T24:00:00Z"],
    ["a 60th second", "2026-06-30T23:59:60Z"],
    ["a 60th minute", "2026-06-01T09:60:00Z"],
    ["29 February of a common year", "2025-02-29T00:00:00Z"],
    ["29 February of a 100th year", "1900-02-29T00:00:00Z"],
    ["31 April", "2026-04-31T00:00:00Z"],
    ["month 13", "2026-13-01T00:00:00Z"],
    ["month 0", "2026-00-01T00:00:00Z"],
    ["day 0", "2026-06-00T00:00:00Z"],
    ["year 0", "0000-12-31T23:00:00Z"],
    ["year 0, though year 1 in UTC", "0000-12-31T23:30:00-01:00"],
    ["before year 1 in UTC", "0001-01-01T00:00:00+01:00"],
    ["after year 9999 in UTC", "9999-12-31T23:59:59-01:00"],
    ["a year of five digits", "12026-06-01T09:00:00Z"],
    ["an expanded year", "+002026-06-01T09:00:00Z"],
    ["a point without digits", "2026-06-01T09:00:00.Z"],
    ["a comma for the point", "2026-06-01T09:00:00,5Z"],
    ["a blank for the T", "2026-06-01 09:00:00Z"],
    ["small letters", "2026-06-01t09:00:00z"],
    ["an offset without a colon", "2026-06-01T09:00:00+0530"],
    ["an offset of hours alone", "2026-06-01T09:00:00+05"],
    ["an offset of 24 hours", "2026-06-01T09:00:00+24:00"],
    ["an offset of 60 minutes", "2026-06-01T09:00:00+00:60"],
    ["an hour of one digit", "2026-06-01T9:00:00Z"],
    ["blanks around", " 2026-06-01T09:00:00Z "],
    ["words", "yesterday"],
    ["nothing", ""],
    ["milliseconds", 1_780_304_400_000],
    ["an invalid Date", new Date(Number.NaN)],
    ["a Date after year 9999", new Date(8.64e15)],
    ["a Date before year 1", new Date(-62_135_596_800_001)],
  ])("is a fault: %s", (_, given) => {
    expect(faults(() => read(given))).toEqual(["asOf: invalid_instant"]);
  });

  it("is needed for `at`, and no clock is asked where it is missing", () => {
    const { profile, account } = owed();
    expect(faults(() => evaluate({ profile, account } as never))).toEqual(["at: required"]);
    expect(faults(() => evaluate({ profile, account, at: null } as never))).toEqual(["at: required"]);
    expect(faults(() => evaluate({ profile, account, at: "now" } as never))).toEqual(["at: invalid_instant"]);
  });
});
