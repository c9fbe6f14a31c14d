import { currency } from "../../base/fields.js";
import { readKeys, readLeaf, readOr, readWith, type Reading } from "../../base/parser.js";
import { flag, type Schema } from "../../base/schema.js";
import { type Basis, basisSchema } from "../../model/basis.js";
import type { Common } from "../recipes/ordinary.js";

/**
 * What all situations that are drawn shall have in common; what is left out varies.
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 * import { profiles, type SituationConstraints } from "auto-topup/testing";
 *
 * const wallets: SituationConstraints = { basis: "balance", scheduled: false };
 * const drawn = fc.sample(profiles(wallets), { seed: 1, numRuns: 50 });
 * drawn.every(({ trigger }) => trigger.basis === "balance"); //=> true
 * ```
 */
export interface SituationConstraints {
  /** What is topped up. */
  readonly basis?: Basis | undefined;
  /** Whether by a schedule, or by a threshold. */
  readonly scheduled?: boolean | undefined;
  /** The account's currency, an ISO 4217 code in either case. */
  readonly currency?: string | null | undefined;
}

export function readConstraints(constraints: SituationConstraints): Common {
  return readKeys<Common>(constraints, {
    basis: (value) => leftOutOr(basisSchema, value),
    scheduled: (value) => leftOutOr(flag(), value),
    currency: (value) => readOr(null, value, (code) => readLeaf(currency, code)),
  });
}

function leftOutOr<Value>(schema: Schema<Value, Value>, value: unknown): Reading<Value | null> {
  return value === undefined ? { value: null } : readWith(schema, value);
}
