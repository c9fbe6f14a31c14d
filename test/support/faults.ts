import { readWith } from "../../src/base/parser.js";
import type { Schema } from "../../src/base/schema.js";
import { type InputIssue, InvalidInputError } from "../../src/index.js";

/** What a call throws, one line a fault: its path, and its code. */
export function faults(call: () => unknown): string[] {
  return issues(call).map(told);
}

/** What is wrong with a value, one line a fault; nothing where it is sound. */
export function faultsOf(schema: Schema<unknown>, value: unknown): string[] {
  const reading = readWith(schema, value);
  return "issues" in reading ? reading.issues.map(told) : [];
}

function told({ path, code }: InputIssue): string {
  return `${path.join(".")}: ${code}`;
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
