import { figure } from "../../base/fields.js";
import { type Instant, instantText } from "../../base/instant.js";
import { Fault } from "../../base/schema.js";
import type { Check, Decision, Guard } from "../../model/decision.js";

/** Reads the facts of a check, which are free: null where one is not there, or not what it should be. */
export interface FactReader {
  text(name: string): string | null;
  figure(name: string): string | null;
  instant(name: string): Instant | null;
  /** A whole number, not negative. */
  count(name: string): number | null;
  word<Word extends string>(name: string, words: readonly Word[]): Word | null;
}

/** The facts of a guard's check. */
export function factOf({ checks }: Decision, guard: Guard): FactReader {
  return factsOf(checks.find((check) => check.guard === guard) ?? null);
}

export function factsOf(check: Check | null): FactReader {
  const read = (name: string): unknown => (check !== null && Object.hasOwn(check.facts, name) ? check.facts[name] : null);
  const text = (name: string): string | null => ifText(read(name));
  return {
    text,
    figure: (name) => ifFigure(read(name)),
    instant: (name) => instantText(text(name)),
    count: (name) => ifCount(read(name)),
    word: (name, words) => words.find((word) => word === text(name)) ?? null,
  };
}

function ifText(fact: unknown): string | null {
  return typeof fact === "string" && fact !== "" ? fact : null;
}

function ifFigure(fact: unknown): string | null {
  const read = figure.read(fact);
  return read instanceof Fault ? null : read;
}

function ifCount(fact: unknown): number | null {
  return typeof fact === "number" && Number.isSafeInteger(fact) && fact >= 0 ? fact : null;
}
