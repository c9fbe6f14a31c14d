import { describe, expect, it } from "vitest";
import { amount, id, number, text } from "../../src/base/fields.js";
import { jsonSchemaOf } from "../../src/base/json-schema.js";
import {
  constant,
  either,
  emptyList,
  flag,
  flagOr,
  list,
  listOf,
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
  required,
  scalars,
  type Schema,
  variants,
  withDefault,
} from "../../src/base/schema.js";

type Node = { readonly [keyword: string]: unknown };

/** How a schema is written where it stands under a key of an object. */
function nodeOf(schema: Schema<unknown>, io: "input" | "output"): unknown {
  const { properties } = jsonSchemaOf(object({ key: schema }), "holder", io);
  return (properties as Node)["key"];
}

function requiredOf(schema: Schema<unknown>, io: "input" | "output"): unknown {
  return jsonSchemaOf(schema, "holder", io)["required"];
}

const WORD = { type: "string", enum: ["a", "b"] };
const INNER = { type: "object", properties: { name: { type: "string" } }, required: ["name"], additionalProperties: false };
const inner = object({ name: required(text) });

describe("a JSON Schema document", () => {
  it("is of draft 2020-12, has the title given, and no word that is not of JSON Schema", () => {
    expect(jsonSchemaOf(object({ id: required(id), note: optional(text) }), "a thing", "input")).toStrictEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "a thing",
      type: "object",
      properties: { id: { type: "string", minLength: 1, maxLength: 200 }, note: { type: ["string", "null"] } },
      required: ["id"],
      additionalProperties: false,
    });
  });
});

describe("the node of what must be there", () => {
  it.each<[string, Schema<unknown>, Node]>([
    ["a text", required(text), { type: "string" }],
    ["an amount", required(amount()), { type: ["string", "number"], pattern: "^-?[0-9]{1,20}(\\.[0-9]{1,20})?$" }],
    ["a whole number", required(number({ whole: true, min: 0, max: 5 })), { type: "integer", minimum: 0, maximum: 5 }],
    ["a word", oneOf(["a", "b"]), WORD],
    ["a word or null", nullOr(oneOf(["a", "b"])), { anyOf: [WORD, { type: "null" }] }],
    ["a constant", constant(1), { type: "number", const: 1 }],
    ["null alone", constant(null), { type: "null", const: null }],
    ["a flag", flag(), { type: "boolean" }],
    [
      "scalars",
      scalars(),
      { type: "object", propertyNames: { type: "string" }, additionalProperties: { type: ["string", "number", "boolean", "null"] } },
    ],
    ["an object", inner, INNER],
    ["an open object", openObject({ name: required(text) }), { ...INNER, additionalProperties: {} }],
    ["an object with a rule", object({ name: required(text) }, [{ fields: ["name"], faults: () => [] }]), INNER],
    ["a list", listOf(inner), { type: "array", items: INNER }],
    ["an empty list", emptyList(), { type: "array", items: { not: {} }, maxItems: 0 }],
    [
      "variants",
      variants("kind", [object({ kind: oneOf(["a"]) }), object({ kind: oneOf(["b"]), name: required(text) })]),
      {
        oneOf: [
          { type: "object", properties: { kind: { type: "string", enum: ["a"] } }, required: ["kind"], additionalProperties: false },
          {
            type: "object",
            properties: { kind: { type: "string", enum: ["b"] }, name: { type: "string" } },
            required: ["kind", "name"],
            additionalProperties: false,
          },
        ],
      },
    ],
    ["either of two", either(oneOf(["a", "b"]), inner), { anyOf: [WORD, INNER] }],
  ])("%s", (_, schema, node) => {
    for (const io of ["input", "output"] as const) {
      expect(nodeOf(schema, io)).toStrictEqual(node);
      expect(requiredOf(object({ key: schema }), io)).toEqual(["key"]);
    }
  });
});

describe("the node of what may be left out", () => {
  it.each<[string, Schema<unknown>, Node]>([
    ["a text", optional(text), { type: ["string", "null"] }],
    ["an amount", optional(amount()), { type: ["string", "number", "null"], pattern: "^-?[0-9]{1,20}(\\.[0-9]{1,20})?$" }],
    ["a number with a default", withDefault(number({ min: 1 }), 3), { type: ["number", "null"], minimum: 1 }],
    ["a word with a default", oneOfOr(["a", "b"], "b"), { ...WORD, default: "b" }],
    ["a word or none", nullableOneOf(["a", "b"]), { anyOf: [WORD, { type: "null" }], default: null }],
    ["a flag with a default", flagOr(false), { type: "boolean", default: false }],
    ["a key that may be gone", omissible(flag()), { type: "boolean" }],
    ["an object", optionalObject(inner), { anyOf: [INNER, { type: "null" }] }],
    ["an object with a default", objectOr(inner, { name: "x" }), { anyOf: [INNER, { type: "null" }] }],
    ["a list", list(inner), { anyOf: [{ type: "array", items: INNER }, { type: "null" }] }],
    [
      "a record",
      record<string, string, string>(id, text, { nullable: false }),
      { anyOf: [{ type: "object", propertyNames: { type: "string" }, additionalProperties: { type: "string" } }, { type: "null" }] },
    ],
    [
      "a record of what may be null",
      record<string, string, string | null>(id, text, { nullable: true }),
      {
        anyOf: [
          { type: "object", propertyNames: { type: "string" }, additionalProperties: { type: ["string", "null"] } },
          { type: "null" },
        ],
      },
    ],
  ])("%s: as input it is not asked for, and as output it is there", (_, schema, node) => {
    for (const io of ["input", "output"] as const) expect(nodeOf(schema, io)).toStrictEqual(node);
    expect(jsonSchemaOf(object({ key: schema }), "holder", "input")).not.toHaveProperty("required");
    expect(requiredOf(object({ key: schema }), "output")).toEqual(["key"]);
  });
});

describe("the required keys of an object", () => {
  const schema = object({ z: optional(text), b: required(text), m: flagOr(true), a: flag() });

  it("are, as input, those that must be there, and as output all, in the order of the shape", () => {
    expect(requiredOf(schema, "input")).toEqual(["b", "a"]);
    expect(requiredOf(schema, "output")).toEqual(["z", "b", "m", "a"]);
  });

  it("are told of objects within lists too", () => {
    const within = object({ items: listOf(schema) });
    for (const [io, keys] of [
      ["input", ["b", "a"]],
      ["output", ["z", "b", "m", "a"]],
    ] as const) {
      expect((jsonSchemaOf(within, "holder", io) as { properties: { items: { items: Node } } }).properties.items.items["required"]).toEqual(
        keys,
      );
    }
  });

  it("are left unsaid where there are none", () => {
    for (const io of ["input", "output"] as const) expect(jsonSchemaOf(object({}), "holder", io)).not.toHaveProperty("required");
  });
});
