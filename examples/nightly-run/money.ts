import { Decimal as SharedDecimal } from "decimal.js";

/** A private clone with room for the sum of any number of charges, so that no addition ever rounds. */
export const Decimal: typeof SharedDecimal = SharedDecimal.clone({ defaults: true, precision: 60 });
export type Decimal = SharedDecimal;

/** Exact sums of money, one for each currency. */
export class SumByCurrency {
  readonly #sums = new Map<string, { count: number; sum: Decimal; digits: number }>();

  add(amount: string, currency: string): void {
    const { count, sum } = this.#sums.get(currency) ?? { count: 0, sum: new Decimal(0) };
    // An amount of money comes with exactly the minor-unit digits of its currency.
    const digits = amount.split(".")[1]?.length ?? 0;
    this.#sums.set(currency, { count: count + 1, sum: sum.plus(amount), digits });
  }

  /** In the order of the currency codes. */
  rows(): { currency: string; count: number; sum: string }[] {
    return [...this.#sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, { count, sum, digits }]) => ({ currency, count, sum: sum.toFixed(digits) }));
  }
}
