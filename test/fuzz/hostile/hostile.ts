import type { Random } from "../random.js";
import { STRANGE } from "./strange.js";
import { AMOUNTS, INSTANTS, WORDS } from "./texts.js";

/** A value that no document should hold, or only in few places. */
export interface Hostile {
  readonly name: string;
  readonly make: (random: Random, value: unknown) => unknown;
}

const constant = (name: string, value: unknown): Hostile => ({ name, make: () => value });
const text = (value: string): Hostile => constant(JSON.stringify(value).slice(0, 30), value);

const NUMBERS = [0, -0, 1, -1, 0.1, 1e-7, 1e-20, 1e-21, 1e20, 1e21, 5e-324, Number.MAX_VALUE, 2 ** 31, 2 ** 53, -(2 ** 53), 0.5];
const NO_NUMBERS = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

const HOSTILE: readonly Hostile[] = [
  constant("undefined", undefined),
  constant("null", null),
  constant("true", true),
  constant("false", false),
  ...[...NUMBERS, ...NO_NUMBERS].map((value) => constant(Object.is(value, -0) ? "-0" : String(value), value)),
  ...[...AMOUNTS, ...INSTANTS, ...WORDS].map(text),
  ...STRANGE,
];

export function hostile(random: Random, value: unknown): { readonly name: string; readonly value: unknown } {
  const { name, make } = random.pick(HOSTILE);
  return { name, value: make(random, value) };
}
