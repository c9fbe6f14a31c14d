import { scaleUtc } from "d3-scale";
import { DAY, MINUTE, SECOND } from "../base/instant.js";
import { wallTimeIn, type WallForm } from "../base/short-forms.js";
import { instantAt, offsetAt } from "../base/zone.js";
import type { Span } from "./columns.js";

export interface TimeTick {
  readonly ms: number;
  readonly label: string;
}

/**
 * About so many round times of a zone's clocks: hours, midnights, first days of months, years. They are found on
 * what the clocks show, and then stand where the instant is: on a day of 23 hours two of them are closer.
 */
export function timeTicks({ fromMs, toMs }: Span, zone: string, locale: string, count: number): TimeTick[] {
  const walls = roundTimes(fromMs + offsetAt(zone, fromMs), toMs + offsetAt(zone, toMs), count);
  const formOf = formsFor(walls);
  return walls
    .map((wall) => {
      const ms = instantAt(zone, wall); // an hour that the clocks skip is told as the one they go on with
      return { ms, label: wallTimeIn(locale, ms + offsetAt(zone, ms), formOf(wall)) };
    })
    .filter(({ ms }, index, ticks) => ms >= fromMs && ms <= toMs && ms !== ticks[index - 1]?.ms);
}

function roundTimes(from: number, to: number, count: number): number[] {
  const walls = scaleUtc()
    .domain([Math.min(from, to), Math.max(from, to)]) // the clocks may have gone back
    .ticks(count)
    .map((tick) => tick.getTime());
  const [first = 0, second = 0] = walls;
  return second - first === 7 * DAY ? walls.map((wall) => wall + DAY) : walls; // Sundays: a week begins on Monday
}

/** A tick tells no more than its distance from the next one needs; the first of a larger period tells that one. */
function formsFor(walls: readonly number[]): (wall: number) => WallForm {
  const finest = Math.min(...walls.slice(1).map((wall, index) => wall - (walls[index] as number)));
  if (finest >= 28 * DAY) {
    if (walls.every(isNewYear)) return () => "year";
    return (wall) => (isNewYear(wall) ? "monthOfYear" : "month");
  }
  const clock = finest >= MINUTE ? "minute" : finest >= SECOND ? "second" : "millisecond";
  return (wall) => (isMidnight(wall) ? "day" : clock);
}

function isMidnight(wall: number): boolean {
  return wall % DAY === 0;
}

function isNewYear(wall: number): boolean {
  return isMidnight(wall) && wallTimeIn("en", wall, "day") === "Jan 1";
}
