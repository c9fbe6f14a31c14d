import * as fc from "fast-check";
import { weighted } from "./weighted.js";

/** An amount in units of 10^-20, the finest that an input can state. */
export type Figure = bigint;

export const PLACES = 20;
export const WHOLE: Figure = 10n ** BigInt(PLACES);
const LARGEST: Figure = 10n ** 40n - 1n;

/** Brought into what an input can state, and to no less than `least`. */
export function admitted(figure: Figure, least: Figure = -LARGEST): Figure {
  return figure > LARGEST ? LARGEST : figure < least ? least : figure;
}

export const unitOf = (places: number): Figure => 10n ** BigInt(PLACES - places);
export const times = (a: Figure, b: Figure): Figure => (a * b) / WHOLE;
export const dividedBy = (a: Figure, b: Figure): Figure => (b === 0n ? 0n : (a * WHOLE) / b);
export const percentOf = (limit: Figure, percent: Figure): Figure => times(limit, percent) / 100n;
export const sum = (figures: readonly Figure[]): Figure => figures.reduce((a, b) => a + b, 0n);

export const floorTo = (a: Figure, quantum: Figure): Figure => a - (((a % quantum) + quantum) % quantum);
export const ceilTo = (a: Figure, quantum: Figure): Figure => floorTo(a + quantum - 1n, quantum);
export const nearest = (a: Figure, quantum: Figure): Figure => floorTo(a + quantum / 2n, quantum);

export function textOf(figure: Figure): string {
  const digits = String(figure)
    .replace("-", "")
    .padStart(PLACES + 1, "0");
  const fraction = digits.slice(-PLACES).replace(/0+$/, "");
  return `${figure < 0n ? "-" : ""}${digits.slice(0, -PLACES)}${fraction === "" ? "" : `.${fraction}`}`;
}

const round = weighted([3, 10n], [2, 1n], [2, 5n], [2, 20n], [2, 50n], [3, 100n], [1, 30n], [1, 7n], [1, 1000n]).map((n) => n * WHOLE);
const hundredths = fc.integer({ min: 1, max: 100_000 }).map((n) => BigInt(n) * unitOf(2));
const thirds = fc.integer({ min: 1, max: 100_000 }).map((n) => (BigInt(n) * WHOLE) / 3n);
const specks = fc.integer({ min: 1, max: 30 }).map(BigInt);
const enormous = fc.bigInt({ min: 10n ** 38n, max: LARGEST });

/** More than zero: mostly everyday sums, sometimes with all of the 40 digits that are admitted. */
export const positive: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 9, arbitrary: round },
  { weight: 6, arbitrary: hundredths },
  { weight: 2, arbitrary: thirds },
  { weight: 1, arbitrary: specks },
  { weight: 1, arbitrary: enormous },
);

/** More than zero, and no more than a few thousand. */
export const everyday: fc.Arbitrary<Figure> = fc.oneof(round, hundredths);

export const notNegative: fc.Arbitrary<Figure> = fc.oneof({ weight: 9, arbitrary: positive }, { weight: 1, arbitrary: fc.constant(0n) });

export const signed: fc.Arbitrary<Figure> = fc
  .tuple(notNegative, weighted([7, false], [3, true]))
  .map(([size, below]) => (below ? -size : size));

/** Which unit an edge is tried with: the finest, the last place of the target's unit, or a whole one. */
export type Grain = "finest" | "scale" | "whole";
export const grain: fc.Arbitrary<Grain> = weighted([2, "scale"], [2, "finest"], [1, "whole"]);

export function grainOf(chosen: Grain, places: number): Figure {
  switch (chosen) {
    case "finest":
      return 1n;
    case "scale":
      return unitOf(places);
    case "whole":
      return WHOLE;
  }
}
