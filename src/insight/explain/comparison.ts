import { canonical, decimal } from "../../base/decimal.js";
import { fires } from "../../engine/threshold.js";
import type { Boundary } from "../../model/basis.js";
import type { Decision } from "../../model/decision.js";
import type { ComparisonFacts, StandingFacts } from "./told-facts.js";
import { quoted } from "./quotation.js";
import { maybe, valueText, type Wording } from "./wording.js";

/** A decision's `trigger`, in words; null where it has none. */
export function comparisonOf({ trigger, walletId }: Decision, wording: Wording): ComparisonFacts | null {
  if (trigger === null) return null;
  const { basis, observed, inFlight, effective, limit, threshold, boundary, distance } = trigger;
  return {
    basis,
    wallet: maybe(walletId, quoted),
    observed: valueText(wording, observed),
    inFlight: decimal(inFlight).isZero() ? null : valueText(wording, inFlight),
    effective: valueText(wording, effective),
    limit: maybe(limit, (each) => valueText(wording, each)),
    standing: distance === null ? null : standingOf(distance, threshold, boundary, wording),
    boundary,
  };
}

export function standingOf(distance: string, threshold: string | null, boundary: Boundary, wording: Wording): StandingFacts {
  const exact = decimal(distance);
  return {
    threshold: maybe(threshold, (each) => valueText(wording, each)),
    gap: valueText(wording, canonical(exact.abs())),
    side: exact.isZero() ? "at" : exact.isNegative() ? "past" : "before",
    reached: fires(exact, boundary),
  };
}
