import { type Decimal, decimal, floorTo, ONE, unitOf, wholeTimes } from "../base/decimal.js";
import type { Instant } from "../base/instant.js";
import type { ParsedTopupRecord } from "../model/topup-record.js";

/** What a past top-up adds, in its target's unit: charge ÷ rate, rounded down to the scale, where it is not stated. */
export function recordCredit(
  { charge, credit }: ParsedTopupRecord,
  { rate, scale }: { readonly rate: Decimal; readonly scale: number },
): Decimal {
  if (credit !== null) return decimal(credit);
  const money = decimal(charge);
  const unit = unitOf(scale);
  if (!rate.equals(ONE)) return wholeTimes(money, rate.times(unit)).times(unit);
  return money.decimalPlaces() <= scale ? money : floorTo(money, unit);
}

/** Since when the account carries the credit; null where it does not yet. */
export function creditedSince(record: ParsedTopupRecord): Instant | null {
  return record.creditedAt ?? (record.status === "paid" ? record.createdAt : null);
}

/** Whether money was asked for under it that is there or may still come. */
export function isAskedFor({ status }: ParsedTopupRecord): boolean {
  return status === "pending" || status === "unknown" || status === "paid";
}
