import { describe, expect, it } from "vitest";
import type { ProfileInput } from "../../../src/index.js";
import { clocksOf } from "../../../src/insight/worst-case/clocks.js";
import { lifeOf } from "../../../src/insight/worst-case/life.js";
import type { Life } from "../../../src/insight/worst-case/span.js";
import { termsOf } from "../../../src/insight/worst-case/terms.js";
import { windowsOf } from "../../../src/insight/worst-case/windows.js";
import { parseProfile } from "../../../src/model/profile.js";
import { heldProfile } from "../../support/build.js";

type Unit = "day" | "week" | "month" | "year";

/** The windows in which a bound is looked for, in UTC or elsewhere. */
function tried(unit: Unit, over: Partial<ProfileInput> = {}, zone = "UTC"): string[] {
  const terms = { ...termsOf(parseProfile(heldProfile(over)), null)[0], zone };
  const windows = windowsOf(unit, lifeOf(terms.profile, zone) as Life, terms, clocksOf(zone));
  const told = (ms: number): string => new Date(ms).toISOString().replace("T00:00:00.000Z", "").replace(":00.000Z", "");
  return [...windows].map(({ from, until }) => `${told(from)}/${told(until)}`);
}

/** Only where they begin. */
function starts(unit: Unit, over: Partial<ProfileInput> = {}, zone = "UTC"): string[] {
  return tried(unit, over, zone).map((window) => window.replace(/\/.*/, ""));
}

const begun = (activeFrom: string, activeUntil: string | null = null): Partial<ProfileInput> => ({ activeFrom, activeUntil });
const every = (value: number, unit: Unit, startingAt: string): Partial<ProfileInput> => ({
  trigger: { basis: "schedule", every: { value, unit }, startingAt },
  topup: { mode: "fixedAmount", value: "50", basis: "balance" },
});

describe("a bound is looked for", () => {
  it("in long periods, and such as hold many others", () => {
    expect(starts("day")).toEqual(["2028-01-12", "2028-01-12"]);
    expect(tried("week")).toEqual(["2028-01-10/2028-01-17", "2026-12-28/2027-01-04", "2026-10-26/2026-11-02"]);
    expect(tried("month")).toEqual(["2028-01-01/2028-02-01", "2027-05-01/2027-06-01", "2028-10-01/2028-11-01"]);
    expect(tried("year")).toEqual(["2028-01-01/2029-01-01", "2040-01-01/2041-01-01", "2028-01-01/2029-01-01"]);
  });

  it("where clocks go back, and there first", () => {
    expect(tried("day", {}, "America/New_York")).toEqual(["2028-11-05T04:00/2028-11-06T05:00", "2028-01-12T05:00/2028-01-13T05:00"]);
  });

  it("where clocks are put forward over a midnight, if that moves an occurrence", () => {
    const [back, over, usual] = ["2028-10-28T01:00", "2028-03-26T01:00", "2028-01-12T02:00"];
    expect(starts("day", {}, "America/Nuuk")).toEqual([back, usual]);
    expect(starts("day", every(1, "day", "2026-01-01T09:00:00Z"), "America/Nuuk").slice(-3)).toEqual([back, over, usual]);
  });

  it("in leap years from each weekday on, if a year is to hold many weeks of a schedule", () => {
    const usual = ["2028-01-01", "2040-01-01", "2028-01-01"];
    const leap = ["2032-01-01", "2036-01-01", "2044-01-01", "2048-01-01", "2052-01-01"];
    const weekly = every(1, "week", "2026-01-01T09:00:00Z");
    expect(starts("year", weekly).slice(-8)).toEqual([...usual, ...leap]);
    expect(starts("month", weekly).slice(-3)).toEqual(["2028-01-01", "2027-05-01", "2028-10-01"]);
    expect(starts("year", every(1, "month", "2026-01-01T09:00:00Z")).slice(-3)).toEqual(usual);
  });

  it("in the first periods of a life, and then in those that lie in it whole", () => {
    const first = ["2027-05-01/2027-06-01", "2027-06-01/2027-07-01", "2027-07-01/2027-08-01"];
    const long = ["2028-01-01/2028-02-01", "2027-05-01/2027-06-01", "2028-10-01/2028-11-01"];
    expect(tried("month", begun("2027-05-01T00:00:00Z", "2028-11-01T00:00:00Z"))).toEqual([...first, ...long]);
    const [, second, third] = first as [string, string, string];
    const cut = begun("2027-05-01T00:00:00.001Z", "2028-10-31T23:59:59.999Z");
    expect(tried("month", cut)).toEqual(["2027-05-01T00:00:00.001Z/2027-06-01", second, third, "2028-01-01/2028-02-01"]);
  });

  it("in no period after it", () => {
    expect(tried("month", begun("2028-10-05T00:00:00Z", "2028-11-01T00:00:00Z"))).toEqual(["2028-10-05/2028-11-01"]);
    const [one, two, cut] = ["2026-01-01T09:00/2026-01-05", "2026-01-05/2026-01-12", "2026-01-12/2026-01-15T09:00"];
    const weekly = every(1, "week", "2026-01-01T09:00:00Z");
    expect(tried("week", { ...weekly, activeUntil: "2026-01-15T09:00:00Z" })).toEqual([one, two, cut, one, two]);
    expect(tried("week", { ...weekly, activeUntil: "2026-01-15T09:01:00Z" }).slice(3)).toEqual([one, two, "2026-01-12/2026-01-15T09:01"]);
  });

  it("in the same years of later centuries, where it begins after them", () => {
    expect(starts("year", begun("2050-03-01T00:00:00Z")).slice(3)).toEqual(["2428-01-01", "2440-01-01", "2428-01-01"]);
    expect(starts("year", begun("2350-03-01T00:00:00Z")).slice(3)).toEqual(["2428-01-01", "2440-01-01", "2428-01-01"]);
    expect(starts("week", begun("2026-12-31T12:00:00Z")).slice(3)).toEqual(["2028-01-10", "2426-10-26"]);
    expect(starts("week", begun("2026-12-31T12:00:00.001Z")).slice(3)).toEqual(["2028-01-10", "2426-12-28", "2426-10-26"]);
  });

  it("in more of the first periods of a schedule that is no daily one, and in those of its first occurrences", () => {
    const begin = "2026-01-01T09:00";
    const first = (unit: Unit, each: Unit, count: number): string[] => starts(unit, every(1, each, `${begin}:00Z`)).slice(0, count);
    const dates = (date: number, count: number, step: number): string[] =>
      Array.from({ length: count }, (_, k) => new Date(Date.UTC(2026, 0, date + k * step)).toISOString().slice(0, 10));
    expect(first("day", "day", 13)).toEqual([begin, ...dates(2, 2, 1), begin, ...dates(2, 8, 1), "2028-01-12"]);
    expect(first("day", "week", 12)).toEqual([begin, ...dates(2, 1, 1), begin, ...dates(8, 8, 7), "2028-01-12"]);
    expect(first("week", "week", 19)).toEqual([begin, ...dates(5, 8, 7), begin, ...dates(5, 8, 7), "2028-01-10"]);
    expect(first("month", "year", 99)).toHaveLength(14 + 9 + 3);
    expect(first("year", "year", 99)).toHaveLength(9 + 3);
    expect(first("year", "day", 99)).toHaveLength(3 + 3);
  });

  it("to the end of year 9999", () => {
    const last = ["9999-12-20T09:00", "9999-12-27"];
    expect(starts("week", every(1, "week", "9999-12-20T09:00:00Z"))).toEqual([...last, ...last]);
  });

  it("from 2012 on, however early it began", () => {
    expect(starts("day", begun("1990-01-01T09:00:00Z")).slice(0, 3)).toEqual(["2012-01-01", "2012-01-02", "2012-01-03"]);
  });
});
