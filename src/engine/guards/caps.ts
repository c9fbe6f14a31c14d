import { canonical } from "../../base/decimal.js";
import type { Check } from "../../model/decision.js";
import { windowText } from "../caps.js";
import { fail, pass, unjudged } from "../check.js";
import type { Situation } from "../situation.js";

/** Over its windows, the top-ups of one target come to no more than the caps allow (control-layer). */
export function caps({ profile, caps: verdict }: Situation): Check {
  if (verdict === null) return unjudged("caps", {});
  if (verdict.passed) return pass("caps", profile.caps.length === 0 ? {} : { charge: canonical(verdict.amount.charge) });
  const { cap, used } = verdict.exceeded;
  const facts = {
    window: windowText(cap),
    maxCharge: cap.maxCharge,
    usedCharge: canonical(used.charge),
    maxCount: cap.maxCount,
    usedCount: used.count,
  };
  return fail("caps", "capReached", facts, verdict.eligibleAt);
}
