import type { Check } from "../../model/decision.js";
import { fail, pass, unjudged } from "../check.js";
import type { Situation } from "../situation.js";

/** Every figure that the rule needs is known: unknown is not zero. */
export function figures({ profile, figures: read }: Situation): Check {
  if (read === null) {
    const needsNone = profile.trigger.basis === "schedule" && profile.topup.mode === "fixedAmount";
    return needsNone ? pass("figures", {}) : unjudged("figures", {});
  }
  return "missing" in read ? fail("figures", read.missing, { unknown: read.name }) : pass("figures", {});
}
