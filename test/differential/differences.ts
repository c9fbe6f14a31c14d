import { isDeepStrictEqual } from "node:util";
import type { Answers } from "./answers.js";

/** One line for each place at which two answers differ: `decision.checks[7].reason: engine null, model "unlimited"`. */
export function differences(engine: unknown, model: unknown, path = ""): string[] {
  if (isDeepStrictEqual(engine, model)) return [];
  if (!isTree(engine) || !isTree(model) || Array.isArray(engine) !== Array.isArray(model)) {
    return [`${path || "answer"}: engine ${shown(engine)}, model ${shown(model)}`];
  }
  const keys = [...new Set([...Object.keys(engine), ...Object.keys(model)])];
  const inner = keys.flatMap((key) => {
    const step = Array.isArray(engine) ? `[${key}]` : path === "" ? key : `.${key}`;
    return differences(engine[key], model[key], path + step);
  });
  return inner.length > 0 ? inner : [`${path || "answer"}: alike but for prototypes or keys that hold undefined`];
}

/** Throws with what differs, so that a shrunk counterexample says it. */
export function assertAlike({ engine, model }: Answers): void {
  if (isDeepStrictEqual(engine, model)) return;
  throw new Error(["engine and model differ:", ...differences(engine, model)].join("\n  "));
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const shown = (value: unknown): string => (value === undefined ? "undefined" : JSON.stringify(value));
