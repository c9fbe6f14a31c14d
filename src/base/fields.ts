import { amountText } from "./decimal.js";
import { currencyCode, unitName } from "./currency.js";
import { type Instant, instantText } from "./instant.js";
import { Fault, type Reader } from "./schema.js";
import { isTimeZone } from "./zone.js";

/**
 * Money, credits or a percentage as a caller may write it, in major units (`"50"` is fifty dollars): a
 * decimal string, or a finite number by its shortest decimal form; at most 20 digits before the point and
 * 20 after.
 *
 * @example
 * ```ts
 * import { type Amount, parseAccount } from "auto-topup";
 *
 * const owed: Amount[] = ["1.50", 1.5];
 * owed.map((outstanding) => parseAccount({ id: "a1", currency: "USD", owed: { outstanding } }).owed.outstanding); //=> ["1.5", "1.5"]
 * ```
 */
export type Amount = string | number;

/**
 * A point in time as a caller may write it: ISO 8601 text with `Z` or an offset, years 0001 to 9999, or a
 * valid `Date`.
 *
 * @example
 * ```ts
 * import { type Instant, parseAccount } from "auto-topup";
 *
 * const asOf: Instant = "2026-06-01T11:00+02:00";
 * parseAccount({ id: "a1", currency: "USD", asOf }).asOf; //=> "2026-06-01T09:00:00.000Z"
 * ```
 */
export type InstantInput = string | Date;

interface Bounds {
  readonly atLeast?: "0";
  readonly above?: "0";
}

const AMOUNT_PATTERN = "^-?[0-9]{1,20}(\\.[0-9]{1,20})?$";
const NOT_AN_AMOUNT = /* @__PURE__ */ new Fault(
  "invalid_amount",
  "must be a plain decimal with at most 20 digits before the point and 20 after",
);

/** Canonical text of an amount. */
export function amount(bounds: Bounds = {}): Reader<string, Amount> {
  const negative = new Fault("out_of_range", "must not be negative");
  const notPositive = new Fault("out_of_range", "must be more than 0");
  const pattern = bounds.atLeast || bounds.above ? AMOUNT_PATTERN.replace("-?", "(-(?=0+(\\.0+)?$))?") : AMOUNT_PATTERN;
  return {
    json: {
      type: ["string", "number"],
      pattern,
      ...(bounds.atLeast && { minimum: 0 }),
      ...(bounds.above && { exclusiveMinimum: 0, not: { type: "string", pattern: "^-?0+(\\.0+)?$" } }),
    },
    read(value) {
      const text = amountText(value);
      if (text === null) return NOT_AN_AMOUNT;
      if (bounds.above && (text === "0" || text.startsWith("-"))) return notPositive;
      if (bounds.atLeast && text.startsWith("-")) return negative;
      return text;
    },
  };
}

const FIGURE = /^-?\d{1,400}(\.\d{1,400})?$/;
const NOT_A_FIGURE = /* @__PURE__ */ new Fault("invalid_amount", "must be a plain decimal");

/** Text of a figure that this library gave: exact, so it may have more digits than an amount that it takes. */
export const figure: Reader<string, string> = {
  json: { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?$" },
  read: (value) => (typeof value === "string" && FIGURE.test(value) ? value : NOT_A_FIGURE),
};

/** A finite number within bounds, both inclusive. */
export function number(bounds: { readonly whole?: boolean; readonly min?: number; readonly max?: number } = {}): Reader<number, number> {
  const { whole = false, min = -Infinity, max = Infinity } = bounds;
  const noNumber = new Fault("invalid_number", whole ? "must be a whole number" : "must be a finite number");
  const outside = new Fault("out_of_range", max === Infinity ? `must be at least ${min}` : `must be from ${min} to ${max}`);
  return {
    json: {
      type: whole ? "integer" : "number",
      ...(min !== -Infinity && { minimum: min }),
      ...(max !== Infinity && { maximum: max }),
    },
    read(value) {
      if (typeof value !== "number" || !(whole ? Number.isInteger(value) : Number.isFinite(value))) return noNumber;
      if (value < min || value > max) return outside;
      return value === 0 ? 0 : value; // -0
    },
  };
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const MAX_ID_LENGTH = 200;
const BAD_ID = /* @__PURE__ */ new Fault("invalid_id", `must be text of 1 to ${MAX_ID_LENGTH} UTF-16 code units without a lone surrogate`);
const NOT_TEXT = /* @__PURE__ */ new Fault("invalid_type", "must be text");

/** An id, or a name that is looked up like one. */
export const id: Reader<string, string> = {
  json: { type: "string", minLength: 1, maxLength: MAX_ID_LENGTH },
  read(value) {
    if (typeof value !== "string") return NOT_TEXT;
    return value === "" || value.length > MAX_ID_LENGTH || LONE_SURROGATE.test(value) ? BAD_ID : value;
  },
};

/** What is told of an id that `isDots`. */
export const DOTS: Fault = /* @__PURE__ */ new Fault("invalid_id", "must not be . or .., which a path cannot carry");

/** An id that goes into the path of a request. */
export const pathId: Reader<string, string> = {
  json: id.json,
  read: (value) => (isDots(value) ? DOTS : id.read(value)),
};

/** Whether it is one of the two names that an address takes for a step through its path, however they are encoded. */
export function isDots(value: unknown): boolean {
  return value === "." || value === "..";
}

/** Free text. */
export const text: Reader<string, string> = {
  json: { type: "string" },
  read: (value) => (typeof value === "string" ? value : NOT_TEXT),
};

const BAD_INSTANT = /* @__PURE__ */ new Fault("invalid_instant", "must be an ISO 8601 instant with a zone, or a valid Date");

/** An instant, in canonical text. */
export const instant: Reader<Instant, InstantInput> = {
  // Not `format: date-time`, which would refuse an instant without seconds.
  json: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$" },
  read: (value) => instantText(value) ?? BAD_INSTANT,
};

const BAD_CURRENCY = /* @__PURE__ */ new Fault("invalid_currency", "must be an ISO 4217 currency code");

/** A currency, in upper case. */
export const currency: Reader<string, string> = {
  json: { type: "string", pattern: "^[A-Za-z]{3}$" },
  read: (value) => (typeof value === "string" ? (currencyCode(value) ?? BAD_CURRENCY) : NOT_TEXT),
};

/** A currency in upper case, or a custom unit as written. */
export const unit: Reader<string, string> = {
  json: id.json,
  read(value) {
    const name = id.read(value);
    return name instanceof Fault ? name : unitName(name);
  },
};

const BAD_ZONE = /* @__PURE__ */ new Fault("invalid_time_zone", "must be an IANA time zone name");

export const timeZone: Reader<string, string> = {
  json: { type: "string" },
  read: (value) => (typeof value === "string" ? (isTimeZone(value) ? value : BAD_ZONE) : NOT_TEXT),
};
