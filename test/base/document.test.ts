import { describe, expect, it, vi } from "vitest";
import { documentParser, frozenCopy, readBoth } from "../../src/base/document.js";
import { type InputIssue, InvalidInputError } from "../../src/base/errors.js";
import { instant, number, text } from "../../src/base/fields.js";
import { object, openObject, optional, required } from "../../src/base/schema.js";
import { isDeepFrozen } from "../support/build.js";
import { issues } from "../support/faults.js";

interface Wire {
  readonly id: string;
  readonly size?: number;
}
interface Read {
  readonly id: string;
  readonly size: number | null;
}

const schema = openObject({ id: required(text), size: optional(number()) });
const documents = documentParser<Wire, Read>(schema);
const TOO_LARGE: InputIssue = { path: ["size"], code: "conflict", message: "is too large" };
const small = documentParser<Wire, Read>(schema, ({ size }) => (size !== null && size > 9 ? [TOO_LARGE] : []));

describe("a parsed document", () => {
  it("is as it was written, as a frozen copy", () => {
    const written = { note: "n", id: "a", tags: [{ x: 1 }, null] };
    const parsed = documents.parse(written);
    expect(parsed).toStrictEqual(written);
    expect(Object.keys(parsed)).toEqual(["note", "id", "tags"]);
    expect(parsed).not.toBe(written);
    expect(isDeepFrozen(parsed)).toBe(true);
    expect(Object.isFrozen(written)).toBe(false);
    expect(Object.isFrozen(written.tags)).toBe(false);
  });

  it("is recognised, and given back itself", () => {
    const parsed = documents.parse({ id: "a" });
    expect(documents.parse(parsed)).toBe(parsed);
    expect(documents.parse({ id: "a" })).not.toBe(parsed);
  });

  it("is known to the parser that gave it alone", () => {
    const parsed = documents.parse({ id: "a", size: 10 });
    expect(issues(() => small.parse(parsed))).toEqual([TOO_LARGE]);
    expect(issues(() => small.read(parsed))).toEqual([TOO_LARGE]);
  });

  it("is read once, and what it says is remembered", () => {
    const faults = vi.fn(() => []);
    const counted = documentParser<Wire, Read>(schema, faults);
    const parsed = counted.parse({ id: "a" });
    expect(counted.read(parsed)).toStrictEqual({ id: "a", size: null });
    expect(counted.read(parsed)).toBe(counted.read(parsed));
    counted.parse(parsed);
    expect(faults).toHaveBeenCalledTimes(1);
  });
});

describe("what a document says", () => {
  it("is read without parsing it first, and not remembered", () => {
    const written = { id: "a", size: 2 };
    expect(documents.read(written)).toStrictEqual({ id: "a", size: 2 });
    expect(documents.read({ id: "a" })).toStrictEqual({ id: "a", size: null });
    written.size = 3;
    expect(documents.read(written)).toStrictEqual({ id: "a", size: 3 });
    expect(documents.parse(written)).not.toBe(written);
  });
});

describe("a document with a fault", () => {
  it.each<[string, unknown, string]>([
    ["a field that is wrong", { id: 7 }, "id: invalid_type"],
    ["a field that is missing", {}, "id: required"],
    ["nothing", undefined, ": required"],
    ["null", null, ": required"],
    ["a text", "a", ": invalid_type"],
    ["a class instance", { id: "a", extra: new Map() }, "extra: not_plain_data"],
    ["a number without end", { id: "a", extra: NaN }, "extra: invalid_number"],
  ])("is refused, parsed or read: %s", (_, document, fault) => {
    for (const read of [documents.parse, documents.read]) {
      expect(issues(() => read(document)).map(({ path, code }) => `${path.join(".")}: ${code}`)).toEqual([fault]);
    }
  });

  it("in what its fields say together is refused, parsed or read", () => {
    for (const read of [small.parse, small.read]) {
      expect(issues(() => read({ id: "a", size: 10 }))).toEqual([TOO_LARGE]);
      expect(() => read({ id: "a", size: 10 })).toThrow(InvalidInputError);
      expect(read({ id: "a", size: 9 })).toMatchObject({ id: "a", size: 9 });
    }
  });

  it("of its own is not looked at as a whole", () => {
    const faults = vi.fn(() => []);
    expect(issues(() => documentParser<Wire, Read>(schema, faults).parse({ id: 7 }))).toHaveLength(1);
    expect(faults).not.toHaveBeenCalled();
  });
});

describe("reading both", () => {
  it("gives the document as written, frozen, and what it says", () => {
    expect(readBoth(object({ at: required(instant) }), { at: "2026-06-01T11:00+02:00" })).toStrictEqual({
      value: { wire: { at: "2026-06-01T11:00+02:00" }, read: { at: "2026-06-01T09:00:00.000Z" } },
    });
    const both = readBoth(object({ size: optional(number()) }), { size: undefined });
    expect(both).toStrictEqual({ value: { wire: {}, read: { size: null } } });
    expect("value" in both && Object.isFrozen(both.value.wire)).toBe(true);
  });

  it("looks at each property once, so that both tell the same", () => {
    let asked = 0;
    const turning = {
      get size(): number {
        return ++asked;
      },
    };
    expect(readBoth(object({ size: optional(number()) }), turning)).toStrictEqual({ value: { wire: { size: 1 }, read: { size: 1 } } });
    expect(asked).toBe(1);
  });

  it("gives the issues where there are any, and throws nothing", () => {
    expect(readBoth(object({ size: optional(number()) }), { size: "x" })).toStrictEqual({
      issues: [{ path: ["size"], code: "invalid_number", message: "must be a finite number" }],
    });
    const throwing = {
      get size(): never {
        throw new TypeError("no");
      },
    };
    expect(readBoth(object({ size: optional(number()) }), throwing)).toStrictEqual({
      issues: [{ path: [], code: "not_plain_data", message: "cannot be read" }],
    });
  });
});

describe("a frozen copy", () => {
  it.each([undefined, null, "a", "", 0, 7, true, false])("of %o is itself", (value) => {
    expect(frozenCopy(value)).toBe(value);
  });

  it("is frozen through and through, and its original is left as it was", () => {
    const original = { list: [{ x: 1 }, [2, null]], inner: { y: "z" } };
    const copy = frozenCopy(original);
    expect(copy).toStrictEqual(original);
    expect(isDeepFrozen(copy)).toBe(true);
    expect([original, original.list, original.list[0], original.inner].some((each) => Object.isFrozen(each))).toBe(false);
    expect(copy.inner).not.toBe(original.inner);
    expect(Array.isArray(copy.list)).toBe(true);
  });

  it("has a date as the text that JSON has for it", () => {
    const at = new Date("2026-06-01T09:00:00Z");
    expect(frozenCopy({ at, all: [at] })).toStrictEqual({ at: "2026-06-01T09:00:00.000Z", all: ["2026-06-01T09:00:00.000Z"] });
    expect(frozenCopy(at)).toBe("2026-06-01T09:00:00.000Z");
  });

  it("has no key for what is undefined, and keeps null, and the order of the rest", () => {
    const copy = frozenCopy({ b: undefined, z: null, a: { c: undefined } });
    expect(copy).toStrictEqual({ z: null, a: {} });
    expect(Object.keys(copy)).toEqual(["z", "a"]);
  });

  it("has once what stands in several places", () => {
    const shared = { x: 1 };
    const copy = frozenCopy({ one: shared, two: [shared] });
    expect(copy.two[0]).toBe(copy.one);
    expect(copy.one).not.toBe(shared);
  });
});
