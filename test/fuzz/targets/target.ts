import { once } from "../once.js";

/** A public function that takes documents. */
export interface Target {
  readonly name: string;
  /** So many of the documents are for it, beside the shares of the others. */
  readonly share: number;
  /** Lists of arguments that are well formed. */
  readonly seeds: () => readonly unknown[][];
  readonly call: (args: readonly unknown[]) => unknown;
  /** Whether it answers, rather than throws, that the input is malformed. */
  readonly isRefusal?: (answer: unknown) => boolean;
  /** Keeps what a caller may ask at any length, such as a stretch of time, short. */
  readonly bound?: (args: unknown[], seed: readonly unknown[]) => void;
}

type AnyFunction = (...args: never[]) => unknown;

export function targetOf(
  name: string,
  share: number,
  fn: AnyFunction,
  seeds: () => readonly unknown[][],
  more: Pick<Target, "isRefusal" | "bound"> = {},
): Target {
  return { name, share, seeds: once(seeds), call: (args) => fn(...(args as never[])), ...more };
}
