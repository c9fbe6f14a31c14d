import { scaleLinear } from "d3-scale";
import { type Notation, shortNumberIn } from "../base/short-forms.js";
import type { Extremes } from "./extremes.js";
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

/** From which to which figure the picture goes; null where no figure is known at all. */
export function valueDomain({ figures, thresholds, limits }: Gathered): ValueDomain | null {
  const limit = boundsOf(limits);
  const others = boundsOf(figures, thresholds);
  if (others.length === 0 && limit.length === 0) return null;
  const near = spanned(others);
  const all = spanned([...others, ...limit]);
  const showsLimit = limit.length > 0 && (near.size === 0 || all.size <= FARTHEST_LIMIT * near.size);
  return { ...roomy(withZero(showsLimit ? all : near)), showsLimit };
}

function boundsOf(...extremes: readonly Extremes[]): number[] {
  return extremes.flatMap(({ lowest, highest }) => [lowest, highest].flatMap((each) => (each === null ? [] : [Number(each.figure)])));
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
  if (low > 0 && low <= size) return { low: 0, high, size: high };
  if (high < 0 && -high <= size) return { low, high: 0, size: -low };
  return { low, high, size };
}

function roomy({ low, high, size }: Spanned): { low: number; high: number } {
  const magnitude = Math.max(Math.abs(low), Math.abs(high));
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
  const step = Math.abs((values[1] ?? 0) - (values[0] ?? 0)) || 1;
  const places = Math.min(20, Math.max(0, Math.ceil(-Math.log10(step) - FINEST)));
  const all = (notation: Notation, most: number): string[] =>
    values.map((value) => shortNumberIn(locale, value, value === 0 ? "standard" : notation, most));
  const good = (notation: Notation, most: number): string[] | null => {
    const labels = all(notation, most);
    return new Set(labels).size === labels.length && labels.every(({ length }) => length <= LONGEST[notation]) ? labels : null;
  };
  return good("standard", places) ?? good("compact", 3) ?? good("scientific", 3) ?? all("scientific", 12);
}
