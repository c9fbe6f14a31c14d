import { id } from "../../base/fields.js";
import { readWith, valueOf } from "../../base/parser.js";
import { Fault, type Reader, type Schema } from "../../base/schema.js";

/** What the options of a function say; every fault is thrown at once. */
export function optionsOf<Options>(schema: Schema<Options>, input: unknown): Options {
  return valueOf(readWith(schema, input));
}

const DOTS = /* @__PURE__ */ new Fault("invalid_id", "must not be . or .., which a path cannot carry");

/** An id that goes into a path. */
export const pathId: Reader<string, string> = {
  json: id.json,
  read: (value) => (isDots(value) ? DOTS : id.read(value)),
};

export function isDots(value: unknown): boolean {
  return value === "." || value === "..";
}
