import { afterEach, describe, expect, it, vi } from "vitest";
import { remember } from "../../src/base/remember.js";
import {
  fallsBackOver,
  firstInstantFrom,
  firstWhere,
  instantAt,
  instantsAt,
  isTimeZone,
  offsetAt,
  WIDEST_OFFSET,
} from "../../src/base/zone.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const ms = (text: string): number => Date.parse(text);
const text = (instant: number): string => new Date(instant).toISOString();
/** A wall-clock time, as the milliseconds it would have in UTC. */
const wall = (written: string): number => ms(`${written}Z`);

/** A runtime that knows every zone, and shows this for each. */
function runtimeShowing(shown: string): void {
  vi.spyOn(Intl, "DateTimeFormat").mockImplementation(function () {
    return { format: () => shown } as unknown as Intl.DateTimeFormat;
  });
}

describe("a time zone", () => {
  it.each(["UTC", "Europe/Berlin", "europe/BERLIN", "Etc/GMT+5", "CST6CDT", "Brazil/East", "America/Argentina/Buenos_Aires"])(
    "has a name of IANA's, in any case: %s",
    (zone) => {
      expect(isTimeZone(zone)).toBe(true);
    },
  );

  it.each(["", "Europe/Nowhere", "constructor", "+01:00", "-05:00", "UTC+1", "Europe", "Europe/Berlin ", " Europe/Berlin"])(
    "is not %j",
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
    },
  );

  it.each([
    ...["ACT", "AET", "AGT", "ART", "AST", "BET", "BST", "CAT", "CNT", "CST", "CTT", "EAT", "ECT", "IET", "IST", "JST", "MIT", "NET"],
    ...["NST", "PLT", "PNT", "PRT", "PST", "SST", "VST", "bst", "SystemV/AST4", "SystemV/", "systemv/pst8pdt", "US/Pacific-New"],
    ...["+01:00", "1Europe", ""],
  ])("is not %j, even where the runtime knows such a one", (zone) => {
    runtimeShowing("1/1/1970, GMT+01:00");
    expect(isTimeZone(zone)).toBe(false);
  });

  it.each([
    ["none", "GMT", 0],
    ["none, in full", "GMT+00:00", 0],
    ["hours and minutes east", "GMT+05:30", 19_800],
    ["hours and minutes west", "GMT-03:45", -13_500],
    ["seconds, too", "GMT-00:44:30", -2670],
    ["seconds east", "GMT+15:13:42", 54_822],
  ])("has the offset that the runtime shows: %s", (name, shown, seconds) => {
    runtimeShowing(`1/1/1970, ${shown}`);
    const zone = `Nowhere/${name}`;
    expect(isTimeZone(zone)).toBe(true);
    expect(offsetAt(zone, 0)).toBe(seconds * 1000);
  });

  it.each([
    ...["1/1/1970", "1/1/1970, EST", "GMT+5", "GMT+5:30", "GMT+05", "GMT+05:3", "GMT+05:30:1", "GMT+aa:30", "GMT+05:aa", "GMT+05:30:aa"],
    ...["GMT*05:30", "GMT+05:30 or so", "GMT, 1/1/1970", ""],
  ])("is not known to a runtime that shows its offset otherwise: %j", (shown) => {
    runtimeShowing(shown);
    expect(isTimeZone("Nowhere/Otherwise")).toBe(false);
  });

  it("is UTC on every runtime, whatever that shows", async () => {
    vi.resetModules(); // nothing is remembered then
    const anew = await import("../../src/base/zone.js");
    runtimeShowing("no offset");
    expect([anew.isTimeZone("UTC"), anew.offsetAt("UTC", 0), anew.instantsAt("UTC", 5)]).toEqual([true, 0, [5]]);
    expect(anew.isTimeZone("Europe/Berlin")).toBe(false);
  });

  it("is looked up once, and what is none each time: it must not stay in the memory", () => {
    isTimeZone("Africa/Lagos");
    runtimeShowing("no offset");
    expect([isTimeZone("Africa/Lagos"), offsetAt("Africa/Lagos", 0)]).toEqual([true, 3_600_000]);
    expect(Intl.DateTimeFormat).not.toHaveBeenCalled();
    for (const times of [1, 2]) {
      expect(isTimeZone("Nowhere/Again")).toBe(false);
      expect(Intl.DateTimeFormat).toHaveBeenCalledTimes(times);
    }
    vi.restoreAllMocks();
    runtimeShowing("GMT");
    expect(isTimeZone("Nowhere/Again")).toBe(true);
  });
});

describe("what is remembered", () => {
  it("is kept under its key, and given back", () => {
    const kept = new Map([["a", 1]]);
    expect(remember(kept, "b", 2)).toBe(2);
    expect([...kept]).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });

  it("is forgotten, all of it, once there are a thousand of it", () => {
    const kept = new Map(Array.from({ length: 999 }, (_, key) => [key, key]));
    remember(kept, 999, 999);
    expect(kept.size).toBe(1000);
    remember(kept, 1000, 1000);
    expect([...kept]).toEqual([[1000, 1000]]);
  });
});

describe("the offset of a zone", () => {
  it("is less than 16 hours", () => {
    expect(WIDEST_OFFSET).toBe(16 * 3_600_000);
    expect(offsetAt("Asia/Manila", ms("1840-01-01T00:00:00Z"))).toBeGreaterThan(-WIDEST_OFFSET);
  });

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
  it("is one instant, also beside a change", () => {
    expect(instantsAt("UTC", 5)).toEqual([5]);
    expect(instantsAt("Asia/Kolkata", wall("2025-01-01T00:00:00")).map(text)).toEqual(["2024-12-31T18:30:00.000Z"]);
    const around = ["2025-03-09T01:59:59.999", "2025-03-09T03:00:00", "2025-11-02T00:59:59.999", "2025-11-02T02:00:00"];
    expect(around.map((time) => instantsAt("America/New_York", wall(time)).map(text))).toEqual([
      ["2025-03-09T06:59:59.999Z"],
      ["2025-03-09T07:00:00.000Z"],
      ["2025-11-02T04:59:59.999Z"],
      ["2025-11-02T07:00:00.000Z"],
    ]);
  });

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
    ["midnight in Pyongyang, which skips the half hour before", "Asia/Pyongyang", "2018-05-04T23:40:00", "2018-05-04T15:00:00.000Z"],
    ["one o'clock in Magadan, far in the east", "Asia/Magadan", "1981-04-01T00:00:00", "1981-03-31T13:00:00.000Z"],
    ["the date after, where Kwajalein in the far west skips one", "Pacific/Kwajalein", "1993-08-21T12:00:00", "1993-08-21T12:00:00.000Z"],
  ])("is %s", (_, zone, time, expected) => {
    expect(text(firstInstantFrom(zone, wall(time)))).toBe(expected);
  });
});

describe("clocks that go back over midnight", () => {
  it("do so at one past twelve in St John's", () => {
    expect(fallsBackOver("America/St_Johns", wall("2010-11-07T00:00:00")).map(text)).toEqual(["2010-11-07T02:31:00.000Z"]);
  });

  it("do so at two in New York, on whatever the second time round shows", () => {
    for (const time of ["2025-11-02T01:00:00", "2025-11-02T01:30:00", "2025-11-02T01:59:59.999"])
      expect(fallsBackOver("America/New_York", wall(time)).map(text)).toEqual(["2025-11-02T06:00:00.000Z"]);
    expect(fallsBackOver("America/New_York", wall("2025-11-02T02:00:00"))).toEqual([]);
    expect(fallsBackOver("America/New_York", wall("2025-11-02T00:59:59.999"))).toEqual([]);
  });

  it("do not where midnight comes once, or never", () => {
    expect(fallsBackOver("America/St_Johns", wall("2010-11-08T00:00:00"))).toEqual([]);
    expect(fallsBackOver("America/Sao_Paulo", wall("2018-11-04T00:00:00"))).toEqual([]);
    expect(fallsBackOver("UTC", wall("2025-01-01T00:00:00"))).toEqual([]);
  });
});

describe("the first millisecond from which something holds", () => {
  it.each([
    [0, 10, 7],
    [0, 10, 1],
    [0, 10, 10],
    [0, 1, 1],
    [-10, -1, -4],
    [-3, 4, 0],
    [0, 2 ** 40, 2 ** 39 + 1],
  ])("after %d, and no later than at %d: %d", (before, after, first) => {
    const asked: number[] = [];
    const found = firstWhere(before, after, (ms) => {
      asked.push(ms);
      return ms >= first;
    });
    expect(found).toBe(first);
    expect(asked.every((each) => each > before && each < after)).toBe(true); // what holds at either end is known
    expect(asked.length).toBeLessThanOrEqual(Math.ceil(Math.log2(after - before)));
  });
});
