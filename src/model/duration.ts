import type { InputIssue } from "../base/errors.js";
import { number } from "../base/fields.js";
import { DAY, HOUR, MINUTE, SECOND } from "../base/instant.js";
import { object, oneOf, required, type Schema } from "../base/schema.js";

/**
 * A length of time: whole, not negative, at most 100 years (36,525 days). A `day` is 24 hours, except in a
 * cooldown, where it is a calendar date.
 *
 * @example
 * ```ts
 * import type { Duration } from "auto-topup";
 *
 * const staleAfter: Duration = { value: 15, unit: "minute" };
 * staleAfter.value; //=> 15
 * ```
 */
export interface Duration {
  readonly value: number;
  readonly unit: "second" | "minute" | "hour" | "day";
}

const MS: Readonly<Record<Duration["unit"], number>> = { second: SECOND, minute: MINUTE, hour: HOUR, day: DAY };

/** No length of time is longer than 100 years. */
export const MAX_DAYS = 36_525;
export const MAX_MONTHS = 1200;
const MAX_MS = MAX_DAYS * DAY;

export const durationSchema: Schema<Duration, Duration> = object(
  { value: required(number({ whole: true, min: 0, max: MAX_MS / SECOND })), unit: oneOf(["second", "minute", "hour", "day"]) },
  [
    {
      fields: ["value", "unit"],
      faults: (duration) => (durationMs(duration) > MAX_MS ? [tooLong()] : []),
    },
  ],
);

/** In elapsed time: a day is 24 hours. */
export function durationMs(duration: Duration): number {
  return duration.value * MS[duration.unit];
}

/** The fault of a length whose unit makes it longer than that. */
export function tooLong(): InputIssue {
  return { path: ["value"], code: "out_of_range", message: "must not be longer than 100 years" };
}
