import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  dateAt,
  DAY,
  earlier,
  fromMs,
  HOUR,
  instantText,
  isDate,
  LAST_INSTANT,
  later,
  latest,
  MINUTE,
  SECOND,
  toMs,
} from "../../src/base/instant.js";

const LAST_MS = 253_402_300_799_999;
const FIRST_MS = -62_135_596_800_000;

describe("units of time", () => {
  it("are told in milliseconds", () => {
    expect([SECOND, MINUTE, HOUR, DAY]).toEqual([1000, 60_000, 3_600_000, 86_400_000]);
  });
});

describe("the instant of a text", () => {
  it.each([
    ["2026-06-01T09:00:00.000Z", "2026-06-01T09:00:00.000Z"],
    ["2026-06-01T09:00:00Z", "2026-06-01T09:00:00.000Z"],
    ["2026-06-01T09:00Z", "2026-06-01T09:00:00.000Z"],
    ["2026-06-01T19:59:59.1Z", "2026-06-01T19:59:59.100Z"],
    ["2026-06-01T19:59:59.12Z", "2026-06-01T19:59:59.120Z"],
    ["2026-06-01T19:59:59.1239Z", "2026-06-01T19:59:59.123Z"],
    ["2026-06-01T09:00:30.1239+01:00", "2026-06-01T08:00:30.123Z"],
    ["2026-06-01T09:00:30.1-01:00", "2026-06-01T10:00:30.100Z"],
    ["2026-06-01T09:15+05:45", "2026-06-01T03:30:00.000Z"],
    ["2026-06-01T09:15-05:45", "2026-06-01T15:00:00.000Z"],
    ["2026-06-01T23:59:59+23:59", "2026-06-01T00:00:59.000Z"],
    ["2026-06-01T00:00:00-23:59", "2026-06-01T23:59:00.000Z"],
    ["2026-06-01T09:00:00+00:00", "2026-06-01T09:00:00.000Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["0001-01-01T00:00Z", "0001-01-01T00:00:00.000Z"],
    ["0001-01-01T01:00:00+01:00", "0001-01-01T00:00:00.000Z"],
    ["0099-12-31T23:59:59.999-00:00", "0099-12-31T23:59:59.999Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
    ["9999-12-31T23:59:59.999+00:00", "9999-12-31T23:59:59.999Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
    ["2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z"],
  ])("%s is %s", (text, expected) => {
    expect(instantText(text)).toBe(expected);
  });

  const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const two = (value: number): string => String(value).padStart(2, "0");

  it("has each day of a common year, and none before or after", () => {
    for (const [index, length] of MONTH_LENGTHS.entries()) {
      for (const day of Array.from({ length: 99 }, (_, each) => each)) {
        const date = `2026-${two(index + 1)}-${two(day)}`;
        const expected = day >= 1 && day <= length;
        expect([date, instantText(`${date}T09:00:00Z`)]).toEqual([date, expected ? `${date}T09:00:00.000Z` : null]);
        expect([date, instantText(`${date}T09:00:00+09:00`)]).toEqual([date, expected ? `${date}T00:00:00.000Z` : null]);
      }
    }
  });

  it("has months 1 to 12, hours 0 to 23, minutes and seconds 0 to 59", () => {
    const from = (low: number, high: number): number[] => Array.from({ length: high - low + 1 }, (_, each) => low + each);
    const valid = (make: (value: string) => string): number[] => from(0, 99).filter((value) => instantText(make(two(value))) !== null);
    for (const zone of ["Z", "+00:00"]) {
      expect(valid((month) => `2026-${month}-05T09:00:00${zone}`)).toEqual(from(1, 12));
      expect(valid((hour) => `2026-06-05T${hour}:00:00${zone}`)).toEqual(from(0, 23));
      expect(valid((minute) => `2026-06-05T09:${minute}:00${zone}`)).toEqual(from(0, 59));
      expect(valid((second) => `2026-06-05T09:00:${second}${zone}`)).toEqual(from(0, 59));
    }
    expect(valid((hour) => `2026-06-05T09:00:00+${hour}:00`)).toEqual(from(0, 23));
    expect(valid((minute) => `2026-06-05T09:00:00+00:${minute}`)).toEqual(from(0, 59));
  });

  it.each([
    "",
    "2026-06-01",
    "2026-06-01T09:00:00",
    "2026-06-01T09:00:00.Z",
    "2026-06-01T09:00:00.000",
    "2026-06-01T09:00:00,5Z",
    "2026-06-01T09:00:00.5xZ",
    "2026-06-01T09:00:Z",
    "2026-06-01T9:00Z",
    "2026-06-01T09:00:00z",
    "2026-06-01 09:00:00Z",
    "2026-06-01T09:00:00ZZ",
    "2026-06-01T09:00:00Z ",
    " 2026-06-01T09:00:00Z",
    "12026-06-01T09:00:00Z",
    "12026-06-01T09:00:00.000Z",
    "+12026-06-01T09:00Z",
    "2026-06-01T09:00:00+01:000",
    "2026-06-01T09:00:00+0100",
    "2026-06-01T09:00:00+1:00",
    "2026-06-01T09:00:00*01:00",
    "202a-06-01T09:00Z",
    "2026-0a-01T09:00Z",
    "2026-06-0aT09:00Z",
    "2026-06-01T0a:00Z",
    "2026-06-01T09:0aZ",
    "2026-06-01T09:00:0aZ",
    "abcd-06-01T09:00:00Z",
    "2-06-01T09:00:00Z",
    "2026-0a-01T09:00:00Z",
    "2026-06-1aT09:00:00Z",
    "2026-06-01T1a:00:00Z",
    "2026-06-01T09:0a:00Z",
    "2026-06-01T09:00:00.xyzZ",
    "2026-13-29T09:00:00Z",
    "2026-13-30T09:00:00Z",
    "2026-13-31T09:00:00Z",
    "0000-01-01T00:00:00Z",
    "0000-12-31T23:59:59.999Z",
    "0000-12-31T23:59Z",
    "0000-12-31T23:59:59-01:00",
    "0001-01-01T00:59:59.999+01:00",
    "9999-12-31T23:00:00-01:00",
    "2026-02-29T00:00:00Z",
    "2026-02-29T00:00:00+00:00",
    "1900-02-29T00:00:00Z",
  ])("%j names none", (text) => {
    expect(instantText(text)).toBeNull();
  });
});

describe("the instant of a date", () => {
  it.each([
    [0, "1970-01-01T00:00:00.000Z"],
    [FIRST_MS, "0001-01-01T00:00:00.000Z"],
    [FIRST_MS - 1, null],
    [LAST_MS, "9999-12-31T23:59:59.999Z"],
    [LAST_MS + 1, null],
    [Number.NaN, null],
  ])("at %d milliseconds is %s", (ms, expected) => {
    expect(instantText(new Date(ms))).toBe(expected);
  });

  it("is read also where the date is of another realm", () => {
    expect(instantText(runInNewContext("new Date(0)"))).toBe("1970-01-01T00:00:00.000Z");
  });

  it.each([0, null, undefined, true, {}, { getTime: () => 0 }, [], 0n])("is none where there is no date: %o", (value) => {
    expect(instantText(value)).toBeNull();
  });
});

describe("a date", () => {
  it("is a Date, of whatever realm, valid or not", () => {
    for (const value of [new Date(0), new Date(Number.NaN), runInNewContext("new Date(0)") as unknown]) expect(isDate(value)).toBe(true);
  });

  it("is nothing that only looks like one", () => {
    const proxy = new Proxy(new Date(0), {});
    for (const value of [null, undefined, 0, "2026-06-01", {}, Object.create(Date.prototype) as unknown, proxy])
      expect(isDate(value)).toBe(false);
  });

  it("is handed in for so many milliseconds", () => {
    expect(dateAt(86_400_001)).toEqual(new Date(86_400_001));
  });
});

describe("the milliseconds of an instant", () => {
  it.each<[string, number]>([
    ["1970-01-01T00:00:00.000Z", 0],
    ["1970-01-01T00:00:00.001Z", 1],
    ["1970-01-01T00:00:00.230Z", 230],
    ["1970-01-01T00:00:45.000Z", 45_000],
    ["1970-01-01T00:36:00.000Z", 36 * 60_000],
    ["1970-01-01T12:00:00.000Z", 12 * 3_600_000],
    ["1970-01-23T00:00:00.000Z", 22 * 86_400_000],
    ["1970-12-01T00:00:00.000Z", 334 * 86_400_000],
    ["1971-01-01T00:00:00.000Z", 365 * 86_400_000],
    ["2070-01-01T00:00:00.000Z", 36_525 * 86_400_000],
    ["0001-01-01T00:00:00.000Z", FIRST_MS],
    ["0099-12-31T23:59:59.999Z", -59_011_459_200_001],
    ["0100-01-01T00:00:00.000Z", -59_011_459_200_000],
    ["9999-12-31T23:59:59.999Z", LAST_MS],
    ["0000-12-31T23:59:59.999Z", FIRST_MS - 1],
    ["-000001-12-31T23:59:59.999Z", FIRST_MS - 366 * 86_400_000 - 1],
  ])("%s are %d", (instant, ms) => {
    expect(toMs(instant)).toBe(ms);
    expect(fromMs(ms)).toBe(instant);
  });

  it("are the runtime's, on each day of the years 0 to 1200 and often after that", () => {
    const wrong: string[] = [];
    const look = (ms: number): void => {
      const instant = new Date(ms).toISOString();
      if (toMs(instant) !== ms) wrong.push(instant);
    };
    const [first, middle] = [Date.parse("0000-01-01T00:00:00.000Z"), Date.parse("1201-01-01T00:00:00.000Z")];
    for (let ms = first; ms < middle; ms += DAY) look(ms);
    for (let ms = middle; ms <= LAST_MS; ms += 11 * DAY + 7 * HOUR + 13 * MINUTE + 17 * SECOND + 123) look(ms);
    expect(wrong).toEqual([]);
  });

  it("are read off a text with other places, too, where the code has one", () => {
    expect(toMs("2070-01-01T00:00:00Z")).toBe(36_525 * 86_400_000);
    expect(toMs("2070-01-01T00:00Z")).toBe(36_525 * 86_400_000);
  });
});

describe("arithmetic on instants", () => {
  it("counts elapsed milliseconds", () => {
    expect(later("2024-02-28T23:59:59.999Z", 1)).toBe("2024-02-29T00:00:00.000Z");
    expect(earlier("2024-03-01T00:00:00.000Z", 1)).toBe("2024-02-29T23:59:59.999Z");
  });

  it("reaches the last instant of year 9999 and gives null beyond it", () => {
    expect(later("9999-12-31T23:59:59.998Z", 1)).toBe("9999-12-31T23:59:59.999Z");
    expect(later("9999-12-31T23:59:59.999Z", 1)).toBeNull();
    expect(later("2026-01-01T00:00:00.000Z", Number.POSITIVE_INFINITY)).toBeNull();
    expect([fromMs(LAST_MS), fromMs(LAST_MS + 1)]).toEqual([LAST_INSTANT, null]);
  });

  it("gives what lies before year 1 a text that sorts before every instant", () => {
    expect(earlier("0001-01-01T00:00:00.000Z", 1)).toBe("0000-12-31T23:59:59.999Z");
    expect(earlier("0001-01-01T00:00:00.000Z", 1) < "0001-01-01T00:00:00.000Z").toBe(true);
    expect(earlier("0001-01-01T00:00:00.000Z", 36_525 * 86_400_000) < "0001-01-01T00:00:00.000Z").toBe(true);
  });

  it("finds the latest, wherever it stands, and none among none", () => {
    const [first, second, third] = ["2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z", "2026-01-03T00:00:00.000Z"] as const;
    for (const instants of [
      [second, third, first],
      [third, first, second],
      [first, second, third],
      [third, third],
    ]) {
      expect(latest(instants)).toBe(third);
    }
    expect(latest([first])).toBe(first);
    expect(latest([])).toBeNull();
  });
});
