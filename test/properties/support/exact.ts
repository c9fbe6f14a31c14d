/** Money as a whole number of 10^-60: products of two amounts, and a hundredth of them, are exact. */
export type Exact = bigint;

const PLACES = 60;
export const ONE: Exact = 10n ** BigInt(PLACES);

export function exact(text: string): Exact {
  const negative = text.startsWith("-");
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const size = BigInt(whole) * ONE + BigInt(fraction.padEnd(PLACES, "0"));
  return negative ? -size : size;
}

export function exactText(figure: Exact): string {
  const digits = (figure < 0n ? -figure : figure).toString().padStart(PLACES + 1, "0");
  const fraction = digits.slice(-PLACES).replace(/0+$/, "");
  return `${figure < 0n ? "-" : ""}${digits.slice(0, -PLACES)}${fraction === "" ? "" : `.${fraction}`}`;
}

export const times = (a: Exact, b: Exact): Exact => (a * b) / ONE;
export const percentOf = (limit: Exact, percent: Exact): Exact => times(limit, percent) / 100n;
export const unitOf = (digits: number): Exact => 10n ** BigInt(PLACES - digits);
export const floorTo = (a: Exact, quantum: Exact): Exact => a - (((a % quantum) + quantum) % quantum);
export const ceilTo = (a: Exact, quantum: Exact): Exact => floorTo(a + quantum - 1n, quantum);

/** Whether it can be stated as an input: no more than 20 digits on either side of the point. */
export const isStatable = (figure: Exact): boolean => figure % unitOf(20) === 0n && (figure < 0n ? -figure : figure) < 10n ** 20n * ONE;
