import { type CalendarUnit, MOST_DATES } from "../../base/calendar.js";
import { Decimal } from "../../base/decimal.js";
import type { BoundingRule } from "./bounds.js";

/** The most of something, a number of top-ups or a sum of money, with the rules that say so; null where none does. */
export type Ceiling = Limit | null;

export interface Limit {
  readonly most: Decimal;
  readonly because: readonly BoundingRule[];
}

export type ByPeriod<Value> = Readonly<Record<CalendarUnit, Value>>;

export const UNITS: readonly CalendarUnit[] = ["day", "week", "month", "year"];

export function limit(most: Decimal | number, ...because: readonly BoundingRule[]): Limit {
  return { most: new Decimal(most), because };
}

/** The least of them; of equal ones the first. */
export function least(...ceilings: readonly Ceiling[]): Ceiling {
  return ceilings.reduce<Ceiling>((a, b) => (a === null || b?.most.lessThan(a.most) ? b : a), null);
}

/** So many times over. */
export function times(ceiling: Ceiling, count: number): Ceiling {
  return ceiling && { ...ceiling, most: ceiling.most.times(count) };
}

/** So many at so much each. */
export function product(count: Ceiling, each: Ceiling): Ceiling {
  return count && each && { most: count.most.times(each.most), because: [...count.because, ...each.because] };
}

/** How many periods of one unit a period of another has a part in, at most. */
const TOUCHED: ByPeriod<ByPeriod<number>> = {
  day: { day: MOST_DATES.day, week: 1, month: 1, year: 1 },
  week: { day: MOST_DATES.week, week: 1, month: 2, year: 2 },
  month: { day: MOST_DATES.month, week: 6, month: 1, year: 1 },
  year: { day: MOST_DATES.year, week: 54, month: 12, year: 1 }, // a leap year from a Sunday to a Monday touches 54 weeks
};

/** A period has no more than all the periods of any other unit together that it touches. */
export function closed(ceilings: ByPeriod<Ceiling>): ByPeriod<Ceiling> {
  const round = (known: ByPeriod<Ceiling>): ByPeriod<Ceiling> =>
    byPeriod((unit) => least(known[unit], ...UNITS.map((other) => times(known[other], TOUCHED[unit][other]))));
  return UNITS.reduce(round, ceilings); // the shortest way passes each unit once
}

export function byPeriod<Value>(valueOf: (unit: CalendarUnit) => Value): ByPeriod<Value> {
  return { day: valueOf("day"), week: valueOf("week"), month: valueOf("month"), year: valueOf("year") };
}
