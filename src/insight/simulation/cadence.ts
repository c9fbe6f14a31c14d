import { number, text } from "../../base/fields.js";
import { type Reading, readWith } from "../../base/parser.js";
import { made, Fault, type Reader, either, object, oneOf, required, type Schema, UNTOLD } from "../../base/schema.js";

/**
 * When a simulation asks the engine: after each event (those of the timeline, a payment that settles, an
 * invoice that falls due), once a day at a local time of the account's zone, or every so many minutes from the
 * start on.
 *
 * @example
 * ```ts
 * import type { Cadence } from "auto-topup";
 *
 * const cadences: Cadence[] = ["event", { dailyAt: "02:30" }, { everyMinutes: 10 }];
 * cadences.length; //=> 3
 * ```
 */
export type Cadence = "event" | { readonly dailyAt: string } | { readonly everyMinutes: number };

const MINUTES_OF_DAY = 24 * 60;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

const clock: Reader<string, string> = {
  json: UNTOLD,
  read(value) {
    const time = text.read(value);
    return time instanceof Fault || CLOCK.test(time) ? time : new Fault("invalid_value", "must be a time of day such as 02:30");
  },
};

const words: Schema<Cadence> = /* @__PURE__ */ made(() => oneOf(["event"]));
const times: Schema<Cadence> = /* @__PURE__ */ made(() =>
  either(
    object({ dailyAt: required(clock) }),
    object({ everyMinutes: required(number({ whole: true, min: 1, max: 366 * MINUTES_OF_DAY })) }),
  ),
);

/** Words and times are told apart first, so that a fault is one of what was meant. */
export function readCadence(value: unknown): Reading<Cadence> {
  return readWith(typeof value === "object" ? times : words, value ?? undefined);
}

/** Minutes since midnight. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return hours * 60 + minutes;
}
