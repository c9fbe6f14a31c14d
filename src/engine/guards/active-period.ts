import type { Check } from "../../model/decision.js";
import { fail, pass } from "../check.js";
import type { Situation } from "../situation.js";

/** In force from `activeFrom` (inclusive) until `activeUntil` (exclusive). */
export function activePeriod({ profile: { activeFrom, activeUntil }, at }: Situation): Check {
  const facts = { activeFrom, activeUntil };
  if (activeFrom !== null && at < activeFrom) return fail("activePeriod", "notYetActive", facts, activeFrom);
  if (activeUntil !== null && at >= activeUntil) return fail("activePeriod", "expired", facts);
  return pass("activePeriod", facts);
}
