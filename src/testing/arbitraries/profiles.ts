import type * as fc from "fast-check";
import type { AccountInput } from "../../model/account.js";
import type { ProfileInput } from "../../model/profile.js";
import type { SituationConstraints } from "./constraints.js";
import { situations } from "./situations.js";

/**
 * Everyday profiles, always valid: those of `situations`. For a profile and an account that belong together, draw a
 * situation.
 *
 * @param constraints what they shall have in common
 * @throws InvalidInputError where the constraints are none
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 * import { parseProfile } from "auto-topup";
 * import { profiles } from "auto-topup/testing";
 *
 * // A column of JSON gives back the profile that it was given.
 * const stored = (profile: object) => JSON.parse(JSON.stringify(profile));
 * fc.assert(
 *   fc.property(profiles(), (input) => {
 *     const profile = parseProfile(input);
 *     return JSON.stringify(parseProfile(stored(profile))) === JSON.stringify(profile);
 *   }),
 * );
 * ```
 */
export function profiles(constraints: SituationConstraints = {}): fc.Arbitrary<ProfileInput> {
  return situations(constraints).map(({ profile }) => profile);
}

/**
 * Everyday accounts with their past top-ups, always valid: those of `situations`.
 *
 * @param constraints what they shall have in common
 * @throws InvalidInputError where the constraints are none
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 * import { limitUsage } from "auto-topup";
 * import { accounts } from "auto-topup/testing";
 *
 * // An unlimited limit has no percentage to show.
 * fc.assert(
 *   fc.property(accounts({ basis: "outstanding" }), (account) =>
 *     limitUsage(account).every(({ headroom, percentUsed }) => headroom !== null || percentUsed === null),
 *   ),
 * );
 * ```
 */
export function accounts(constraints: SituationConstraints = {}): fc.Arbitrary<AccountInput> {
  return situations(constraints).map(({ account }) => account);
}
