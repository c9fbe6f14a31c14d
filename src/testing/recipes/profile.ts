import * as fc from "fast-check";
import type { CreditTermsInput } from "../../model/credit-terms.js";
import type { Duration } from "../../model/duration.js";
import type { FailurePolicyInput } from "../../model/failure-policy.js";
import type { InFlightPolicy } from "../../model/profile.js";
import { type CapRecipe, capRecipes } from "./caps.js";
import { duration } from "./durations.js";
import { profileId } from "./names.js";
import { creditTerms, failures, type Settlements, settlements } from "./policies.js";
import { nullable, weighted } from "./weighted.js";

export interface ProfileRecipe {
  readonly id: string;
  readonly described: boolean;
  readonly enabled: boolean;
  readonly customer: "any" | "this one" | "another";
  readonly priority: number | null;
  readonly settlements: Settlements;
  readonly credit: CreditTermsInput | null;
  readonly inFlight: InFlightPolicy;
  readonly inFlightExpiresAfter: Duration | null;
  readonly cooldown: Duration | null;
  readonly failures: FailurePolicyInput | null;
  readonly caps: readonly CapRecipe[];
  readonly requirePaymentMethod: boolean;
}

export const profileRecipe: fc.Arbitrary<ProfileRecipe> = fc.record({
  id: profileId,
  described: weighted([4, false], [1, true]),
  enabled: weighted([60, true], [1, false]),
  customer: weighted([40, "any"], [15, "this one"], [1, "another"]),
  priority: nullable(6, fc.integer({ min: -2, max: 2 })),
  settlements,
  credit: creditTerms,
  inFlight: weighted([4, "net"], [1, "block"], [1, "ignore"]),
  inFlightExpiresAfter: nullable(6, duration),
  cooldown: nullable(7, duration),
  failures,
  caps: capRecipes,
  requirePaymentMethod: weighted([6, false], [1, true]),
});
