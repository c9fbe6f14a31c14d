import {
  add,
  type Dinero,
  dinero,
  type DineroCurrency,
  halfUp,
  isPositive,
  isZero,
  lessThanOrEqual,
  multiply,
  subtract,
  toDecimal,
  toSnapshot,
  transformScale,
  trimScale,
  up,
} from "dinero.js";
import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { arithmetic, type Figures, MINOR_DIGITS } from "./figures.js";
import type { Operands, TopupOperands } from "./operands.js";

/** Money and credits alike: what a figure is in plays no part in the arithmetic. */
const UNIT: DineroCurrency<number> = { code: "XXX", base: 10, exponent: MINOR_DIGITS };
const ZERO = dinero({ amount: 0, currency: UNIT });

/** The arithmetic of the rule in dinero.js, from canonical text, on numbers as it comes: exact up to 2^53 of the smallest unit. */
export function dineroJs(situation: Situation): Contender {
  return arithmetic("j", situation, figures);
}

function figures(operands: Operands<string>): Figures {
  const isOwed = operands.side === "owed";
  const held = sum(operands.basis);
  const observed = operands.pendingUsage === null ? held : subtract(held, read(operands.pendingUsage));
  const inFlight = sum(operands.inFlight);
  const effective = isOwed ? subtract(observed, inFlight) : add(observed, inFlight);
  const limit = operands.limit === null ? null : read(operands.limit);
  const threshold = shareOf(limit, operands.value);
  const distance = isOwed ? subtract(threshold, effective) : subtract(effective, threshold);
  return {
    observed: text(observed),
    inFlight: text(inFlight),
    effective: text(effective),
    limit: limit === null ? null : text(limit),
    threshold: text(threshold),
    distance: text(distance),
    topup: isPositive(distance) && !isZero(distance) ? null : topup(isOwed, effective, limit, operands.topup),
  };
}

function topup(
  isOwed: boolean,
  effective: Dinero<number>,
  limit: Dinero<number> | null,
  { goal, step, rate, capped, maxCharge }: TopupOperands<string>,
): Figures["topup"] {
  const target = shareOf(limit, goal);
  const wanted = isOwed ? subtract(effective, target) : subtract(target, effective);
  const inMinorUnits = transformScale(wanted, MINOR_DIGITS, up);
  const credit = step === null ? inMinorUnits : packed(inMinorUnits, read(step));
  const charge = transformScale(multiply(credit, scaled(rate)), MINOR_DIGITS, halfUp);
  return { credit: text(credit), charge: text(charge), fits: lessThanOrEqual(add(sum(capped), charge), read(maxCharge)) };
}

/** Rounded up to whole packs. */
function packed(credit: Dinero<number>, step: Dinero<number>): Dinero<number> {
  const pack = toSnapshot(transformScale(step, MINOR_DIGITS)).amount;
  return dinero({ amount: Math.ceil(toSnapshot(credit).amount / pack) * pack, currency: UNIT, scale: MINOR_DIGITS });
}

function shareOf(limit: Dinero<number> | null, value: string): Dinero<number> {
  if (limit === null) return read(value);
  const { amount, scale } = scaled(value);
  return multiply(limit, { amount, scale: scale + 2 });
}

function sum(values: readonly string[]): Dinero<number> {
  let total = values[0] === undefined ? ZERO : read(values[0]);
  for (let index = 1; index < values.length; index++) total = add(total, read(values[index] as string));
  return total;
}

function read(amount: string): Dinero<number> {
  return dinero({ ...scaled(amount), currency: UNIT });
}

function scaled(amount: string): { amount: number; scale: number } {
  const point = amount.indexOf(".");
  if (point === -1) return { amount: Number(amount), scale: 0 };
  return { amount: Number(amount.slice(0, point) + amount.slice(point + 1)), scale: amount.length - point - 1 };
}

/** It prints at least the minor digits of the currency. */
function text(value: Dinero<number>): string {
  const shown = toDecimal(trimScale(value));
  return shown.includes(".") ? shown.replace(/\.?0+$/, "") : shown;
}
