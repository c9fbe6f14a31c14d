import { describe, expect, it } from "vitest";
import {
  addInZone,
  addToWall,
  type CalendarUnit,
  localTimeOn,
  MOST_DATES,
  type Period,
  periodOf,
  startOfDateAfter,
  wallClockOf,
} from "../../src/base/calendar.js";

const ms = (instant: string): number => Date.parse(instant);
const inOrder = (instants: readonly number[]): string[] =>
  [...new Set(instants)].sort((a, b) => a - b).map((instant) => new Date(instant).toISOString());
const endsOf = (period: Period): string[] => inOrder(period.ends);
const startsOf = (period: Period): string[] => inOrder(period.starts);

describe("what the clocks of a zone show", () => {
  it.each([
    ["UTC", "2026-06-01T09:00:00.001Z", "2026-06-01T09:00:00.001Z"],
    ["Asia/Kolkata", "2026-06-01T20:00:00.000Z", "2026-06-02T01:30:00.000Z"],
    ["America/New_York", "2026-01-01T00:00:00.000Z", "2025-12-31T19:00:00.000Z"],
    ["America/New_York", "2026-07-01T00:00:00.000Z", "2026-06-30T20:00:00.000Z"],
  ])("in %s at %s is %s, in the fields of a date in UTC", (zone, instant, shown) => {
    expect(wallClockOf(zone, instant).toISOString()).toBe(shown);
  });

  it.each<[number, CalendarUnit, string]>([
    [0, "day", "2026-01-31T09:00:00.000Z"],
    [1, "day", "2026-02-01T09:00:00.000Z"],
    [-31, "day", "2025-12-31T09:00:00.000Z"],
    [2, "week", "2026-02-14T09:00:00.000Z"],
    [1, "month", "2026-02-28T09:00:00.000Z"],
    [-2, "month", "2025-11-30T09:00:00.000Z"],
    [2, "year", "2028-01-31T09:00:00.000Z"],
  ])("%d × %s on is %s", (count, unit, shown) => {
    const wall = wallClockOf("UTC", "2026-01-31T09:00:00.000Z");
    expect(addToWall(wall, count, unit).toISOString()).toBe(shown);
    expect(wall.toISOString()).toBe("2026-01-31T09:00:00.000Z");
  });
});

describe("the dates of a period", () => {
  it("are at most 1, 7, 31 and 366", () => {
    expect(MOST_DATES).toEqual({ day: 1, week: 7, month: 31, year: 366 });
  });
});

describe("a local time of a date", () => {
  it.each([
    ["midnight of the date itself", "UTC", "2026-06-01T09:00:00.000Z", 0, 0, "2026-06-01T00:00:00.000Z"],
    ["half past nine, three dates on", "UTC", "2026-06-01T23:59:59.999Z", 3, 570, "2026-06-04T09:30:00.000Z"],
    ["the date before", "UTC", "2026-06-01T00:00:00.000Z", -1, 1439, "2026-05-31T23:59:00.000Z"],
    ["the date of the zone, not of UTC", "Asia/Kolkata", "2026-06-01T20:00:00.000Z", 0, 60, "2026-06-01T19:30:00.000Z"],
    ["after a change of the clocks", "America/New_York", "2025-03-08T12:00:00.000Z", 1, 540, "2025-03-09T13:00:00.000Z"],
    ["a time that is skipped, moved on", "America/New_York", "2025-03-08T12:00:00.000Z", 1, 150, "2025-03-09T07:30:00.000Z"],
    ["the earlier of two", "America/New_York", "2025-11-01T12:00:00.000Z", 1, 90, "2025-11-02T05:30:00.000Z"],
  ])("%s", (_, zone, instant, days, minutes, expected) => {
    expect(new Date(localTimeOn(zone, instant, days, minutes)).toISOString()).toBe(expected);
  });

  it("may lie beyond year 9999", () => {
    expect(localTimeOn("UTC", "9999-12-31T09:00:00.000Z", 1, 0)).toBe(253_402_300_800_000);
  });
});

describe("so many units later on the clock", () => {
  it.each<[string, string, string, number, CalendarUnit, string]>([
    ["a day across the northern spring change", "America/New_York", "2025-03-08T14:00:00.000Z", 1, "day", "2025-03-09T13:00:00.000Z"],
    ["a day across the northern autumn change", "America/New_York", "2025-11-01T13:00:00.000Z", 1, "day", "2025-11-02T14:00:00.000Z"],
    ["a week across the southern spring change", "Pacific/Auckland", "2025-09-23T21:00:00.000Z", 1, "week", "2025-09-30T20:00:00.000Z"],
    ["into the gap, which moves it on", "America/New_York", "2025-03-08T07:30:00.000Z", 1, "day", "2025-03-09T07:30:00.000Z"],
    [
      "into an overlap, of which it takes the earlier",
      "America/New_York",
      "2025-11-01T05:30:00.000Z",
      1,
      "day",
      "2025-11-02T05:30:00.000Z",
    ],
    ["into the date that Apia skips", "Pacific/Apia", "2011-12-29T22:00:00.000Z", 1, "day", "2011-12-30T22:00:00.000Z"],
    ["31 January and a month", "UTC", "2026-01-31T09:00:00.000Z", 1, "month", "2026-02-28T09:00:00.000Z"],
    ["31 January and a month in a leap year", "UTC", "2028-01-31T09:00:00.000Z", 1, "month", "2028-02-29T09:00:00.000Z"],
    ["31 January and two months", "UTC", "2026-01-31T09:00:00.000Z", 2, "month", "2026-03-31T09:00:00.000Z"],
    ["29 February and a year", "UTC", "2024-02-29T09:00:00.000Z", 1, "year", "2025-02-28T09:00:00.000Z"],
    ["29 February and four years", "UTC", "2024-02-29T09:00:00.000Z", 4, "year", "2028-02-29T09:00:00.000Z"],
    ["the last day of a year", "UTC", "2025-12-31T23:59:59.999Z", 1, "day", "2026-01-01T23:59:59.999Z"],
    ["the first century, which Date takes for the twentieth", "UTC", "0001-01-31T00:00:00.000Z", 1, "month", "0001-02-28T00:00:00.000Z"],
    ["a month end that is local alone", "Pacific/Auckland", "2026-01-30T11:00:00.000Z", 1, "month", "2026-02-27T11:00:00.000Z"],
    ["an offset between −1 h and 0", "Africa/Monrovia", "1971-12-31T00:44:30.000Z", 1, "month", "1972-01-31T00:00:00.000Z"],
  ])("%s", (_, zone, from, count, unit, expected) => {
    expect(addInZone(zone, from, count, unit)).toBe(expected);
  });

  it("is the very same instant for a count of none, also on the second of two equal times", () => {
    expect(addInZone("America/New_York", "2025-11-02T06:30:00.000Z", 0, "month")).toBe("2025-11-02T06:30:00.000Z");
  });

  it("is null beyond year 9999", () => {
    expect(addInZone("UTC", "9999-12-30T00:00:00.000Z", 1, "day")).toBe("9999-12-31T00:00:00.000Z");
    expect(addInZone("UTC", "9999-12-31T00:00:00.000Z", 1, "day")).toBeNull();
    expect(addInZone("UTC", "9999-06-01T00:00:00.000Z", 100, "year")).toBeNull();
  });
});

describe("the start of a later date", () => {
  it.each([
    ["the next date begins at its own midnight", "America/New_York", "2025-03-09T03:00:00.000Z", 1, "2025-03-09T05:00:00.000Z"],
    [
      "the second date after the spring change is an hour nearer",
      "America/New_York",
      "2025-03-09T03:00:00.000Z",
      2,
      "2025-03-10T04:00:00.000Z",
    ],
    ["the date itself", "Asia/Kolkata", "2025-01-01T18:29:59.999Z", 0, "2024-12-31T18:30:00.000Z"],
    ["a midnight that is skipped", "America/Sao_Paulo", "2018-11-03T12:00:00.000Z", 1, "2018-11-04T03:00:00.000Z"],
    ["a date that is skipped", "Pacific/Apia", "2011-12-29T22:00:00.000Z", 1, "2011-12-30T10:00:00.000Z"],
    ["the date after the skipped one", "Pacific/Apia", "2011-12-29T22:00:00.000Z", 2, "2011-12-30T10:00:00.000Z"],
    ["half past twelve in Toronto in 1919", "America/Toronto", "1919-03-30T17:00:00.000Z", 1, "1919-03-31T04:30:00.000Z"],
    ["the first of two midnights", "America/St_Johns", "2010-11-06T12:00:00.000Z", 1, "2010-11-07T02:30:00.000Z"],
  ])("%s", (_, zone, from, days, expected) => {
    expect(startOfDateAfter(zone, from, days)).toBe(expected);
  });

  it("is null beyond year 9999", () => {
    expect(startOfDateAfter("UTC", "9999-12-31T12:00:00.000Z", 1)).toBeNull();
    // The date 10000-01-01 begins in Auckland while UTC still has the year 9999.
    expect(startOfDateAfter("Pacific/Auckland", "9999-12-30T12:00:00.000Z", 1)).toBe("9999-12-31T11:00:00.000Z");
  });
});

describe("a calendar period", () => {
  it.each<[string, string, string, CalendarUnit, string, string]>([
    ["a day", "Europe/London", "2025-07-01T12:00:00.000Z", "day", "2025-06-30T23:00:00.000Z", "2025-07-01T23:00:00.000Z"],
    ["a day of 23 hours", "America/New_York", "2025-03-09T12:00:00.000Z", "day", "2025-03-09T05:00:00.000Z", "2025-03-10T04:00:00.000Z"],
    ["a day of 25 hours", "America/New_York", "2025-11-02T12:00:00.000Z", "day", "2025-11-02T04:00:00.000Z", "2025-11-03T05:00:00.000Z"],
    [
      "a week, from Monday, asked on its Sunday",
      "UTC",
      "2026-06-07T12:00:00.000Z",
      "week",
      "2026-06-01T00:00:00.000Z",
      "2026-06-08T00:00:00.000Z",
    ],
    [
      "a week, from Monday, asked on its Monday",
      "UTC",
      "2026-06-01T00:00:00.000Z",
      "week",
      "2026-06-01T00:00:00.000Z",
      "2026-06-08T00:00:00.000Z",
    ],
    ["a week over the end of a year", "UTC", "2026-01-01T00:00:00.000Z", "week", "2025-12-29T00:00:00.000Z", "2026-01-05T00:00:00.000Z"],
    [
      "a month in a zone ahead",
      "Pacific/Auckland",
      "2025-01-31T11:00:00.000Z",
      "month",
      "2025-01-31T11:00:00.000Z",
      "2025-02-28T11:00:00.000Z",
    ],
    ["a February of a leap year", "UTC", "2024-02-10T00:00:00.000Z", "month", "2024-02-01T00:00:00.000Z", "2024-03-01T00:00:00.000Z"],
    ["a year", "America/Los_Angeles", "2025-06-01T00:00:00.000Z", "year", "2025-01-01T08:00:00.000Z", "2026-01-01T08:00:00.000Z"],
    [
      "the day before a skipped date",
      "Pacific/Apia",
      "2011-12-30T09:00:00.000Z",
      "day",
      "2011-12-29T10:00:00.000Z",
      "2011-12-30T10:00:00.000Z",
    ],
    [
      "a day that ends at half past its midnight",
      "America/Toronto",
      "1919-03-30T12:00:00.000Z",
      "day",
      "1919-03-30T05:00:00.000Z",
      "1919-03-31T04:30:00.000Z",
    ],
  ])("%s holds its first and its last millisecond and no more", (_, zone, within, unit, first, end) => {
    const period = periodOf(zone, ms(within), unit);
    const instants = [ms(first) - 1, ms(first), ms(within), ms(end) - 1, ms(end)];
    expect(instants.map((instant) => period.contains(instant))).toEqual([false, true, true, true, false]);
    expect(instants.map((instant) => period.precedes(instant))).toEqual([false, false, false, false, true]);
    expect(period.unit).toBe(unit);
    expect(startsOf(period)).toEqual([first]);
    expect(endsOf(period)).toEqual([end]);
  });

  it("tells the periods of one unit apart by their key", () => {
    const key = (instant: string): number => periodOf("UTC", ms(instant), "month").key;
    expect(key("2025-01-01T00:00:00.000Z")).toBe(key("2025-01-31T23:59:59.999Z"));
    expect(key("2025-01-01T00:00:00.000Z")).not.toBe(key("2026-01-01T00:00:00.000Z"));
  });

  it("holds each instant by its local date where the clocks go back over midnight", () => {
    const sixth = periodOf("America/St_Johns", ms("2010-11-06T12:00:00.000Z"), "day");
    const seventh = periodOf("America/St_Johns", ms("2010-11-07T12:00:00.000Z"), "day");
    const instants = ["2010-11-07T02:29:59.999Z", "2010-11-07T02:30:00.000Z", "2010-11-07T02:31:00.000Z", "2010-11-07T03:30:00.000Z"].map(
      ms,
    );
    expect(instants.map((instant) => sixth.contains(instant))).toEqual([true, false, true, false]);
    expect(instants.map((instant) => seventh.contains(instant))).toEqual([false, true, false, true]);
    // The seventh begins, is left for the sixth an hour back, and begins again.
    expect(endsOf(sixth)).toEqual(["2010-11-07T02:30:00.000Z", "2010-11-07T03:30:00.000Z"]);
    expect(endsOf(seventh)).toEqual(["2010-11-07T02:31:00.000Z", "2010-11-08T03:30:00.000Z"]);
    expect(startsOf(sixth)).toEqual(["2010-11-06T02:30:00.000Z", "2010-11-07T02:31:00.000Z"]);
    expect(startsOf(seventh)).toEqual(["2010-11-07T02:30:00.000Z", "2010-11-07T03:30:00.000Z"]);
    expect(instants.map((instant) => sixth.precedes(instant))).toEqual([false, true, false, true]);
  });

  it("begins when its first midnight would, where the clocks skip that", () => {
    expect(startsOf(periodOf("America/Sao_Paulo", ms("2018-11-04T12:00:00.000Z"), "day"))).toEqual(["2018-11-04T03:00:00.000Z"]);
    expect(endsOf(periodOf("America/Sao_Paulo", ms("2018-11-03T12:00:00.000Z"), "day"))).toEqual(["2018-11-04T03:00:00.000Z"]);
  });

  it("has the start that the clocks show as its key", () => {
    expect(periodOf("Asia/Kolkata", ms("2026-06-15T00:00:00.000Z"), "month").key).toBe(ms("2026-06-01T00:00:00.000Z"));
    expect(periodOf("Asia/Kolkata", ms("2026-06-30T18:30:00.000Z"), "month").key).toBe(ms("2026-07-01T00:00:00.000Z"));
  });

  it("surely contains what lies within it by 16 hours, the widest offset, or more", () => {
    const week = periodOf("Europe/Berlin", ms("2026-06-03T00:00:00.000Z"), "week");
    const instants = ["2026-06-01T15:59:59.999Z", "2026-06-01T16:00:00.000Z", "2026-06-07T07:59:59.999Z", "2026-06-07T08:00:00.000Z"];
    expect(instants.map((instant) => week.surelyContains(ms(instant)))).toEqual([false, true, true, false]);
    expect(instants.map((instant) => week.contains(ms(instant)))).toEqual([true, true, true, true]);
  });

  it("is the one asked before, where that surely contains the instant, for the same zone and unit", () => {
    const june = periodOf("Europe/Oslo", ms("2026-06-15T00:00:00.000Z"), "month");
    expect(periodOf("Europe/Oslo", ms("2026-06-02T00:00:00.000Z"), "month")).toBe(june);
    expect(periodOf("Europe/Oslo", ms("2026-06-15T00:00:00.000Z"), "year").unit).toBe("year");
    expect(periodOf("Asia/Tokyo", ms("2026-06-15T00:00:00.000Z"), "month")).not.toBe(june);
    expect(periodOf("Europe/Oslo", ms("2026-06-29T00:00:00.000Z"), "month")).toBe(june);
    const again = periodOf("Europe/Oslo", ms("2026-06-01T00:00:00.000Z"), "month");
    expect([again === june, again.key]).toEqual([false, june.key]);
    const july = periodOf("Europe/Oslo", ms("2026-07-15T00:00:00.000Z"), "month");
    expect(periodOf("Europe/Oslo", ms("2026-06-15T00:00:00.000Z"), "month")).not.toBe(again);
    expect(july.key).toBe(ms("2026-07-01T00:00:00.000Z"));
  });

  it("reaches the ends of time: the local year 0 of a zone behind, and year 9999", () => {
    // In New York it is 31 December of the year 0, 4:56:02 behind.
    const first = periodOf("America/New_York", ms("0001-01-01T00:00:00.000Z"), "day");
    expect(first.contains(ms("0001-01-01T04:56:01.999Z"))).toBe(true);
    expect(endsOf(first)).toEqual(["0001-01-01T04:56:02.000Z"]);
    const last = periodOf("UTC", ms("9999-12-31T23:59:59.999Z"), "year");
    expect([last.contains(ms("9998-12-31T23:59:59.999Z")), last.contains(ms("9999-01-01T00:00:00.000Z"))]).toEqual([false, true]);
  });
});
