import * as z from "zod";
import { type InputIssue, type IssueCode, MOST_ISSUES } from "./errors.js";
import {
  entriesPath,
  type FastPath,
  fastPathOf,
  firstSure,
  further,
  listPath,
  objectPath,
  unless,
  UNSURE,
  withFastPath,
} from "./fast-path.js";

/** A schema seen from outside zod: what it takes, what it gives. */
export type Schema<Out, In = unknown> = z.ZodType<Out, In>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any output and any input
type AnySchema = z.ZodType<any, any>;

/** What a reader answers instead of a value. */
export class Fault {
  constructor(
    readonly code: IssueCode,
    readonly message: string,
  ) {}
}

/** Reads one value that is neither `null` nor missing; `json` is its JSON Schema. */
export interface Reader<Out, In> {
  read(value: unknown): Out | Fault;
  readonly json: JsonSchema;
  /** Never set: carries the type of the input. */
  readonly input?: In;
}
export type JsonSchema = { readonly type: string | readonly string[]; readonly [keyword: string]: unknown };

/** For a reader of a document of which no JSON Schema is made. */
export const UNTOLD: JsonSchema = { type: [] };

const REQUIRED = /* @__PURE__ */ new Fault("required", "is required");

/**
 * What `make` makes. Marked as pure, this one call can be left out of a bundle where nobody uses its value; calls
 * within calls would all stay.
 */
export function made<Value>(make: () => Value): Value {
  return make();
}

/** A value that must be there. */
export function required<Out, In>(reader: Reader<Out, In>): Schema<Out, In> {
  const json = { ...reader.json, [REQUIRED_MARK]: true };
  return leaf((value) => (value === undefined || value === null ? REQUIRED : reader.read(value)), json) as Schema<Out, In>;
}

/** A value that may be left out; `null` says the same. */
export function optional<Out, In>(reader: Reader<Out, In>): Schema<Out | null, In | null | undefined> {
  return withDefault<Out | null, In>(reader, null);
}

/** A value that may be left out or `null`, and then is `fallback`. */
export function withDefault<Out, In>(
  reader: Reader<Exclude<Out, null>, In> | Reader<Out, In>,
  fallback: Out,
): Schema<Out, In | null | undefined> {
  const read = (value: unknown): Out | Fault => (value === undefined || value === null ? fallback : reader.read(value));
  return leaf(read, orNull(reader.json)) as Schema<Out, In | null | undefined>;
}

function leaf<Out>(read: (value: unknown) => Out | Fault, json: JsonSchema): Schema<Out> {
  const schema = z.transform((value, ctx) => {
    const result = read(value);
    if (!(result instanceof Fault)) return result;
    ctx.issues.push({ code: "custom", input: value, message: result.message, params: { code: result.code } });
    return z.NEVER;
  });
  return withFastPath(schema.meta(json), leafPath(read)) as unknown as Schema<Out>;
}

function leafPath(read: (value: unknown) => unknown): FastPath<unknown> {
  return (value) => {
    const result = read(value);
    return result instanceof Fault ? UNSURE : result;
  };
}

/** Reads one of some values that are told apart by `===`. */
function amongPath(values: readonly unknown[]): FastPath<unknown> {
  return (value) => (values.includes(value) ? value : UNSURE);
}

function isUndefined(value: unknown): boolean {
  return value === undefined;
}

function isNullish(value: unknown): boolean {
  return value === undefined || value === null;
}

function isNull(value: unknown): boolean {
  return value === null;
}

/** One of some words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words): Schema<Words[number], Words[number]> {
  return withFastPath(z.enum(words), amongPath(words));
}

/** One of some words, or left out; `null` is a fault, since another system's null means something else. */
export function oneOfOr<const Words extends readonly [string, ...string[]]>(
  words: Words,
  fallback: Words[number],
): Schema<Words[number], Words[number] | undefined> {
  const schema = z.enum(words).default(fallback as never) as Schema<Words[number], Words[number] | undefined>;
  return withFastPath(schema, unless(amongPath(words), isUndefined, fallback));
}

/** One of some words; left out or `null` is none of them. */
export function nullableOneOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
): Schema<Words[number] | null, Words[number] | null | undefined> {
  const schema = z.enum(words).nullable().default(null) as Schema<Words[number] | null, Words[number] | null | undefined>;
  return withFastPath(schema, unless(amongPath(words), isNullish, null));
}

/** Exactly this value. */
export function constant<const Value extends number | null>(value: Value): Schema<Value, Value> {
  return withFastPath(z.literal(value) as unknown as Schema<Value, Value>, amongPath([value]));
}

/** The value, or `null`; it must be there. */
export function nullOr<Out, In>(schema: Schema<Out, In>): Schema<Out | null, In | null> {
  const nullable = z.nullable(schema as z.ZodType<Out, In>) as unknown as Schema<Out | null, In | null>;
  return withFastPath(nullable, unless(fastPathOf(schema), isNull, null));
}

/** A flat record of texts, finite numbers, booleans and nulls. */
export function scalars(): Schema<Readonly<Record<string, string | number | boolean | null>>> {
  return frozen(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])));
}

/** true or false. */
export function flag(): Schema<boolean, boolean> {
  return withFastPath(z.boolean(), amongPath([true, false]));
}

/** true or false, or left out; `null` is a fault. */
export function flagOr(fallback: boolean): Schema<boolean, boolean | undefined> {
  return withFastPath(z.boolean().default(fallback), unless(amongPath([true, false]), isUndefined, fallback));
}

/** A value for a key that is gone where it is left out, which the type of an object then says. */
export function omissible<Out, In>(schema: Schema<Out, In>): Schema<Out, In | undefined> {
  const optional = z.optional(schema as z.ZodType<Out, In>) as unknown as Schema<Out, In | undefined>;
  return withFastPath(optional, unless(fastPathOf(schema), isUndefined, undefined));
}

/** What a schema gives, made into something else. */
export function mapped<From, In, To>(schema: Schema<From, In>, map: (value: From) => To): Schema<To, In> {
  return withFastPath(schema.transform(map) as unknown as Schema<To, In>, further(fastPathOf(schema), map));
}

/**
 * A rule over several fields of an object. It is judged where none of `fields` (dotted paths) has a fault of
 * its own, so that no fault is told twice and none is hidden by another.
 */
export interface Rule<Value> {
  readonly fields: readonly string[];
  /** A list that the rule goes over, whose elements may be faulty, and so half read. */
  readonly list?: keyof Value & string;
  faults(value: Value): readonly InputIssue[];
}

/** A frozen object of exactly these keys. `complete` fills in what follows from others of its fields. */
export function object<Shape extends z.ZodRawShape>(
  shape: Shape,
  rules: readonly Rule<z.output<z.ZodObject<Shape>>>[] = [],
  complete: (read: Draft<z.output<z.ZodObject<Shape>>>) => void = () => undefined,
): Schema<Readonly<z.output<z.ZodObject<Shape>>>, z.input<z.ZodObject<Shape>>> {
  const isSound = (read: z.output<z.ZodObject<Shape>>): boolean => rules.every((rule) => rule.faults(read).length === 0);
  return withFastPath(ruled(z.strictObject(shape), rules, complete), objectPath(shape, isSound, complete)) as never;
}

/** What is read of an object and not yet frozen. */
type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** A frozen object of at least these keys: what others it has pass through as they are. */
export function openObject<Shape extends z.ZodRawShape>(
  shape: Shape,
  rules: readonly Rule<z.output<z.ZodObject<Shape>>>[] = [],
): Schema<Readonly<z.output<z.ZodObject<Shape>> & Record<string, unknown>>, z.input<z.ZodObject<Shape>> & Record<string, unknown>> {
  return ruled(z.looseObject(shape), rules) as never;
}

function ruled<Value>(
  schema: z.ZodType<Value>,
  rules: readonly Rule<Value>[],
  complete: (read: Draft<Value>) => void = () => undefined,
): z.ZodType {
  const judge = (payload: z.core.ParsePayload<Value>): void => {
    const faulty = payload.issues
      .filter(({ code }) => code !== "unrecognized_keys")
      .map(({ path }) => `${(path as PropertyKey[]).map(String).join(".")}.`);
    const isFaulty = (field: string): boolean => faulty.some((path) => path.startsWith(`${field}.`) || `${field}.`.startsWith(path));
    for (const rule of rules) {
      if (rule.fields.some(isFaulty)) continue;
      if (rule.list !== undefined && !Array.isArray(payload.value[rule.list])) continue;
      for (const { path, code, message } of rule.faults(payload.value)) {
        payload.issues.push({ code: "custom", input: payload.value, path: [...path], message, params: { code } });
      }
    }
  };
  return schema.check(always(judge)).transform((value) => {
    complete(value);
    return Object.freeze(stated(value));
  });
}

/** A key without a value would be gone once the object has been through JSON. */
function stated<Value>(value: Value): Value {
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) if (fields[key] === undefined) Reflect.deleteProperty(fields, key);
  return value;
}

/** Not zod's own `readonly`, which freezes the caller's value where it is refused. */
function frozen<Out, In>(schema: z.ZodType<Out, In>): z.ZodType<Readonly<Out>, In> {
  return schema.transform((value) => Object.freeze(value));
}

/** A check that zod does not skip because something else in the object is wrong: each fault is reported. */
function always<Value>(judge: (payload: z.core.ParsePayload<Value>) => void): z.core.$ZodCheck<Value> {
  const check = z.check<Value>(judge);
  check._zod.def.when = (payload) => payload.issues.every((issue) => issue.code !== "invalid_type" || issue.path?.length);
  return check;
}

/** One of several objects, told apart by the word under a key. */
export function variants<const Schemas extends readonly [AnySchema, ...AnySchema[]]>(
  key: string,
  schemas: Schemas,
): Schema<z.output<Schemas[number]>, z.input<Schemas[number]>> {
  const union = z.discriminatedUnion(key, schemas as never) as unknown as Schema<z.output<Schemas[number]>, z.input<Schemas[number]>>;
  return withFastPath(union, firstSure(schemas.map(fastPathOf)));
}

/** One of two values that no key tells apart. */
export function either<OutA, InA, OutB, InB>(a: Schema<OutA, InA>, b: Schema<OutB, InB>): Schema<OutA | OutB, InA | InB> {
  return withFastPath(z.union([a, b]), firstSure([fastPathOf(a), fastPathOf(b)]));
}

/** An object that may be left out or `null`. */
export function optionalObject<Out, In>(schema: Schema<Out, In>): Schema<Out | null, In | null | undefined> {
  return objectOr<Out | null, In>(schema, null);
}

/** An object that may be left out or `null`, and then is `fallback`. */
export function objectOr<Out, In>(schema: Schema<Out, In>, fallback: Out): Schema<Out, In | null | undefined> {
  const nullish = z.nullish(schema as z.ZodType<Out, In>).transform((value) => value ?? fallback);
  return withFastPath(nullish as unknown as Schema<Out, In | null | undefined>, unless(fastPathOf(schema), isNullish, fallback));
}

/** A frozen list; left out or `null` is an empty one. */
export function list<Out, In>(schema: Schema<Out, In>): Schema<readonly Out[], readonly In[] | null | undefined> {
  return objectOr(listOf(schema), Object.freeze([]) as readonly Out[]);
}

/** A frozen list that must be there. */
export function listOf<Out, In>(schema: Schema<Out, In>): Schema<readonly Out[], readonly In[]> {
  const schemaOfAll = frozen(new ImpatientList({ type: "array", element: schema })) as unknown as Schema<readonly Out[], readonly In[]>;
  return withFastPath(schemaOfAll, listPath(fastPathOf(schema)));
}

/** A list of zod's that does not read on where so many of its elements are faulty that nobody would. */
const ImpatientList = /* @__PURE__ */ z.core.$constructor<z.ZodArray>("ImpatientList", (list, definition) => {
  const begun: z.core.$constructor<z.ZodArray> = z.ZodArray;
  begun.init(list, definition);
  const patient = z.array(definition.element);
  list._zod.parse = (payload, ctx) => {
    const given: unknown = payload.value;
    if (!Array.isArray(given)) return patient._zod.run(payload, ctx) as typeof payload;
    const value: unknown[] = [];
    for (let index = 0; index < given.length && payload.issues.length < MOST_ISSUES; index++) {
      const read = definition.element._zod.run({ value: given[index] as unknown, issues: [] }, ctx) as typeof payload;
      payload.issues.push(...z.core.util.prefixIssues(index, read.issues));
      value.push(read.value);
    }
    payload.value = value;
    return payload;
  };
});

/**
 * A frozen record of own keys, in the order of their code units, or `null` where it is left out. An entry
 * that is `undefined` is left out too; one that is `null` is kept where `nullable` says so, else a fault.
 */
export function record<Out, In, Entry extends Out | null>(
  key: Reader<string, string>,
  value: Reader<Out, In>,
  { nullable }: { readonly nullable: [null] extends [Entry] ? true : false },
): Schema<Readonly<Record<string, Entry>> | null, Readonly<Record<string, In | (null & Entry) | undefined>> | null | undefined> {
  const judgeKeys = (payload: z.core.ParsePayload<Record<string, unknown>>): void => {
    for (const name of Object.keys(payload.value)) {
      const result = key.read(name);
      if (!(result instanceof Fault)) continue;
      payload.issues.push({ code: "custom", input: name, path: [name], message: result.message, params: { code: result.code } });
    }
  };
  const entry = leaf(
    (each) => (each === undefined || (each === null && nullable) ? each : each === null ? REQUIRED : value.read(each)),
    nullable ? orNull(value.json) : value.json,
  );
  const schema = z
    .record(z.string(), entry)
    .check(always(judgeKeys))
    .nullish()
    .transform((entries) => (entries ? sortedRecord(entries) : null));
  const entries = entriesPath(
    leafPath((name) => key.read(name)),
    fastPathOf(entry) as FastPath<unknown>,
  );
  return withFastPath(schema, unless(further(entries, sortedRecord), isNullish, null)) as never;
}

function sortedRecord(entries: Record<string, unknown>): Readonly<Record<string, unknown>> {
  const keys = Object.keys(entries).filter((key) => entries[key] !== undefined);
  return Object.freeze(Object.fromEntries(keys.sort().map((key) => [key, entries[key]])));
}

/** A list that must be there, and be empty. */
export function emptyList(): Schema<readonly [], readonly []> {
  return frozen(z.array(z.never()).max(0, "must be empty")) as unknown as Schema<readonly [], readonly []>;
}

/** A rule against the same id twice; `field` holds the list. */
export function uniqueIds<Value extends object, Field extends keyof Value & string>(field: Field): Rule<Value> {
  return {
    fields: [],
    list: field,
    faults: (value) => repeatedIds(value[field] as readonly WithId[] | null, [field]),
  };
}

type WithId = { readonly id?: unknown } | null | undefined;

/** One issue for each id that an earlier element of the list already has. */
export function repeatedIds(items: readonly WithId[] | null, path: readonly (string | number)[]): InputIssue[] {
  if (items === null || items.length < 2) return []; // the usual length, which is spared the set
  const seen = new Set<unknown>();
  return items.flatMap((item, index) => {
    const id = item?.id;
    if (typeof id !== "string") return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [...path, index, "id"], code: "duplicate_id" as const, message: `repeats the id ${JSON.stringify(id)}` }];
  });
}

/** Tells the JSON Schema writer that the key must be there. */
export const REQUIRED_MARK = "x-required";

function orNull(json: JsonSchema): JsonSchema {
  return { ...json, type: [json.type, "null"].flat() };
}
