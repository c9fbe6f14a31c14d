import type { Check } from "../../model/decision.js";
import { fail, pass, unjudged } from "../check.js";
import type { Situation } from "../situation.js";

/** A profile that names a currency or unit serves only accounts (owed) or wallets (held) in it. */
export function currency({ profile, target }: Situation): Check {
  if (profile.currency === null) return pass("currency", { required: null });
  if (target.kind === "none") return unjudged("currency", { required: profile.currency });
  const facts = { required: profile.currency, actual: target.unit };
  return target.unit === profile.currency ? pass("currency", facts) : fail("currency", "currencyMismatch", facts);
}
