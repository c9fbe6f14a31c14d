import { type Both, readBoth } from "../../base/document.js";
import { amount, instant, text } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { readWith, valueOf } from "../../base/parser.js";
import { Fault, type Reader, type Schema, UNTOLD } from "../../base/schema.js";

/** A figure that Orb writes as text; canonical. A number there is a fault. */
export function decimalText(bounds: { readonly atLeast?: "0"; readonly above?: "0" } = {}): Reader<string, string> {
  return textOnly(amount(bounds));
}

/** A date and time as JSON has it: text, canonical. */
export const dateTime: Reader<Instant, string> = /* @__PURE__ */ textOnly(instant);

function textOnly<Out>(reader: Reader<Out, unknown> | Reader<Out, never>): Reader<Out, string> {
  return {
    json: UNTOLD,
    read(value) {
      const result = text.read(value);
      return result instanceof Fault ? result : reader.read(value);
    },
  };
}

/** A document as it was written, as a frozen copy, and what it says; every fault of it is thrown at once. */
export function documentOf<Wire, Figures>(schema: Schema<Figures>, input: Wire): Both<Wire, Figures> {
  return valueOf(readBoth<Wire, Figures>(schema, input));
}

/** What a document or the options say, in canonical form; every fault of it is thrown at once. */
export function figuresOf<Figures>(schema: Schema<Figures>, input: unknown): Figures {
  return valueOf(readWith(schema, input));
}
