import { type Decimal, decimal, ZERO } from "../base/decimal.js";
import type { Instant } from "../base/instant.js";
import type { ParsedCharge } from "../model/charge.js";
import type { ParsedSource } from "../model/source.js";

/** A source with what is left of it while charges are drawn. */
export interface Holding {
  readonly source: ParsedSource;
  remaining: Decimal;
  /** What may still be drawn after the end, all charges together; null without a bound. */
  rollingOver: Decimal | null;
}

export function holdingOf(source: ParsedSource): Holding {
  const most = source.rollover?.amount ?? null;
  return { source, remaining: decimal(source.remaining), rollingOver: most === null ? null : decimal(most) };
}

/** Whether a source admits a charge at all, at whatever time: active, of its currency, in its scope. */
export function admits(
  source: ParsedSource,
  { currency, type, productId }: Pick<ParsedCharge, "currency" | "type" | "productId">,
): boolean {
  return (
    source.status === "active" &&
    (source.currency === null || currency === null || source.currency === currency) &&
    inScope(source.lineItemTypes, type) &&
    inScope(source.productIds, productId)
  );
}

/** An empty scope admits all; one that names some does not admit what has no name. */
function inScope(scope: readonly (string | null)[], name: string | null): boolean {
  return scope.length === 0 || scope.includes(name);
}

/** Where an instant falls in a source's dates: start inclusive, end exclusive. */
export function phaseOf({ startsAt, endsAt, rollover }: ParsedSource, at: Instant): "outside" | "inDates" | "rollover" {
  if (startsAt !== null && at < startsAt) return "outside";
  if (endsAt === null || at < endsAt) return "inDates";
  return rollover !== null && at < rollover.until ? "rollover" : "outside";
}

/** What can be drawn without overdraft. */
export function drawable({ remaining, rollingOver }: Holding, phase: "inDates" | "rollover"): Decimal {
  if (!remaining.greaterThan(ZERO)) return ZERO;
  return phase === "rollover" && rollingOver !== null && rollingOver.lessThan(remaining) ? rollingOver : remaining;
}

export function draw(holding: Holding, amount: Decimal, phase: "inDates" | "rollover"): void {
  holding.remaining = holding.remaining.minus(amount);
  if (phase === "rollover" && holding.rollingOver !== null) holding.rollingOver = holding.rollingOver.minus(amount);
}
