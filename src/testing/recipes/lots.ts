import * as fc from "fast-check";
import type { Lot } from "../../model/lot.js";
import { type Figure, notNegative } from "./figures.js";
import { admittedInstant, age } from "./instants.js";
import type { Notation } from "./notation.js";
import { weighted } from "./weighted.js";

/** A lot that counts at `at`, or doesn't: its dates are at, beside, or far from `at`. */
export interface LotRecipe {
  readonly counts: boolean;
  readonly remaining: Figure;
  readonly share: number;
  readonly starts: "unstated" | "at" | "before";
  readonly ends: "unstated" | "just after" | "after";
  readonly because: "expired now" | "expired" | "unpaid" | "not yet" | "later";
  readonly age: number;
  readonly details: boolean;
}

export const lot: fc.Arbitrary<LotRecipe> = fc.record({
  counts: weighted([2, true], [1, false]),
  remaining: notNegative,
  share: fc.integer({ min: 0, max: 100 }),
  starts: weighted([3, "unstated"], [2, "at"], [2, "before"]),
  ends: weighted([3, "unstated"], [2, "just after"], [2, "after"]),
  because: weighted([1, "expired now"], [1, "expired"], [1, "unpaid"], [1, "not yet"], [1, "later"]),
  age,
  details: weighted([3, false], [1, true]),
});

/** Lots whose counting ones sum up to `active`. */
export function lotsOf(recipes: readonly LotRecipe[], active: Figure, at: number, notation: Notation): Lot[] {
  let left = active;
  const lots = recipes.map((each, index) => {
    if (!each.counts) return idleLot(each, index, at, notation);
    const part = (left * BigInt(each.share)) / 100n;
    left -= part;
    return countingLot(each, `lot${index}`, part, at, notation);
  });
  return left === 0n ? lots : [...lots, { id: "rest", remaining: notation.amount(left) }];
}

function countingLot(each: LotRecipe, id: string, remaining: Figure, at: number, notation: Notation): Lot {
  const starts = { unstated: null, at, before: admittedInstant(at - each.age) }[each.starts];
  const ends = { unstated: null, "just after": admittedInstant(at + 1), after: admittedInstant(at + 1 + each.age) }[each.ends];
  return notation.object<Lot>({
    id,
    remaining: notation.amount(remaining),
    effectiveAt: notation.optionalInstant(starts),
    expiresAt: notation.optionalInstant(ends),
    ...(each.details && {
      initial: notation.amount(remaining),
      priority: 3,
      cost: "0.5",
      promotional: true,
      lineItemTypes: ["usage"],
      productIds: [],
    }),
  });
}

interface Idle {
  readonly effectiveAt?: number;
  readonly expiresAt?: number;
  readonly status?: "pendingPayment";
}

function idleLot({ because, remaining, age: ago }: LotRecipe, index: number, at: number, notation: Notation): Lot {
  const reasons: Readonly<Record<LotRecipe["because"], Idle>> = {
    "expired now": { expiresAt: at },
    expired: { expiresAt: at - ago, status: "pendingPayment" },
    unpaid: { status: "pendingPayment" },
    "not yet": { effectiveAt: at + 1 },
    later: { effectiveAt: at + ago + 1, expiresAt: at + 2 * ago + 2 },
  };
  const { status = "active", effectiveAt, expiresAt } = reasons[because];
  return notation.object<Lot>({
    id: `idle${index}`,
    remaining: notation.amount(remaining),
    status: notation.defaulted(status, "active"),
    effectiveAt: notation.optionalInstant(effectiveAt === undefined ? null : admittedInstant(effectiveAt)),
    expiresAt: notation.optionalInstant(expiresAt === undefined ? null : admittedInstant(expiresAt)),
  });
}
