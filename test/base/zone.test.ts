import { describe, expect, it } from "vitest";
import { fallsBackOver, firstInstantFrom, instantAt, instantsAt, isTimeZone, offsetAt } from "../../src/base/zone.js";

const ms = (text: string): number => Date.parse(text);
const text = (instant: number): string => new Date(instant).toISOString();
/** A wall-clock time, as the milliseconds it would have in UTC. */
const wall = (written: string): number => ms(`${written}Z`);

describe("the offset of a zone", () => {
  it.each([
    ["UTC", "2025-07-01T00:00:00Z", 0],
    ["Europe/London", "2025-07-01T00:00:00Z", 3600],
    ["America/New_York", "2025-01-01T00:00:00Z", -5 * 3600],
    ["Asia/Kolkata", "2025-01-01T00:00:00Z", 5.5 * 3600],
    ["America/St_Johns", "2010-07-01T00:00:00Z", -2.5 * 3600],
    ["Africa/Monrovia", "1971-12-31T00:00:00Z", -(44 * 60 + 30)],
    ["Africa/Monrovia", "1972-02-01T00:00:00Z", 0],
    ["Pacific/Apia", "2011-12-29T00:00:00Z", -10 * 3600],
    ["Pacific/Apia", "2011-12-31T00:00:00Z", 14 * 3600],
  ])("of %s at %s is %d seconds", (zone, instant, seconds) => {
    expect(offsetAt(zone, ms(instant))).toBe(seconds * 1000);
  });

  it("is remembered for no more than a thousand spellings, and then still right", () => {
    const name = "africa/monrovia";
    const spellings = Array.from({ length: 2200 }, (_, n) =>
      [...name].map((letter, place) => ((n >> place) & 1 ? letter.toUpperCase() : letter)).join(""),
    );
    expect(spellings.every((zone) => isTimeZone(zone))).toBe(true);
    expect(offsetAt("AFRICA/monrovia", ms("1971-12-31T00:00:00Z"))).toBe(-2_670_000);
  });
});

describe("a wall-clock time that the clocks skip", () => {
  it.each([
    ["northern spring", "America/New_York", "2025-03-09T02:30:00", "2025-03-09T07:30:00.000Z"],
    ["southern spring", "Pacific/Auckland", "2025-09-28T02:30:00", "2025-09-27T14:30:00.000Z"],
    ["a gap of half an hour", "Australia/Lord_Howe", "2025-10-05T02:15:00", "2025-10-04T15:45:00.000Z"],
    ["a gap of a whole day", "Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00.000Z"],
    ["a gap over midnight", "America/Toronto", "1919-03-31T00:10:00", "1919-03-31T05:10:00.000Z"],
  ])("moves forward by the gap: %s", (_, zone, time, expected) => {
    expect(instantsAt(zone, wall(time))).toEqual([]);
    expect(text(instantAt(zone, wall(time)))).toBe(expected);
  });
});

describe("a wall-clock time that the clocks repeat", () => {
  it.each([
    ["northern autumn", "America/New_York", "2025-11-02T01:30:00", ["2025-11-02T05:30:00.000Z", "2025-11-02T06:30:00.000Z"]],
    ["southern autumn", "Pacific/Auckland", "2025-04-06T02:30:00", ["2025-04-05T13:30:00.000Z", "2025-04-05T14:30:00.000Z"]],
    ["over midnight", "America/St_Johns", "2010-11-07T00:00:30", ["2010-11-07T02:30:30.000Z", "2010-11-07T03:30:30.000Z"]],
  ])("is the earlier: %s", (_, zone, time, both) => {
    expect(instantsAt(zone, wall(time)).map(text)).toEqual(both);
    expect(text(instantAt(zone, wall(time)))).toBe(both[0]);
  });
});

describe("a wall-clock time that the clocks show once", () => {
  it("is that instant on either side of a change", () => {
    expect(text(instantAt("America/New_York", wall("2025-03-09T01:59:59.999")))).toBe("2025-03-09T06:59:59.999Z");
    expect(text(instantAt("America/New_York", wall("2025-03-09T03:00:00")))).toBe("2025-03-09T07:00:00.000Z");
    expect(text(instantAt("America/New_York", wall("2025-11-02T02:00:00")))).toBe("2025-11-02T07:00:00.000Z");
  });

  it("is right where the offset lies between −1 h and 0", () => {
    expect(text(instantAt("Africa/Monrovia", wall("1971-06-01T00:00:00")))).toBe("1971-06-01T00:44:30.000Z");
  });
});

describe("the first instant from a wall-clock time", () => {
  it.each([
    ["midnight itself", "Europe/London", "2025-07-01T00:00:00", "2025-06-30T23:00:00.000Z"],
    ["half past midnight in Toronto in 1919", "America/Toronto", "1919-03-31T00:00:00", "1919-03-31T04:30:00.000Z"],
    ["one o'clock in São Paulo", "America/Sao_Paulo", "2018-11-04T00:00:00", "2018-11-04T03:00:00.000Z"],
    ["the day after, where Apia skips a date", "Pacific/Apia", "2011-12-30T00:00:00", "2011-12-30T10:00:00.000Z"],
    ["the first of two midnights in St John's", "America/St_Johns", "2010-11-07T00:00:00", "2010-11-07T02:30:00.000Z"],
  ])("is %s", (_, zone, time, expected) => {
    expect(text(firstInstantFrom(zone, wall(time)))).toBe(expected);
  });
});

describe("clocks that go back over midnight", () => {
  it("do so at one past twelve in St John's", () => {
    expect(fallsBackOver("America/St_Johns", wall("2010-11-07T00:00:00")).map(text)).toEqual(["2010-11-07T02:31:00.000Z"]);
  });

  it("do not where midnight comes once, or never", () => {
    expect(fallsBackOver("America/St_Johns", wall("2010-11-08T00:00:00"))).toEqual([]);
    expect(fallsBackOver("America/Sao_Paulo", wall("2018-11-04T00:00:00"))).toEqual([]);
    expect(fallsBackOver("UTC", wall("2025-01-01T00:00:00"))).toEqual([]);
  });
});
