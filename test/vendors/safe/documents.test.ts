import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { planTopup } from "auto-topup";
import {
  accountFromSafeCustomer,
  parseSafeProfile,
  profileFromSafe,
  profileToSafe,
  requestsFromPlan,
  type SafeCustomer,
  type SafeExpectedPayment,
  type SafeExpectedPaymentFacts,
  type SafeOptions,
  type SafeProfile,
  type SafeRequest,
  type SafeRequestOptions,
  type SafeSnapshot,
  topupFromExpectedPayment,
} from "auto-topup/safe";
import { describe, expect, it } from "vitest";

/** A profile and a customer as SAFE's API writes them, and what is to come of them, worked out by hand. */
interface Case {
  readonly title: string;
  readonly profile: SafeProfile;
  readonly customer: SafeCustomer;
  readonly snapshot: SafeSnapshot;
  readonly expectedPayments?: readonly { readonly document: SafeExpectedPayment; readonly facts: SafeExpectedPaymentFacts }[];
  readonly options?: SafeOptions;
  readonly requestOptions?: SafeRequestOptions;
  readonly at: string;
  readonly expect: { readonly reason: string; readonly requests: readonly SafeRequest[] };
}

const folder = fileURLToPath(new URL("documents/", import.meta.url));
const cases = readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}${file}`, "utf8")) as Case);

describe("a document of SAFE's", () => {
  it.each(cases)("becomes the requests: $title", (each) => {
    const profile = profileFromSafe(each.profile, each.options);
    const topups = (each.expectedPayments ?? []).map(({ document, facts }) => topupFromExpectedPayment(document, facts));
    const account = accountFromSafeCustomer(each.customer, { ...each.snapshot, topups }, each.options);
    const plan = planTopup({ profile, account, at: each.at });
    expect(plan.decision.reason).toBe(each.expect.reason);
    expect(requestsFromPlan(plan, each.requestOptions)).toStrictEqual(each.expect.requests);
  });

  it.each(cases)("comes back the same: $title", ({ profile, options }) => {
    expect(parseSafeProfile(profile)).toStrictEqual(profile);
    expect(profileToSafe(profileFromSafe(profile, options), profile, options)).toStrictEqual(profile);
  });

  it.each(cases)("means the same when written anew: $title", ({ profile, options }) => {
    const ours = profileFromSafe(profile, options);
    expect(profileFromSafe(profileToSafe(ours, null, options), options)).toStrictEqual(ours);
  });
});
