/** A currency of the generated customers. `hundred` is a round everyday sum in minor units, about a hundred euros. */
export interface Currency {
  readonly code: string;
  readonly digits: number;
  readonly hundred: number;
  readonly timeZones: readonly [string, ...string[]];
}

const EUR: Currency = { code: "EUR", digits: 2, hundred: 100_00, timeZones: ["Europe/Berlin", "Europe/Paris", "Europe/Lisbon"] };
const GBP: Currency = { code: "GBP", digits: 2, hundred: 100_00, timeZones: ["Europe/London"] };
const USD: Currency = { code: "USD", digits: 2, hundred: 100_00, timeZones: ["America/New_York", "America/Los_Angeles", "UTC"] };
const JPY: Currency = { code: "JPY", digits: 0, hundred: 15_000, timeZones: ["Asia/Tokyo"] };
const KWD: Currency = { code: "KWD", digits: 3, hundred: 30_000, timeZones: ["Asia/Kuwait"] };
const NZD: Currency = { code: "NZD", digits: 2, hundred: 200_00, timeZones: ["Pacific/Auckland"] };

export const SHARES = [
  [34, EUR],
  [26, GBP],
  [22, USD],
  [8, JPY],
  [5, KWD],
  [5, NZD],
] as const;

/** Major units as text, from whole minor units: no fraction is ever held as a number. */
export function major(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  return `${minor < 0 ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
