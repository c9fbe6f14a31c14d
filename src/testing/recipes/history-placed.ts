import type { TopupRecord } from "../../model/topup-record.js";
import { dividedBy, type Figure, floorTo, unitOf } from "./figures.js";
import type { HistoryRecipe, RecordRecipe } from "./history.js";
import { admittedInstant } from "./instants.js";
import type { Notation } from "./notation.js";
import type { Target } from "./target.js";

/** A past top-up, before it is spelt. */
export interface PastTopup extends Pick<RecordRecipe, "status" | "failure" | "manual" | "madeBy" | "charge" | "credit"> {
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
      id: ids[index] as string,
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

function creditedAtOf(
  { credited, creditedNudge, creditedAge, future }: RecordRecipe,
  createdAt: number,
  { at, asOf }: Edges,
): number | null {
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

export function spelledRecord(past: PastTopup, profileId: string, notation: Notation): TopupRecord {
  const { id, manual, madeBy, status, failure, charge } = past;
  const maker = madeBy === "this profile" ? profileId : madeBy === "no profile" ? null : "p9";
  return notation.object<TopupRecord>({
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
