import * as fc from "fast-check";
import type { TopupRecord, TopupStatus } from "../../../model/topup-record.js";
import { nullable, weighted } from "../weighted.js";
import { onGrid, optional, type Place, placed } from "./places.js";
import { everydaySums } from "./sums.js";

export interface DrawnRecord {
  readonly manual: boolean;
  readonly charge: string;
  readonly credit: string | null;
  readonly created: Place;
  readonly credited: Place | null;
  readonly status: TopupStatus;
  readonly own: boolean;
  readonly here: boolean;
}

export const records: fc.Arbitrary<DrawnRecord[]> = fc.array(
  fc.record({
    manual: weighted([4, false], [1, true]),
    charge: everydaySums,
    credit: nullable(5, everydaySums),
    created: onGrid,
    credited: nullable(8, onGrid),
    status: weighted([2, "paid"], [3, "pending"], [2, "failed"], [1, "voided"], [2, "unknown"]),
    own: weighted([3, true], [1, false]),
    here: weighted([5, true], [1, false]),
  }),
  { maxLength: 3 },
);

export function recordOf(each: DrawnRecord, index: number, start: number, held: boolean): TopupRecord {
  const createdAt = placed(start, [Math.min(each.created[0], 0), 0]);
  const creditedAt = optional(start, each.credited);
  return {
    id: index === 0 ? "topup-1" : `t${index}`,
    kind: each.manual ? "manual" : "automatic",
    profileId: each.own ? "p1" : "another",
    walletId: held === each.here ? "w1" : null,
    charge: each.charge,
    credit: each.credit,
    createdAt,
    creditedAt: creditedAt !== null && creditedAt < createdAt ? null : creditedAt,
    status: each.status,
  };
}
