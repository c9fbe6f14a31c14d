// Exact fractions. Every denominator but that of an unrounded quotient is a power of ten, so what is
// printed always has a finite decimal form.

export interface Rational {
  readonly n: bigint;
  readonly d: bigint; // > 0
}

export const whole = (n: bigint | number): Rational => ({ n: BigInt(n), d: 1n });
export const ZERO: Rational = whole(0);
export const ONE: Rational = whole(1);
export const HUNDRED: Rational = whole(100);

/** 10 to the power of -places: one unit of a scale. */
export const unitOf = (places: number): Rational => ({ n: 1n, d: 10n ** BigInt(places) });

// 3: an Amount is a decimal string, or a number taken by its shortest decimal form.
export function rational(amount: string | number): Rational {
  const text = String(amount);
  const [mantissa = "", exponent = "0"] = text.split("e");
  const [integer = "", fraction = ""] = mantissa.split(".");
  const places = fraction.length - Number(exponent);
  const n = BigInt(integer + fraction);
  return places >= 0 ? { n, d: 10n ** BigInt(places) } : { n: n * 10n ** BigInt(-places), d: 1n };
}

export const optionalRational = (amount: string | number | null | undefined): Rational | null =>
  amount === null || amount === undefined ? null : rational(amount);

export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });

export function divide(a: Rational, b: Rational): Rational {
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: -a.d * b.n };
}

/** The sign of a - b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const sum = (all: readonly Rational[]): Rational => all.reduce(add, ZERO);
export const lesser = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);

/** The largest whole number not above a. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d; // cut off towards zero
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient;
}
/** The smallest whole number not below a. */
export const ceil = (a: Rational): bigint => -floor(negate(a));

/** The largest multiple of the quantum not above a. */
export const floorTo = (a: Rational, quantum: Rational): Rational => multiply(whole(floor(divide(a, quantum))), quantum);
/** The smallest multiple of the quantum not below a. */
export const ceilTo = (a: Rational, quantum: Rational): Rational => multiply(whole(ceil(divide(a, quantum))), quantum);
/** The nearest multiple of the quantum; a tie goes away from zero. */
export function halfUpTo(a: Rational, quantum: Rational): Rational {
  if (a.n < 0n) return negate(halfUpTo(negate(a), quantum));
  return multiply(whole(floor(add(divide(a, quantum), { n: 1n, d: 2n }))), quantum);
}

/** The digits before and after the point, with as many of them as the denominator has zeros. */
function digits(a: Rational): [sign: string, integer: string, fraction: string] {
  const places = a.d.toString().length - 1;
  const text = (a.n < 0n ? -a.n : a.n).toString().padStart(places + 1, "0");
  return [a.n < 0n ? "-" : "", text.slice(0, text.length - places), text.slice(text.length - places)];
}

// 3: every figure that isn't charged or credited: exact and canonical.
export function canonical(a: Rational): string {
  const [sign, integer, fraction] = digits(a);
  const significant = fraction.replace(/0+$/, "");
  return sign + integer + (significant === "" ? "" : "." + significant);
}

// 3: money that is charged or credited has exactly its minor-unit digits. a is a multiple of the minor unit.
export function fixed(a: Rational, places: number): string {
  const [sign, integer, fraction] = digits(a);
  return sign + integer + (places === 0 ? "" : "." + fraction.padEnd(places, "0").slice(0, places));
}
