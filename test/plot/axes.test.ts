import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetAt } from "../../src/base/zone.js";
import { type Extremes, newFigures } from "../../src/plot/extremes.js";
import type { Gathered } from "../../src/plot/gathered.js";
import { SMALL, widthOf } from "../../src/plot/text-size.js";
import { freeStride, timeTitle } from "../../src/plot/axes.js";
import { timeTicks } from "../../src/plot/time-ticks.js";
import { valueDomain, valueTicks } from "../../src/plot/value-axis.js";
import { holds } from "../properties/support/law.js";
import { sceneOf } from "./support/scene.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function ticks(from: string, to: string, zone = "UTC", locale = "en", count = 8): string[] {
  return timeTicks({ fromMs: Date.parse(from), toMs: Date.parse(to) }, zone, locale, count).map(
    ({ ms, label }) => `${label} = ${new Date(ms).toISOString()}`,
  );
}

describe("the ticks of the time axis", () => {
  it("of hours stand at round hours of the zone, and a midnight tells the date", () => {
    expect(ticks("2026-06-01T18:00:00Z", "2026-06-02T06:00:00Z", "Asia/Kathmandu", "en", 4)).toEqual([
      "Jun 2 = 2026-06-01T18:15:00.000Z",
      "03:00 = 2026-06-01T21:15:00.000Z",
      "06:00 = 2026-06-02T00:15:00.000Z",
      "09:00 = 2026-06-02T03:15:00.000Z",
    ]);
  });

  it("of hours are closer on a day of 23 hours, and none stands at an hour that the clocks skip", () => {
    expect(ticks("2026-03-28T23:00:00Z", "2026-03-29T04:00:00Z", "Europe/Berlin", "en", 6)).toEqual([
      "Mar 29 = 2026-03-28T23:00:00.000Z",
      "01:00 = 2026-03-29T00:00:00.000Z",
      "03:00 = 2026-03-29T01:00:00.000Z",
      "04:00 = 2026-03-29T02:00:00.000Z",
      "05:00 = 2026-03-29T03:00:00.000Z",
      "06:00 = 2026-03-29T04:00:00.000Z",
    ]);
  });

  it("of weeks are Mondays", () => {
    expect(ticks("2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z", "Europe/London", "en", 5)).toEqual([
      "Jun 8 = 2026-06-07T23:00:00.000Z",
      "Jun 15 = 2026-06-14T23:00:00.000Z",
      "Jun 22 = 2026-06-21T23:00:00.000Z",
      "Jun 29 = 2026-06-28T23:00:00.000Z",
    ]);
  });

  it("of weeks lie within the span, though the last Sunday in it has no Monday", () => {
    expect(ticks("2026-06-01T00:00:00Z", "2026-06-28T12:00:00Z", "UTC", "en", 4).map((tick) => tick.slice(0, 6))).toEqual([
      "Jun 8 ",
      "Jun 15",
      "Jun 22",
    ]);
  });

  it("of months are first days, though all of them are Sundays", () => {
    expect(ticks("2026-01-10T00:00:00Z", "2026-03-20T00:00:00Z", "UTC", "en", 3)).toEqual([
      "Feb = 2026-02-01T00:00:00.000Z",
      "Mar = 2026-03-01T00:00:00.000Z",
    ]);
    expect(ticks("2026-10-10T00:00:00Z", "2026-11-26T00:00:00Z", "UTC", "en", 3)).toEqual(["Nov = 2026-11-01T00:00:00.000Z"]);
  });

  it("of minutes lie within a span that begins in an hour's second passing", () => {
    expect(ticks("2026-10-25T01:10:00Z", "2026-10-25T02:10:00Z", "Europe/Berlin", "en", 4)).toEqual(["03:00 = 2026-10-25T02:00:00.000Z"]);
  });

  it("tell the date at the first hour of a day that has no midnight", () => {
    expect(ticks("2018-11-04T01:30:00Z", "2018-11-04T04:30:00Z", "America/Sao_Paulo", "en", 4)).toEqual([
      "23:00 = 2018-11-04T02:00:00.000Z",
      "Nov 4 = 2018-11-04T03:00:00.000Z",
      "02:00 = 2018-11-04T04:00:00.000Z",
    ]);
  });

  it("of minutes and of seconds tell no more than that", () => {
    expect(ticks("2026-06-01T09:00:10Z", "2026-06-01T09:03:10Z", "UTC", "en", 3).map((tick) => tick.split(" ")[0])).toEqual([
      "09:01",
      "09:02",
      "09:03",
    ]);
    expect(ticks("2026-06-01T09:00:00.100Z", "2026-06-01T09:00:03.100Z", "UTC", "en", 3).map((tick) => tick.split(" ")[0])).toEqual([
      "09:00:01",
      "09:00:02",
      "09:00:03",
    ]);
  });

  it("of months are their local first days, and January tells the year", () => {
    expect(ticks("2025-11-15T00:00:00Z", "2026-03-15T00:00:00Z", "America/New_York", "de", 5)).toEqual([
      "Dez = 2025-12-01T05:00:00.000Z",
      "Jan. 2026 = 2026-01-01T05:00:00.000Z",
      "Feb = 2026-02-01T05:00:00.000Z",
      "Mär = 2026-03-01T05:00:00.000Z",
    ]);
  });

  it("of years are years", () => {
    expect(ticks("2020-06-01T00:00:00Z", "2024-06-01T00:00:00Z", "UTC", "en", 4).map((tick) => tick.slice(0, 4))).toEqual([
      "2021",
      "2022",
      "2023",
      "2024",
    ]);
  });

  it("of seconds and of less tell them", () => {
    expect(ticks("2026-06-01T09:00:00Z", "2026-06-01T09:00:20Z", "UTC", "en", 4)[1]).toMatch(/^09:00:05 =/);
    expect(ticks("2026-06-01T09:00:00Z", "2026-06-01T09:00:00.004Z", "UTC", "en", 4)[1]).toMatch(/^00:00\.001 =/);
  });

  it("lie within the span, in order, each on a round time of the zone", () => {
    const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe");
    const spans = fc.record({
      from: fc.integer({ min: Date.parse("1990-01-01T00:00:00Z"), max: Date.parse("2040-01-01T00:00:00Z") }),
      length: fc.oneof(fc.integer({ min: 1, max: 3 * DAY }), fc.integer({ min: DAY, max: 3000 * DAY })),
    });
    holds(
      fc.record({ zone: zones, span: spans, count: fc.integer({ min: 2, max: 50 }) }),
      ({ zone, span: { from, length }, count }) => {
        const found = timeTicks({ fromMs: from, toMs: from + length }, zone, "en", count).map(({ ms }) => ms);
        expect([...found].sort((a, b) => a - b)).toEqual(found);
        expect(new Set(found).size).toBe(found.length);
        for (const ms of found) {
          expect(ms).toBeGreaterThanOrEqual(from);
          expect(ms).toBeLessThanOrEqual(from + length);
        }
        if (length < 2 * count * DAY) return false;
        // Some clocks skip a midnight; else a tick this far from the next is one.
        const walls = found.map((ms) => ms + offsetAt(zone, ms));
        for (const wall of walls) expect(((wall % DAY) + DAY) % DAY).toBeLessThanOrEqual(HOUR);
        return found.length > 1;
      },
      { runs: 300, exercised: 40 },
    );
  });
});

function gathered(figures: readonly string[], thresholds: readonly string[] = [], limits: readonly string[] = []): Gathered {
  const extremesOf = (texts: readonly string[]): Extremes | null => {
    const figures = newFigures();
    for (const text of texts) figures.take(text, "2026-06-01T00:00:00.000Z");
    return figures.extremes();
  };
  return { figures: extremesOf(figures), thresholds: extremesOf(thresholds), limits: extremesOf(limits) } as unknown as Gathered;
}

describe("the axis of figures", () => {
  it.each<[string, Gathered, [number, number]]>([
    ["spans the figures and the threshold", gathered(["80", "95"], ["70"]), [70, 95]],
    ["takes zero in where that is no more than half of it", gathered(["30", "60"]), [0, 60]],
    ["takes zero in from below too", gathered(["-30", "-60"]), [-60, 0]],
    ["stands around a figure that never moves", gathered(["40"]), [20, 60]],
    ["stands around a nought that never moves", gathered(["0"]), [-1, 1]],
    ["stands around a figure of 100 places", gathered([`0.${"0".repeat(99)}1`]), [1e-100 / 2, 1e-100 * 1.5]],
    ["takes what is smaller for nought", gathered([`0.${"0".repeat(100)}9`, `-0.${"0".repeat(100)}9`]), [-1, 1]],
    ["leaves zero out where that is far below", gathered(["80", "95"]), [80, 95]],
    ["leaves zero out where that is far above", gathered(["-80", "-95"]), [-95, -80]],
    ["takes in a limit that makes it four times as high", gathered(["0", "25"], [], ["100"]), [0, 100]],
    ["leaves out a limit that is further", gathered(["0", "25"], [], ["101"]), [0, 25]],
    ["takes in any limit beside a figure that never moves", gathered(["10"], [], ["1000"]), [0, 1000]],
    ["takes in a limit that is near", gathered(["10", "60"], [], ["100"]), [0, 100]],
    ["takes in the limit alone", gathered([], [], ["100"]), [50, 150]],
  ])("%s", (_, from, [low, high]) => {
    expect(valueDomain(from)).toMatchObject({ low, high });
  });

  it("is not there where nothing is known", () => {
    expect(valueDomain(gathered([]))).toBeNull();
  });

  it.each<[string, string[], string[]]>([
    ["all digits", ["0", "60"], ["0", "20", "40", "60"]],
    ["decimals as needed", ["0", "0.3"], ["0", "0.1", "0.2", "0.3"]],
    ["thousands", ["0", "60000"], ["0", "20,000", "40,000", "60,000"]],
    ["millions in short", ["0", "60000000"], ["0", "20M", "40M", "60M"]],
    ["20 digits as powers", ["0", "60000000000000000000"], ["0", "2E19", "4E19", "6E19"]],
    ["19 places as powers", ["0", "0.0000000000000000006"], ["0", "2E-19", "4E-19", "6E-19"]],
    ["below zero", ["-60", "0"], ["-60", "-40", "-20", "0"]],
  ])("is labelled with %s", (_, figures, labels) => {
    const domain = valueDomain(gathered(figures)) ?? expect.fail("no domain");
    expect(valueTicks(domain, 3, "en").map(({ label }) => label)).toEqual(labels);
  });

  it("has another label at every tick, and finite ones, whatever the figures", () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,19}$/);
    holds(
      fc.record({ a: digits, b: digits, negative: fc.boolean(), places: fc.integer({ min: 0, max: 19 }) }),
      ({ a, b, negative, places }) => {
        const small = places === 0 ? a : `0.${"0".repeat(places - 1)}${a.slice(0, 20 - places)}`;
        const domain = valueDomain(gathered([negative ? `-${small}` : small, b])) ?? expect.fail("no domain");
        const found = valueTicks(domain, 4, "en");
        expect(domain.low).toBeLessThan(domain.high);
        expect(new Set(found.map(({ label }) => label)).size).toBe(found.length);
        for (const { label } of found) expect(label).not.toMatch(/NaN|∞/);
        return found.length > 1;
      },
      { runs: 300, exercised: 290 },
    );
  });

  it("is as high as a billionth of its figures at least, and they are in its middle", () => {
    const { low, high } = valueDomain(gathered(["1000000000000", "1000000000001"])) ?? expect.fail("no domain");
    expect(high - low).toBeCloseTo(1000, 2);
    expect((high + low) / 2).toBeCloseTo(1000000000000.5, 2);
  });

  it("of figures that differ by less than a number can tell still has a low and a high", () => {
    const domain = valueDomain(gathered(["100000000000000000000", "100000000000000000001"])) ?? expect.fail("no domain");
    expect(domain.high).toBeGreaterThan(domain.low);
    const near = valueDomain(gathered(["99999999999", "100000000000"])) ?? expect.fail("no domain");
    expect(new Set(valueTicks(near, 4, "en").map(({ label }) => label)).size).toBeGreaterThan(1);
  });
});

describe("below the plot", () => {
  it("each label is told where none runs into the next, for which five pixels are enough", () => {
    const at = (...middles: number[]): { middle: number; half: number }[] => middles.map((middle) => ({ middle, half: 10 }));
    expect(freeStride(at(0, 25, 50))).toBe(1);
    expect(freeStride(at(0, 25, 49.9))).toBe(2);
    expect(freeStride(at(0, 10, 20, 30, 40, 50, 60))).toBe(3);
    expect(freeStride([])).toBe(1);
  });

  it("every other label is told where those have room, though the rest run into each other", () => {
    const labels = [0, 20, 40, 60, 80].map((middle, index) => ({ middle, half: index % 2 === 0 ? 10 : 20 }));
    expect(freeStride(labels)).toBe(2);
  });

  it("stand the dates and the zone, or the dates alone, or as much of them as there is room for", () => {
    const whole = "Jun 1, 2026 – Jun 30, 2026 (UTC)";
    const dates = "Jun 1, 2026 – Jun 30, 2026";
    const titleIn = (room: number): string => timeTitle(sceneOf([]), room);
    expect(titleIn(widthOf(whole, SMALL))).toBe(whole);
    expect(titleIn(widthOf(whole, SMALL) - 0.01)).toBe(dates);
    expect(titleIn(widthOf(dates, SMALL))).toBe(dates);
    expect(titleIn(widthOf(dates, SMALL) - 0.01)).toBe("Jun 1, 2026 – Jun 30, 20…");
  });
});
