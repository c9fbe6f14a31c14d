import fc from "fast-check";
import type { FailureKind, TopupRecordInput, TopupStatus } from "../../src/model/topup-record.js";
import { everyday, type Figure, notNegative, dividedBy, floorTo, unitOf } from "./figures.js";
import { admittedInstant, age } from "./instants.js";
import { recordIds } from "./names.js";
import type { Notation } from "./notation.js";
import type { Target } from "./target.js";
import { nudge, nullable, SHRINKING, weighted } from "./weighted.js";

const sumOfMoney: fc.Arbitrary<Figure> = fc.oneof({ weight: 12, arbitrary: everyday }, { weight: 1, arbitrary: notNegative });

const entry = fc.record({
  status: weighted<TopupStatus>([8, "paid"], [4, "pending"], [2, "unknown"], [7, "failed"], [3, "voided"]),
  failure: weighted<FailureKind | null>([5, null], [3, "declined"], [2, "infrastructure"], [1, "hardDeclined"]),
  manual: weighted([10, false], [1, true]),
  elsewhere: weighted([10, false], [1, true]),
  madeBy: weighted([3, "this profile"], [2, "no profile"], [1, "another profile"]),
  // At an edge that the profile's own durations make, or anywhere.
  edge: nullable(3, fc.integer({ min: 0, max: 40 })),
  edgeNudge: nudge,
  tied: weighted([8, false], [1, true]),
  age,
  future: weighted([150, false], [1, true]),
  credited: weighted([6, "unstated"], [2, "at once"], [3, "as of"], [2, "later"]),
  creditedNudge: nudge,
  creditedAge: age,
  failed: weighted([3, "unstated"], [2, "at an edge"], [1, "at once"]),
  charge: sumOfMoney,
  credit: nullable(6, sumOfMoney),
});
type Entry = typeof entry extends fc.Arbitrary<infer E> ? E : never;

export interface HistoryRecipe {
  readonly ids: readonly string[];
  readonly entries: readonly Entry[];
}
export const historyRecipe: fc.Arbitrary<HistoryRecipe> = fc.record({
  ids: recordIds,
  entries: fc.oneof(
    SHRINKING,
    { weight: 1, arbitrary: fc.constant<Entry[]>([]) },
    { weight: 4, arbitrary: fc.array(entry, { maxLength: 3 }) },
    { weight: 3, arbitrary: fc.array(entry, { minLength: 2, maxLength: 8 }) },
  ),
});

/** A past top-up, before it is spelt. */
export interface PastTopup extends Pick<Entry, "status" | "failure" | "manual" | "madeBy" | "charge" | "credit"> {
  readonly id: string;
  readonly walletId: string | null;
  readonly onTarget: boolean;
  readonly createdAt: number;
  readonly creditedAt: number | null;
  readonly failedAt: number | null;
}

export interface Edges {
  readonly at: number;
  readonly asOf: number | null;
  /** Instants at which something about an earlier top-up changes, as seen from `at`. */
  readonly instants: readonly number[];
}

export function historyOf({ ids, entries }: HistoryRecipe, target: Target, edges: Edges): PastTopup[] {
  const at = (n: number): number => edges.instants[n % edges.instants.length] ?? edges.at;
  let previous = edges.at;
  return entries.map((entry, index) => {
    const { elsewhere, edge, edgeNudge, tied, future, status, failure, manual, madeBy, charge, credit } = entry;
    const wanted = tied ? previous : edge === null ? edges.at - entry.age : at(edge) + edgeNudge;
    const createdAt = admittedInstant(future ? edges.at + 1 + (entry.age % 5000) : Math.min(wanted, edges.at));
    previous = createdAt;
    const own = target.held ? target.walletId : null;
    const other = target.held ? (edgeNudge === 0 ? null : "w9") : "w1";
    return {
      id: ids[index] ?? `t${index}`,
      walletId: elsewhere ? other : own,
      onTarget: !elsewhere,
      createdAt,
      creditedAt: creditedAtOf(entry, createdAt, edges),
      failedAt:
        entry.failed === "unstated"
          ? null
          : entry.failed === "at once"
            ? createdAt
            : admittedInstant(Math.min(at((edge ?? 0) + 1) + edgeNudge, edges.at)),
      status,
      failure,
      manual,
      madeBy,
      charge,
      credit,
    };
  });
}

function creditedAtOf({ credited, creditedNudge, creditedAge, future }: Entry, createdAt: number, { at, asOf }: Edges): number | null {
  const latest = future ? at + 1000 : at;
  switch (credited) {
    case "unstated":
      return null;
    case "at once":
      return createdAt;
    case "as of":
      return admittedInstant(Math.max(createdAt, Math.min((asOf ?? at) + creditedNudge, latest)));
    case "later":
      return admittedInstant(Math.max(createdAt, Math.min(createdAt + creditedAge, latest)));
  }
}

/** What an earlier top-up adds, as far as it has to be known to aim past it. */
export function creditOf({ charge, credit }: PastTopup, { rate, places }: Target): Figure {
  return credit ?? floorTo(dividedBy(charge, rate), unitOf(places));
}

export function spelledRecord(past: PastTopup, profileId: string, notation: Notation): TopupRecordInput {
  const { id, manual, madeBy, status, failure, charge } = past;
  const maker = madeBy === "this profile" ? profileId : madeBy === "no profile" ? null : "p9";
  return notation.object({
    id,
    kind: notation.defaulted(manual ? "manual" : "automatic", "automatic"),
    profileId: notation.optional(maker),
    walletId: notation.optional(past.walletId),
    charge: notation.amount(charge),
    credit: notation.optionalAmount(past.credit),
    createdAt: notation.instant(past.createdAt),
    creditedAt: notation.optionalInstant(past.creditedAt),
    failedAt: notation.optionalInstant(past.failedAt),
    status,
    failure: notation.optional(failure),
  });
}
