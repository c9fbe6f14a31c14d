import * as fc from "fast-check";
import type { FailurePolicyInput } from "../../model/failure-policy.js";
import type { SettlementInput } from "../../model/settlement.js";
import type { CreditTermsInput } from "../../model/credit-terms.js";
import { duration } from "./durations.js";
import { nullable, SHRINKING, weighted } from "./weighted.js";

const backoff = fc.oneof(
  { weight: 1, arbitrary: fc.record({ backoff: fc.constant("constant" as const) }) },
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.record({ backoff: fc.constant("doubling" as const), maxRetryAfter: nullable(4, duration) }) },
);
const failureObject = fc
  .tuple(backoff, fc.record({ retryAfter: nullable(3, duration), suspendAfter: nullable(4, fc.integer({ min: 1, max: 5 })) }))
  .map(([waiting, rest]) => ({ ...waiting, ...rest }));

export const failures: fc.Arbitrary<FailurePolicyInput | null> = fc.oneof(
  SHRINKING,
  { weight: 3, arbitrary: fc.constant("none" as const) },
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: failureObject },
);

const letter = nullable(3, weighted([2, "topup-requested"], [1, "x"]));
const text = nullable(4, weighted([3, "Automatic top-up"], [1, ""], [1, "née 😀"]));

const expectedPayment: fc.Arbitrary<SettlementInput> = fc.record({
  kind: fc.constant("expectedPayment" as const),
  autoCollect: weighted([3, true], [1, false]),
  correspondence: nullable(3, fc.record({ expected: letter, card: letter, directDebit: letter })),
});
const invoice: fc.Arbitrary<SettlementInput> = fc.record({
  kind: fc.constant("invoice" as const),
  autoCollect: fc.boolean(),
  netTermsDays: weighted([3, 0], [2, 1], [2, 30], [1, 365], [1, 36_525]),
  memo: text,
  requirePaid: weighted([1, undefined], [1, true], [1, false]),
});
const grant: fc.Arbitrary<SettlementInput> = fc.record({ kind: fc.constant("grant" as const), reason: text });

/** Null: left to the default. */
export type Settlements = Readonly<Record<"owed" | "held", SettlementInput | null>>;
export const settlements: fc.Arbitrary<Settlements> = fc
  .tuple(weighted([3, "expectedPayment"], [3, "invoice"], [2, "grant"], [2, null]), expectedPayment, invoice, grant)
  .map(([kind, expecting, invoicing, granting]) => ({
    owed: kind === null ? null : kind === "grant" ? granting : expecting, // money owed is not invoiced again
    held: kind === null ? null : kind === "grant" ? granting : kind === "invoice" ? invoicing : expecting,
  }));

export const creditTerms: fc.Arbitrary<CreditTermsInput | null> = nullable(
  5,
  fc.record({
    expiresAfter: nullable(
      2,
      fc.record({ value: weighted([3, 1], [2, 12], [1, 3], [1, 30], [1, 1200]), unit: weighted([2, "month"], [1, "day"]) }),
    ),
    priority: nullable(4, weighted([2, 0], [1, 5], [1, -1.5])),
    metadata: nullable(4, weighted([2, { source: "auto-topup" }], [1, {}], [1, { b: "2", a: "" }])),
  }),
);
