import type { Contender } from "../harness.js";
import type { Situation } from "../situations.js";
import { arithmetic, type Figures, MINOR_DIGITS } from "./figures.js";
import type { Operands, TopupOperands } from "./operands.js";

/** Every figure is a whole number of units of so many decimal places: enough for the product of any two here. */
const PLACES = 12;
const ONE = 10n ** BigInt(PLACES);
const MINOR = 10n ** BigInt(PLACES - MINOR_DIGITS);

/** The arithmetic of the rule on `bigint` with a fixed point, from canonical text. */
export function bareBigint(situation: Situation): Contender {
  return arithmetic("k", situation, figures);
}

function figures(operands: Operands<string>): Figures {
  const isOwed = operands.side === "owed";
  const held = sum(operands.basis);
  const observed = operands.pendingUsage === null ? held : held - read(operands.pendingUsage);
  const inFlight = sum(operands.inFlight);
  const effective = isOwed ? observed - inFlight : observed + inFlight;
  const limit = operands.limit === null ? null : read(operands.limit);
  const threshold = shareOf(limit, operands.value);
  const distance = isOwed ? threshold - effective : effective - threshold;
  return {
    observed: text(observed),
    inFlight: text(inFlight),
    effective: text(effective),
    limit: limit === null ? null : text(limit),
    threshold: text(threshold),
    distance: text(distance),
    topup: distance > 0n ? null : topup(isOwed, effective, limit, operands.topup),
  };
}

function topup(
  isOwed: boolean,
  effective: bigint,
  limit: bigint | null,
  { goal, step, rate, capped, maxCharge }: TopupOperands<string>,
): Figures["topup"] {
  const target = shareOf(limit, goal);
  const wanted = isOwed ? effective - target : target - effective;
  const credit = roundedUp(wanted, step === null ? MINOR : read(step));
  const charge = halfUp((credit * read(rate)) / ONE);
  return { credit: text(credit), charge: text(charge), fits: sum(capped) + charge <= read(maxCharge) };
}

function shareOf(limit: bigint | null, value: string): bigint {
  return limit === null ? read(value) : (limit * read(value)) / (100n * ONE);
}

/** For what is more than nothing. */
function roundedUp(value: bigint, quantum: bigint): bigint {
  return ((value + quantum - 1n) / quantum) * quantum;
}

function halfUp(value: bigint): bigint {
  return ((value + MINOR / 2n) / MINOR) * MINOR;
}

function sum(values: readonly string[]): bigint {
  let total = 0n;
  for (const value of values) total += read(value);
  return total;
}

function read(amount: string): bigint {
  const point = amount.indexOf(".");
  if (point === -1) return BigInt(amount) * ONE;
  return BigInt(amount.slice(0, point) + amount.slice(point + 1).padEnd(PLACES, "0"));
}

function text(value: bigint): string {
  const sign = value < 0n ? "-" : "";
  const digits = String(value < 0n ? -value : value).padStart(PLACES + 1, "0");
  let end = digits.length;
  while (end > digits.length - PLACES && digits.charCodeAt(end - 1) === 48) end--;
  const whole = digits.slice(0, -PLACES);
  return end === digits.length - PLACES
    ? sign + whole
    : `${sign}${whole}.${digits.slice(-PLACES, end === digits.length ? undefined : end)}`;
}
