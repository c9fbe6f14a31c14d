import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import { readPlain, valueOf } from "../../base/parser.js";
import { isPlainObject } from "../../base/plain.js";
import {
  collectionOf,
  instantOf,
  numberFaults,
  parseCollection,
  type SafeCollection,
  type SafeCollectionItem,
  type SafeMoment,
} from "./collection.js";
import { parseSafeProfile, type SafeProfile } from "./profile.js";
import { idText, type SafeId } from "./written.js";

/**
 * A profile to be created. Without an `id` it gets the collection's next one, as text.
 *
 * @example
 * ```ts
 * import type { SafeProfileDraft } from "auto-topup/safe";
 *
 * const draft: SafeProfileDraft = {
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: "20",
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: "50",
 * };
 * draft.id; //=> undefined
 * ```
 */
export type SafeProfileDraft = { readonly [Field in keyof SafeProfile as Field extends "id" ? never : Field]: SafeProfile[Field] } & {
  readonly id?: SafeId | null | undefined;
};

/**
 * Fields to change; those left out stay, `null` empties an optional one.
 *
 * @example
 * ```ts
 * import type { SafeProfileChanges } from "auto-topup/safe";
 *
 * const changes: SafeProfileChanges = { enabled: "No", description: null };
 * changes.enabled; //=> "No"
 * ```
 */
export type SafeProfileChanges = Partial<SafeProfile>;

/**
 * A collection after a change, and the item that was created or updated.
 *
 * @example
 * ```ts
 * import { type SafeChange, createSafeProfile, safeCollection } from "auto-topup/safe";
 *
 * const draft = {
 *   triggerBasis: "Overdue",
 *   triggerType: "Percent of Limit",
 *   triggerValue: 80,
 *   referenceLimit: "Overdue Invoices Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: 50,
 * } as const;
 * const change: SafeChange = createSafeProfile(safeCollection(), draft, { at: "2026-06-20T09:00:00Z" });
 * change.item.profile.id; //=> "1"
 * ```
 */
export interface SafeChange {
  readonly collection: SafeCollection;
  readonly item: SafeCollectionItem;
}

/**
 * Adds a profile, as `POST` does.
 *
 * @param collection left as it is
 * @param profile the new profile; its id, where it has one, must be free
 * @param moment when it is created
 * @returns the next collection, and the new item
 * @throws InvalidInputError with one issue per fault, paths by SAFE's field names
 *
 * @example
 * ```ts
 * import { createSafeProfile, safeCollection } from "auto-topup/safe";
 *
 * const draft = {
 *   name: "Prepay",
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: "20",
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: "50",
 * } as const;
 * const { collection, item } = createSafeProfile(safeCollection(), draft, { at: "2026-06-20T09:00:00Z" });
 * item.profile.id; //=> "1"
 * collection.nextID; //=> 2
 * ```
 */
export function createSafeProfile(collection: SafeCollection, profile: SafeProfileDraft, moment: SafeMoment): SafeChange {
  const { items, nextID } = parseCollection(collection);
  const draft = valueOf(readPlain(profile));
  const created = parseSafeProfile(isPlainObject(draft) && draft.id == null ? { ...draft, id: String(nextID) } : draft);
  const issues = numberFaults(created, ["id"]);
  if (items.some((item) => sameID(item.profile, created.id))) {
    issues.push({ path: ["id"], code: "duplicate_id", message: `repeats the id ${idText(created.id)}` });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
  const now = instantOf(moment);
  return changed(items, nextID, { profile: created, createdAt: now, updatedAt: now });
}

/**
 * Changes some fields of a profile, as `PATCH` does. Unknown fields can be changed too; the id cannot.
 *
 * @param collection left as it is
 * @param id of the profile
 * @param changes the fields to change
 * @param moment when it is updated; not before its last update
 * @returns the next collection, and the changed item
 * @throws InvalidInputError with one issue per fault, paths by SAFE's field names
 *
 * @example
 * ```ts
 * import { createSafeProfile, safeCollection, updateSafeProfile } from "auto-topup/safe";
 *
 * const draft = {
 *   enabled: "Yes",
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: "20",
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: "50",
 * } as const;
 * const { collection } = createSafeProfile(safeCollection(), draft, { at: "2026-06-20T09:00:00Z" });
 * const { item } = updateSafeProfile(collection, 1, { topupValue: "75" }, { at: "2026-06-21T09:00:00Z" });
 * item.profile.topupValue; //=> "75"
 * item.profile.enabled; //=> "Yes"
 * item.createdAt; //=> "2026-06-20T09:00:00.000Z"
 * ```
 */
export function updateSafeProfile(collection: SafeCollection, id: SafeId, changes: SafeProfileChanges, moment: SafeMoment): SafeChange {
  const { items, nextID } = parseCollection(collection);
  const before = itemOf(items, id);
  const plain = valueOf(readPlain(changes));
  if (!isPlainObject(plain)) throw new InvalidInputError([{ path: [], code: "invalid_type", message: "must be a plain object" }]);
  const given = Object.entries(plain).filter(([, value]) => value !== undefined);
  const profile = parseSafeProfile({ ...before.profile, ...Object.fromEntries(given) });
  const now = instantOf(moment);
  const issues: InputIssue[] = [];
  if (!sameID(before.profile, profile.id)) issues.push({ path: ["id"], code: "conflict", message: "must stay as it is" });
  if (now < before.updatedAt) issues.push({ path: ["at"], code: "conflict", message: "must not be before the last update" });
  if (issues.length > 0) throw new InvalidInputError(issues);
  return changed(
    items.filter((item) => item !== before),
    nextID,
    { profile, createdAt: before.createdAt, updatedAt: now },
  );
}

/**
 * Takes a profile out, as `DELETE` does. Its id is not given again.
 *
 * @param collection left as it is
 * @param id of the profile
 * @returns the next collection
 * @throws InvalidInputError where no profile has the id
 *
 * @example
 * ```ts
 * import { createSafeProfile, deleteSafeProfile, safeCollection } from "auto-topup/safe";
 *
 * const draft = {
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: "20",
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: "50",
 * } as const;
 * const { collection } = createSafeProfile(safeCollection(), draft, { at: "2026-06-20T09:00:00Z" });
 * deleteSafeProfile(collection, "1"); //=> { items: [], nextID: 2 }
 * ```
 */
export function deleteSafeProfile(collection: SafeCollection, id: SafeId): SafeCollection {
  const { items, nextID } = parseCollection(collection);
  const gone = itemOf(items, id);
  return collectionOf(
    items.filter((item) => item !== gone),
    nextID,
  );
}

function changed(others: readonly SafeCollectionItem[], nextID: number, item: SafeCollectionItem): SafeChange {
  const collection = collectionOf([...others, item], nextID);
  return { collection, item: itemOf(collection.items, item.profile.id) };
}

function itemOf(items: readonly SafeCollectionItem[], id: SafeId): SafeCollectionItem {
  const item = items.find(({ profile }) => sameID(profile, id));
  if (item !== undefined) return item;
  throw new InvalidInputError([{ path: ["id"], code: "invalid_value", message: "is no profile of this collection" }]);
}

function sameID(profile: SafeProfile, id: SafeId): boolean {
  return (typeof id === "string" || typeof id === "number") && idText(profile.id) === idText(id);
}
