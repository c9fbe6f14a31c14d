import { planTopup } from "../../../src/index.js";
import * as safe from "../../../src/vendors/safe/index.js";
import { example, recorded } from "../recorded.js";
import type { Target } from "./target.js";
import { AT, target } from "./vendor-target.js";

interface SafeCase {
  readonly profile: safe.SafeProfile;
  readonly customer: safe.SafeCustomer;
  readonly snapshot: safe.SafeSnapshot;
  readonly expectedPayments?: readonly { readonly document: safe.SafeExpectedPayment; readonly facts: safe.SafeExpectedPaymentFacts }[];
  readonly options?: safe.SafeOptions;
  readonly requestOptions?: safe.SafeRequestOptions;
  readonly at: string;
}

const safeExample = example<
  Omit<SafeCase, "snapshot" | "requestOptions"> & { figures: safe.SafeSnapshot; fields: safe.SafeRequestOptions }
>("safe");
const safeCases: readonly SafeCase[] = [
  ...recorded<SafeCase>("safe"),
  { ...safeExample, snapshot: safeExample.figures, requestOptions: safeExample.fields },
];

const EMPTY = {};
const MOMENT = { at: AT };

const safeCollections = (): { items: safe.SafeCollectionItem[]; nextID: number }[] => {
  const items = safeCases.slice(0, 8).map(({ profile }, index) => ({
    profile: { ...profile, id: index + 1 },
    createdAt: "2026-05-01T09:00:00.000Z",
    updatedAt: `2026-05-0${index + 1}T09:00:00.000Z`,
  }));
  return [
    { items: items.slice(0, 3), nextID: 9 },
    { items: items.slice(4, 6), nextID: 30 },
  ];
};

export const safeTargets: readonly Target[] = [
  target("safe parseSafeProfile", safe.parseSafeProfile, () => safeCases.map(({ profile }) => [profile])),
  target("safe profileFromSafe", safe.profileFromSafe, () => safeCases.map(({ profile, options = EMPTY }) => [profile, options])),
  target("safe profileToSafe", safe.profileToSafe, () =>
    safeCases.map(({ profile, options = EMPTY }, index) => [safe.profileFromSafe(profile, options), index % 2 ? profile : null, options]),
  ),
  target("safe accountFromSafeCustomer", safe.accountFromSafeCustomer, () =>
    safeCases.map(({ customer, snapshot, options = EMPTY }) => [customer, snapshot, options]),
  ),
  target("safe topupFromExpectedPayment", safe.topupFromExpectedPayment, () =>
    safeCases.flatMap(({ expectedPayments = [] }) => expectedPayments.map(({ document, facts }) => [document, facts])),
  ),
  target("safe requestsFromPlan", safe.requestsFromPlan, () =>
    safeCases.map(({ profile, customer, snapshot, at, options = EMPTY, requestOptions = EMPTY }) => [
      planTopup({
        profile: safe.profileFromSafe(profile, options),
        account: safe.accountFromSafeCustomer(customer, snapshot, options),
        at,
      }),
      requestOptions,
    ]),
  ),
  target("safe safeCollection", safe.safeCollection, () => safeCollections().map(({ items }) => [items])),
  target("safe createSafeProfile", safe.createSafeProfile, () =>
    safeCollections().flatMap((collection) => safeCases.map(({ profile: { id: _, ...draft } }) => [collection, draft, MOMENT])),
  ),
  target("safe updateSafeProfile", safe.updateSafeProfile, () =>
    safeCollections().map((collection) => [collection, collection.items[0]?.profile.id, { enabled: "No", triggerValue: "7" }, MOMENT]),
  ),
  target("safe deleteSafeProfile", safe.deleteSafeProfile, () => safeCollections().map((each) => [each, each.items[0]?.profile.id])),
  target("safe listSafeProfiles", safe.listSafeProfiles, () =>
    safeCollections().map((each) => [each, { idAfter: 1, createdSince: "2026-01-01T00:00:00Z", updatedSince: "2026-01-01T00:00:00Z" }]),
  ),
];
