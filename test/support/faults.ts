import { type InputIssue, InvalidInputError } from "../../src/index.js";

/** What a call throws, one line a fault: its path, and its code. */
export function faults(call: () => unknown): string[] {
  return issues(call).map(({ path, code }) => `${path.join(".")}: ${code}`);
}

/** The issues of the error that a call must throw. */
export function issues(call: () => unknown): readonly InputIssue[] {
  try {
    call();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues;
    throw error;
  }
  throw new Error("nothing was thrown");
}
