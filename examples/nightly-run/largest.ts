import type { Profile, TopupPlan } from "auto-topup";
import { Decimal } from "./money.js";

export interface Ranked {
  readonly plan: TopupPlan;
  readonly profile: Profile;
}

/**
 * Keeps the largest plans seen, and no others. Charges in different currencies are ranked by their worth at
 * rough reference rates; one in a currency without a rate comes after all that have one.
 */
export class Largest {
  readonly #size: number;
  readonly #rates: ReadonlyMap<string, Decimal>;
  readonly #kept: { ranked: Ranked; hasRate: boolean; worth: Decimal }[] = [];

  constructor(size: number, rates: Readonly<Record<string, string>>) {
    this.#size = size;
    this.#rates = new Map(Object.entries(rates).map(([currency, rate]) => [currency, new Decimal(rate)]));
  }

  add(ranked: Ranked): void {
    const { charge, currency } = ranked.plan.topup;
    const rate = this.#rates.get(currency);
    const entry = { ranked, hasRate: rate !== undefined, worth: (rate ?? new Decimal(1)).times(charge) };
    const place = this.#kept.findIndex((kept) => isAbove(entry, kept));
    if (place >= 0) this.#kept.splice(place, 0, entry);
    else if (this.#kept.length < this.#size) this.#kept.push(entry);
    if (this.#kept.length > this.#size) this.#kept.pop();
  }

  /** The largest first; of equal ones, the one seen first. */
  ranking(): Ranked[] {
    return this.#kept.map(({ ranked }) => ranked);
  }
}

interface Rank {
  readonly hasRate: boolean;
  readonly worth: Decimal;
}

function isAbove(a: Rank, b: Rank): boolean {
  return a.hasRate === b.hasRate ? a.worth.greaterThan(b.worth) : a.hasRate;
}
