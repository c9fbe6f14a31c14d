import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import { instant, type InstantInput, number } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { below, guarded, type Parser, parserOf, readLeaf } from "../../base/parser.js";
import { listOf, object, required, type Rule, type Schema } from "../../base/schema.js";
import { type SafeProfile, safeProfileShape } from "./profile.js";
import { idText } from "./written.js";

/**
 * A profile of a collection, and when it was created and last updated.
 *
 * @example
 * ```ts
 * import { createSafeProfile, type SafeCollectionItem, safeCollection } from "auto-topup/safe";
 *
 * const draft = {
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: "20",
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: "50",
 * } as const;
 * const item: SafeCollectionItem = createSafeProfile(safeCollection(), draft, { at: "2026-06-20T09:00:00Z" }).item;
 * item.updatedAt; //=> "2026-06-20T09:00:00.000Z"
 * ```
 */
export interface SafeCollectionItem {
  readonly profile: SafeProfile;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/**
 * Profiles in the order of their ids, and the id that the next one without an id gets. Plain data.
 *
 * @example
 * ```ts
 * import { safeCollection, type SafeCollection } from "auto-topup/safe";
 *
 * const empty: SafeCollection = safeCollection();
 * empty; //=> { items: [], nextID: 1 }
 * ```
 */
export interface SafeCollection {
  readonly items: readonly SafeCollectionItem[];
  readonly nextID: number;
}

/**
 * When something is done to a collection: it has no clock.
 *
 * @example
 * ```ts
 * import type { SafeMoment } from "auto-topup/safe";
 *
 * const moment: SafeMoment = { at: "2026-06-20T09:00:00Z" };
 * moment.at; //=> "2026-06-20T09:00:00Z"
 * ```
 */
export interface SafeMoment {
  readonly at: InstantInput;
}

const itemSchema = object({ profile: safeProfileShape, createdAt: required(instant), updatedAt: required(instant) }, [
  {
    fields: ["createdAt", "updatedAt"],
    faults: ({ createdAt, updatedAt }) =>
      updatedAt < createdAt ? [{ path: ["updatedAt"], code: "conflict", message: "must not be before createdAt" }] : [],
  },
]) as unknown as Schema<SafeCollectionItem>;

const collectionParser: Parser<SafeCollection> = /* @__PURE__ */ parserOf(
  object({ items: listOf(itemSchema), nextID: required(number({ whole: true, min: 0, max: Number.MAX_SAFE_INTEGER })) }, [
    { fields: ["items", "nextID"], faults: idFaults } as Rule<SafeCollection>,
  ]) as unknown as Schema<SafeCollection>,
);

/**
 * A collection of profiles: what `createSafeProfile` and the others take and give.
 *
 * @param items profiles with their instants, in any order; ids are whole numbers, each once
 * @returns the collection; ids go on after the highest
 * @throws InvalidInputError with one issue per fault, paths below `items`
 *
 * @example
 * ```ts
 * import { safeCollection } from "auto-topup/safe";
 *
 * const profile = {
 *   id: 12,
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: "20",
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: "50",
 * } as const;
 * safeCollection([{ profile, createdAt: "2026-06-01T09:00:00Z", updatedAt: "2026-06-01T09:00:00Z" }]).nextID; //=> 13
 * ```
 */
export function safeCollection(items: readonly SafeCollectionItem[] = []): SafeCollection {
  const read = collectionParser.parse({ items, nextID: Number.MAX_SAFE_INTEGER });
  return collectionOf(read.items, 1);
}

export function parseCollection(collection: SafeCollection): SafeCollection {
  return collectionParser.parse(collection);
}

/** The collection of these items; a number that was taken is never given again. */
export function collectionOf(items: readonly SafeCollectionItem[], nextID: number): SafeCollection {
  const sorted = [...items].sort((a, b) => numberOf(a.profile) - numberOf(b.profile));
  const last = sorted.at(-1);
  return collectionParser.parse({ items: sorted, nextID: Math.max(nextID, last === undefined ? 0 : numberOf(last.profile) + 1) });
}

export function numberOf({ id }: Pick<SafeProfile, "id">): number {
  return Number(id);
}

/** The instant of a moment. @throws InvalidInputError */
export function instantOf(moment: SafeMoment): Instant {
  const reading = guarded(() => readLeaf(instant, (moment as Partial<SafeMoment> | null | undefined)?.at));
  if ("value" in reading) return reading.value;
  throw new InvalidInputError(below("at", reading.issues));
}

const WHOLE = /^(?:0|[1-9]\d{0,14})$/;

/** The faults of an id that a collection cannot hold. */
export function numberFaults({ id }: Pick<SafeProfile, "id">, path: InputIssue["path"]): InputIssue[] {
  return WHOLE.test(idText(id)) ? [] : [{ path, code: "invalid_id", message: "must be a whole number: lists go on after one" }];
}

function idFaults({ items, nextID }: SafeCollection): InputIssue[] {
  const seen = new Set<string>();
  return items.flatMap(({ profile }, index): InputIssue[] => {
    const path = ["items", index, "profile", "id"];
    const id = idText(profile.id);
    const faults = numberFaults(profile, path);
    if (faults.length > 0) return faults;
    if (seen.has(id)) return [{ path, code: "duplicate_id", message: `repeats the id ${id}` }];
    seen.add(id);
    return Number(id) < nextID ? [] : [{ path, code: "conflict", message: "must be lower than nextID" }];
  });
}
