import { isPlainObject } from "./plain.js";

/** What a fast path answers where it does not vouch for the value: only the whole schema can say what is wrong, if anything is. */
export const UNSURE: unique symbol = /* @__PURE__ */ Symbol("unsure");

/**
 * Reads what is sound in one pass, each property asked for once, and gives just what the schema would. It tells no
 * fault: the schema, which tells every one, costs several times as much, and most input has none.
 */
export type FastPath<Out> = (value: unknown) => Out | typeof UNSURE;

const fastPaths = /* @__PURE__ */ new WeakMap<object, FastPath<unknown> | null>();

/** The schema, with a fast path of its own; without one where a part of it has none. */
export function withFastPath<Schema extends object>(schema: Schema, fastPath: FastPath<unknown> | null): Schema {
  fastPaths.set(schema, fastPath);
  return schema;
}

export function fastPathOf(schema: object): FastPath<unknown> | null {
  return fastPaths.get(schema) ?? null;
}

/** What comes out of a fast path, taken further. */
export function further(inner: FastPath<unknown> | null, take: (read: never) => unknown): FastPath<unknown> | null {
  if (inner === null) return null;
  return (value) => {
    const read = inner(value);
    return read === UNSURE ? UNSURE : take(read as never);
  };
}

/** The value where it is `null` or left out as `isLeftOut` says, and otherwise what the inner path reads. */
export function unless(
  inner: FastPath<unknown> | null,
  isLeftOut: (value: unknown) => boolean,
  instead: unknown,
): FastPath<unknown> | null {
  return inner && ((value) => (isLeftOut(value) ? instead : inner(value)));
}

/** What the first of several paths reads that is sure: at most one of them can be. */
export function firstSure(paths: readonly (FastPath<unknown> | null)[]): FastPath<unknown> | null {
  const sure = paths.filter((path) => path !== null);
  if (sure.length < paths.length) return null;
  return (value) => {
    for (const path of sure) {
      const read = path(value);
      if (read !== UNSURE) return read;
    }
    return UNSURE;
  };
}

/** A frozen list. */
export function listPath(element: FastPath<unknown> | null): FastPath<unknown> | null {
  if (element === null) return null;
  return (value) => {
    if (!Array.isArray(value)) return UNSURE;
    const { length } = value;
    const list: unknown[] = [];
    for (let index = 0; index < length; index++) {
      const read = element(value[index]);
      if (read === UNSURE || read === undefined) return UNSURE;
      list.push(read);
    }
    return Object.freeze(list.slice()); // the copy has no room to grow, which a list of few would hold several times over
  };
}

/** A frozen object of exactly these keys, of which `isSound` holds, once `complete` has filled in what follows from the rest. */
export function objectPath(
  shape: Readonly<Record<string, object>>,
  isSound: (read: never) => boolean,
  complete: (read: never) => void,
): FastPath<unknown> | null {
  const keys = Object.keys(shape);
  const slots = new Map(keys.map((key, slot) => [key, slot]));
  const paths = keys.map((key) => fastPathOf(shape[key] as object)).filter((path) => path !== null);
  if (paths.length < keys.length) return null;
  const Plain = plainClass();
  return (value) => {
    if (!isPlainObject(value) || Object.getOwnPropertySymbols(value).length > 0) return UNSURE;
    const given = new Array<unknown>(keys.length).fill(undefined);
    for (const key of Object.keys(value)) {
      const slot = slots.get(key);
      if (slot === undefined) return UNSURE;
      given[slot] = value[key];
    }
    const read = new Plain(); // its keys in the order of the shape, whatever the order given
    for (let slot = 0; slot < keys.length; slot++) {
      const part = (paths[slot] as FastPath<unknown>)(given[slot]);
      if (part === UNSURE) return UNSURE;
      if (part !== undefined) read[keys[slot] as string] = part;
    }
    if (!isSound(read as never)) return UNSURE;
    complete(read as never);
    return Object.freeze(read);
  };
}

/**
 * A constructor of empty plain objects, for those of one shape: the engine then keeps most of their fields within the
 * objects themselves, so that they are made and read faster than what begins as `{}`.
 */
function plainClass(): new () => Record<string, unknown> {
  function Plain(): void {
    // Nothing: each object gets its keys from what is read.
  }
  Plain.prototype = Object.prototype;
  return Plain as unknown as new () => Record<string, unknown>;
}

/** The own entries of an object that are not `undefined`, as they are read. */
export function entriesPath(key: FastPath<unknown>, entry: FastPath<unknown>): FastPath<unknown> {
  return (value) => {
    if (!isPlainObject(value) || Object.getOwnPropertySymbols(value).length > 0) return UNSURE;
    const read: Record<string, unknown> = {};
    for (const name of Object.keys(value)) {
      const part = name === "__proto__" || key(name) === UNSURE ? UNSURE : entry(value[name]);
      if (part === UNSURE) return UNSURE;
      read[name] = part;
    }
    return read;
  };
}
