import { describe, expect, it, vi } from "vitest";
import { type InputIssue, InvalidInputError, MOST_ISSUES } from "../../src/base/errors.js";
import { fastPathOf } from "../../src/base/fast-path.js";
import { id, instant, number, text } from "../../src/base/fields.js";
import {
  below,
  guarded,
  oneOfThese,
  parserOf,
  readKeys,
  readLeaf,
  readOr,
  readPlain,
  readSurveyed,
  readWith,
  standardSchemaOf,
  valueOf,
} from "../../src/base/parser.js";
import { survey } from "../../src/base/plain.js";
import {
  either,
  emptyList,
  flag,
  list,
  listOf,
  object,
  oneOf,
  openObject,
  optional,
  optionalObject,
  record,
  required,
  scalars,
  type Schema,
  variants,
} from "../../src/base/schema.js";
import { faultsOf, issues } from "../support/faults.js";

const UNREADABLE: InputIssue = { path: [], code: "not_plain_data", message: "cannot be read" };
const WRONG: InputIssue = { path: ["a"], code: "conflict", message: "is wrong" };
const throwing = {
  get id(): never {
    throw new TypeError("no");
  },
};

interface Named {
  readonly id: string;
  readonly note: string | null;
}
const named: Schema<Named> = object({ id: required(id), note: optional(text) });

describe("a parser", () => {
  it("reads the normalised value, or every fault", () => {
    const { read } = parserOf(named);
    expect(read({ id: "a" })).toStrictEqual({ value: { id: "a", note: null } });
    expect(read({ note: 7 })).toStrictEqual({
      issues: [
        { path: ["id"], code: "required", message: "is required" },
        { path: ["note"], code: "invalid_type", message: "must be text" },
      ],
    });
  });

  it("recognises what it kept or parsed, and reads it no more", () => {
    for (const parser of [parserOf<object>(named), parserOf<object>(openObject({ id: required(id) }))]) {
      const parsed = parser.parse({ id: "a" });
      expect(parser.parse(parsed)).toBe(parsed);
      expect(valueOf(parser.read(parsed))).toBe(parsed);
      const kept = valueOf(parser.keep({ id: "a" }));
      expect(valueOf(parser.keep(kept))).toBe(kept);
      expect(parser.parse(kept)).toBe(kept);
    }
  });

  it("does not recognise what it read alone, nor what another parser gave", () => {
    const parser = parserOf(named);
    const read = valueOf(parser.read({ id: "a" }));
    expect(valueOf(parser.read(read))).not.toBe(read);
    expect(valueOf(parser.read(read))).toStrictEqual(read);
    const parsed = parser.parse({ id: "a" });
    expect(parserOf(named).parse(parsed)).not.toBe(parsed);
  });

  it.each([undefined, null, "a", 7, true, Symbol("a"), 7n])("takes %o for a value as any other", (input) => {
    const parser = parserOf(named);
    for (const reading of [parser.read(input), parser.keep(input)]) expect("issues" in reading && reading.issues).toHaveLength(1);
    expect(issues(() => parser.parse(input))).toHaveLength(1);
  });

  it("throws the faults where it parses, and only there", () => {
    const parser = parserOf(named);
    expect(issues(() => parser.parse({ id: "" }))).toEqual([
      { path: ["id"], code: "invalid_id", message: "must be text of 1 to 200 UTF-16 code units without a lone surrogate" },
    ]);
    expect(parser.keep(throwing)).toStrictEqual({ issues: [UNREADABLE] });
    expect(parser.read(throwing)).toStrictEqual({ issues: [UNREADABLE] });
  });

  it("as Standard Schema is of version 1, and keeps what it validates", () => {
    const parser = parserOf(named);
    const { version, vendor, validate } = standardSchemaOf<unknown, Named>(parser)["~standard"];
    expect({ version, vendor }).toEqual({ version: 1, vendor: "auto-topup" });
    expect(validate({ note: 7, id: "a" })).toEqual({ issues: [{ path: ["note"], code: "invalid_type", message: "must be text" }] });
    const result = validate({ id: "a" });
    expect(result).toStrictEqual({ value: { id: "a", note: null } });
    if ("value" in result) expect(parser.parse(result.value)).toBe(result.value);
  });
});

describe("the value of a reading", () => {
  it("is the value, whatever it is", () => {
    expect([valueOf({ value: 1 }), valueOf({ value: undefined }), valueOf({ value: null })]).toEqual([1, undefined, null]);
  });

  it("is an error where there are issues", () => {
    expect(issues(() => valueOf({ issues: [WRONG] }))).toEqual([WRONG]);
    expect(() => valueOf({ issues: [] })).toThrow(InvalidInputError);
  });
});

describe("what is read under guard", () => {
  it("is what was read, or one fault where reading throws", () => {
    expect(guarded(() => ({ value: 1 }))).toStrictEqual({ value: 1 });
    expect(guarded(() => ({ issues: [WRONG] }))).toStrictEqual({ issues: [WRONG] });
    expect(
      guarded(() => {
        throw new RangeError("no");
      }),
    ).toStrictEqual({ issues: [UNREADABLE] });
  });
});

describe("reading by a schema", () => {
  it("goes by the fast path where it vouches for the value, and zod is not asked", () => {
    const schema = object({ id: required(id) });
    const whole = vi.spyOn(schema, "safeParse");
    expect(readWith(schema, { id: "a" })).toStrictEqual({ value: { id: "a" } });
    expect(whole).not.toHaveBeenCalled();
    expect(faultsOf(schema, { id: 7 })).toEqual(["id: invalid_type"]);
    expect(whole).toHaveBeenCalledTimes(1);
  });

  it("goes by zod where there is no fast path", () => {
    const schema = openObject({ id: required(id) });
    expect(fastPathOf(schema)).toBeNull();
    expect(readWith(schema, { id: "a", other: 1 })).toStrictEqual({ value: { id: "a", other: 1 } });
  });

  it("gives null and undefined where the schema does", () => {
    expect(readWith(optional(text), undefined)).toStrictEqual({ value: null });
    expect(readWith(optional(text), null)).toStrictEqual({ value: null });
  });

  it("looks at each property of a faulty value twice at most: once by each way", () => {
    let asked = 0;
    const counted = {
      get id(): number {
        return ++asked;
      },
    };
    expect(faultsOf(named, counted)).toEqual(["id: invalid_type"]);
    expect(asked).toBe(2);
  });

  it("throws nothing where an accessor does", () => {
    expect(readWith(named, throwing)).toStrictEqual({ issues: [UNREADABLE] });
  });
});

describe("what is no plain data", () => {
  const open = openObject({ at: optional(instant), count: optional(number()), inner: optionalObject(openObject({ id: required(id) })) });

  it("is told also where the schema has nothing against it", () => {
    expect(faultsOf(open, { other: () => 1 })).toEqual(["other: not_plain_data"]);
    expect(faultsOf(open, { other: NaN })).toEqual(["other: invalid_number"]);
    expect(faultsOf(open, { other: new Date(0) })).toEqual(["other: invalid_type"]);
    expect(faultsOf(open, { c: new Date(0), b: Infinity, a: Symbol("a") })).toEqual([
      "a: not_plain_data",
      "b: invalid_number",
      "c: invalid_type",
    ]);
  });

  it("does not have a date where an instant may stand", () => {
    expect(readWith(open, { at: new Date(0) })).toStrictEqual({ value: { at: "1970-01-01T00:00:00.000Z", count: null, inner: null } });
  });

  it("is told before what the schema says, and in place of what it says of the same or of what lies below", () => {
    expect(faultsOf(open, { count: "x", other: () => 1 })).toEqual(["other: not_plain_data", "count: invalid_number"]);
    expect(faultsOf(open, { count: () => 1 })).toEqual(["count: not_plain_data"]);
    expect(faultsOf(open, { inner: { [Symbol("key")]: 1 }, count: "x" })).toEqual(["inner: not_plain_data", "count: invalid_number"]);
    expect(faultsOf(open, { inner: { id: "", other: () => 1 } })).toEqual(["inner.other: not_plain_data", "inner.id: invalid_id"]);
    expect(faultsOf(object({ a: optional(text), aa: optional(text) }), { a: () => 1, aa: 7 })).toEqual([
      "a: not_plain_data",
      "aa: invalid_type",
    ]);
  });

  it("at the whole leaves nothing else to tell", () => {
    expect(faultsOf(open, { [Symbol("key")]: 1, count: "x" })).toEqual([": not_plain_data"]);
  });

  it("leaves a number without end to whoever has a better word for it", () => {
    expect(faultsOf(open, { count: NaN })).toEqual(["count: invalid_number"]);
    expect(faultsOf(object({ id: required(id) }), { id: NaN })).toEqual(["id: invalid_type"]);
    expect(faultsOf(object({ id: required(id) }), { id: "", other: NaN })).toEqual(["id: invalid_id", "other: unknown_key"]);
    expect(faultsOf(open, { count: "x", other: NaN })).toEqual(["count: invalid_number", "other: invalid_number"]);
    expect(faultsOf(open, { count: "x", other: [1, -Infinity] })).toEqual(["count: invalid_number", "other.1: invalid_number"]);
  });

  it("ends the reading where there is enough of it", () => {
    const functions = (count: number): unknown[] => Array.from({ length: count }, () => () => 1);
    const endless = (count: number): unknown[] => new Array<unknown>(count).fill(NaN);
    expect(faultsOf(open, { other: functions(MOST_ISSUES - 1), count: "x" })).toHaveLength(MOST_ISSUES);
    expect(faultsOf(open, { other: functions(MOST_ISSUES - 1), count: "x" }).at(-1)).toBe("count: invalid_number");
    expect(faultsOf(open, { other: functions(MOST_ISSUES), count: "x" }).at(-1)).toBe(`other.${MOST_ISSUES - 1}: not_plain_data`);
    expect(faultsOf(open, { other: endless(MOST_ISSUES), count: "x" })[0]).toBe("other.0: invalid_number");
    expect(faultsOf(open, { count: "x", other: endless(MOST_ISSUES) })[0]).toBe("other.0: invalid_number");
    expect(faultsOf(object({ other: scalars(), id: required(id) }), { other: endless(MOST_ISSUES), id: "a" })[0]).toBe(
      "other.0: invalid_number",
    );
    const mixed = faultsOf(open, { other: [NaN, ...functions(MOST_ISSUES)] });
    expect(mixed).toHaveLength(MOST_ISSUES);
    expect([mixed[0], mixed.at(-1)]).toEqual(["other.1: not_plain_data", "other.0: invalid_number"]);
  });

  it("is told of what was looked at before in the same way", () => {
    expect(readSurveyed(open, survey({ other: NaN }))).toStrictEqual({
      issues: [{ path: ["other"], code: "invalid_number", message: "must be a finite number" }],
    });
    expect(readSurveyed(named, survey({ id: "a" }))).toStrictEqual({ value: { id: "a", note: null } });
  });
});

describe("a plain copy", () => {
  it("is of whatever fields there are, with dates and numbers without end as they are", () => {
    const at = new Date(0);
    const given = { b: [1, { c: NaN }], at, a: undefined };
    const reading = readPlain(given);
    expect(reading).toStrictEqual({ value: { b: [1, { c: NaN }], at, a: undefined } });
    expect("value" in reading && reading.value).not.toBe(given);
    expect(readPlain(7)).toStrictEqual({ value: 7 });
  });

  it("has the faults of what is no plain data, and throws nothing", () => {
    expect(readPlain({ a: () => 1 })).toStrictEqual({
      issues: [{ path: ["a"], code: "not_plain_data", message: "is a function, not plain data" }],
    });
    expect(readPlain(throwing)).toStrictEqual({ issues: [UNREADABLE] });
  });
});

describe("the words for what is wrong", () => {
  const shapes = variants("kind", [
    object({ kind: oneOf(["a", "b"]), size: required(number()) }),
    object({ kind: oneOf(["c"]), inner: object({}) }),
  ]);
  const issuesOf = (schema: Schema<unknown>, value: unknown): unknown => {
    const reading = readWith(schema, value);
    return "issues" in reading && reading.issues;
  };

  it.each<[string, Schema<unknown>, unknown, InputIssue["path"], string, string]>([
    ["nothing for a text", object({ id: required(id) }), {}, ["id"], "required", "is required"],
    ["nothing for a word", object({ word: oneOf(["a"]) }), {}, ["word"], "required", "is required"],
    ["undefined for a word", object({ word: oneOf(["a"]) }), { word: undefined }, ["word"], "required", "is required"],
    ["null for a word", object({ word: oneOf(["a", "b"]) }), { word: null }, ["word"], "invalid_value", 'must be one of "a", "b"'],
    ["nothing for an object", object({ inner: object({}) }), {}, ["inner"], "required", "is required"],
    ["null for an object", object({ inner: object({}) }), { inner: null }, ["inner"], "required", "is required"],
    ["a text for an object", object({ inner: object({}) }), { inner: "x" }, ["inner"], "invalid_type", "must be an object"],
    ["a list for an object", object({ inner: object({}) }), { inner: [] }, ["inner"], "invalid_type", "must be an object"],
    ["null for a list", object({ lots: listOf(required(text)) }), { lots: null }, ["lots"], "required", "is required"],
    ["nothing for a list", object({ lots: listOf(required(text)) }), {}, ["lots"], "required", "is required"],
    ["an object for a list", object({ lots: list(required(text)) }), { lots: {} }, ["lots"], "invalid_type", "must be an array"],
    ["null for scalars", object({ facts: scalars() }), { facts: null }, ["facts"], "required", "is required"],
    ["a text for scalars", object({ facts: scalars() }), { facts: "x" }, ["facts"], "invalid_type", "must be a record"],
    ["a key too many", object({}), { extra: 1 }, ["extra"], "unknown_key", "is not a key that belongs here"],
    ["a key too many within", object({ in: object({}) }), { in: { x: 1 } }, ["in", "x"], "unknown_key", "is not a key that belongs here"],
    ["the key `__proto__`", object({}), JSON.parse('{"__proto__":1}'), ["__proto__"], "forbidden_key", "must not be a key"],
    ["no variant's word", shapes, { kind: "d" }, ["kind"], "invalid_value", 'must be one of "a", "b", "c"'],
    ["no word of a variant", shapes, {}, ["kind"], "required", "is required"],
    ["no word of a variant in a list", list(shapes), [{}], [0, "kind"], "required", "is required"],
    ["another word in a list", list(shapes), [{ kind: 1 }], [0, "kind"], "invalid_value", 'must be one of "a", "b", "c"'],
    ["nothing for a variant", object({ shape: shapes }), {}, ["shape"], "required", "is required"],
    ["null for a variant", object({ shape: shapes }), { shape: null }, ["shape"], "required", "is required"],
    ["a text for a variant", object({ shape: shapes }), { shape: "a" }, ["shape"], "invalid_type", "must be an object"],
  ])("%s", (_, schema, value, path, code, message) => {
    expect(issuesOf(schema, value)).toStrictEqual([{ path, code, message }]);
  });

  it("are those of the schema where a list must be empty", () => {
    expect(faultsOf(object({ actions: emptyList() }), { actions: [1] })).toEqual(["actions: invalid_value"]);
    expect(issuesOf(emptyList(), [1])).toEqual([{ path: [], code: "invalid_value", message: "must be empty" }]);
  });

  it("are the allowed ones as JSON, in their order", () => {
    expect(oneOfThese(["b", "a", 1, null])).toBe('must be one of "b", "a", 1, null');
    expect(oneOfThese(["a"])).toBe('must be one of "a"');
  });
});

describe("of two that no key tells apart", () => {
  const near = object({ x: required(number()), y: required(number()) });
  const far = object({ z: required(text), w: required(text), v: optional(text) });

  it.each<[string, Schema<unknown>, unknown, string[]]>([
    ["the object is meant by an object", either(oneOf(["none"]), near), { x: 1 }, ["y: required"]],
    ["the object is meant by an object, also as the first", either(near, oneOf(["none"])), { x: 1 }, ["y: required"]],
    ["the word is meant by a text", either(near, oneOf(["none"])), "some", [": invalid_type"]],
    ["the one with fewer faults is meant", either(near, far), { x: 1, y: "2" }, ["y: invalid_number"]],
    ["the one with fewer faults is meant, also as the second", either(far, near), { x: 1, y: "2" }, ["y: invalid_number"]],
    [
      "the first is meant where they are equally close",
      either(near, object({ a: required(text), b: required(text) })),
      {},
      ["x: required", "y: required"],
    ],
  ])("%s", (_, schema, value, expected) => {
    expect(faultsOf(schema, value)).toEqual(expected);
  });

  /** An object that takes `extra` and `size` and lacks so many others. */
  const lacking = (count: number): Schema<unknown> =>
    object({
      extra: optional(text),
      size: optional(text),
      ...Object.fromEntries(Array.from({ length: count }, (_, key) => [`k${key}`, required(text)])),
    });

  it.each([
    [10, "k0: required"],
    [11, "size: invalid_number"],
    [12, "size: invalid_number"],
  ])("keys that do not belong weigh as much as ten other faults, and one more is eleven: %d", (count, first) => {
    expect(faultsOf(either(object({ size: required(number()) }), lacking(count)), { extra: "e", size: "x" })[0]).toBe(first);
  });

  it.each([
    [99, "k0: required"],
    [100, ": invalid_value"],
    [101, ": invalid_value"],
  ])("another type for the whole weighs as much as a hundred: %d", (count, first) => {
    expect(faultsOf(either(oneOf(["none"]), lacking(count)), {})[0]).toBe(first);
  });

  it("a key that does not belong further in weighs as one fault", () => {
    const inner = object({ deep: object({ x: optional(text) }) });
    expect(faultsOf(either(object({ deep: required(number()), b: flag() }), inner), { deep: { y: 1 } })).toEqual(["deep.y: unknown_key"]);
  });

  it("the faults have the path from outside", () => {
    expect(faultsOf(object({ rule: either(oneOf(["none"]), near) }), { rule: { x: 1, z: 2 } })).toEqual([
      "rule.y: required",
      "rule.z: unknown_key",
    ]);
    expect(faultsOf(list(either(oneOf(["none"]), near)), ["none", { x: "1", y: 1 }])).toEqual(["1.x: invalid_number"]);
  });
});

describe("a thousand issues and no more", () => {
  const limits = record<number, number, number>(id, number(), { nullable: false });
  const faulty = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, "x"]));

  it.each([
    [MOST_ISSUES - 1, MOST_ISSUES - 1],
    [MOST_ISSUES, MOST_ISSUES],
    [MOST_ISSUES + 1, MOST_ISSUES],
  ])("of %d faults are told %d", (count, told) => {
    expect(faultsOf(limits, faulty(count))).toEqual(Array.from({ length: told }, (_, index) => `k${index}: invalid_number`));
    expect(faultsOf(object({}), faulty(count))).toEqual(Array.from({ length: told }, (_, index) => `k${index}: unknown_key`));
  });

  it("are told of several kinds together", () => {
    const open = openObject({ limits });
    const told = faultsOf(open, { limits: faulty(MOST_ISSUES), a: () => 1, b: NaN });
    expect(told).toHaveLength(MOST_ISSUES);
    expect([told[0], told[1], told.at(-1)]).toEqual([
      "a: not_plain_data",
      "limits.k0: invalid_number",
      `limits.k${MOST_ISSUES - 2}: invalid_number`,
    ]);
  });

  it("are a thousand also where some are told by another", () => {
    const open = openObject({ inner: openObject({ a: required(text), b: required(text), c: required(text) }), limits });
    const told = faultsOf(open, { inner: { [Symbol("key")]: 1 }, limits: faulty(2 * MOST_ISSUES) });
    expect(told).toHaveLength(MOST_ISSUES);
    expect([told[0], told[1], told.at(-1)]).toEqual([
      "inner: not_plain_data",
      "limits.k0: invalid_number",
      `limits.k${MOST_ISSUES - 2}: invalid_number`,
    ]);
  });
});

describe("issues below a key", () => {
  it("have it before their paths, and are otherwise the same", () => {
    const issue: InputIssue = { path: [0, "id"], code: "invalid_id", message: "no" };
    expect(below("lots", [issue, { ...issue, path: [] }])).toEqual([
      { ...issue, path: ["lots", 0, "id"] },
      { ...issue, path: ["lots"] },
    ]);
    expect(below(3, [issue])).toEqual([{ ...issue, path: [3, 0, "id"] }]);
    expect(below("lots", [])).toEqual([]);
  });
});

describe("an argument that is an object of known keys", () => {
  interface Question {
    readonly profile: Named;
    readonly at: string;
  }
  const read = (input: unknown): Question =>
    readKeys<Question>(input, { profile: (value) => readWith(named, value), at: (value) => readLeaf(instant, value) });
  const at = "2026-06-01T09:00:00.000Z";

  it("is read key by key", () => {
    expect(read({ at: "2026-06-01T11:00+02:00", profile: { id: "a" } })).toStrictEqual({ profile: { id: "a", note: null }, at });
  });

  it.each<[string, unknown, string[]]>([
    ["undefined", undefined, [": required"]],
    ["null", null, [": invalid_type"]],
    ["a text", "x", [": invalid_type"]],
    ["a list", [], [": invalid_type"]],
    ["an instance of a class", new Map(), [": invalid_type"]],
    ["without its keys", {}, ["profile: required", "at: required"]],
    [
      "with keys that do not belong, told first",
      { at, more: 1, profile: {}, other: undefined },
      ["more: unknown_key", "other: unknown_key", "profile.id: required"],
    ],
    [
      "with a key that every object has",
      { profile: { id: "a" }, at, constructor: 1, toString: 1 },
      ["constructor: unknown_key", "toString: unknown_key"],
    ],
    ["with the key `__proto__`", { ...(JSON.parse('{"__proto__":1}') as object), profile: { id: "a" }, at }, ["__proto__: forbidden_key"]],
    ["that cannot be read", throwing, ["id: unknown_key", "profile: required", "at: required"]],
  ])("%s", (_, input, expected) => {
    const told = issues(() => read(input));
    expect(told.map(({ path, code }) => `${path.join(".")}: ${code}`)).toEqual(expected);
  });

  it("says what it must be", () => {
    for (const input of [undefined, null])
      expect(issues(() => read(input)).map(({ message }) => message)).toEqual(["must be a plain object"]);
  });

  it("says which key does not belong, and which is forbidden", () => {
    const input = { ...(JSON.parse('{"more":1,"__proto__":1}') as object), profile: { id: "a" }, at };
    expect(issues(() => read(input))).toEqual([
      { path: ["more"], code: "unknown_key", message: "is not a key that belongs here" },
      { path: ["__proto__"], code: "forbidden_key", message: "must not be a key" },
    ]);
  });

  it("cannot be read where an accessor of it throws", () => {
    const unreadable = {
      get at(): never {
        throw new TypeError("no");
      },
    };
    expect(issues(() => read(unreadable))).toEqual([UNREADABLE]);
  });

  it("asks its readers also for what is left out", () => {
    expect(readKeys<{ zone: string }>({}, { zone: (value) => readOr("UTC", value, (zone) => readLeaf(text, zone)) })).toEqual({
      zone: "UTC",
    });
  });
});

describe("a reading with a fallback", () => {
  it("gives it where the value is left out or null, and else reads the value", () => {
    const read = vi.fn((value: unknown) => readLeaf(text, value));
    expect([readOr("x", undefined, read), readOr(null, null, read)]).toEqual([{ value: "x" }, { value: null }]);
    expect(read).not.toHaveBeenCalled();
    expect([readOr("x", "", read), readOr("x", "a", read)]).toEqual([{ value: "" }, { value: "a" }]);
    expect(readOr("x", 0, read)).toEqual({ issues: [{ path: [], code: "invalid_type", message: "must be text" }] });
  });
});

describe("a reading by one reader", () => {
  it("is required where there is no value, and else what the reader says", () => {
    for (const value of [undefined, null]) {
      expect(readLeaf(text, value)).toStrictEqual({ issues: [{ path: [], code: "required", message: "is required" }] });
    }
    expect(readLeaf(text, "a")).toStrictEqual({ value: "a" });
    expect(readLeaf(number(), 0)).toStrictEqual({ value: 0 });
    expect(readLeaf(text, 7)).toStrictEqual({ issues: [{ path: [], code: "invalid_type", message: "must be text" }] });
  });
});
