import { InvalidInputError } from "../../src/base/errors.js";
import { fingerprint } from "./fingerprint.js";
import type { Target } from "./targets/target.js";
import { argumentsOf, documentAt } from "./trial.js";

/** What a function says of so many documents of a seed: the answer, or the faults. */
export function answersOf(target: Target, seed: number, documents: number): readonly string[] {
  return Array.from({ length: documents }, (_, index) => answerTo(target, seed, index));
}

function answerTo(target: Target, seed: number, index: number): string {
  const { args } = argumentsOf(documentAt(seed, index, [target]), [target]);
  try {
    return fingerprint(target.call(args));
  } catch (error) {
    if (error instanceof InvalidInputError) return fingerprint(error.issues);
    throw error;
  }
}
