import { minorDigits } from "../../base/currency.js";
import { canonical, decimal, halfUp } from "../../base/decimal.js";
import type { InputIssue } from "../../base/errors.js";
import type { Topup } from "../../model/plan.js";

const MAX_PLACES = 20;

/** What a unit costs such that Orb's invoice, amount × cost basis, comes to the plan's charge; or why there is no such figure. */
export function costBasisOf({ credit, charge, currency }: Topup, given: string | null): string | InputIssue {
  const bought = decimal(credit);
  if (given !== null) {
    const invoiced = halfUp(bought.times(decimal(given)), minorDigits(currency) ?? 2);
    return invoiced.equals(decimal(charge))
      ? given
      : conflict(`makes an invoice of ${canonical(invoiced)}, and the plan charges ${charge}`);
  }
  const exact = decimal(charge).dividedBy(bought);
  return exact.decimalPlaces() <= MAX_PLACES ? canonical(exact) : missing(`${charge} ÷ ${credit} has no end within ${MAX_PLACES} places`);
}

function conflict(message: string): InputIssue {
  return { path: ["costBasis"], code: "conflict", message };
}

function missing(why: string): InputIssue {
  return { path: ["costBasis"], code: "required", message: `is required: ${why}` };
}
