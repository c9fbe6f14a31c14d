import { nested } from "../../support/nested.js";

/** A value that is far larger than any that makes sense. */
export interface Oversized {
  readonly name: string;
  readonly value: unknown;
  /** At so many places of a target's arguments, the first of them as wholes. */
  readonly places: number;
}

const MILLION = 1_000_000;

const inObject = (inner: unknown): unknown => ({ value: inner });
const inList = (inner: unknown): unknown => [inner];

const EVERYWHERE = 30;
const FEW = 4;

/** Made anew for each function, so that nothing of one is seen by another. */
export const oversized = (): readonly Oversized[] => [
  { name: "a text of a million digits", value: "9".repeat(MILLION), places: EVERYWHERE },
  { name: "an amount with a million places", value: `-0.${"1".repeat(MILLION)}`, places: EVERYWHERE },
  { name: "an instant with a million places", value: `2026-06-01T09:00:00.${"1".repeat(MILLION)}Z`, places: EVERYWHERE },
  { name: "a zone of a million letters", value: `Europe/${"a".repeat(MILLION)}`, places: EVERYWHERE },
  { name: "a text of a million blanks", value: " ".repeat(MILLION), places: EVERYWHERE },
  { name: "a text of a million lone surrogates", value: "\ud800".repeat(MILLION), places: EVERYWHERE },
  { name: "an object nested 10,000 deep", value: nested(10_000, inObject), places: EVERYWHERE },
  { name: "an object nested 100,000 deep", value: nested(100_000, inObject), places: EVERYWHERE },
  { name: "a list nested 10,000 deep", value: nested(10_000, inList), places: EVERYWHERE },
  { name: "a list nested 100,000 deep", value: nested(100_000, inList), places: EVERYWHERE },
  {
    name: "an object of 10,000 keys",
    value: Object.fromEntries(Array.from({ length: 10_000 }, (_, key) => [`k${key}`, "1"])),
    places: FEW,
  },
  { name: "a list of a million nulls", value: new Array(MILLION).fill(null), places: FEW },
  { name: "a list of a million undefined", value: new Array(MILLION).fill(undefined), places: FEW },
  { name: "a list of a million holes", value: new Array(MILLION), places: FEW },
];
