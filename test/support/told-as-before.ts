import { expect, it } from "vitest";
import { answersOf } from "../fuzz/answers.js";
import type { Target } from "../fuzz/targets/target.js";
import { digestOf } from "./digest.js";
import { OTHER_ICU, OTHER_TZDATA } from "./editions.js";

/**
 * What each teller tells of the seeds from 1 on is what it was, as a digest. A deliberate change is accepted with
 * `npx vitest run --project UTC FILE --update`.
 */
export function isToldAsBefore(title: string, tellers: Readonly<Record<string, (seed: number) => string>>, seeds: number): void {
  const lots = Object.entries(tellers).flatMap(([name, tell]) =>
    Array.from({ length: seeds }, (_, index) => [name, index + 1, tell] as const),
  );
  it.skipIf(OTHER_TZDATA || OTHER_ICU).each(lots)(`${title} is what it was: %s, seed %i`, (_, seed, tell) => {
    expect(digestOf(tell(seed))).toMatchSnapshot();
  });
}

/** What functions say of so many mutated documents, faults and all. */
export function tellsAsBefore(targets: readonly Target[], documents: number): void {
  const tellers = targets.map((target) => [target.name, (seed: number) => answersOf(target, seed, documents).join("\n")] as const);
  isToldAsBefore("what is told of mutated documents", Object.fromEntries(tellers), 4);
}
