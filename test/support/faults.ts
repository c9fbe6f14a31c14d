import { readWith } from "../../src/base/parser.js";
import type { Schema } from "../../src/base/schema.js";
import { type InputIssue, InvalidInputError } from "../../src/index.js";

/** What a call throws, one line a fault: its path, and its code. */
export function faults(call: () => unknown): string[] {
  return issues(call).map(told);
}

/** The same of a call that may be sound: then nothing. */
export function faultsIfAny(call: () => unknown): string[] {
  return (refusal(call) ?? []).map(told);
}

/** What a call throws, one line a fault: its path, and what is said of it. */
export function messages(call: () => unknown): string[] {
  return issues(call).map(({ path, message }) => `${path.join(".")}: ${message}`);
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
  const found = refusal(call);
  if (found === null) throw new Error("nothing was thrown");
  return found;
}

/** Null where nothing is thrown. */
function refusal(call: () => unknown): readonly InputIssue[] | null {
  try {
    call();
    return null;
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues;
    throw error;
  }
}
