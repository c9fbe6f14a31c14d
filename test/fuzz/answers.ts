import { InvalidInputError } from "../../src/base/errors.js";
import { fingerprint } from "./fingerprint.js";
import { mutate } from "./mutations/mutations.js";
import { copyOf } from "./places.js";
import type { Target } from "./targets/target.js";
import { documentAt } from "./trial.js";

/** What a function says of so many documents of a seed: the answer, or the faults. */
export function answersOf(target: Target, seed: number, documents: number): readonly string[] {
  return Array.from({ length: documents }, (_, index) => answerTo(target, seed, index));
}

function answerTo(target: Target, number: number, index: number): string {
  const { seed, mutations } = documentAt(number, index, [target]);
  const args = copyOf([...seed]);
  for (const mutation of mutations) mutate(args, mutation, target.seeds());
  target.bound?.(args, seed);
  try {
    return fingerprint(target.call(args));
  } catch (error) {
    if (error instanceof InvalidInputError) return fingerprint(error.issues);
    throw error;
  }
}
