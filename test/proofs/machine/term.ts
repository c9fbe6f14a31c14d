import { negate, ONE as UNITY, type Rational, ZERO as NOUGHT } from "../../model/rational.js";

/** A formula over numbers, as data: the solver is given its text, and drawn situations its value. */
export type Real = RealNumber | RealVariable | Arithmetic | Whole | Choice;

interface RealNumber {
  readonly kind: "number";
  readonly value: Rational;
  /** Whether it is a number of times, not an amount that happens to be whole. */
  readonly whole: boolean;
}
export interface RealVariable {
  readonly kind: "variable";
  readonly name: string;
  /** Whether it stands for whole numbers alone. */
  readonly whole: boolean;
}
interface Arithmetic {
  readonly kind: "plus" | "minus" | "times";
  readonly left: Real;
  readonly right: Real;
}
/** ⌊of ÷ by⌋, for by > 0. */
interface Whole {
  readonly kind: "wholeTimes";
  readonly of: Real;
  readonly by: Real;
}
interface Choice {
  readonly kind: "choice";
  readonly test: Truth;
  readonly then: Real;
  readonly otherwise: Real;
}

/** A formula that holds or doesn't. */
export type Truth = Constant | Comparison | Not | Junction;

interface Constant {
  readonly kind: "constant";
  readonly holds: boolean;
}
interface Comparison {
  readonly kind: "lessThan" | "equals";
  readonly left: Real;
  readonly right: Real;
}
interface Not {
  readonly kind: "not";
  readonly of: Truth;
}
interface Junction {
  readonly kind: "and" | "or";
  readonly of: readonly Truth[];
}

export const TRUE: Truth = { kind: "constant", holds: true };
export const FALSE: Truth = { kind: "constant", holds: false };
export const ZERO: Real = { kind: "number", value: NOUGHT, whole: true };
export const ONE: Real = { kind: "number", value: UNITY, whole: true };

export function number(value: Rational): Real {
  return { kind: "number", value, whole: false };
}
export function real(name: string): RealVariable {
  return { kind: "variable", name, whole: false };
}
export function whole(name: string): RealVariable {
  return { kind: "variable", name, whole: true };
}

export function plus(left: Real, right: Real): Real {
  return { kind: "plus", left, right };
}
export function minus(left: Real, right: Real): Real {
  return { kind: "minus", left, right };
}
export function times(left: Real, right: Real): Real {
  return { kind: "times", left, right };
}
export function negated(of: Real): Real {
  return of.kind === "number" ? number(negate(of.value)) : minus(ZERO, of);
}
export function wholeTimes(of: Real, by: Real): Real {
  return { kind: "wholeTimes", of, by };
}
export function choice(test: Truth, then: Real, otherwise: Real): Real {
  if (test.kind === "constant") return test.holds ? then : otherwise;
  return { kind: "choice", test, then, otherwise };
}

export function lessThan(left: Real, right: Real): Truth {
  return { kind: "lessThan", left, right };
}
export function equals(left: Real, right: Real): Truth {
  return { kind: "equals", left, right };
}
export function atMost(left: Real, right: Real): Truth {
  return not(lessThan(right, left));
}
export function not(of: Truth): Truth {
  return of.kind === "constant" ? { kind: "constant", holds: !of.holds } : { kind: "not", of };
}
export function and(...of: readonly Truth[]): Truth {
  if (of.some((each) => each.kind === "constant" && !each.holds)) return FALSE;
  return { kind: "and", of };
}
export function or(...of: readonly Truth[]): Truth {
  if (of.some((each) => each.kind === "constant" && each.holds)) return TRUE;
  return { kind: "or", of };
}
export function implies(premise: Truth, conclusion: Truth): Truth {
  return or(not(premise), conclusion);
}
export function same(left: Truth, right: Truth): Truth {
  return and(implies(left, right), implies(right, left));
}
