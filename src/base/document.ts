import { type InputIssue, InvalidInputError } from "./errors.js";
import { instantText, isDate } from "./instant.js";
import { guarded, type Parser, parserOf, valueOf } from "./parser.js";
import type { Schema } from "./schema.js";

/** Reads one kind of documents of another system, which come and go as they are written. */
export interface DocumentParser<Wire extends object, Read extends object> {
  /** The document, checked and frozen, otherwise as it was written. Throws `InvalidInputError`. */
  parse(input: unknown): Wire;
  /** What it says, in canonical text; a document that `parse` gave is not checked again. Throws `InvalidInputError`. */
  read(document: unknown): Read;
}

/** `faults`: what is wrong with a document whose every field is well formed. */
export function documentParser<Wire extends object, Read extends object>(
  schema: Schema<Read>,
  faults: (read: Read) => readonly InputIssue[] = () => [],
): DocumentParser<Wire, Read> {
  const parser: Parser<Read> = parserOf(schema);
  const readings = new WeakMap<object, Read>();
  const knownReading = (input: unknown): Read | undefined =>
    typeof input === "object" && input !== null ? readings.get(input) : undefined;
  const checked = (input: unknown): Read => {
    const reading = parser.parse(input);
    const issues = faults(reading);
    if (issues.length > 0) throw new InvalidInputError(issues);
    return reading;
  };
  const parse = (input: unknown): Wire => {
    if (knownReading(input) !== undefined) return input as Wire;
    const reading = checked(input);
    const copy = valueOf(guarded(() => ({ value: frozenCopy(input) as Wire }))); // an accessor may throw the second time only
    readings.set(copy, reading);
    return copy;
  };
  return { parse, read: (document) => knownReading(document) ?? checked(document) };
}

/** A frozen copy of data that was found to be plain, whatever fields it has. A date becomes the text that JSON has for it. */
export function frozenCopy<Document>(document: Document): Document {
  return copyOf(document) as Document;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map(copyOf));
  if (typeof value !== "object" || value === null) return value;
  if (isDate(value)) return instantText(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.freeze(Object.fromEntries(entries.map(([key, each]) => [key, copyOf(each)])));
}
