import type * as z from "zod";
import { type InputIssue, InvalidInputError, type IssueCode, MOST_ISSUES } from "./errors.js";
import { fastPathOf, UNSURE } from "./fast-path.js";
import { isPlainObject, strayDates, type Survey, survey } from "./plain.js";
import { Fault, type Reader, type Schema } from "./schema.js";
import type { StandardSchema } from "./standard-schema.js";

export type Reading<Out> = { readonly value: Out } | { readonly issues: readonly InputIssue[] };

/** Parses one kind of value, and recognises what it gave before. */
export interface Parser<Out extends object> {
  /** The normalised value, or every fault of the input. Never throws. */
  readonly read: (input: unknown) => Reading<Out>;
  /** The same for a value that is handed out: it is recognised when it comes back. */
  readonly keep: (input: unknown) => Reading<Out>;
  /** The normalised value, kept. Throws `InvalidInputError`. */
  readonly parse: (input: unknown) => Out;
}

export function parserOf<Out extends object>(schema: Schema<Out>): Parser<Out> {
  const known = new WeakSet<object>();
  const read = (input: unknown): Reading<Out> => {
    if (known.has(input as Out)) return { value: input as Out }; // a value that is no object is never in it
    return readWith(schema, input);
  };
  const keep = (input: unknown): Reading<Out> => {
    const reading = read(input);
    if ("value" in reading) known.add(reading.value);
    return reading;
  };
  return { read, keep, parse: (input) => valueOf(keep(input)) };
}

/** The value, or an `InvalidInputError` with the issues. */
export function valueOf<Out>(reading: Reading<Out>): Out {
  if ("value" in reading) return reading.value;
  throw new InvalidInputError(reading.issues);
}

/** Parses by a schema. */
export function readWith<Out>(schema: Schema<Out>, input: unknown): Reading<Out> {
  return guarded(() => {
    const value = fastPathOf(schema)?.(input) ?? UNSURE;
    return value === UNSURE ? readSurveyed(schema, survey(input)) : { value: value as Out };
  });
}

/** Parses what was looked at before, so that whoever needs the input as well as the value has both from one look. */
export function readSurveyed<Out>(schema: Schema<Out>, found: Survey): Reading<Out> {
  const { plain, issues: unplain, endless, dates } = found;
  if (found.isCutShort) return { issues: [...unplain, ...endless] };
  const result = schema.safeParse(plain);
  if (result.success) {
    const issues = [...unplain, ...endless, ...strayDates(dates, result.data)];
    return issues.length === 0 ? { value: result.data } : { issues };
  }
  const told = result.error.issues.flatMap((each) => issuesOf(each, plain));
  return { issues: [...unplain, ...outside(unplain, told), ...outside(told, endless)].slice(0, MOST_ISSUES) };
}

/** A copy of the input, each property of which was asked for once, whatever fields it has. A date stays one, and NaN too. */
export function readPlain<Input>(input: Input): Reading<Input> {
  return guarded(() => {
    const { plain, issues } = survey(input);
    return issues.length === 0 ? { value: plain as Input } : { issues };
  });
}

/** An accessor or proxy that throws is a fault like any other. */
export function guarded<Out>(read: () => Reading<Out>): Reading<Out> {
  try {
    return read();
  } catch {
    return { issues: [{ path: [], code: "not_plain_data", message: "cannot be read" }] };
  }
}

/** The issues that lie at or below none of the paths already told. */
function outside(told: readonly InputIssue[], issues: readonly InputIssue[]): readonly InputIssue[] {
  if (told.length === 0 || issues.length === 0) return issues; // for speed: there can be many
  const paths = new Set(told.map(({ path }) => JSON.stringify(path)));
  return issues.filter(({ path }) => !leadingPaths(path).some((leading) => paths.has(JSON.stringify(leading))));
}

function leadingPaths(path: InputIssue["path"]): InputIssue["path"][] {
  return Array.from({ length: path.length + 1 }, (_, length) => path.slice(0, length));
}

/** Issues moved below a key of the argument. */
export function below(step: string | number, issues: readonly InputIssue[]): InputIssue[] {
  return issues.map((issue) => ({ ...issue, path: [step, ...issue.path] }));
}

/** A parser as Standard Schema, for form and server libraries. */
export function standardSchemaOf<In, Out extends object>(parser: Parser<Out>): StandardSchema<In, Out> {
  return { "~standard": { version: 1, vendor: "auto-topup", validate: (value) => parser.keep(value) } };
}

function issuesOf(issue: z.core.$ZodIssue, input: unknown): InputIssue[] {
  const path = issue.path as (string | number)[]; // what has a symbol for a key is told as such, and nothing below it
  const wrong = (code: IssueCode, message: string): InputIssue =>
    valueAt(input, path) === undefined ? required(path) : { path, code, message };
  switch (issue.code) {
    case "custom":
      return [{ path, code: (issue.params as { code: IssueCode }).code, message: issue.message }];
    case "unrecognized_keys":
      return issue.keys.slice(0, MOST_ISSUES).map((key) => unknownKey(path, key)); // for speed: no more are told
    case "invalid_union":
      return issue.errors.length === 0
        ? [wrong("invalid_value", oneOfThese((issue as unknown as { options: readonly unknown[] }).options))]
        : closest(issue.errors).flatMap((inner) => issuesOf({ ...inner, path: [...issue.path, ...inner.path] }, input));
    case "invalid_value":
      return [wrong("invalid_value", oneOfThese(issue.values))];
    case "invalid_type":
      return [
        valueAt(input, path) === null && isNested(issue.expected)
          ? required(path)
          : wrong("invalid_type", `must be ${article(issue.expected)}`),
      ];
    default: // a list that must be empty
      return [wrong("invalid_value", issue.message)];
  }
}

function required(path: InputIssue["path"]): InputIssue {
  return { path, code: "required", message: "is required" };
}

/** An object or list that may be left out takes `null`: one that does not was needed. */
function isNested(expected: string): boolean {
  return expected === "object" || expected === "array" || expected === "record";
}

function unknownKey(path: InputIssue["path"], key: string): InputIssue {
  if (key === "__proto__") return { path: [...path, key], code: "forbidden_key", message: "must not be a key" };
  return { path: [...path, key], code: "unknown_key", message: "is not a key that belongs here" };
}

function valueAt(input: unknown, path: InputIssue["path"]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], input);
}

/** What is said of a value that is none of some words. */
export function oneOfThese(words: readonly unknown[]): string {
  return `must be one of ${words.map((word) => JSON.stringify(word)).join(", ")}`;
}

/** Of the variants of a union, the one that the input comes closest to. */
function closest(variants: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const distance = (issues: readonly z.core.$ZodIssue[]): number =>
    issues.reduce((sum, issue) => sum + (issue.path.length === 0 ? (issue.code === "unrecognized_keys" ? 10 : 100) : 1), 0);
  return variants.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** Reads an argument that is an object of exactly these keys, each by a reader of its own. */
export function readKeys<Out extends object>(
  input: unknown,
  readers: { readonly [Key in keyof Out]: (value: unknown) => Reading<Out[Key]> },
): Out {
  return valueOf(guarded(() => keysOf(input, readers)));
}

function keysOf<Out extends object>(
  input: unknown,
  readers: { readonly [Key in keyof Out]: (value: unknown) => Reading<Out[Key]> },
): Reading<Out> {
  if (!isPlainObject(input)) {
    return { issues: [{ path: [], code: input === undefined ? "required" : "invalid_type", message: "must be a plain object" }] };
  }
  const issues: InputIssue[] = [];
  for (const key of Object.keys(input)) if (!Object.hasOwn(readers, key)) issues.push(unknownKey([], key));
  const values: Partial<Out> = {};
  for (const key of Object.keys(readers) as (keyof Out & string)[]) {
    const reading = readers[key](input[key]);
    if ("value" in reading) values[key] = reading.value;
    else issues.push(...below(key, reading.issues));
  }
  return issues.length > 0 ? { issues } : { value: values as Out };
}

/** A reading of a value that may be left out or `null`, and then is `fallback`. */
export function readOr<Out, Fallback>(fallback: Fallback, value: unknown, read: (value: unknown) => Reading<Out>): Reading<Out | Fallback> {
  return value === undefined || value === null ? { value: fallback } : read(value);
}

/** A reading of one value by a leaf reader. */
export function readLeaf<Out>(reader: Reader<Out, unknown>, value: unknown): Reading<Out> {
  const result = value === undefined || value === null ? new Fault("required", "is required") : reader.read(value);
  return result instanceof Fault ? { issues: [{ path: [], code: result.code, message: result.message }] } : { value: result };
}
