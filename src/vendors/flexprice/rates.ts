import { decimal } from "../../base/decimal.js";
import type { WalletReading } from "./wallet.js";

type Rates = Pick<WalletReading, "conversion_rate" | "topup_conversion_rate">;

/** Money that a credit is worth when it is used. Flexprice takes a rate of 0 for one that is left out. */
export function useRate({ conversion_rate }: Rates): string {
  return conversion_rate === null || decimal(conversion_rate).isZero() ? "1" : conversion_rate;
}

/** Money that a credit costs. The first generation had one rate for both. */
export function topupRate(rates: Rates): string {
  return rates.topup_conversion_rate ?? useRate(rates);
}
