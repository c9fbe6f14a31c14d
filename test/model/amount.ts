// 5: how much.
import {
  add,
  canonical,
  ceil,
  ceilTo,
  compare,
  divide,
  floor,
  floorTo,
  halfUpTo,
  lesser,
  multiply,
  optionalRational,
  rational,
  subtract,
  whole,
  ZERO,
  type Rational,
} from "./rational.js";
import type { Adjustment } from "./shapes.js";
import type { Situation } from "./situation.js";
import { percentOf, type Threshold } from "./threshold.js";

export interface Proposal {
  credit: Rational;
  charge: Rational;
  adjustments: Adjustment[];
}

/** What the mode asks for, before any rounding; null where the topup's limit is unlimited. */
export function wantedCredit(s: Situation, threshold: Threshold | null): Rational | null {
  const { mode, value: v, repeat } = s.profile.topup;
  const value = rational(v);
  if (s.override) return s.override; // 5, 1
  if (mode === "fixedAmount") return threshold && repeat === "untilClear" ? multiply(timesUntilClear(threshold, value), value) : value;
  if (s.topupLimit === "unlimited") return null;
  const target = typeof s.topupLimit === "object" ? percentOf(s.topupLimit, value) : value;
  const x = s.effective ?? ZERO; // known: the guard `figures` has passed
  return s.held ? subtract(target, x) : subtract(x, target);
}

// 5: n the smallest whole number >= 1 after which the trigger no longer fires.
function timesUntilClear({ distance, boundary }: Threshold, value: Rational): Rational {
  const quotient = divide(subtract(ZERO, distance), value);
  if (boundary === "inclusive") return whole(floor(quotient) + 1n);
  const n = ceil(quotient);
  return whole(n < 1n ? 1n : n);
}

// 5, 5: in the account's currency, half-up to its minor unit.
export const chargeFor = (s: Situation, credit: Rational): Rational => halfUpTo(multiply(credit, s.rate), s.minorUnit);

/** 5, 1 to 6. Null: below the minimum. */
export function propose(s: Situation, wanted: Rational): Proposal | null {
  const { mode, value, min: minInput, max: maxInput } = s.profile.topup;
  const adjustments: Adjustment[] = [];
  if (s.override && !(mode === "fixedAmount" && compare(s.override, rational(value)) === 0)) {
    adjustments.push({ rule: "override", from: canonical(rational(value)), to: canonical(s.override) });
  }
  let credit = wanted;
  const change = (rule: Adjustment["rule"], to: Rational): void => {
    if (compare(credit, to) === 0) return;
    adjustments.push({ rule, from: canonical(credit), to: canonical(to) });
    credit = to;
  };
  change("rounding", ceilTo(wanted, s.quantum)); // 5, 3
  const min = optionalRational(minInput);
  const max = optionalRational(maxInput);
  const lowest = min && ceilTo(min, s.quantum);
  const highest = max && floorTo(max, s.quantum);
  if (lowest && compare(credit, lowest) < 0) change("minimum", lowest); // 5, 4
  if (highest && compare(credit, highest) > 0) change("maximum", highest);
  const charge = chargeFor(s, credit);
  if (lowest && highest && compare(lowest, highest) > 0) return null; // 5, 6
  return compare(charge, ZERO) === 0 ? null : { credit, charge, adjustments };
}

/** 5, 7: the largest multiple of the quantum that the cap leaves room for. Null: none, or one below the minimum. */
export function reduceTo(s: Situation, { charge: from, adjustments }: Proposal, left: Rational): Proposal | null {
  const quantumCost = multiply(s.quantum, s.rate);
  // No more than left ÷ rate; and its charge, rounded half-up, no more than the whole minor units that are left.
  const halfMinorUnit = divide(s.minorUnit, whole(2));
  const tooMuch = add(floorTo(left, s.minorUnit), halfMinorUnit);
  const quanta = lesser(whole(floor(divide(left, quantumCost))), whole(ceil(divide(tooMuch, quantumCost)) - 1n));
  const credit = multiply(quanta, s.quantum);
  const charge = chargeFor(s, credit);
  if (compare(charge, ZERO) <= 0 || compare(credit, optionalRational(s.profile.topup.min) ?? ZERO) < 0) return null;
  return {
    credit,
    charge,
    adjustments: [...adjustments, { rule: "cap", from: canonical(from), to: canonical(charge) }],
  };
}
