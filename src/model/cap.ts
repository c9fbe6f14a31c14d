import type { InputIssue } from "../base/errors.js";
import { amount, type Amount, number } from "../base/fields.js";
import { either, object, oneOf, oneOfOr, optional, type Schema } from "../base/schema.js";
import { type Duration, durationSchema } from "./duration.js";

/**
 * The time over which a cap counts: a calendar period of the account's zone (weeks from Monday), or a
 * rolling length up to now.
 *
 * @example
 * ```ts
 * import type { CapWindow } from "auto-topup";
 *
 * const windows: CapWindow[] = [{ calendar: "month" }, { rolling: { value: 24, unit: "hour" } }];
 * windows.length; //=> 2
 * ```
 */
export type CapWindow = { readonly calendar: "day" | "week" | "month" | "year" } | { readonly rolling: Duration };

/**
 * The most that automatic top-ups of one target may come to in a window, normalised. `counts: "all"` lets
 * manual ones use it up too; `onExceed: "reduce"` charges what is left (control-layer).
 *
 * @example
 * ```ts
 * import type { ParsedCap } from "auto-topup";
 *
 * const cap: ParsedCap = { window: { calendar: "month" }, maxCharge: "200", maxCount: null, onExceed: "refuse", counts: "automatic" };
 * cap.maxCharge; //=> "200"
 * ```
 */
export interface ParsedCap {
  readonly window: CapWindow;
  readonly maxCharge: string | null;
  readonly maxCount: number | null;
  readonly onExceed: "refuse" | "reduce";
  readonly counts: "automatic" | "all";
}

/**
 * A cap as a caller writes it: `maxCharge`, `maxCount` or both.
 *
 * @example
 * ```ts
 * import type { Cap } from "auto-topup";
 *
 * const cap: Cap = { window: { calendar: "day" }, maxCount: 2 };
 * cap.maxCount; //=> 2
 * ```
 */
export interface Cap {
  readonly window: CapWindow;
  readonly maxCharge?: Amount | null | undefined;
  readonly maxCount?: number | null | undefined;
  readonly onExceed?: "refuse" | "reduce" | undefined;
  readonly counts?: "automatic" | "all" | undefined;
}

const rollingWindow = object({ rolling: durationSchema }, [
  { fields: ["rolling"], faults: ({ rolling }) => (rolling.value === 0 ? [emptyWindow()] : []) },
]);

const windowSchema: Schema<CapWindow, CapWindow> = either(object({ calendar: oneOf(["day", "week", "month", "year"]) }), rollingWindow);

export const capSchema: Schema<ParsedCap, Cap> = object(
  {
    window: windowSchema,
    maxCharge: optional(amount({ atLeast: "0" })),
    maxCount: optional(number({ whole: true, min: 0 })),
    onExceed: oneOfOr(["refuse", "reduce"], "refuse"),
    counts: oneOfOr(["automatic", "all"], "automatic"),
  },
  [
    {
      fields: ["maxCharge", "maxCount"],
      faults: ({ maxCharge, maxCount }) => (maxCharge === null && maxCount === null ? [capsNothing()] : []),
    },
  ],
);

function emptyWindow(): InputIssue {
  return { path: ["rolling", "value"], code: "out_of_range", message: "must be more than 0" };
}

function capsNothing(): InputIssue {
  return { path: [], code: "missing_companion", message: "needs maxCharge, maxCount or both" };
}
