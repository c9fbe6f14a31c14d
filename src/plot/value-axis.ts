import { scaleLinear } from "d3-scale";
import { type Notation, shortNumberIn } from "../base/short-forms.js";
import type { Extreme, Extremes } from "./extremes.js";
import type { Gathered } from "./gathered.js";

export interface Tick {
  readonly value: number;
  readonly label: string;
}

export interface ValueDomain {
  readonly low: number;
  readonly high: number;
  /** False where the limit is so far away that nothing else could be seen beside it. */
  readonly showsLimit: boolean;
}

/** How many times as high as without it a picture with the limit may be. */
const FARTHEST_LIMIT = 4;
/** Less of a difference, relative to the figures, is lost in a number. */
const FINEST = 1e-9;
/** What is closer to zero than this stands at zero: numbers so small leave none to divide a scale by. */
const LEAST = 1e-100;

/** From which to which figure the picture goes; null where no figure is known at all. */
export function valueDomain({ figures, thresholds, limits }: Gathered): ValueDomain | null {
  const limit = boundsOf(limits);
  const others = boundsOf(figures, thresholds);
  if (others.length === 0 && limit.length === 0) return null;
  const near = spanned(others);
  const all = spanned([...others, ...limit]);
  const showsLimit = near.size === 0 || all.size <= FARTHEST_LIMIT * near.size;
  return { ...roomy(withZero(showsLimit ? all : near)), showsLimit };
}

function boundsOf(...extremes: readonly (Extremes | null)[]): number[] {
  return extremes.flatMap((each) => (each === null ? [] : [numberOf(each.lowest), numberOf(each.highest)]));
}

function numberOf({ figure }: Extreme): number {
  const number = Number(figure);
  return Math.abs(number) < LEAST ? 0 : number;
}

interface Spanned {
  readonly low: number;
  readonly high: number;
  readonly size: number;
}

function spanned(values: readonly number[]): Spanned {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { low, high, size: values.length === 0 ? 0 : high - low };
}

/** Zero says how much there is: it is shown where it takes no more than half of the picture. */
function withZero({ low, high, size }: Spanned): Spanned {
  return spanned([low <= size ? Math.min(0, low) : low, -high <= size ? Math.max(0, high) : high]);
}

function roomy({ low, high, size }: Spanned): { low: number; high: number } {
  const magnitude = Math.abs(low); // or as good as that of the high one, where it matters
  if (size === 0) return magnitude === 0 ? { low: -1, high: 1 } : { low: low - magnitude / 2, high: high + magnitude / 2 };
  const missing = Math.max(0, magnitude * FINEST - size);
  return { low: low - missing / 2, high: high + missing / 2 };
}

/** About so many round figures from low to high. */
export function valueTicks({ low, high }: ValueDomain, count: number, locale: string): Tick[] {
  const values = scaleLinear().domain([low, high]).ticks(count);
  const labels = labelsOf(values, locale);
  return values.map((value, index) => ({ value, label: labels[index] as string }));
}

/** In characters. */
const LONGEST = { standard: 9, compact: 7, scientific: 9 };

/** All digits where they are few, else the shortest notation that still tells the ticks apart. */
function labelsOf(values: readonly number[], locale: string): string[] {
  const all = (notation: Notation, most: number): string[] =>
    values.map((value) => shortNumberIn(locale, value, value === 0 ? "standard" : notation, most));
  const good = (notation: Notation, most: number): string[] | null => {
    const labels = all(notation, most);
    return new Set(labels).size === labels.length && labels.every(({ length }) => length <= LONGEST[notation]) ? labels : null;
  };
  return good("standard", 20) ?? good("compact", 3) ?? good("scientific", 3) ?? all("scientific", 12);
}
