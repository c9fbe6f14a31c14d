import { Decimal as SharedDecimal } from "decimal.js";
import { remember } from "./remember.js";

/**
 * A private clone: `Decimal.set` elsewhere in the process cannot reach it. The precision is far above what
 * any product or sum of the admitted figures needs (20 + 20 digits each), so + − × never round.
 */
export const Decimal: typeof SharedDecimal = SharedDecimal.clone({
  defaults: true,
  precision: 1000,
  rounding: SharedDecimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = SharedDecimal;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);
const HUNDREDTH = new Decimal("0.01");

/** What has no more characters than this is read in less time by way of a whole number. */
const SHORT = 8;

/** Reads canonical amount text. */
export function decimal(text: string): Decimal {
  if (text.length > SHORT) return new Decimal(text);
  const point = text.indexOf(".");
  if (point === -1) return new Decimal(Number(text));
  const whole = Number(text.slice(0, point) + text.slice(point + 1));
  return new Decimal(whole).times(unitOf(text.length - point - 1));
}

/** The number whose shortest decimal form this text is, or `null` where none is. */
export function exactNumber(text: string): number | null {
  const written = amountText(text);
  return written !== null && amountText(Number(written)) === written ? Number(written) : null;
}

const known = /* @__PURE__ */ new Map<string, Decimal>();

/** Reads canonical amount text of a profile: few, and the same for many accounts. */
export function constant(text: string): Decimal {
  return known.get(text) ?? remember(known, text, decimal(text));
}

/** Plain text without exponent, `-0`, or needless zeros. */
export function canonical(value: Decimal): string {
  return value.toFixed();
}

/** Exactly `digits` places; the value must have no more than that. */
export function withDigits(value: Decimal, digits: number): string {
  return value.toFixed(digits);
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.length === 0 ? ZERO : values.reduce((total, value) => total.plus(value));
}

/** `percent` % of a figure, exact. */
export function percentOf(figure: Decimal, percent: Decimal): Decimal {
  return figure.times(percent).times(HUNDREDTH);
}

const MAX_DIGITS = 12;
const UNITS: readonly Decimal[] = /* @__PURE__ */ Array.from({ length: MAX_DIGITS + 1 }, (_, digits) => new Decimal(`1e-${digits}`));

/** The smallest unit with so many decimal places, 0 to 12: `unitOf(2)` is 0.01. */
export function unitOf(digits: number): Decimal {
  return UNITS[digits] as Decimal;
}

function isUnit(quantum: Decimal): boolean {
  return UNITS.includes(quantum);
}

/** ⌊a ÷ b⌋ as a whole number, for b > 0. */
export function wholeTimes(a: Decimal, b: Decimal): Decimal {
  const truncated = a.divToInt(b);
  return a.isNegative() && !truncated.times(b).equals(a) ? truncated.minus(ONE) : truncated;
}

/** The largest multiple of `quantum` that is not above `value`. */
export function floorTo(value: Decimal, quantum: Decimal): Decimal {
  if (isUnit(quantum) && value.decimalPlaces() <= quantum.decimalPlaces()) return value;
  return wholeTimes(value, quantum).times(quantum);
}

/** The smallest multiple of `quantum` that is not below `value`. */
export function ceilTo(value: Decimal, quantum: Decimal): Decimal {
  const floor = floorTo(value, quantum);
  return floor.equals(value) ? floor : floor.plus(quantum);
}

/** a ÷ b to so many places, a tie away from zero, for b > 0: no quotient is cut off before it is rounded. */
export function quotientHalfUp(a: Decimal, b: Decimal, digits: number): Decimal {
  const scaled = a.abs().dividedBy(unitOf(digits));
  const whole = scaled.divToInt(b);
  const isUp = scaled.minus(whole.times(b)).times(2).greaterThanOrEqualTo(b);
  const rounded = (isUp ? whole.plus(ONE) : whole).times(unitOf(digits));
  return a.isNegative() ? rounded.negated() : rounded;
}

/** Rounded to so many places; a tie goes away from zero. */
export function halfUp(value: Decimal, digits: number): Decimal {
  return value.decimalPlaces() <= digits ? value : value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
}

const CANONICAL = /^(?:0|-?[1-9]\d{0,19}|-?(?:0|[1-9]\d{0,19})\.\d{0,19}[1-9])$/;
const WRITTEN = /^(-?)(?=\d{1,20}(?:\.|$))0*(\d+)(?:\.(\d{1,20}))?$/;

/**
 * Canonical text of an amount as a caller writes it (a plain decimal string, or a finite number by its
 * shortest decimal form), or `null` where it is none.
 */
export function amountText(value: unknown): string | null {
  if (typeof value === "number") {
    const shortest = String(value);
    return amountText(shortest.includes("e") ? new Decimal(value).toFixed() : shortest);
  }
  if (typeof value !== "string") return null;
  if (CANONICAL.test(value)) return value;
  const match = WRITTEN.exec(value);
  return match && trimmed(match);
}

function trimmed([, sign, whole, fraction = ""]: RegExpExecArray): string {
  const digits = fraction.replace(/0+$/, "");
  const magnitude = digits === "" ? (whole as string) : `${whole}.${digits}`;
  return magnitude === "0" ? "0" : `${sign}${magnitude}`;
}
