import type { Basis, Measure, Topup } from "./shapes.js";
import { FALSE, lessThan, real, type Real, TRUE, type Truth, ZERO } from "./term.js";

/** Both bases with both boundaries. */
export interface Setting {
  readonly name: string;
  readonly basis: Basis;
  readonly inclusive: Truth;
}

export const SETTINGS: readonly Setting[] = (["owed", "held"] as const).flatMap((basis) => [
  { name: `${basis}, inclusive`, basis, inclusive: TRUE },
  { name: `${basis}, exclusive`, basis, inclusive: FALSE },
]);

export const MODES = ["once", "untilClear", "toTarget", "toPercentOfLimit"] as const;

// What stands for a figure in the formulas, and in a counterexample.
export const figure = real("figure");
export const inFlight = real("inFlight");
export const threshold = real("threshold");
export const value = real("value");
export const goal = real("goal");
export const percent = real("percent");
export const limit = real("limit");
export const goalLimit = real("goalLimit");
export const wanted = real("wanted");
export const min = real("min");
export const max = real("max");
export const left = real("left");
export const quantum = real("quantum");
export const rate = real("rate");
export const minor = real("minor");

export const measure: Measure = { quantum, rate, minor };
export const measured: readonly Truth[] = [quantum, rate, minor].map(positive);

export function positive(term: Real): Truth {
  return lessThan(ZERO, term);
}

export function topupOf(mode: Topup["mode"], over: Partial<Topup> = {}): Topup {
  return { mode, value: mode === "toTarget" ? goal : value, limit: goalLimit, min: null, max: null, ...over };
}
