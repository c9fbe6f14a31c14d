import { amountText } from "../../base/decimal.js";
import { type Amount, id, text } from "../../base/fields.js";
import { Fault, nullOr, type Reader, required, type Schema, UNTOLD } from "../../base/schema.js";

/**
 * What SAFE writes for yes and no: the words, or booleans.
 *
 * @example
 * ```ts
 * import type { SafeFlag } from "auto-topup/safe";
 *
 * const flags: SafeFlag[] = ["Yes", "No", true, false];
 * flags.length; //=> 4
 * ```
 */
export type SafeFlag = "Yes" | "No" | boolean;

/**
 * An id as SAFE writes it: text, or the whole number that it stands for.
 *
 * @example
 * ```ts
 * import { profileFromSafe, type SafeId } from "auto-topup/safe";
 *
 * const id: SafeId = 12;
 * const profile = profileFromSafe({
 *   id,
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: "20",
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: "50",
 * });
 * profile.id; //=> "12"
 * ```
 */
export type SafeId = string | number;

/** Checked by `reader`, but kept as it is written: the document is given back as it came. */
export function kept<In>(reader: Reader<unknown, In>): Reader<In, In> {
  return {
    json: reader.json,
    read(value) {
      const result = reader.read(value);
      return result instanceof Fault ? result : (value as In);
    },
  };
}

/** A field that may be missing or `null`, and stays so. */
export function maybe<In>(reader: Reader<In, In>): Schema<In | null | undefined, In | null | undefined> {
  return nullOr(required(reader)).optional() as unknown as Schema<In | null | undefined, In | null | undefined>;
}

const NO_KEY = /* @__PURE__ */ new Fault("invalid_type", "must be text or a whole number");

export const safeId: Reader<SafeId, SafeId> = {
  json: UNTOLD,
  read(value) {
    if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 ? value : NO_KEY;
    if (typeof value !== "string") return NO_KEY;
    const name = id.read(value);
    return name instanceof Fault ? name : value;
  },
};

/** An id that may be blank, which is none. */
export const safeIdOrBlank: Reader<SafeId, SafeId> = orBlank(safeId);

const NO_FLAG = /* @__PURE__ */ new Fault("invalid_value", 'must be "Yes", "No", true or false');

export const flagOrBlank: Reader<SafeFlag | "", SafeFlag | ""> = {
  json: UNTOLD,
  read: (value) => (value === "Yes" || value === "No" || value === "" || typeof value === "boolean" ? value : NO_FLAG),
};

/** The name of something chosen from a list that each installation keeps for itself; blank is none. */
export const nameOrBlank: Reader<string, string> = orBlank(kept(id));

export const anyText: Reader<string, string> = text;

export function orBlank<In>(reader: Reader<In, In>): Reader<In, In> {
  return { json: reader.json, read: (value) => (value === "" ? (value as In) : reader.read(value)) };
}

/** The value, or `null` where it is missing, `null` or blank. */
export function stated<Value>(value: Value | "" | null | undefined): Exclude<Value, ""> | null {
  return value === undefined || value === "" ? null : (value as Exclude<Value, ""> | null);
}

export function idText(value: SafeId): string {
  return String(value);
}

export function idTextOrNull(value: SafeId | null | undefined): string | null {
  const given = stated(value);
  return given === null ? null : idText(given);
}

/** What is not said to be so is not so. */
export function isYes(value: SafeFlag | "" | null | undefined): boolean {
  return value === "Yes" || value === true;
}

/** Canonical text of an amount that was checked. */
export function amountOf(value: Amount): string {
  return amountText(value) as string;
}
