import type { AccountInput } from "auto-topup";
import { type Currency, SHARES } from "./currency.js";
import type { Draw } from "./draw.js";
import { ago } from "./moment.js";

/** What every kind of customer has. */
export interface Customer {
  readonly currency: Currency;
  readonly base: Pick<AccountInput, "id" | "currency" | "timeZone" | "asOf" | "paymentMethod">;
}

export function customer(draw: Draw, number: number): Customer {
  const currency = draw.weighted(SHARES);
  const asOf = snapshotTime(draw);
  const paymentMethod = method(draw);
  return {
    currency,
    base: {
      id: `customer-${String(number).padStart(7, "0")}`,
      currency: currency.code,
      timeZone: draw.oneOf(currency.timeZones),
      ...(asOf === null ? {} : { asOf }),
      ...(paymentMethod === null ? {} : { paymentMethod }),
    },
  };
}

/** Most snapshots are minutes old; some are stale, undated, or from a clock that runs ahead. */
function snapshotTime(draw: Draw): string | null {
  const minutes = draw.whole(1, 45);
  return draw.weighted([
    [93, ago({ minutes })],
    [3, ago({ hours: 26, minutes })],
    [2, null],
    [2, ago({ minutes: -minutes })],
  ]);
}

function method(draw: Draw): AccountInput["paymentMethod"] | null {
  return draw.weighted<AccountInput["paymentMethod"] | null>([
    [50, { type: "card", autoCollect: true }],
    [25, { type: "directDebit", autoCollect: true, minCharge: "5" }],
    [10, { type: "card", autoCollect: false }],
    [5, { type: "other", autoCollect: false }],
    [10, null],
  ]);
}
