import { canonical } from "../../base/decimal.js";
import type { Check } from "../../model/decision.js";
import { fail, pass, unjudged } from "../check.js";
import type { Situation } from "../situation.js";

/** Something can be charged within the bounds of the rule. */
export function amount({ profile: { topup }, amount: found }: Situation): Check {
  if (found === null) return unjudged("amount", {});
  if (found === "belowMinimum") return fail("amount", "belowMinimum", { min: topup.min, max: topup.max, step: topup.step });
  return pass("amount", { credit: canonical(found.credit), charge: canonical(found.charge) });
}
