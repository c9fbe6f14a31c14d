import * as fc from "fast-check";
import { fromMs, HOUR, LAST_INSTANT } from "../../../base/instant.js";
import { weighted } from "../weighted.js";

/** Where a scenario begins. */
export interface Start {
  readonly timeZone: string;
  readonly start: string;
}

/** Starts beside a change of the clocks: by an hour, by half of one, over midnight. */
export const starts: fc.Arbitrary<Start> = fc.constantFrom(
  { timeZone: "UTC", start: "2025-05-31T00:00:00.000Z" },
  { timeZone: "America/New_York", start: "2025-03-08T12:00:00.000Z" },
  { timeZone: "America/New_York", start: "2025-11-01T12:00:00.000Z" },
  { timeZone: "Australia/Lord_Howe", start: "2025-04-04T21:00:00.000Z" },
  { timeZone: "America/St_Johns", start: "2006-10-28T02:30:00.000Z" },
);
export const LENGTH_HOURS = 96;

/** So many times six hours after the start, and so many milliseconds. */
export type Place = readonly [sixths: number, ms: number];

/** On a coarse grid, so that much happens at one instant; now and then a millisecond off. */
export const onGrid: fc.Arbitrary<Place> = fc.tuple(fc.integer({ min: -2, max: LENGTH_HOURS / 6 + 1 }), weighted([8, 0], [1, 1], [1, -1]));

export const textAt = (ms: number): string => fromMs(ms) ?? LAST_INSTANT;
export const placed = (start: number, [sixths, ms]: Place): string => textAt(start + sixths * 6 * HOUR + ms);
export const optional = (start: number, place: Place | null): string | null => (place === null ? null : placed(start, place));
