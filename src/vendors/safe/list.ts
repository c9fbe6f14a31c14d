import { instant, type InstantInput, number } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { readWith, valueOf } from "../../base/parser.js";
import { type Fault, object, optional, type Reader, type Schema, UNTOLD } from "../../base/schema.js";
import { numberOf, parseCollection, type SafeCollection, type SafeCollectionItem } from "./collection.js";

/**
 * Which profiles a list holds: those that pass each filter given.
 *
 * @example
 * ```ts
 * import type { SafeFilters } from "auto-topup/safe";
 *
 * const filters: SafeFilters = { idAfter: 12, updatedSince: "2026-06-20T00:00:00Z" };
 * filters.idAfter; //=> 12
 * ```
 */
export interface SafeFilters {
  /** Only profiles with a higher id. */
  readonly idAfter?: number | string | null | undefined;
  /** Only profiles created at this instant or later. */
  readonly createdSince?: InstantInput | null | undefined;
  /** Only profiles updated, or created, at this instant or later. */
  readonly updatedSince?: InstantInput | null | undefined;
}

const whole = /* @__PURE__ */ number({ whole: true, min: 0, max: Number.MAX_SAFE_INTEGER });

/** A query parameter, and so perhaps text. */
const wholeOrText: Reader<number, number | string> = {
  json: UNTOLD,
  read: (value): number | Fault => whole.read(typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value),
};

const filtersSchema = /* @__PURE__ */ object({
  idAfter: optional(wholeOrText),
  createdSince: optional(instant),
  updatedSince: optional(instant),
}) as unknown as Schema<{ readonly idAfter: number | null; readonly createdSince: Instant | null; readonly updatedSince: Instant | null }>;

/**
 * The profiles of a collection, as the list of SAFE's API gives them: in the order of their ids, so that
 * `idAfter` the last one goes on with the next.
 *
 * @param collection the collection
 * @param filters which of them; all, if left out
 * @returns the items
 * @throws InvalidInputError with one issue per fault, paths relative to the argument at fault
 *
 * @example
 * ```ts
 * import { listSafeProfiles, safeCollection } from "auto-topup/safe";
 *
 * const profile = {
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: "20",
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: "50",
 * } as const;
 * const collection = safeCollection([
 *   { profile: { ...profile, id: 9 }, createdAt: "2026-06-01T09:00:00Z", updatedAt: "2026-06-20T09:00:00Z" },
 *   { profile: { ...profile, id: 10 }, createdAt: "2026-06-02T09:00:00Z", updatedAt: "2026-06-02T09:00:00Z" },
 * ]);
 * listSafeProfiles(collection, { idAfter: 9 }).length; //=> 1
 * listSafeProfiles(collection, { updatedSince: "2026-06-20T09:00:00Z" }).map((item) => item.profile.id); //=> [9]
 * ```
 */
export function listSafeProfiles(collection: SafeCollection, filters: SafeFilters = {}): readonly SafeCollectionItem[] {
  const { items } = parseCollection(collection);
  const { idAfter, createdSince, updatedSince } = valueOf(readWith(filtersSchema, filters));
  return items
    .filter(
      ({ profile, createdAt, updatedAt }) =>
        (idAfter === null || numberOf(profile) > idAfter) &&
        (createdSince === null || createdAt >= createdSince) &&
        (updatedSince === null || updatedAt >= updatedSince),
    )
    .sort((a, b) => numberOf(a.profile) - numberOf(b.profile));
}
