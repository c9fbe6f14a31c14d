import { types } from "node:util";

export type Holder = Record<string | number, unknown>;

/** Where a value stands: `holder[key]`. */
export interface Place {
  readonly holder: Holder;
  readonly key: string | number;
  readonly path: readonly (string | number)[];
}

const MOST_PLACES = 5000;
const DEEPEST = 60;

/** Every place of a tree but its root. What throws or deceives when it is looked into is not. */
export function placesOf(root: object): Place[] {
  const found: Place[] = [];
  const visited = new Set<object>();
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (!isHolder(value) || visited.has(value) || path.length > DEEPEST) return;
    visited.add(value);
    for (const key of Object.keys(value)) {
      if (found.length >= MOST_PLACES) return;
      const step = Array.isArray(value) && /^\d+$/.test(key) ? Number(key) : key;
      found.push({ holder: value, key: step, path: [...path, step] });
      const held = Object.getOwnPropertyDescriptor(value, key);
      if (held !== undefined && "value" in held) visit(held.value, [...path, step]);
    }
  };
  visit(root, []);
  return found;
}

/** An object or list that can be looked into, and changed unless it is frozen. */
export function isHolder(value: unknown): value is Holder {
  if (typeof value !== "object" || value === null || types.isProxy(value)) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** The value at a place; undefined where an accessor would have to be asked. */
export function valueAt({ holder, key }: Place): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

/** Puts a value at a place, as an own property whatever its name; a frozen holder keeps what it has. */
export function put(holder: Holder, key: string | number, value: unknown): void {
  Reflect.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

/** A copy of what plain data is in a value; the rest, accessors among it, is the same. */
export function copyOf<Data>(data: Data): Data {
  const copies = new Map<unknown, unknown>();
  const copied = (value: unknown): unknown => {
    if (!isHolder(value)) return value;
    if (copies.has(value)) return copies.get(value);
    const copy: Holder = Array.isArray(value) ? (new Array<unknown>(value.length) as unknown as Holder) : {};
    copies.set(value, copy);
    for (const key of Object.keys(value)) {
      const held = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
      if ("value" in held) put(copy, key, copied(held.value));
      else Reflect.defineProperty(copy, key, held);
    }
    return copy;
  };
  return copied(data) as Data;
}
