import { type InputIssue, InvalidInputError } from "./errors.js";
import { instantText, isDate } from "./instant.js";
import { guarded, type Reading, readSurveyed, valueOf } from "./parser.js";
import { survey } from "./plain.js";
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
  const readings = new WeakMap<Wire, Read>(); // which has nothing for a value that is no object
  const checked = (input: unknown): Both<Wire, Read> => {
    const both = valueOf(readBoth<Wire, Read>(schema, input));
    const issues = faults(both.read);
    if (issues.length > 0) throw new InvalidInputError(issues);
    return both;
  };
  const parse = (input: unknown): Wire => {
    if (readings.has(input as Wire)) return input as Wire;
    const { wire, read } = checked(input);
    readings.set(wire, read);
    return wire;
  };
  return { parse, read: (document) => readings.get(document as Wire) ?? checked(document).read };
}

/** A document as it was written, as a frozen copy, and what it says. */
export interface Both<Wire, Read> {
  readonly wire: Wire;
  readonly read: Read;
}

/** Both from one look at the document: an accessor may give something else at the second. */
export function readBoth<Wire, Read>(schema: Schema<Read>, input: unknown): Reading<Both<Wire, Read>> {
  return guarded(() => {
    const found = survey(input);
    const reading = readSurveyed(schema, found);
    return "issues" in reading ? reading : { value: { wire: frozenCopy(found.plain as Wire), read: reading.value } };
  });
}

/** A frozen copy of data that was found to be plain, whatever fields it has. A date becomes the text that JSON has for it. */
export function frozenCopy<Document>(document: Document): Document {
  return copyOf(document, new Map()) as Document;
}

/** What stands in several places is copied once: its copies could be more than there is room for. */
function copyOf(value: unknown, copies: Map<object, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isDate(value)) return instantText(value);
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy = Array.isArray(value) ? value.map((each) => copyOf(each, copies)) : Object.fromEntries(entriesOf(value, copies));
  copies.set(value, copy);
  return Object.freeze(copy);
}

function entriesOf(value: object, copies: Map<object, unknown>): [string, unknown][] {
  return Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, copyOf(each, copies)]]));
}
