import type { Check } from "../../model/decision.js";
import { fail, pass } from "../check.js";
import type { Situation } from "../situation.js";

/** A profile that is switched off does nothing. */
export function enabled({ profile }: Situation): Check {
  const facts = { enabled: profile.enabled };
  return profile.enabled ? pass("enabled", facts) : fail("enabled", "profileDisabled", facts);
}
