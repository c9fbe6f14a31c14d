import { describe, expect, it, vi } from "vitest";
import { MOST_ISSUES } from "../../src/base/errors.js";
import { fastPathOf, UNSURE } from "../../src/base/fast-path.js";
import { id, number, text } from "../../src/base/fields.js";
import { readWith } from "../../src/base/parser.js";
import {
  constant,
  either,
  emptyList,
  Fault,
  flag,
  flagOr,
  list,
  listOf,
  made,
  mapped,
  nullableOneOf,
  nullOr,
  object,
  objectOr,
  omissible,
  oneOf,
  oneOfOr,
  openObject,
  optional,
  optionalObject,
  record,
  repeatedIds,
  required,
  type Rule,
  scalars,
  type Schema,
  uniqueIds,
  variants,
  withDefault,
} from "../../src/base/schema.js";
import { faultsOf } from "../support/faults.js";

const NO_FAULTS: readonly string[] = [];

function messagesOf(schema: Schema<unknown>, value: unknown): readonly string[] {
  const reading = readWith(schema, value);
  return "issues" in reading ? reading.issues.map(({ message }) => message) : NO_FAULTS;
}

/** The value as the fast path reads it, which must vouch for it. */
function readFast(schema: Schema<unknown>, value: unknown): unknown {
  const read = fastPathOf(schema)?.(value) ?? UNSURE;
  if (read === UNSURE) throw new Error("the fast path does not vouch for it");
  expect(readWith(schema, value)).toStrictEqual({ value: read });
  return read;
}

/** The value as the whole schema reads it. */
function readWhole(schema: Schema<unknown>, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(JSON.stringify(faultsOf(schema, value)));
  return result.data;
}

/** What both ways read, which must be the same. */
function readBothWays(schema: Schema<unknown>, value: unknown): unknown {
  const fast = readFast(schema, value);
  const whole = readWhole(schema, value);
  expect(whole).toStrictEqual(fast);
  expect(JSON.stringify(whole)).toBe(JSON.stringify(fast));
  expect(Object.isFrozen(whole)).toBe(Object.isFrozen(fast));
  return whole;
}

/** The value under a key that may also be left out: fast, and beside a sibling whose fault alone may be told. */
function readAsKey(schema: Schema<unknown>, given: Readonly<Record<string, unknown>>): unknown {
  const holder = object({ key: schema, sibling: required(text) });
  expect(faultsOf(holder, { ...given, sibling: 7 })).toEqual(["sibling: invalid_type"]);
  return (readBothWays(holder, { ...given, sibling: "s" }) as { readonly key?: unknown }).key;
}

/** The faults of a value, which must be the same beside a sibling that is sound and one that has a fault. */
function faultsAsKey(schema: Schema<unknown>, given: Readonly<Record<string, unknown>>): readonly string[] {
  const holder = object({ key: schema, sibling: required(text) });
  const told = faultsOf(holder, { ...given, sibling: "s" });
  expect(faultsOf(holder, { ...given, sibling: 7 })).toEqual([...told, "sibling: invalid_type"]);
  return told;
}

/** A text in upper case: what is read is not what is given. */
const shout = { json: { type: "string" }, read: (value: unknown) => (typeof value === "string" ? value.toUpperCase() : text.read(value)) };

const LEFT_OUT = {};
const NULL = { key: null };
const UNDEFINED = { key: undefined };

describe("what is made", () => {
  it("is what the maker gives, made once", () => {
    const make = vi.fn(() => "made");
    expect(made(make)).toBe("made");
    expect(make).toHaveBeenCalledTimes(1);
  });
});

describe("a fault", () => {
  it("is a code and a message", () => {
    expect({ ...new Fault("invalid_id", "must be an id") }).toEqual({ code: "invalid_id", message: "must be an id" });
  });
});

describe("a value that must be there", () => {
  const schema = (): Schema<unknown> => required(shout);

  it("is read by its reader", () => {
    expect(readAsKey(schema(), { key: "a" })).toBe("A");
    expect(readBothWays(schema(), "a")).toBe("A");
  });

  it.each([
    ["left out", LEFT_OUT],
    ["null", NULL],
    ["undefined", UNDEFINED],
  ])("is required where it is %s", (_, given) => {
    expect(faultsAsKey(schema(), given)).toEqual(["key: required"]);
    expect(messagesOf(object({ key: schema() }), given)).toEqual(["is required"]);
  });

  it("is required where null is the whole", () => {
    expect(faultsOf(schema(), null)).toEqual([": required"]);
    expect(faultsOf(schema(), undefined)).toEqual([": required"]);
  });

  it("has the faults that its reader tells", () => {
    expect(faultsAsKey(schema(), { key: 7 })).toEqual(["key: invalid_type"]);
    expect(messagesOf(schema(), 7)).toEqual(["must be text"]);
  });
});

describe("a value that may be left out", () => {
  const schema = (): Schema<unknown> => optional(shout);

  it.each([
    ["left out", LEFT_OUT],
    ["null", NULL],
    ["undefined", UNDEFINED],
  ])("is null where it is %s", (_, given) => {
    expect(readAsKey(schema(), given)).toBeNull();
  });

  it("is read by its reader, which tells the faults", () => {
    expect(readAsKey(schema(), { key: "a" })).toBe("A");
    expect(faultsAsKey(schema(), { key: 7 })).toEqual(["key: invalid_type"]);
  });
});

describe("a value with a default", () => {
  const schema = (): Schema<unknown> => withDefault(shout, "none");

  it.each([
    ["left out", LEFT_OUT],
    ["null", NULL],
    ["undefined", UNDEFINED],
  ])("is the default, as it is, where it is %s", (_, given) => {
    expect(readAsKey(schema(), given)).toBe("none");
  });

  it("is read by its reader, which tells the faults", () => {
    expect(readAsKey(schema(), { key: "a" })).toBe("A");
    expect(readAsKey(schema(), { key: "" })).toBe("");
    expect(faultsAsKey(schema(), { key: 7 })).toEqual(["key: invalid_type"]);
  });
});

describe("a word", () => {
  const three = (): Schema<unknown> => oneOf(["b", "a", "c"]);

  it("is one of those allowed", () => {
    for (const word of ["b", "a", "c"]) expect(readAsKey(three(), { key: word })).toBe(word);
  });

  it.each<[string, object, string]>([
    ["another word", { key: "d" }, "key: invalid_value"],
    ["one in upper case", { key: "A" }, "key: invalid_value"],
    ["null", NULL, "key: invalid_value"],
    ["nothing", LEFT_OUT, "key: required"],
  ])("is not %s", (_, given, fault) => {
    expect(faultsAsKey(three(), { ...given })).toEqual([fault]);
  });

  it("that is wrong is answered with those allowed, in their order", () => {
    expect(messagesOf(three(), "d")).toEqual(['must be one of "b", "a", "c"']);
  });
});

describe("a word with a default", () => {
  const schema = (): Schema<unknown> => oneOfOr(["once", "twice"], "twice");

  it("is the default where it is left out", () => {
    expect(readAsKey(schema(), LEFT_OUT)).toBe("twice");
    expect(readAsKey(schema(), UNDEFINED)).toBe("twice");
    expect(readAsKey(schema(), { key: "once" })).toBe("once");
  });

  it("is wrong where it is null or another word", () => {
    expect(faultsAsKey(schema(), NULL)).toEqual(["key: invalid_value"]);
    expect(faultsAsKey(schema(), { key: "thrice" })).toEqual(["key: invalid_value"]);
  });
});

describe("a word or none", () => {
  const schema = (): Schema<unknown> => nullableOneOf(["once", "twice"]);

  it("is null where it is left out or null", () => {
    for (const given of [LEFT_OUT, UNDEFINED, NULL]) expect(readAsKey(schema(), given)).toBeNull();
    expect(readAsKey(schema(), { key: "twice" })).toBe("twice");
  });

  it("is wrong where it is another word", () => {
    expect(faultsAsKey(schema(), { key: "" })).toEqual(["key: invalid_value"]);
  });
});

describe("a constant", () => {
  it("is that value alone", () => {
    expect(readAsKey(constant(1), { key: 1 })).toBe(1);
    expect(readAsKey(constant(null), { key: null })).toBeNull();
    expect(faultsAsKey(constant(1), { key: 2 })).toEqual(["key: invalid_value"]);
    expect(faultsAsKey(constant(1), NULL)).toEqual(["key: invalid_value"]);
    expect(faultsAsKey(constant(1), LEFT_OUT)).toEqual(["key: required"]);
    expect(faultsAsKey(constant(null), { key: 0 })).toEqual(["key: invalid_value"]);
    expect(messagesOf(constant(null), 0)).toEqual(["must be one of null"]);
  });
});

describe("a value or null", () => {
  const schema = (): Schema<unknown> => nullOr(oneOf(["a"]));

  it("is either, and must be there", () => {
    expect(readAsKey(schema(), NULL)).toBeNull();
    expect(readAsKey(schema(), { key: "a" })).toBe("a");
    expect(faultsAsKey(schema(), LEFT_OUT)).toEqual(["key: required"]);
    expect(faultsAsKey(schema(), { key: "b" })).toEqual(["key: invalid_value"]);
  });

  it("has no fast path where the value has none", () => {
    expect(fastPathOf(nullOr(scalars()))).toBeNull();
  });
});

describe("a record of scalars", () => {
  const schema = (): Schema<unknown> => scalars();

  it("holds texts, finite numbers, booleans and nulls, and is frozen", () => {
    const given = { a: "x", b: 1.5, c: false, d: null };
    expect(readWhole(schema(), given)).toStrictEqual(given);
    expect(Object.isFrozen(readWhole(schema(), given))).toBe(true);
    expect(Object.isFrozen(given)).toBe(false);
    expect(readWhole(schema(), {})).toStrictEqual({});
    expect(readWith(schema(), given)).toStrictEqual({ value: given });
  });

  it.each([
    ["an object", { a: {} }, "a: invalid_type"],
    ["a list", { a: [] }, "a: invalid_type"],
  ])("does not hold %s", (_, given, fault) => {
    expect(faultsOf(schema(), given)).toEqual([fault]);
  });

  it("is a fault where it is none", () => {
    expect(faultsOf(schema(), null)).toEqual([": required"]);
    expect(faultsOf(schema(), "a")).toEqual([": invalid_type"]);
  });
});

describe("a flag", () => {
  it("is true or false", () => {
    for (const key of [true, false]) expect(readAsKey(flag(), { key })).toBe(key);
    for (const key of [0, "true", null]) expect(faultsAsKey(flag(), { key })).toEqual(["key: invalid_type"]);
    expect(faultsAsKey(flag(), LEFT_OUT)).toEqual(["key: required"]);
    expect(messagesOf(flag(), 1)).toEqual(["must be a boolean"]);
  });

  it("with a default is that where it is left out, and not where it is null", () => {
    for (const fallback of [true, false]) {
      expect(readAsKey(flagOr(fallback), LEFT_OUT)).toBe(fallback);
      expect(readAsKey(flagOr(fallback), UNDEFINED)).toBe(fallback);
      for (const key of [true, false]) expect(readAsKey(flagOr(fallback), { key })).toBe(key);
      for (const key of [0, null]) expect(faultsAsKey(flagOr(fallback), { key })).toEqual(["key: invalid_type"]);
    }
  });
});

describe("a key that is gone where it is left out", () => {
  const schema = (): Schema<unknown> => object({ key: omissible(oneOf(["a"])), other: omissible(flag()) });

  it("is there only where it was given", () => {
    expect(Object.keys(readBothWays(schema(), {}) as object)).toEqual([]);
    expect(Object.keys(readBothWays(schema(), { key: undefined, other: true }) as object)).toEqual(["other"]);
    expect(readBothWays(schema(), { key: "a" })).toStrictEqual({ key: "a" });
  });

  it("is a fault where it is null or wrong", () => {
    expect(faultsOf(schema(), { key: null })).toEqual(["key: invalid_value"]);
    expect(faultsOf(schema(), { key: "b" })).toEqual(["key: invalid_value"]);
  });
});

describe("a schema whose value is made into something else", () => {
  const schema = (): Schema<unknown> => mapped(required(number({ min: 0 })), (value) => ({ doubled: value * 2 }));

  it("gives what it is made into", () => {
    expect(readAsKey(schema(), { key: 2 })).toEqual({ doubled: 4 });
  });

  it("makes nothing of what is faulty", () => {
    const map = vi.fn();
    expect(faultsAsKey(mapped(required(number({ min: 0 })), map), { key: -1 })).toEqual(["key: out_of_range"]);
    expect(map).not.toHaveBeenCalled();
  });
});

describe("an object", () => {
  const schema = (): Schema<unknown> => object({ name: required(shout), note: optional(text) });

  it("is frozen, has the keys of its shape in their order, and no others", () => {
    const given = { note: "n", name: "a" };
    const read = readBothWays(schema(), given);
    expect(read).toStrictEqual({ name: "A", note: "n" });
    expect(Object.keys(read as object)).toEqual(["name", "note"]);
    expect(Object.isFrozen(read)).toBe(true);
    expect(Object.isFrozen(given)).toBe(false);
    expect(readBothWays(schema(), { name: "a" })).toStrictEqual({ name: "A", note: null });
  });

  it("tells each fault, in the order of the shape, and then each key that does not belong", () => {
    expect(faultsOf(schema(), { other: 1, note: 7, more: 2 })).toEqual([
      "name: required",
      "note: invalid_type",
      "other: unknown_key",
      "more: unknown_key",
    ]);
    expect(messagesOf(schema(), { name: "a", other: 1 })).toEqual(["is not a key that belongs here"]);
  });

  it.each<[unknown, string, string]>([
    [undefined, ": required", "is required"],
    [null, ": required", "is required"],
    ["a", ": invalid_type", "must be an object"],
    [7, ": invalid_type", "must be an object"],
    [[], ": invalid_type", "must be an object"],
  ])("is not %j", (value, fault, message) => {
    expect(faultsOf(schema(), value)).toEqual([fault]);
    expect(messagesOf(schema(), value)).toEqual([message]);
  });

  it("is completed before it is frozen, where it is sound", () => {
    const complete = vi.fn((draft: { name: string; note: string | null }) => {
      draft.note ??= `of ${draft.name}`;
    });
    const completed = object({ name: required(shout), note: optional(text) }, [], complete);
    expect(readBothWays(completed, { name: "a" })).toStrictEqual({ name: "A", note: "of A" });
    expect(Object.isFrozen(readWhole(completed, { name: "a" }))).toBe(true);
    complete.mockClear();
    expect(faultsOf(completed, { name: 1 })).toEqual(["name: invalid_type"]);
    expect(complete).not.toHaveBeenCalled();
  });

  it("has no fast path where one of its fields has none", () => {
    expect(fastPathOf(object({ facts: scalars() }))).toBeNull();
    expect(readWith(object({ facts: scalars() }), { facts: { a: 1 } })).toEqual({ value: { facts: { a: 1 } } });
  });
});

describe("an open object", () => {
  const schema = (): Schema<unknown> => openObject({ name: required(shout), note: omissible(flag()) });

  it("is frozen, and others of its keys pass through as they are, but for those that are undefined", () => {
    const read = readWhole(schema(), { other: 1, name: "a", more: undefined, note: undefined });
    expect(read).toStrictEqual({ name: "A", other: 1 });
    expect(Object.isFrozen(read)).toBe(true);
    expect(fastPathOf(schema())).toBeNull();
  });

  it("tells the faults of its own keys, and judges by its rules", () => {
    expect(faultsOf(schema(), { other: 1, name: 7 })).toEqual(["name: invalid_type"]);
    const ruled = openObject({ name: required(shout) }, [
      { fields: ["name"], faults: ({ name }) => [{ path: ["name"], code: "conflict", message: `not ${name}` }] },
    ]);
    expect(messagesOf(ruled, { name: "a" })).toEqual(["not A"]);
  });
});

describe("a rule over several fields", () => {
  type Range = { min: number | null; max: number | null; inner: { deep: string } | null };
  const clash = (path: (string | number)[]): { path: (string | number)[]; code: "conflict"; message: string } => ({
    path,
    code: "conflict",
    message: "cannot stand together",
  });
  const ordered: Rule<Range> = {
    fields: ["min", "max"],
    faults: ({ min, max }) => (min !== null && max !== null && min > max ? [clash(["min"]), clash(["max"])] : []),
  };
  const range = (rules: readonly Rule<Range>[]): Schema<unknown> =>
    object({ min: optional(number()), max: optional(number()), inner: optionalObject(object({ deep: required(text) })) }, rules as never);

  it("is judged where its fields are sound, and all its faults are told", () => {
    expect(readBothWays(range([ordered]), { min: 1, max: 2 })).toStrictEqual({ min: 1, max: 2, inner: null });
    expect(faultsOf(range([ordered]), { min: 2, max: 1 })).toEqual(["min: conflict", "max: conflict"]);
    expect(messagesOf(range([ordered]), { min: 2, max: 1 })).toEqual(["cannot stand together", "cannot stand together"]);
  });

  it("is judged also where something else is faulty, or does not belong", () => {
    expect(faultsOf(range([ordered]), { min: 2, max: 1, inner: 7 })).toEqual(["inner: invalid_type", "min: conflict", "max: conflict"]);
    expect(faultsOf(range([ordered]), { min: 2, max: 1, other: 7 })).toEqual(["other: unknown_key", "min: conflict", "max: conflict"]);
    expect(faultsOf(range([ordered]), { min: 2, max: 1, min2: 7 })).toEqual(["min2: unknown_key", "min: conflict", "max: conflict"]);
  });

  it("is not judged where one of its fields is faulty", () => {
    expect(faultsOf(range([ordered]), { min: 2, max: "1" })).toEqual(["max: invalid_number"]);
    expect(faultsOf(range([ordered]), { min: "2", max: 1 })).toEqual(["min: invalid_number"]);
  });

  it("is not judged where the whole is no object", () => {
    const faults = vi.fn(() => []);
    expect(faultsOf(range([{ fields: [], faults }]), 7)).toEqual([": invalid_type"]);
    expect(faultsOf(range([{ fields: [], faults }]), null)).toEqual([": required"]);
    expect(faults).not.toHaveBeenCalled();
  });

  it.each<[string, string, object, boolean]>([
    ["a field within it is faulty", "inner", { inner: { deep: 7 } }, false],
    ["what it stands in is faulty", "inner.deep", { inner: 7 }, false],
    ["it is faulty itself", "inner.deep", { inner: { deep: 7 } }, false],
    ["another field in the same is faulty", "inner.wide", { inner: { deep: 7 } }, true],
    ["one is faulty whose name begins alike", "inn", { inner: 7 }, true],
    ["one is faulty whose name is the beginning of its own", "inner2", { inner: 7 }, true],
    ["a key within it does not belong", "inner", { inner: { deep: "d", other: 1 } }, true],
  ])("looks at dotted paths: %s", (_, field, given, isJudged) => {
    const rule: Rule<Range> = { fields: [field], faults: () => [clash([])] };
    expect(faultsOf(range([rule]), given).includes(": conflict")).toBe(isJudged);
  });

  it("that looks at no field is judged whichever is faulty", () => {
    expect(faultsOf(range([{ fields: [], faults: () => [clash([])] }]), { min: "x" })).toEqual(["min: invalid_number", ": conflict"]);
  });

  it("is not judged of a field that a rule before it has found fault with, and each rule is judged", () => {
    const second: Rule<Range> = { fields: ["inner"], faults: () => [clash(["inner"])] };
    expect(faultsOf(range([ordered, second]), { min: 2, max: 1 })).toEqual(["min: conflict", "max: conflict", "inner: conflict"]);
    expect(faultsOf(range([ordered, second]), { min: "x", max: 1 })).toEqual(["min: invalid_number", "inner: conflict"]);
    expect(faultsOf(range([second, ordered]), { min: 2, max: 1 })).toEqual(["inner: conflict", "min: conflict", "max: conflict"]);
  });

  it("of the object within is told at the path from outside", () => {
    const outer = object({ ranges: list(range([ordered])) });
    expect(faultsOf(outer, { ranges: [{}, { min: 2, max: 1 }] })).toEqual(["ranges.1.min: conflict", "ranges.1.max: conflict"]);
  });
});

describe("a rule over a list", () => {
  const item = (): Schema<unknown> => object({ id: required(id), size: optional(number()) });
  const items = (): Schema<unknown> => object({ items: list(item()), other: optional(text) }, [uniqueIds("items")]);

  it("is judged though elements are faulty", () => {
    expect(faultsOf(items(), { items: [{ id: "a" }, { id: "a", size: "x" }] })).toEqual([
      "items.1.size: invalid_number",
      "items.1.id: duplicate_id",
    ]);
    expect(faultsOf(items(), { items: [{ id: "a" }, null, 7, { id: 7 }, {}, { id: "a" }], other: 1 })).toEqual([
      "items.1: required",
      "items.2: invalid_type",
      "items.3.id: invalid_type",
      "items.4.id: required",
      "other: invalid_type",
      "items.5.id: duplicate_id",
    ]);
  });

  it("is not judged where it is no list", () => {
    expect(faultsOf(items(), { items: 7 })).toEqual(["items: invalid_type"]);
    expect(faultsOf(items(), { items: { length: 2, 0: { id: "a" }, 1: { id: "a" } } })).toEqual(["items: invalid_type"]);
    expect(faultsOf(items(), { items: "aa" })).toEqual(["items: invalid_type"]);
  });

  it("has nothing to say where the list is left out or null", () => {
    for (const given of [{}, { items: null }, { items: undefined }]) {
      expect(readBothWays(items(), given)).toStrictEqual({ items: [], other: null });
      expect(faultsOf(items(), { ...given, other: 7 })).toEqual(["other: invalid_type"]);
    }
  });

  it("takes ids that differ", () => {
    const given = { items: [{ id: "a" }, { id: "b" }] };
    expect(readBothWays(items(), given)).toMatchObject(given);
  });

  it("names the list that it goes over, and no fields", () => {
    const rule = uniqueIds<{ items: { id: string }[] | null }, "items">("items");
    expect(rule).toMatchObject({ fields: [], list: "items" });
    expect(rule.faults({ items: [{ id: "a" }, { id: "a" }] })).toEqual([
      { path: ["items", 1, "id"], code: "duplicate_id", message: 'repeats the id "a"' },
    ]);
    expect(rule.faults({ items: null })).toEqual([]);
  });
});

describe("repeated ids", () => {
  it("are told where they come again, each time", () => {
    expect(repeatedIds([{ id: "a" }, { id: "b" }, { id: "a" }, { id: "a" }, { id: "b" }], ["lots"]).map(({ path }) => path)).toEqual([
      ["lots", 2, "id"],
      ["lots", 3, "id"],
      ["lots", 4, "id"],
    ]);
  });

  it("are told by name, with the path before", () => {
    const issue = { code: "duplicate_id", message: 'repeats the id "say \\"a\\""' };
    expect(repeatedIds([{ id: 'say "a"' }, { id: 'say "a"' }], [])).toEqual([{ path: [1, "id"], ...issue }]);
    expect(repeatedIds([{ id: 'say "a"' }, { id: 'say "a"' }], ["x", 3])).toEqual([{ path: ["x", 3, 1, "id"], ...issue }]);
  });

  it("are not what is no text, or not there", () => {
    expect(repeatedIds([{ id: 1 }, { id: 1 }, {}, {}, null, null, undefined, undefined, { id: null }, { id: null }], [])).toEqual([]);
    expect(repeatedIds([], [])).toEqual([]);
    expect(repeatedIds(null, [])).toEqual([]);
    expect(repeatedIds([{ id: "a" }], [])).toEqual([]);
    expect(repeatedIds([{ id: "" }, { id: "" }], [])).toHaveLength(1);
  });
});

describe("variants", () => {
  const schema = (): Schema<unknown> =>
    variants("kind", [
      object({ kind: oneOf(["circle"]), radius: required(number()) }),
      object({ kind: oneOf(["square", "rhombus"]), side: required(shout) }),
    ]);

  it("are told apart by the word under the key", () => {
    expect(readBothWays(schema(), { kind: "circle", radius: 1 })).toStrictEqual({ kind: "circle", radius: 1 });
    expect(readBothWays(schema(), { side: "a", kind: "rhombus" })).toStrictEqual({ kind: "rhombus", side: "A" });
  });

  it("have the faults of the one meant", () => {
    expect(faultsOf(schema(), { kind: "circle", side: "a" })).toEqual(["radius: required", "side: unknown_key"]);
    expect(faultsOf(schema(), { kind: "square", side: 1 })).toEqual(["side: invalid_type"]);
  });

  it.each<[string, unknown, string, string]>([
    ["another word", { kind: "cube" }, "kind: invalid_value", 'must be one of "circle", "square", "rhombus"'],
    ["no word", { kind: 7 }, "kind: invalid_value", 'must be one of "circle", "square", "rhombus"'],
    ["null", { kind: null }, "kind: invalid_value", 'must be one of "circle", "square", "rhombus"'],
    ["nothing", { radius: 1 }, "kind: required", "is required"],
    ["no object", "circle", ": invalid_type", "must be an object"],
    ["null for the whole", null, ": required", "is required"],
  ])("are none with %s under it", (_, value, fault, message) => {
    expect(faultsOf(schema(), value)).toEqual([fault]);
    expect(messagesOf(schema(), value)).toEqual([message]);
  });

  it("have no fast path where one of them has none", () => {
    expect(fastPathOf(variants("kind", [object({ kind: oneOf(["a"]) }), openObject({ kind: oneOf(["b"]) })]))).toBeNull();
  });
});

describe("either of two", () => {
  const schema = (): Schema<unknown> => either(oneOf(["none"]), object({ max: required(number()) }));

  it("is read as the one that it is", () => {
    expect(readAsKey(schema(), { key: "none" })).toBe("none");
    expect(readAsKey(schema(), { key: { max: 1 } })).toEqual({ max: 1 });
  });

  it("has the faults of the one that it comes closest to", () => {
    expect(faultsOf(schema(), { max: "x" })).toEqual(["max: invalid_number"]);
    expect(faultsOf(schema(), "some")).toEqual([": invalid_value"]);
    expect(faultsOf(schema(), {})).toEqual(["max: required"]);
  });

  it("has no fast path where one of them has none", () => {
    expect(fastPathOf(either(flag(), scalars()))).toBeNull();
    expect(fastPathOf(either(scalars(), flag()))).toBeNull();
  });
});

describe("an object that may be left out", () => {
  const inner = (): Schema<unknown> => object({ name: required(shout) });

  it("is null where it is left out or null", () => {
    for (const given of [LEFT_OUT, UNDEFINED, NULL]) expect(readAsKey(optionalObject(inner()), given)).toBeNull();
    expect(readAsKey(optionalObject(inner()), { key: { name: "a" } })).toEqual({ name: "A" });
    expect(faultsAsKey(optionalObject(inner()), { key: {} })).toEqual(["key.name: required"]);
  });

  it("or is its default, the very one", () => {
    const fallback = Object.freeze({ name: "none" });
    for (const given of [LEFT_OUT, UNDEFINED, NULL]) expect(readAsKey(objectOr(inner(), fallback), given)).toBe(fallback);
    expect(readWhole(objectOr(inner(), fallback), null)).toBe(fallback);
    expect(readAsKey(objectOr(inner(), fallback), { key: { name: "a" } })).toEqual({ name: "A" });
    expect(faultsAsKey(objectOr(inner(), fallback), { key: {} })).toEqual(["key.name: required"]);
    expect(faultsAsKey(objectOr(inner(), fallback), { key: 7 })).toEqual(["key: invalid_type"]);
  });
});

describe("a list", () => {
  const words = (): Schema<unknown> => list(required(shout));

  it("is frozen, of what its elements are read as", () => {
    const given = ["a", "b"];
    const read = readAsKey(words(), { key: given });
    expect(read).toStrictEqual(["A", "B"]);
    expect(Object.isFrozen(read)).toBe(true);
    expect(Object.isFrozen(readWhole(words(), given))).toBe(true);
    expect(Object.isFrozen(given)).toBe(false);
  });

  it("is a frozen empty one where it is left out or null", () => {
    for (const given of [LEFT_OUT, UNDEFINED, NULL]) {
      expect(readAsKey(words(), given)).toStrictEqual([]);
      expect(Object.isFrozen(readAsKey(words(), given))).toBe(true);
    }
  });

  it("that must be there is required where it is left out or null", () => {
    expect(readAsKey(listOf(required(shout)), { key: ["a"] })).toEqual(["A"]);
    for (const given of [LEFT_OUT, UNDEFINED, NULL]) expect(faultsAsKey(listOf(required(shout)), given)).toEqual(["key: required"]);
  });

  it("has the faults of each element", () => {
    expect(faultsAsKey(words(), { key: [7, "a", null] })).toEqual(["key.0: invalid_type", "key.2: required"]);
    expect(faultsAsKey(words(), { key: "a" })).toEqual(["key: invalid_type"]);
    expect(messagesOf(words(), "a")).toEqual(["must be an array"]);
  });
});

describe("a long list", () => {
  const given = (length: number, element: unknown): unknown[] => new Array<unknown>(length).fill(element);

  it.each([MOST_ISSUES - 1, MOST_ISSUES, MOST_ISSUES + 1, 2 * MOST_ISSUES + 1])(
    "of %d sound elements is read whole, either way",
    (length) => {
      expect(readBothWays(list(required(shout)), given(length, "a"))).toEqual(given(length, "A"));
    },
  );

  it.each([
    [MOST_ISSUES, MOST_ISSUES],
    [MOST_ISSUES + 1, MOST_ISSUES],
    [3 * MOST_ISSUES, MOST_ISSUES],
  ])("of %d faulty elements is looked at until there are faults enough", (length, times) => {
    const read = vi.fn(() => new Fault("invalid_value", "no"));
    const schema = listOf(required({ json: { type: "string" }, read }));
    const result = schema.safeParse(given(length, "a"));
    expect(read).toHaveBeenCalledTimes(times);
    expect(result.error?.issues.map(({ path }) => path)).toEqual(Array.from({ length: times }, (_, index) => [index]));
  });

  it("is looked at to its end where there are less", () => {
    const elements: unknown[] = given(MOST_ISSUES + 5, "a").fill(7, 3, MOST_ISSUES + 2);
    expect(faultsOf(list(required(shout)), elements)).toHaveLength(MOST_ISSUES - 1);
    elements[MOST_ISSUES + 4] = 7;
    expect(faultsOf(list(required(shout)), elements).at(-1)).toBe(`${MOST_ISSUES + 4}: invalid_type`);
  });

  it("that is none is told as any other", () => {
    expect(faultsOf(listOf(flag()), { length: MOST_ISSUES + 1 })).toEqual([": invalid_type"]);
    expect(faultsOf(listOf(flag()), "a".repeat(MOST_ISSUES + 1))).toEqual([": invalid_type"]);
  });
});

describe("a record", () => {
  const limits = (): Schema<unknown> => record<string, string, string>(id, shout, { nullable: false });
  const nullable = (): Schema<unknown> => record<string, string, string | null>(id, shout, { nullable: true });

  it("is frozen, its keys in the order of their code units", () => {
    const given = { b: "x", a: "y", B: "z", "10": "u", "9": "v" };
    const read = readAsKey(limits(), { key: given });
    expect(read).toStrictEqual({ "9": "V", "10": "U", B: "Z", a: "Y", b: "X" });
    expect(Object.keys(read as object)).toEqual(["9", "10", "B", "a", "b"]);
    expect(Object.isFrozen(read)).toBe(true);
    expect(Object.isFrozen(given)).toBe(false);
    expect(readAsKey(limits(), { key: {} })).toStrictEqual({});
  });

  it("is null where it is left out or null", () => {
    for (const given of [LEFT_OUT, UNDEFINED, NULL]) {
      expect(readAsKey(limits(), given)).toBeNull();
      expect(readAsKey(nullable(), given)).toBeNull();
    }
  });

  it("has no entry for one that is undefined", () => {
    expect(Object.keys(readAsKey(limits(), { key: { b: undefined, a: "y" } }) as object)).toEqual(["a"]);
    expect(Object.keys(readAsKey(nullable(), { key: { b: undefined, a: "y" } }) as object)).toEqual(["a"]);
  });

  it("keeps an entry that is null where it may be, and else it is required", () => {
    expect(readAsKey(nullable(), { key: { b: null, a: "y" } })).toStrictEqual({ a: "Y", b: null });
    expect(faultsAsKey(limits(), { key: { b: null, a: "y" } })).toEqual(["key.b: required"]);
    expect(messagesOf(limits(), { b: null })).toEqual(["is required"]);
  });

  it("has the faults of its keys and of its entries", () => {
    expect(faultsAsKey(limits(), { key: { a: 7 } })).toEqual(["key.a: invalid_type"]);
    expect(faultsAsKey(limits(), { key: { "": "x" } })).toEqual(["key.: invalid_id"]);
    expect(faultsOf(limits(), { "": "x", a: 7 })).toEqual(["a: invalid_type", ": invalid_id"]);
    expect(faultsOf(limits(), { "": "x", ["x".repeat(201)]: "y" })).toEqual([": invalid_id", `${"x".repeat(201)}: invalid_id`]);
    expect(messagesOf(limits(), { "": "x" })).toEqual(["must be text of 1 to 200 UTF-16 code units without a lone surrogate"]);
  });

  it("is a fault where it is none", () => {
    expect(faultsAsKey(limits(), { key: "a" })).toEqual(["key: invalid_type"]);
    expect(faultsAsKey(limits(), { key: [] })).toEqual(["key: invalid_type"]);
  });

  it("has its keys looked at only where it is one", () => {
    const read = vi.fn(() => new Fault("invalid_id", "no"));
    const schema = record<string, string, string>({ json: { type: "string" }, read }, shout, { nullable: false });
    for (const given of ["a", ["a"], 7, true]) expect(faultsOf(schema, given)).toEqual([": invalid_type"]);
    expect(read).not.toHaveBeenCalled();
    expect(faultsOf(schema, { a: 7, b: "x" })).toEqual(["a: invalid_type", "a: invalid_id", "b: invalid_id"]);
    expect(messagesOf(schema, { b: "x" })).toEqual(["no"]);
    expect(faultsOf(schema, {})).toEqual([]);
  });
});

describe("an empty list", () => {
  it("must be there, and be empty", () => {
    expect(readWhole(emptyList(), [])).toStrictEqual([]);
    expect(Object.isFrozen(readWhole(emptyList(), []))).toBe(true);
    expect(faultsOf(emptyList(), null)).toEqual([": required"]);
    expect(faultsOf(emptyList(), "")).toEqual([": invalid_type"]);
    expect(faultsOf(emptyList(), [1])).toEqual([": invalid_value"]);
    expect(messagesOf(emptyList(), [1])).toEqual(["must be empty"]);
  });
});
