import type { Random } from "./random.js";

/** A value that no document should hold, or only in few places. */
interface Hostile {
  readonly name: string;
  readonly make: (random: Random, value: unknown) => unknown;
}

class Amount {
  readonly value = "50";
  toString(): string {
    return this.value;
  }
}

class Exploding {
  get value(): string {
    throw new TypeError("a getter of a class");
  }
}

const explode = (): never => {
  throw new RangeError("a trap of a proxy");
};

const TRAPS: ProxyHandler<object> = {
  get: explode,
  has: explode,
  ownKeys: explode,
  getPrototypeOf: explode,
  getOwnPropertyDescriptor: explode,
};

function cyclic(): unknown {
  const circle: Record<string, unknown> = { id: "c1" };
  circle.self = circle;
  circle.list = [circle];
  return circle;
}

/** Answers a few times and then throws, so that what was looked at before is no longer so. */
function tiring(random: Random, value: unknown): unknown {
  let left = random.below(6);
  const target = isObject(value) ? value : { value };
  const get = (_: object, key: PropertyKey): unknown => (left-- > 0 ? Reflect.get(target, key) : explode());
  return new Proxy(target, { get });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function withHoles(): unknown[] {
  const list: unknown[] = ["a"];
  list[3] = "d";
  return list;
}

function throwingAccessor(key: string): object {
  return Object.defineProperty({ id: "x" }, key, { get: explode, enumerable: true, configurable: true });
}

const constant = (name: string, value: unknown): Hostile => ({ name, make: () => value });
const text = (value: string): Hostile => constant(JSON.stringify(value).slice(0, 30), value);

const NUMBERS = [0, -0, 1, -1, 0.1, 1e-7, 1e-20, 1e-21, 1e20, 1e21, 5e-324, Number.MAX_VALUE, 2 ** 31, 2 ** 53, -(2 ** 53), 0.5];
const NO_NUMBERS = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const AMOUNTS = [
  "9".repeat(40),
  `-${"9".repeat(40)}`,
  `0.${"1".repeat(40)}`,
  "9".repeat(20),
  `${"9".repeat(20)}.${"9".repeat(20)}`,
  `-${"9".repeat(20)}.${"9".repeat(20)}`,
  "0.00000000000000000001",
  "-0",
  "1e5",
  "1E-5",
  "+1",
  "0x1f",
  "1_000",
  "1,000",
  ".5",
  "5.",
  " 5",
  "5\n",
  "٥",
  "-",
  "0",
  "-1",
];
const INSTANTS = [
  "0000-01-01T00:00:00Z",
  "0001-01-01T00:00:00Z",
  "0001-01-01T00:00:00+14:00",
  "9999-12-31T23:59:59.999Z",
  "9999-12-31T23:59:59.999-14:00",
  "2026-02-29T00:00:00Z",
  "2024-02-29T23:59:59.999999999Z",
  "2026-06-01T24:00:00Z",
  "2026-06-01T09:00:60Z",
  "2026-06-01",
  "2026-06-01T09:00:00",
  "2026-06-01T09:00:00+99:99",
  "+275760-09-13T00:00:00.000Z",
  "-000001-01-01T00:00:00Z",
];
const WORDS = [
  "",
  " ",
  "NaN",
  "Infinity",
  "null",
  "undefined",
  "true",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "prototype",
  "\ud800",
  "a\udfffb",
  "\u2028",
  "\u2029",
  "\u0000",
  "\ufeff",
  "\u202e",
  "]]>",
  '<script>"&',
  "..",
  "a/../b?c#d",
  "%",
  "😀".repeat(100),
  "x".repeat(200),
  "x".repeat(201),
  "x".repeat(10_000),
  "USD",
  "usd",
  "JPY",
  "KWD",
  "XXX",
  "Europe/London",
  "Pacific/Apia",
  "Etc/GMT+12",
  "de-DE-u-nu-arab",
  "x-private",
];

const HOSTILE: readonly Hostile[] = [
  constant("undefined", undefined),
  constant("null", null),
  constant("true", true),
  constant("false", false),
  ...[...NUMBERS, ...NO_NUMBERS].map((value) => constant(Object.is(value, -0) ? "-0" : String(value), value)),
  ...[...AMOUNTS, ...INSTANTS, ...WORDS].map(text),
  { name: "{}", make: () => ({}) },
  { name: "[]", make: () => [] },
  { name: "[[[]]]", make: () => [[[]]] },
  { name: "a copy in a list", make: (_, value) => [value] },
  { name: "a copy in an object", make: (_, value) => ({ value }) },
  { name: "a copy in itself", make: (_, value) => (isObject(value) && !Array.isArray(value) ? { ...value, value } : [value, [value]]) },
  { name: "a date", make: () => new Date("2026-06-01T09:00:00Z") },
  { name: "an invalid date", make: () => new Date(Number.NaN) },
  { name: "a date beyond year 9999", make: () => new Date(8.64e15) },
  { name: "a date with keys", make: () => Object.assign(new Date(0), { value: 1 }) },
  { name: "an object that poses as a date", make: () => Object.create(Date.prototype) as unknown },
  { name: "a map", make: () => new Map([["value", "50"]]) },
  { name: "a set", make: () => new Set(["50"]) },
  { name: "an instance of a class", make: () => new Amount() },
  { name: "an instance that throws", make: () => new Exploding() },
  { name: "a boxed text", make: () => Object("50") as unknown },
  { name: "a boxed number", make: () => Object(50) as unknown },
  { name: "a regular expression", make: () => /x/g },
  { name: "a typed array", make: () => new Uint8Array(4) },
  { name: "an error", make: () => new TypeError("x") },
  { name: "a promise", make: () => Promise.resolve("50") },
  { name: "a function", make: () => () => "50" },
  { name: "a class", make: () => Amount },
  { name: "a symbol", make: () => Symbol("x") },
  { name: "a big integer", make: () => 50n },
  { name: "a proxy that throws", make: () => new Proxy({}, TRAPS) },
  { name: "a proxy of a list that throws", make: () => new Proxy([], TRAPS) },
  { name: "a revoked proxy", make: revoked },
  { name: "a proxy that tires", make: tiring },
  { name: "an accessor that throws", make: () => throwingAccessor("value") },
  { name: "an accessor of an id that throws", make: () => throwingAccessor("id") },
  { name: "a circle", make: cyclic },
  { name: "a frozen object", make: (_, value) => Object.freeze(isObject(value) && !Array.isArray(value) ? { ...value } : { value }) },
  { name: "a frozen list", make: (_, value) => Object.freeze([value]) },
  { name: "a list with holes", make: withHoles },
  { name: "a list of holes alone", make: () => new Array<unknown>(5) },
  { name: "a list with a key", make: () => Object.assign(["a"], { value: "b" }) },
  { name: "a list with a negative index", make: () => Object.assign([], { "-1": "b" }) },
  { name: "like a list", make: () => ({ length: 1, 0: "a" }) },
  { name: "like an endless list", make: () => ({ length: Number.POSITIVE_INFINITY }) },
  { name: "an instance of a list's subclass", make: () => new (class extends Array<unknown> {})() },
  {
    name: "an object without a prototype",
    make: (_, value) => Object.assign(Object.create(null) as object, isObject(value) ? value : { value }),
  },
  { name: "an object with a prototype of its own", make: (_, value) => Object.create(isObject(value) ? value : { value }) as unknown },
  { name: "an object with a symbol for a key", make: (_, value) => ({ ...(isObject(value) ? value : {}), [Symbol("x")]: 1 }) },
  { name: "text for itself", make: () => ({ toString: () => "50", valueOf: () => 50 }) },
  { name: "text that throws", make: () => ({ toString: explode, valueOf: explode, [Symbol.toPrimitive]: explode }) },
  { name: "JSON that throws", make: () => ({ toJSON: explode }) },
  { name: "a promise's likeness", make: () => ({ then: explode }) },
  { name: "an iterable that throws", make: () => ({ [Symbol.iterator]: explode }) },
  { name: "thirty levels", make: () => JSON.parse(`${'{"value":'.repeat(30)}1${"}".repeat(30)}`) as unknown },
];

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

export function hostile(random: Random, value: unknown): { readonly name: string; readonly value: unknown } {
  const { name, make } = random.pick(HOSTILE);
  return { name, value: make(random, value) };
}

/** How often a document was written to through a proxy that lets everything pass. */
export const watch: { writes: number } = { writes: 0 };

const noted =
  <Args extends unknown[]>(pass: (...args: Args) => boolean) =>
  (...args: Args): boolean => {
    watch.writes += 1;
    return pass(...args);
  };

/** The same object behind a proxy that notes each attempt to change it. */
export function watched(value: object): object {
  return new Proxy(value, {
    set: noted(Reflect.set),
    defineProperty: noted(Reflect.defineProperty),
    deleteProperty: noted(Reflect.deleteProperty),
    setPrototypeOf: noted(Reflect.setPrototypeOf),
    preventExtensions: noted(Reflect.preventExtensions),
  });
}
