import { canonical, type Decimal, ONE, ZERO } from "../../base/decimal.js";

/** A threshold and an amount. */
export interface Choice {
  readonly threshold: Decimal;
  readonly amount: Decimal;
}

/** How far it is worth looking, and in which steps. Both ends are whole steps. */
export interface Range {
  readonly step: Decimal;
  readonly maxThreshold: Decimal;
  readonly maxAmount: Decimal;
}

/** Whether a choice never runs dry. */
export type Suffices = (choice: Choice) => boolean;

/** So often it is asked at most whether a choice suffices: a search that would take longer ends with what it has. */
const MOST_ASKED = 3000;

/** A choice that suffices, small by all that could be asked, and whether it is the smallest of all. */
export function sought(suffices: Suffices, range: Range): Least {
  let left = MOST_ASKED;
  const asked: Suffices = (choice) => left-- > 0 && suffices(choice);
  const { choice, exact } = leastSum(asked, range, smallest(asked, range));
  return { choice, exact: exact && left >= 0 };
}

/**
 * A choice that suffices with little of both: the smallest sum that is found over doubling thresholds, then over
 * ever smaller moves of the threshold, again and again until none leads further, and so neither value can be one
 * step smaller. Null where nothing that was tried suffices.
 */
export function smallest(suffices: Suffices, range: Range): Choice | null {
  let best = overDoublingThresholds(suffices, range);
  for (let start: Choice | null = null; best !== start;) {
    start = best;
    best = start && refined(start, suffices, range);
  }
  return best;
}

/** So many pairs are few enough to try all of them. */
const FEW = 1000;

/** The pair with the smallest sum, and of these the one with the smallest threshold, where all smaller ones could be tried. */
export interface Least {
  readonly choice: Choice | null;
  /** Whether all were tried. */
  readonly exact: boolean;
}

/** Tries all pairs with a smaller sum than the one that was found, or all there are, where they are few. */
export function leastSum(suffices: Suffices, range: Range, found: Choice | null): Least {
  const { step, maxThreshold, maxAmount } = range;
  const most = found === null ? maxThreshold.plus(maxAmount) : found.threshold.plus(found.amount).minus(step);
  const sums = Number(canonical(most.divToInt(step)));
  if (sums * (sums + 1) > 2 * FEW) return { choice: found, exact: false };
  for (let sum = 1; sum <= sums; sum++) {
    for (let above = 0; above < sum; above++) {
      const choice = { threshold: step.times(above), amount: step.times(sum - above) };
      if (choice.threshold.greaterThan(maxThreshold) || choice.amount.greaterThan(maxAmount)) continue;
      if (suffices(choice)) return { choice, exact: true };
    }
  }
  return { choice: found, exact: true };
}

function overDoublingThresholds(suffices: Suffices, range: Range): Choice | null {
  let best: Choice | null = null;
  for (const threshold of [ZERO, ...fewOf(doubling(range.step, range.maxThreshold))]) {
    best = best === null ? withAnyAmount(threshold, suffices, range) : (better(best, threshold, suffices, range) ?? best);
  }
  return best;
}

/** Halving moves to either side, down to a step, each taken where it leads to a smaller sum. */
function refined(start: Choice, suffices: Suffices, range: Range): Choice {
  let best = start;
  for (const move of doubling(range.step, best.threshold).reverse()) {
    for (const threshold of [best.threshold.minus(move), best.threshold.plus(move)]) {
      if (threshold.isNegative() || threshold.greaterThan(range.maxThreshold)) continue;
      best = better(best, threshold, suffices, range) ?? best;
    }
  }
  return best;
}

/** One step less of either. */
export function neighbours({ threshold, amount }: Choice, step: Decimal): Choice[] {
  return [
    { threshold: threshold.minus(step), amount },
    { threshold, amount: amount.minus(step) },
  ].filter((choice) => !choice.threshold.isNegative() && choice.amount.greaterThan(ZERO));
}

/** The smallest amount with this threshold; the largest are tried first, since caps can refuse them. */
function withAnyAmount(threshold: Decimal, suffices: Suffices, { step, maxAmount }: Range): Choice | null {
  return withAmountOf(fewOf(doubling(step, maxAmount)).reverse(), threshold, suffices, step, ZERO);
}

/**
 * With this threshold and a smaller sum than the best one has, where there is one: with the largest amount that
 * makes it smaller, or with the same, since caps can refuse the larger. Less than now is probably too little.
 */
function better(best: Choice, threshold: Decimal, suffices: Suffices, { step, maxAmount }: Range): Choice | null {
  const below = best.threshold.plus(best.amount).minus(threshold).minus(step);
  const largest = below.greaterThan(maxAmount) ? maxAmount : below;
  const amounts = [largest, best.amount].filter((amount) => amount.greaterThan(ZERO) && !amount.greaterThan(largest));
  return withAmountOf(amounts, threshold, suffices, step, best.amount.minus(step));
}

/** The smallest amount with this threshold, looked for below the first of these that suffices. */
function withAmountOf(
  amounts: readonly Decimal[],
  threshold: Decimal,
  suffices: Suffices,
  step: Decimal,
  tooLittle: Decimal,
): Choice | null {
  const enough = amounts.find((amount) => suffices({ threshold, amount }));
  return enough === undefined ? null : withLeastAmount({ threshold, amount: enough }, suffices, step, tooLittle);
}

/** The smallest amount that suffices, as if all above it did. What is probably too little is tried first. */
function withLeastAmount({ threshold, amount }: Choice, suffices: Suffices, step: Decimal, tooLittle: Decimal): Choice {
  let [below, enough] = [ZERO, amount];
  const ask = (between: Decimal): void => {
    if (suffices({ threshold, amount: between })) enough = between;
    else below = between;
  };
  if (tooLittle.greaterThan(ZERO) && tooLittle.lessThan(amount)) ask(tooLittle);
  for (;;) {
    const steps = enough.minus(below).divToInt(step);
    if (!steps.greaterThan(ONE)) return { threshold, amount: enough };
    ask(below.plus(steps.divToInt(2).times(step)));
  }
}

/** One step, two, four … and the last of all. */
function doubling(step: Decimal, last: Decimal): Decimal[] {
  const values: Decimal[] = [];
  for (let value = step; value.lessThan(last); value = value.times(2)) values.push(value);
  return last.lessThan(step) ? values : [...values, last];
}

/** Of so many thresholds with as many amounts, each pair can be tried. */
const MOST_DOUBLED = 32;

/** All of them, or every second, third … up to the last, where they are many. */
function fewOf(values: readonly Decimal[]): Decimal[] {
  const apart = Math.ceil(values.length / MOST_DOUBLED);
  return values.filter((_, index) => (values.length - 1 - index) % apart === 0);
}
