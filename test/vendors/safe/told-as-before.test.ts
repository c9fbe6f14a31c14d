import {
  createSafeProfile,
  deleteSafeProfile,
  listSafeProfiles,
  profileToSafe,
  requestsFromPlan,
  safeCollection,
  type SafeCollection,
  type SafeCollectionItem,
  type SafeOptions,
  updateSafeProfile,
} from "auto-topup/safe";
import { due, situations } from "../../fuzz/drawn.js";
import { safeTargets } from "../../fuzz/targets/safe.js";
import { type Target, targetOf } from "../../fuzz/targets/target.js";
import { tellsAsBefore } from "../../support/told-as-before.js";
import { safeProfile } from "./build.js";

const EARLY = "2026-05-01T09:00:00.000Z";
const LATE = "2026-05-03T09:00:00.000Z";

const choices: readonly SafeOptions[] = [
  {},
  { boundary: "inclusive", percentMeans: "available" },
  { percentMeans: "available", limitNames: { "Credit Limit": "credit" } },
  { limitNames: { a: "credit", b: "credit" }, additions: { inFlight: "net", failures: undefined } },
  { additions: { caps: [{ window: { calendar: "day" }, maxCount: 2 }], staleAfter: null } },
];

function held(id: string | number, createdAt: string = EARLY, updatedAt: string = createdAt): SafeCollectionItem {
  return { profile: safeProfile({ id, topupValue: `${Number(id) + 1}` }), createdAt, updatedAt };
}

/** Sound and not: unordered, ids twice or none of a collection's, a next id that is taken. */
const collections: readonly SafeCollection[] = [
  { items: [], nextID: 1 },
  { items: [held("2"), held(9, EARLY, LATE), held("10", LATE)], nextID: 30 },
  { items: [held(10, LATE), held("9"), held(2, EARLY, LATE)], nextID: 11 },
  { items: [held(2), held("2", LATE), held("3")], nextID: 4 },
  { items: [held("02"), held("1", LATE, EARLY)], nextID: 3 },
  { items: [held(1), held(2), held(3)], nextID: 3 },
];

const { id: _, ...draft } = safeProfile({ colour: "green" });
const drafts = [
  draft,
  { ...draft, id: 2 },
  { ...draft, id: "40" },
  { ...draft, id: "x" },
  { ...draft, enabled: undefined, topupValue: "0" },
];
const changes = [
  { topupValue: "75" },
  { id: "9", enabled: "No" },
  { id: 3, name: null },
  { topupMode: "To Percent Of Limit", topupValue: undefined },
  { topupValue: 0 },
];
const ids = [2, "9", 10, "3"];
const moments = [{ at: EARLY }, { at: LATE }, { at: "2026-05-02T10:00:00+01:00" }];
const filters = [{}, { idAfter: "2" }, { idAfter: 9, updatedSince: LATE }, { createdSince: LATE }, { idAfter: "09", createdSince: EARLY }];

function combined(...lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>((rows, list) => rows.flatMap((row) => list.map((each) => [...row, each])), [[]]);
}

/** Not only what the functions take: what they have to say against the rest is held as well. */
const asDrawn: readonly Target[] = [
  targetOf("safe profileToSafe of drawn profiles", 10, profileToSafe, () =>
    situations().map(({ profile }, index) => [profile, index % 4 === 0 ? safeProfile() : null, choices[index % choices.length]]),
  ),
  targetOf("safe requestsFromPlan of drawn plans", 10, requestsFromPlan, () =>
    due().map(({ plan }, index) => [
      plan,
      index % 4 === 0 ? {} : { currency: plan.topup.currency, payment: { card: { paymentType: "Card", customerID: 8 } } },
    ]),
  ),
  targetOf("safe safeCollection of any", 10, safeCollection, () => collections.map(({ items }) => [items])),
  targetOf("safe createSafeProfile in any", 10, createSafeProfile, () => combined(collections, drafts, moments)),
  targetOf("safe updateSafeProfile in any", 10, updateSafeProfile, () => combined(collections, ids, changes, moments)),
  targetOf("safe deleteSafeProfile in any", 10, deleteSafeProfile, () => combined(collections, ids)),
  targetOf("safe listSafeProfiles of any", 10, listSafeProfiles, () => combined(collections, filters)),
];

tellsAsBefore([...safeTargets, ...asDrawn], 100);
