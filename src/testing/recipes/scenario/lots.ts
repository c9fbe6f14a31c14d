import * as fc from "fast-check";
import type { Lot } from "../../../model/lot.js";
import { nullable, weighted } from "../weighted.js";
import { onGrid, optional, type Place } from "./places.js";
import { sums } from "./sums.js";

export interface DrawnLot {
  readonly remaining: string;
  readonly status: "active" | "pendingPayment";
  readonly effective: Place | null;
  readonly expires: Place | null;
  readonly created: Place | null;
  readonly priority: number | null;
  readonly scoped: boolean;
}

export const lots: fc.Arbitrary<DrawnLot[]> = fc.array(
  fc.record({
    remaining: sums,
    status: weighted([5, "active"], [1, "pendingPayment"]),
    effective: nullable(7, onGrid),
    expires: nullable(3, onGrid),
    created: nullable(5, onGrid),
    priority: nullable(5, fc.integer({ min: 0, max: 2 })),
    scoped: weighted([4, false], [1, true]),
  }),
  { maxLength: 4 },
);

/** The first lot is the one that the first record paid for, or waits to be. */
export function lotOf(lot: DrawnLot, index: number, start: number): Lot {
  return {
    id: index === 0 && lot.status === "pendingPayment" ? "topup-1" : `lot-${index}`,
    remaining: lot.remaining,
    status: lot.status,
    effectiveAt: optional(start, lot.effective),
    expiresAt: optional(start, lot.expires),
    createdAt: optional(start, lot.created),
    priority: lot.priority,
    lineItemTypes: lot.scoped ? ["calls"] : [],
  };
}
