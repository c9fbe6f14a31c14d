import { planTopup } from "auto-topup";
import {
  accountFromSafeCustomer,
  parseSafeProfile,
  profileFromSafe,
  requestsFromPlan,
  type SafeCustomer,
  type SafeExpectedPayment,
  type SafeExpectedPaymentFacts,
  type SafeRequestOptions,
  type SafeSnapshot,
  topupFromExpectedPayment,
} from "auto-topup/safe";
import type { Shown } from "./shown.js";

export interface SafeDocuments {
  readonly at: string;
  readonly profile: unknown;
  readonly customer: SafeCustomer;
  /** From SAFE's reports: the customer's document has none. */
  readonly figures: SafeSnapshot;
  /** Each with what its document doesn't say. */
  readonly expectedPayments: readonly { readonly document: SafeExpectedPayment; readonly facts: SafeExpectedPaymentFacts }[];
  /** What an installation chooses from lists of its own. */
  readonly fields: SafeRequestOptions;
}

export function safe({ at, profile: document, customer, figures, expectedPayments, fields }: SafeDocuments): Shown {
  const profile = profileFromSafe(parseSafeProfile(document));
  const topups = expectedPayments.map(({ document, facts }) => topupFromExpectedPayment(document, facts));
  const account = accountFromSafeCustomer(customer, { ...figures, topups });
  const plan = planTopup({ profile, account, at });
  return {
    system: "SAFE",
    cameIn: `Auto Top-up Profile ${profile.id}, Customer ${account.id} with its figures, Expected Payments: ${expectedPayments.length}`,
    profile,
    plan,
    requests: requestsFromPlan(plan, fields),
  };
}
