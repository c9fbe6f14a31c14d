import type { InputIssue } from "../base/errors.js";
import { amount, type Amount, id, instant, type InstantInput, number } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { object, oneOf, required, type Schema, variants } from "../base/schema.js";
import { type Boundary, boundarySchema, type OwedBasis, owedBasisSchema } from "./basis.js";
import { MAX_DAYS, MAX_MONTHS, tooLong } from "./duration.js";

/**
 * When a profile fires, normalised.
 *
 * @example
 * ```ts
 * import { parseProfile, type Trigger } from "auto-topup";
 *
 * const trigger: Trigger = parseProfile({
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10.00" },
 *   topup: { mode: "fixedAmount", value: "50" },
 * }).trigger;
 * trigger; //=> { basis: "balance", type: "absoluteAmount", value: "10", boundary: "inclusive" }
 * ```
 */
export type Trigger = OwedTrigger | BalanceAmountTrigger | BalancePercentTrigger | ScheduleTrigger;

/**
 * Fires on money owed. `absoluteAmount`: `value` or less of the limit is left (SAFE). `percentOfLimit`:
 * `value` % of the limit is owed.
 *
 * @example
 * ```ts
 * import type { OwedTrigger } from "auto-topup";
 *
 * const trigger: OwedTrigger = { basis: "outstanding", type: "percentOfLimit", value: "80", referenceLimit: "credit", boundary: "inclusive" };
 * trigger.value; //=> "80"
 * ```
 */
export interface OwedTrigger {
  readonly basis: OwedBasis;
  readonly type: "absoluteAmount" | "percentOfLimit";
  readonly value: string;
  readonly referenceLimit: string;
  readonly boundary: Boundary;
}

/**
 * Fires on a wallet that holds `value` or less, in the wallet's unit.
 *
 * @example
 * ```ts
 * import type { BalanceAmountTrigger } from "auto-topup";
 *
 * const trigger: BalanceAmountTrigger = { basis: "balance", type: "absoluteAmount", value: "10", boundary: "inclusive" };
 * trigger.basis; //=> "balance"
 * ```
 */
export interface BalanceAmountTrigger {
  readonly basis: "balance";
  readonly type: "absoluteAmount";
  readonly value: string;
  readonly boundary: Boundary;
}

/**
 * Fires on a wallet that holds `value` % of a limit or less.
 *
 * @example
 * ```ts
 * import type { BalancePercentTrigger } from "auto-topup";
 *
 * const trigger: BalancePercentTrigger = { basis: "balance", type: "percentOfLimit", value: "20", referenceLimit: "float", boundary: "exclusive" };
 * trigger.referenceLimit; //=> "float"
 * ```
 */
export interface BalancePercentTrigger {
  readonly basis: "balance";
  readonly type: "percentOfLimit";
  readonly value: string;
  readonly referenceLimit: string;
  readonly boundary: Boundary;
}

/**
 * Due once for each period: at `startingAt` and every so many days, weeks, months or years after it, on the
 * same wall-clock time in the account's zone.
 *
 * @example
 * ```ts
 * import type { ScheduleTrigger } from "auto-topup";
 *
 * const trigger: ScheduleTrigger = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-31T09:00:00.000Z" };
 * trigger.every.unit; //=> "month"
 * ```
 */
export interface ScheduleTrigger {
  readonly basis: "schedule";
  readonly every: Interval;
  readonly startingAt: Instant;
}

/**
 * A calendar interval of a schedule, whole and at least 1.
 *
 * @example
 * ```ts
 * import type { Interval } from "auto-topup";
 *
 * const every: Interval = { value: 2, unit: "week" };
 * every.unit; //=> "week"
 * ```
 */
export interface Interval {
  readonly value: number;
  readonly unit: "day" | "week" | "month" | "year";
}

/**
 * When a profile fires, as a caller writes it.
 *
 * @example
 * ```ts
 * import type { TriggerInput } from "auto-topup";
 *
 * const trigger: TriggerInput = { basis: "outstanding", type: "absoluteAmount", value: 100, referenceLimit: "credit" };
 * trigger.basis; //=> "outstanding"
 * ```
 */
export type TriggerInput =
  | {
      readonly basis: OwedBasis;
      readonly type: "absoluteAmount" | "percentOfLimit";
      readonly value: Amount;
      readonly referenceLimit: string;
      readonly boundary?: Boundary | undefined;
    }
  | { readonly basis: "balance"; readonly type: "absoluteAmount"; readonly value: Amount; readonly boundary?: Boundary | undefined }
  | {
      readonly basis: "balance";
      readonly type: "percentOfLimit";
      readonly value: Amount;
      readonly referenceLimit: string;
      readonly boundary?: Boundary | undefined;
    }
  | { readonly basis: "schedule"; readonly every: Interval; readonly startingAt: InstantInput };

const MAX_COUNT: Readonly<Record<Interval["unit"], number>> = {
  day: MAX_DAYS,
  week: Math.floor(MAX_DAYS / 7),
  month: MAX_MONTHS,
  year: MAX_MONTHS / 12,
};

const intervalSchema: Schema<Interval, Interval> = object(
  { value: required(number({ whole: true, min: 1, max: MAX_DAYS })), unit: oneOf(["day", "week", "month", "year"]) },
  [{ fields: ["value", "unit"], faults: ({ value, unit }) => (value > MAX_COUNT[unit] ? [tooLong()] : []) }],
);

const triggerType = oneOf(["absoluteAmount", "percentOfLimit"]);

const owedTrigger = object(
  { basis: owedBasisSchema, type: triggerType, value: required(amount()), referenceLimit: required(id), boundary: boundarySchema },
  [
    {
      fields: ["type", "value"],
      faults: ({ type, value }) => (type === "percentOfLimit" && value.startsWith("-") ? [negativePercent()] : []),
    },
  ],
);

const balanceTrigger = variants("type", [
  object({ basis: oneOf(["balance"]), type: oneOf(["absoluteAmount"]), value: required(amount()), boundary: boundarySchema }),
  object({
    basis: oneOf(["balance"]),
    type: oneOf(["percentOfLimit"]),
    value: required(amount({ atLeast: "0" })),
    referenceLimit: required(id),
    boundary: boundarySchema,
  }),
]);

const scheduleTrigger = object({ basis: oneOf(["schedule"]), every: intervalSchema, startingAt: required(instant) });

export const triggerSchema: Schema<Trigger, TriggerInput> = variants("basis", [owedTrigger, balanceTrigger, scheduleTrigger]);

function negativePercent(): InputIssue {
  return { path: ["value"], code: "out_of_range", message: "must not be negative: it is a percentage" };
}
