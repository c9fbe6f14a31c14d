import type { Check } from "../../model/decision.js";
import { fail, pass } from "../check.js";
import type { Situation } from "../situation.js";

/** With `requirePaymentMethod`, the account has one that collects automatically. */
export function paymentMethod({ profile, account: { paymentMethod: method } }: Situation): Check {
  const facts = { required: profile.requirePaymentMethod, type: method?.type ?? null, autoCollect: method?.autoCollect ?? null };
  return !profile.requirePaymentMethod || method?.autoCollect
    ? pass("paymentMethod", facts)
    : fail("paymentMethod", "noPaymentMethod", facts);
}
