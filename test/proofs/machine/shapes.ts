import { FALSE, type Real, TRUE, type Truth } from "./term.js";

// What src/model and src/engine know as texts and decimals, with formulas in their place.

/** Money owed, or value held in a wallet. */
export type Basis = "owed" | "held";

export interface Trigger {
  readonly type: "absoluteAmount" | "percentOfLimit";
  readonly value: Real;
  /** Null where none is in use. */
  readonly limit: Real | null;
  readonly inclusive: Truth;
}

export interface Threshold {
  readonly value: Real;
  readonly inclusive: Truth;
}

/** How far a trigger that fires is from not firing. */
export interface Gap {
  readonly distance: Real;
  readonly inclusive: Truth;
}

export interface Topup {
  readonly mode: "once" | "untilClear" | "toTarget" | "toPercentOfLimit";
  readonly value: Real;
  readonly limit: Real;
  readonly min: Real | null;
  readonly max: Real | null;
}

export interface Measure {
  readonly quantum: Real;
  readonly rate: Real;
  /** The minor unit of the money. */
  readonly minor: Real;
}

/** An amount, and whether it can be made at all: what is null in the engine has some value here that isn't looked at. */
export interface Amount {
  readonly credit: Real;
  readonly charge: Real;
  readonly made: Truth;
}

export const BOUNDARIES = { inclusive: TRUE, exclusive: FALSE } as const;
