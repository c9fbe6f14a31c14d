import type { InputIssue } from "../../base/errors.js";
import { amount, type Amount, number } from "../../base/fields.js";
import { DAY, SECOND } from "../../base/instant.js";
import { flag, openObject, oneOf, optional, optionalObject, required, type Schema } from "../../base/schema.js";
import { type Duration, durationMs, MAX_DAYS } from "../../model/duration.js";

/**
 * The object `auto_topup` of a wallet: the second generation of Flexprice's automatic top-ups. Fields that
 * are not named here pass through.
 *
 * @example
 * ```ts
 * import type { FlexpriceAutoTopup } from "auto-topup/flexprice";
 *
 * const setting: FlexpriceAutoTopup = { enabled: true, threshold: "50", amount: "200", invoicing: true };
 * setting.amount; //=> "200"
 * ```
 */
export interface FlexpriceAutoTopup {
  /** Off where it is left out or `null`. */
  readonly enabled?: boolean | null | undefined;
  /** Credits, of any sign; the ongoing balance at or below it fires. */
  readonly threshold?: Amount | null | undefined;
  /** Credits to add, more than 0. */
  readonly amount?: Amount | null | undefined;
  /** Whether an invoice asks for the money; left out or `null`, the credits are added at once. */
  readonly invoicing?: boolean | null | undefined;
  readonly cooldown?: FlexpriceDuration | null | undefined;
  readonly [field: string]: unknown;
}

/**
 * A length of elapsed time: a `day` is 24 hours here. A value of 0 clears a cooldown.
 *
 * @example
 * ```ts
 * import type { FlexpriceDuration } from "auto-topup/flexprice";
 *
 * const cooldown: FlexpriceDuration = { value: 5, unit: "minute" };
 * cooldown.unit; //=> "minute"
 * ```
 */
export interface FlexpriceDuration {
  readonly value: number;
  readonly unit: "second" | "minute" | "hour" | "day";
  readonly [field: string]: unknown;
}

/** What the setting says, in canonical text. */
export interface AutoTopupReading {
  readonly enabled: boolean | null;
  readonly threshold: string | null;
  readonly amount: string | null;
  readonly invoicing: boolean | null;
  readonly cooldown: Duration | null;
}

const cooldownSchema: Schema<Duration> = openObject(
  {
    value: required(number({ whole: true, min: 0, max: (MAX_DAYS * DAY) / SECOND })),
    unit: oneOf(["second", "minute", "hour", "day"]),
  },
  [{ fields: ["value", "unit"], faults: (cooldown) => (durationMs(cooldown) > MAX_DAYS * DAY ? [tooLong()] : []) }],
);

export const autoTopupSchema: Schema<AutoTopupReading> = openObject({
  enabled: optionalObject(flag()),
  threshold: optional(amount()),
  amount: optional(amount()),
  invoicing: optionalObject(flag()),
  cooldown: optionalObject(cooldownSchema),
});

function tooLong(): InputIssue {
  return { path: ["value"], code: "out_of_range", message: `must not be longer than ${MAX_DAYS} days` };
}
