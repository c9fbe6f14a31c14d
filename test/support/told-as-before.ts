import { expect, it } from "vitest";
import { answersOf } from "../fuzz/answers.js";
import type { Target } from "../fuzz/targets/target.js";
import { digestOf } from "./digest.js";

const LOTS = 4;

/**
 * What functions say of mutated documents, faults and all, is what it was. A deliberate change is accepted with
 * `npx vitest run --project UTC FILE --update`. Another edition of the tz database or of ICU may tell otherwise.
 */
export function tellsAsBefore(targets: readonly Target[], documents: number): void {
  const lots = targets.flatMap((target) => Array.from({ length: LOTS }, (_, lot) => [target.name, lot + 1, target] as const));
  it.skipIf(process.versions.tz !== "2025c" || process.versions.icu !== "78.2").each(lots)(
    "what is told of mutated documents is what it was: %s, seed %i",
    (_, seed, target) => {
      expect(digestOf(answersOf(target, seed, documents).join("\n"))).toMatchSnapshot();
    },
  );
}
