import { instant, number, text } from "../../base/fields.js";
import { instantText } from "../../base/instant.js";
import type { Instant } from "../../base/instant.js";
import { Fault, type Reader, UNTOLD } from "../../base/schema.js";

/** A date and time as JSON has it: text, canonical. */
export const dateTime: Reader<Instant, string> = {
  json: instant.json,
  read(value) {
    const written = text.read(value);
    return written instanceof Fault ? written : instant.read(value);
  },
};

const BAD_DATE = /* @__PURE__ */ new Fault("invalid_instant", "must be a date (2026-01-31), or an ISO 8601 instant with a zone");

/** A date without a time, left as it is, or an instant. */
export const dateOrTime: Reader<string, string> = {
  json: UNTOLD,
  read(value) {
    const written = text.read(value);
    if (written instanceof Fault) return written;
    return instantText(`${written}T00:00Z`) === null ? (instantText(written) ?? BAD_DATE) : written;
  },
};

/** Of what `dateOrTime` gave. */
export function isDateAlone(written: string): boolean {
  return !written.endsWith("Z");
}

const EMPTY = /* @__PURE__ */ new Fault("invalid_value", "must not be empty");

/** Text that says something. */
export const name: Reader<string, string> = {
  json: UNTOLD,
  read: (value) => (value === "" ? EMPTY : text.read(value)),
};

const MAX_CODE_LENGTH = 80;
const BAD_CODE = /* @__PURE__ */ new Fault("invalid_value", `must be text of 1 to ${MAX_CODE_LENGTH} characters`);

export const code: Reader<string, string> = {
  json: UNTOLD,
  read(value) {
    const written = text.read(value);
    return typeof written === "string" && (written === "" || written.length > MAX_CODE_LENGTH) ? BAD_CODE : written;
  },
};

/** The number of an entity's revision. */
export const version: Reader<number, number> = /* @__PURE__ */ number({ whole: true, min: 0 });

const NOT_A_BOOLEAN = /* @__PURE__ */ new Fault("invalid_type", "must be true or false");

export const trueOrFalse: Reader<boolean, boolean> = {
  json: UNTOLD,
  read: (value) => (typeof value === "boolean" ? value : NOT_A_BOOLEAN),
};

const NOT_A_CUSTOM_VALUE = /* @__PURE__ */ new Fault("invalid_type", "must be text or a finite number");

export const customValue: Reader<string | number, string | number> = {
  json: UNTOLD,
  read: (value) => (typeof value === "string" || Number.isFinite(value) ? (value as string | number) : NOT_A_CUSTOM_VALUE),
};
