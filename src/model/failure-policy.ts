import type { InputIssue } from "../base/errors.js";
import { number } from "../base/fields.js";
import { either, object, objectOr, oneOf, oneOfOr, optional, optionalObject, type Schema } from "../base/schema.js";
import { type Duration, durationSchema } from "./duration.js";

/**
 * What declined top-ups hold back, normalised; `"none"` = nothing.
 *
 * @example
 * ```ts
 * import { parseProfile, type FailurePolicy } from "auto-topup";
 *
 * const failures: FailurePolicy = parseProfile({
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "fixedAmount", value: "50" },
 * }).failures;
 * failures; //=> { retryAfter: { value: 1, unit: "day" }, backoff: "doubling", maxRetryAfter: { value: 7, unit: "day" }, suspendAfter: 3 }
 * ```
 */
export type FailurePolicy = "none" | RetryPolicy;

/**
 * Wait `retryAfter` after a decline (with `doubling` twice as long after each further one, at most
 * `maxRetryAfter`); give up after `suspendAfter` of them.
 *
 * @example
 * ```ts
 * import type { RetryPolicy } from "auto-topup";
 *
 * const failures: RetryPolicy = { retryAfter: { value: 1, unit: "hour" }, backoff: "constant", maxRetryAfter: null, suspendAfter: 5 };
 * failures.suspendAfter; //=> 5
 * ```
 */
export interface RetryPolicy {
  readonly retryAfter: Duration | null;
  readonly backoff: "constant" | "doubling";
  readonly maxRetryAfter: Duration | null;
  readonly suspendAfter: number | null;
}

/**
 * What declined top-ups hold back, as a caller writes it. Left out, a profile gets one day, doubling, at
 * most seven days, suspended after three; inside an object, what is left out is not done.
 *
 * @example
 * ```ts
 * import type { FailurePolicyInput } from "auto-topup";
 *
 * const failures: FailurePolicyInput = { suspendAfter: 1 };
 * failures; //=> { suspendAfter: 1 }
 * ```
 */
export type FailurePolicyInput =
  | "none"
  | {
      readonly retryAfter?: Duration | null | undefined;
      readonly backoff?: "constant" | "doubling" | undefined;
      readonly maxRetryAfter?: Duration | null | undefined;
      readonly suspendAfter?: number | null | undefined;
    };

/** A dead card must not be asked 670 times (Autumn #2420). */
const DEFAULT: RetryPolicy = /* @__PURE__ */ Object.freeze({
  retryAfter: Object.freeze({ value: 1, unit: "day" }),
  backoff: "doubling",
  maxRetryAfter: Object.freeze({ value: 7, unit: "day" }),
  suspendAfter: 3,
});

const retryPolicySchema = object(
  {
    retryAfter: optionalObject(durationSchema),
    backoff: oneOfOr(["constant", "doubling"], "constant"),
    maxRetryAfter: optionalObject(durationSchema),
    suspendAfter: optional(number({ whole: true, min: 1 })),
  },
  [
    {
      fields: ["backoff", "maxRetryAfter"],
      faults: ({ backoff, maxRetryAfter }) => (maxRetryAfter !== null && backoff !== "doubling" ? [needsDoubling()] : []),
    },
  ],
);

export const failurePolicySchema: Schema<FailurePolicy, FailurePolicyInput | null | undefined> = objectOr<
  FailurePolicy,
  FailurePolicyInput
>(either(oneOf(["none"]), retryPolicySchema), DEFAULT);

function needsDoubling(): InputIssue {
  return { path: ["maxRetryAfter"], code: "missing_companion", message: "needs backoff: doubling" };
}
