import * as fc from "fast-check";
import type { FailureKind, TopupStatus } from "../../model/topup-record.js";
import { everyday, type Figure, notNegative } from "./figures.js";
import { age } from "./instants.js";
import { recordIds } from "./names.js";
import { nudge, type Nudge, nullable, SHRINKING, weighted } from "./weighted.js";

const sumOfMoney: fc.Arbitrary<Figure> = fc.oneof({ weight: 12, arbitrary: everyday }, { weight: 1, arbitrary: notNegative });

export interface RecordRecipe {
  readonly status: TopupStatus;
  readonly failure: FailureKind | null;
  readonly manual: boolean;
  readonly elsewhere: boolean;
  readonly madeBy: "this profile" | "no profile" | "another profile";
  /** At an edge that the profile's own durations make, or anywhere. */
  readonly edge: number | null;
  readonly edgeNudge: Nudge;
  readonly tied: boolean;
  readonly age: number;
  readonly future: boolean;
  readonly credited: "unstated" | "at once" | "as of" | "later";
  readonly creditedNudge: Nudge;
  readonly creditedAge: number;
  readonly failed: "unstated" | "at an edge" | "at once";
  readonly charge: Figure;
  readonly credit: Figure | null;
}

const record: fc.Arbitrary<RecordRecipe> = fc.record({
  status: weighted<TopupStatus>([8, "paid"], [4, "pending"], [2, "unknown"], [7, "failed"], [3, "voided"]),
  failure: weighted<FailureKind | null>([5, null], [3, "declined"], [2, "infrastructure"], [1, "hardDeclined"]),
  manual: weighted([10, false], [1, true]),
  elsewhere: weighted([10, false], [1, true]),
  madeBy: weighted([3, "this profile"], [2, "no profile"], [1, "another profile"]),
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

export interface HistoryRecipe {
  readonly ids: readonly string[];
  readonly entries: readonly RecordRecipe[];
}
export const historyRecipe: fc.Arbitrary<HistoryRecipe> = fc.record({
  ids: recordIds,
  entries: fc.oneof(
    SHRINKING,
    { weight: 1, arbitrary: fc.constant<RecordRecipe[]>([]) },
    { weight: 4, arbitrary: fc.array(record, { maxLength: 3 }) },
    { weight: 3, arbitrary: fc.array(record, { minLength: 2, maxLength: 8 }) },
  ),
});
