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
