import { describe, expect, it, vi } from "vitest";
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
} from "../../src/base/fast-path.js";

/** Vouches for texts, and reads them in upper case. */
const shouted: FastPath<string> = (value) => (typeof value === "string" ? value.toUpperCase() : UNSURE);
/** Vouches for texts, and for what is left out. */
const perhaps: FastPath<string | undefined> = (value) => (value === undefined ? undefined : shouted(value));
const whole: FastPath<number> = (value) => (Number.isInteger(value) ? (value as number) : UNSURE);

/** What a path that must be there reads. */
function read(path: FastPath<unknown> | null, value: unknown): unknown {
  if (path === null) throw new Error("there is no path");
  return path(value);
}

const at = (path: FastPath<unknown> | null): object => withFastPath({}, path);
const nothing = (): void => undefined;
const always = (): boolean => true;

describe("the fast path of a schema", () => {
  it("is the one that it was given", () => {
    const schema = {};
    expect(withFastPath(schema, shouted)).toBe(schema);
    expect(fastPathOf(schema)).toBe(shouted);
  });

  it("is none where none was given, or null", () => {
    expect(fastPathOf({})).toBeNull();
    const schema = {};
    expect(withFastPath(schema, null)).toBe(schema);
    expect(fastPathOf(schema)).toBeNull();
  });

  it("answers with a symbol that names what it means", () => {
    expect(UNSURE.description).toBe("unsure");
  });
});

describe("a path taken further", () => {
  it("takes what the inner path reads", () => {
    expect(
      read(
        further(shouted, (text: string) => `${text}!`),
        "a",
      ),
    ).toBe("A!");
    expect(
      read(
        further(perhaps, (text?: string) => `${text}!`),
        undefined,
      ),
    ).toBe("undefined!");
  });

  it("is unsure where the inner one is, and takes nothing", () => {
    const take = vi.fn();
    expect(read(further(shouted, take), 1)).toBe(UNSURE);
    expect(take).not.toHaveBeenCalled();
  });

  it("is none without an inner one", () => {
    expect(further(null, always)).toBeNull();
  });
});

describe("a path unless the value is left out", () => {
  const reading = (value: unknown): unknown =>
    read(
      unless(shouted, (each) => each === "-", null),
      value,
    );

  it("gives the other value where it is, and else what the inner path reads", () => {
    expect(reading("-")).toBeNull();
    expect(reading("a")).toBe("A");
    expect(reading(null)).toBe(UNSURE);
  });

  it("is none without an inner one", () => {
    expect(unless(null, always, null)).toBeNull();
  });
});

describe("the first path that is sure", () => {
  it("reads the value, and the rest are not asked", () => {
    const last = vi.fn(whole);
    const path = firstSure([whole, perhaps, last]);
    expect([read(path, 7), read(path, "a"), read(path, undefined)]).toEqual([7, "A", undefined]);
    expect(last).not.toHaveBeenCalled();
  });

  it("is unsure where all are, and of no paths", () => {
    expect(read(firstSure([whole, shouted]), true)).toBe(UNSURE);
    expect(read(firstSure([]), "a")).toBe(UNSURE);
  });

  it("is none where one of them is none", () => {
    expect(firstSure([whole, null])).toBeNull();
    expect(firstSure([null, shouted])).toBeNull();
  });
});

describe("the path of a list", () => {
  const reading = (value: unknown): unknown => read(listPath(shouted), value);

  it("reads each element into a frozen list of its own", () => {
    const given = ["a", "b"];
    expect(reading(given)).toStrictEqual(["A", "B"]);
    expect(Object.isFrozen(reading(given))).toBe(true);
    expect(given).toEqual(["a", "b"]);
    expect(reading([])).toStrictEqual([]);
    expect(Object.isFrozen(given)).toBe(false);
  });

  it.each([
    ["no list", "ab"],
    ["something like one", { length: 1, 0: "a" }],
    ["nothing", undefined],
    ["null", null],
    ["a list whose first element is unsure", [1, "a"]],
    ["a list whose last element is unsure", ["a", 1]],
  ])("is unsure of %s", (_, value) => {
    expect(reading(value)).toBe(UNSURE);
  });

  it("is unsure of a gap, even where its element would take it", () => {
    expect(read(listPath(perhaps), ["a"])).toEqual(["A"]);
    expect(read(listPath(perhaps), ["a", undefined])).toBe(UNSURE);
    expect(read(listPath(perhaps), new Array(1))).toBe(UNSURE);
  });

  it("asks once for the length and for each element, and not beyond the first that is unsure", () => {
    const asked: PropertyKey[] = [];
    const noted = (list: unknown[]): unknown[] =>
      new Proxy(list, { get: (target, key): unknown => (asked.push(key), Reflect.get(target, key)) });
    reading(noted(["a", "b"]));
    expect(asked).toEqual(["length", "0", "1"]);
    asked.length = 0;
    reading(noted(["a", 1, "b"]));
    expect(asked).toEqual(["length", "0", "1"]);
  });

  it("is none without one of the elements", () => {
    expect(listPath(null)).toBeNull();
  });
});

describe("the path of an object", () => {
  const shape = { name: at(shouted), note: at(perhaps), count: at(whole) };
  const reading = (value: unknown): unknown => read(objectPath(shape, always, nothing), value);
  const sound = { name: "a", note: "b", count: 1 };

  it("reads each key by its own path", () => {
    expect(reading(sound)).toStrictEqual({ name: "A", note: "B", count: 1 });
    expect(read(objectPath({}, always, nothing), {})).toStrictEqual({});
  });

  it("has the keys in the order of the shape, whatever the order given", () => {
    expect(Object.keys(reading({ count: 1, note: "b", name: "a" }) as object)).toEqual(["name", "note", "count"]);
  });

  it("is a frozen plain object, and leaves the one given as it was", () => {
    const given = { ...sound };
    const result = reading(given) as object;
    expect(Object.isFrozen(result)).toBe(true);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(result.constructor).toBe(Object);
    expect(Object.isFrozen(given)).toBe(false);
    expect(given).toEqual(sound);
  });

  it("has no key for what is read as undefined", () => {
    expect(Object.keys(reading({ name: "a", count: 1 }) as object)).toEqual(["name", "count"]);
    expect(Object.keys(reading({ name: "a", note: undefined, count: 1 }) as object)).toEqual(["name", "count"]);
  });

  it("takes objects without a prototype, and from another realm", () => {
    expect(reading(Object.assign(Object.create(null), sound))).toStrictEqual({ name: "A", note: "B", count: 1 });
    const foreign = Object.create(Object.create(null) as object) as object;
    expect(reading(Object.assign(foreign, sound))).toStrictEqual({ name: "A", note: "B", count: 1 });
  });

  it.each<[string, unknown]>([
    ["no object", "a"],
    ["null", null],
    ["nothing", undefined],
    ["a list", []],
    ["an instance of a class", Object.assign(new Map(), sound)],
    ["a key that is not of the shape", { ...sound, other: 1 }],
    ["a key that is not of the shape and holds undefined", { ...sound, other: undefined }],
    ["the key `__proto__`", JSON.parse('{"name":"a","count":1,"__proto__":{}}')],
    ["a key that is a symbol", { ...sound, [Symbol("key")]: 1 }],
    ["a key that is a symbol and not enumerable", Object.defineProperty({ ...sound }, Symbol("key"), { value: 1 })],
    ["a key that is missing", { name: "a" }],
    ["a first value that its path is unsure of", { ...sound, name: 1 }],
    ["a last value that its path is unsure of", { ...sound, count: "1" }],
  ])("is unsure of %s", (_, value) => {
    expect(reading(value)).toBe(UNSURE);
  });

  it("does not see what is inherited or not enumerable", () => {
    expect(reading(Object.assign(Object.create({ note: "inherited" }) as object, { name: "a", count: 1 }))).toBe(UNSURE);
    const hidden = Object.defineProperty({ name: "a", count: 1 }, "note", { value: "hidden" });
    expect(reading(hidden)).toStrictEqual({ name: "A", count: 1 });
  });

  it("asks for each key once, and reads none beyond the first that is unsure", () => {
    const asked: PropertyKey[] = [];
    const noted = new Proxy(sound, { get: (target, key): unknown => (asked.push(key), Reflect.get(target, key)) });
    reading(noted);
    expect(asked).toEqual(["name", "note", "count"]);
    const last = vi.fn(whole);
    read(objectPath({ name: at(shouted), count: at(last) }, always, nothing), { name: 1, count: 1 });
    expect(last).not.toHaveBeenCalled();
  });

  it("is unsure of what is not sound, and completes nothing then", () => {
    const complete = vi.fn();
    const even = objectPath({ count: at(whole) }, ({ count }: { count: number }) => count % 2 === 0, complete);
    expect(read(even, { count: 1 })).toBe(UNSURE);
    expect(complete).not.toHaveBeenCalled();
    expect(read(even, { count: 2 })).toEqual({ count: 2 });
    expect(complete).toHaveBeenCalledTimes(1);
  });

  it("is completed before it is frozen", () => {
    const doubled = objectPath({ count: at(whole) }, always, (draft: Record<string, number>) => {
      draft["double"] = (draft["count"] ?? 0) * 2;
    });
    expect(read(doubled, { count: 2 })).toStrictEqual({ count: 2, double: 4 });
    expect(Object.isFrozen(read(doubled, { count: 2 }))).toBe(true);
  });

  it("is none where a key has none", () => {
    expect(objectPath({ name: at(shouted), count: {} }, always, nothing)).toBeNull();
    expect(objectPath({ name: {} }, always, nothing)).toBeNull();
  });
});

describe("the path of entries", () => {
  const reading = (value: unknown): unknown =>
    read(
      entriesPath((name) => (name === "" ? UNSURE : name), perhaps),
      value,
    );

  it("reads each entry, in the order given", () => {
    expect(reading({ b: "x", a: "y" })).toStrictEqual({ b: "X", a: "Y" });
    expect(Object.keys(reading({ b: "x", a: "y" }) as object)).toEqual(["b", "a"]);
    expect(reading({})).toStrictEqual({});
  });

  it("passes on what is read as undefined", () => {
    expect(reading({ a: undefined })).toStrictEqual({ a: undefined });
  });

  it.each<[string, unknown]>([
    ["no object", "a"],
    ["null", null],
    ["a list", []],
    ["an instance of a class", new Map()],
    ["a key that is a symbol", { a: "x", [Symbol("key")]: "x" }],
    ["the key `__proto__`", JSON.parse('{"__proto__":"x"}')],
    ["a key that the path of keys is unsure of", { a: "x", "": "x" }],
    ["an entry that its path is unsure of", { a: "x", b: null }],
  ])("is unsure of %s", (_, value) => {
    expect(reading(value)).toBe(UNSURE);
  });

  it("does not read an entry whose key it is unsure of, or that is `__proto__`", () => {
    const entry = vi.fn(perhaps);
    const spied = entriesPath((name) => (name === "" ? UNSURE : name), entry);
    read(spied, { "": "x" });
    read(spied, JSON.parse('{"__proto__":"x"}'));
    expect(entry).not.toHaveBeenCalled();
  });
});
