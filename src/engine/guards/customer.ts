import type { Check } from "../../model/decision.js";
import { fail, pass } from "../check.js";
import type { Situation } from "../situation.js";

/** A profile that names a customer is for that account alone. */
export function customer({ profile, account }: Situation): Check {
  const facts = { customerId: profile.customerId };
  const ours = profile.customerId === null || profile.customerId === account.id;
  return ours ? pass("customer", facts) : fail("customer", "otherCustomer", facts);
}
