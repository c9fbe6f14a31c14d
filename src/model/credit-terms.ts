import { id, number, text } from "../base/fields.js";
import { object, oneOf, optional, optionalObject, record, required, type Schema } from "../base/schema.js";
import { MAX_DAYS, MAX_MONTHS, tooLong } from "./duration.js";

/**
 * What the granted credit is like, normalised.
 *
 * @example
 * ```ts
 * import type { CreditTerms } from "auto-topup";
 *
 * const credit: CreditTerms = { expiresAfter: { value: 12, unit: "month" }, priority: 1, metadata: { source: "auto" } };
 * credit.priority; //=> 1
 * ```
 */
export interface CreditTerms {
  readonly expiresAfter: Expiry | null;
  readonly priority: number | null;
  readonly metadata: Readonly<Record<string, string>> | null;
}

/**
 * A calendar length: so many dates on, or months with a clamp to the last day, on the same wall-clock time
 * (Orb `expires_after`).
 *
 * @example
 * ```ts
 * import type { Expiry } from "auto-topup";
 *
 * const expiresAfter: Expiry = { value: 90, unit: "day" };
 * expiresAfter.unit; //=> "day"
 * ```
 */
export interface Expiry {
  readonly value: number;
  readonly unit: "day" | "month";
}

/**
 * What the granted credit is like, as a caller writes it.
 *
 * @example
 * ```ts
 * import type { CreditTermsInput } from "auto-topup";
 *
 * const credit: CreditTermsInput = { expiresAfter: { value: 1, unit: "month" } };
 * credit.expiresAfter?.value; //=> 1
 * ```
 */
export interface CreditTermsInput {
  readonly expiresAfter?: Expiry | null | undefined;
  readonly priority?: number | null | undefined;
  readonly metadata?: Readonly<Record<string, string | undefined>> | null | undefined;
}

const expirySchema: Schema<Expiry, Expiry> = object(
  { value: required(number({ whole: true, min: 1, max: MAX_DAYS })), unit: oneOf(["day", "month"]) },
  [{ fields: ["value", "unit"], faults: ({ value, unit }) => (unit === "month" && value > MAX_MONTHS ? [tooLong()] : []) }],
);

export const creditTermsSchema: Schema<CreditTerms | null, CreditTermsInput | null | undefined> = optionalObject(
  object({
    expiresAfter: optionalObject(expirySchema),
    priority: optional(number()),
    metadata: record<string, string, string>(id, text, { nullable: false }),
  }),
);
