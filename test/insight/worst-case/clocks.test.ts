import { describe, expect, it } from "vitest";
import { offsetAt } from "../../../src/base/zone.js";
import { clocksOf } from "../../../src/insight/worst-case/clocks.js";
import { zones } from "./cases.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2012, 0, 1);
const UNTIL = Date.UTC(2100, 0, 1);

describe("the clocks of a zone", () => {
  // Every day of 88 years; the zones that do most.
  it.each(zones)("never go back past a midnight shown, skip no date, and are not missed by a weekly look: %s", (zone) => {
    let offset = offsetAt(zone, FROM);
    let longest = DAY;
    let skips = false;
    for (let ms = FROM; ms < UNTIL; ms += DAY) {
      const next = offsetAt(zone, ms + DAY);
      if (next === offset) continue;
      const change = changeBetween(zone, ms, ms + DAY);
      const [before, after] = [change + offset, change + next];
      if (after < before) {
        longest = Math.max(longest, DAY + before - after);
        expect(Math.floor(after / DAY) === Math.floor(before / DAY) || before % DAY === 0).toBe(true);
      } else {
        expect(after - before).toBeLessThan(DAY);
        skips ||= Math.floor(after / DAY) > Math.floor(before / DAY);
      }
      offset = next;
    }
    const clocks = clocksOf(zone);
    expect(clocks.longest.day.length).toBe(longest);
    expect(clocks.skipsMidnight !== null).toBe(skips);
  });
});

describe("what the clocks of a zone do", () => {
  const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  const skips = (zone: string): string | null => iso(clocksOf(zone).skipsMidnight);
  const longDay = (zone: string): string | null => iso(clocksOf(zone).longest.day.inside);

  it("is to skip a midnight where they are put forward over it, not up to it or away from it", () => {
    expect(skips("America/Nuuk")).toBe("2028-03-26T01:00:00.000Z"); // 23:00 becomes 00:00
    expect(skips("Pacific/Easter")).toBeNull(); // 22:00 becomes 23:00
    expect(skips("America/Havana")).toBeNull(); // 00:00 becomes 01:00
  });

  it("is shown by a day soon to come, or by one gone by where none is", () => {
    expect(longDay("America/New_York")).toBe("2028-11-05T06:00:00.000Z");
    expect(longDay("Asia/Amman")).toBe("2013-12-19T21:00:00.000Z");
    expect(longDay("UTC")).toBe("2028-01-12T00:00:00.000Z");
  });
});

function changeBetween(zone: string, from: number, until: number): number {
  const before = offsetAt(zone, from);
  let [low, high] = [from, until];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
