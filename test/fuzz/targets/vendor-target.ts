import { type Target, targetOf } from "./target.js";

export const AT = "2026-06-01T09:00:00Z";

/** Those that the function takes: not every recorded profile has an equal in each system. */
function taken(arguments_: readonly unknown[][], fn: (...args: never[]) => unknown): unknown[][] {
  return arguments_.filter((args) => {
    try {
      fn(...(args as never[]));
      return true;
    } catch {
      return false;
    }
  });
}

export function target(name: string, fn: (...args: never[]) => unknown, seeds: () => readonly unknown[][]): Target {
  return targetOf(name, 10, fn, () => taken(seeds(), fn));
}
