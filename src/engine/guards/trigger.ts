import type { Check, Facts } from "../../model/decision.js";
import { fail, pass, unjudged } from "../check.js";
import type { Firing } from "../firing.js";
import type { Situation } from "../situation.js";

/** The basis has reached the threshold, or the schedule an occurrence, and the goal is not met already. */
export function trigger({ firing }: Situation): Check {
  if (firing === null) return unjudged("trigger", {});
  const facts = factsOf(firing);
  if (firing.fires) return pass("trigger", facts);
  return fail("trigger", firing.reason, firing.credit === null ? facts : { ...facts, credit: firing.credit }, firing.eligibleAt);
}

/** A threshold's figures stand in the decision's `trigger`. */
function factsOf({ occasion }: Firing): Facts {
  return occasion === null ? {} : { occurrence: occasion.occurrence, next: occasion.next, topupId: occasion.madeBy?.id ?? null };
}
