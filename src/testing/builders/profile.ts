import type { Amount } from "../../base/fields.js";
import { type ProfileInput, profileParser } from "../../model/profile.js";
import { type Blueprint, built, type Overrides } from "./built.js";

/**
 * What a profile that is built shall have instead of the defaults: any field of a profile, or its two figures alone.
 *
 * @example
 * ```ts
 * import { aProfile, type ProfileOverrides } from "auto-topup/testing";
 *
 * const cautious: ProfileOverrides = { threshold: "2", cooldown: { value: 1, unit: "day" } };
 * aProfile(cautious).trigger; //=> { basis: "balance", type: "absoluteAmount", value: "2" }
 * ```
 */
export interface ProfileOverrides extends Overrides<ProfileInput> {
  /** The value of the default trigger. Not beside `trigger`. */
  readonly threshold?: Amount | undefined;
  /** The value of the default topup. Not beside `topup`. */
  readonly amount?: Amount | undefined;
}

/**
 * What a profile on a schedule shall have instead of the defaults: any field of a profile, or the amount alone.
 *
 * @example
 * ```ts
 * import { aScheduledProfile, type ScheduledProfileOverrides } from "auto-topup/testing";
 *
 * const larger: ScheduledProfileOverrides = { amount: "80" };
 * aScheduledProfile(larger).topup; //=> { mode: "fixedAmount", value: "80", basis: "balance" }
 * ```
 */
export type ScheduledProfileOverrides = Omit<ProfileOverrides, "threshold">;

const short = { threshold: ["trigger", "value"], amount: ["topup", "value"] } as const;

export const heldProfile: Blueprint<ProfileInput> = {
  defaults: () => ({
    id: "p1",
    trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
    topup: { mode: "fixedAmount", value: "50" },
  }),
  short,
  read: profileParser.read,
};

export const owedProfile: Blueprint<ProfileInput> = {
  defaults: () => ({
    id: "p1",
    trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit" },
    topup: { mode: "fixedAmount", value: "50" },
  }),
  short,
  read: profileParser.read,
};

const scheduledProfile: Blueprint<ProfileInput> = {
  defaults: () => ({
    id: "p1",
    trigger: { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-01T09:00:00Z" },
    topup: { mode: "fixedAmount", value: "50", basis: "balance" },
  }),
  short: { amount: short.amount },
  read: profileParser.read,
};

/**
 * A profile for what is held: where the wallet has 10 or less, it adds 50. Its id is `p1`; all else is left out, and
 * so as the library has it. `anAccount` is due under it.
 *
 * @param overrides fields to have instead; `threshold` and `amount` are the two figures
 * @returns a new profile as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid profile, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { planTopup } from "auto-topup";
 * import { anAccount, aProfile, AT } from "auto-topup/testing";
 *
 * const profile = aProfile({ threshold: "20", topup: { mode: "toTarget", value: "100" } });
 * const plan = planTopup({ profile, account: anAccount({ balance: "15" }), at: AT });
 * plan.topup?.charge; //=> "85.00"
 * ```
 */
export function aProfile(overrides: ProfileOverrides = {}): ProfileInput {
  return built(heldProfile, overrides);
}

/**
 * A profile for what is owed: where 100 or less of the limit `credit` is left, it adds 50. Its id is `p1`; all else is
 * left out. `anOwingAccount` is due under it.
 *
 * @param overrides fields to have instead; `threshold` and `amount` are the two figures
 * @returns a new profile as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid profile, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { evaluate } from "auto-topup";
 * import { anOwedProfile, anOwingAccount, AT } from "auto-topup/testing";
 *
 * const decision = evaluate({ profile: anOwedProfile({ threshold: "60" }), account: anOwingAccount(), at: AT });
 * decision.reason; //=> "thresholdNotReached"
 * decision.trigger?.distance; //=> "10"
 * ```
 */
export function anOwedProfile(overrides: ProfileOverrides = {}): ProfileInput {
  return built(owedProfile, overrides);
}

/**
 * A profile on a schedule: on the first of each month at 9:00 it adds 50 to the wallet, since January 2026. Its id is
 * `p1`; all else is left out. `anAccount` is due under it at `AT`.
 *
 * @param overrides fields to have instead; `amount` is what it adds
 * @returns a new profile as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid profile, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { evaluate } from "auto-topup";
 * import { anAccount, aScheduledProfile, AT, aTopupRecord } from "auto-topup/testing";
 *
 * const profile = aScheduledProfile();
 * evaluate({ profile, account: anAccount(), at: AT }).reason; //=> "scheduleReached"
 *
 * const account = anAccount({ topups: [aTopupRecord({ createdAt: AT })] });
 * evaluate({ profile, account, at: AT }).reason; //=> "scheduleNotReached"
 * ```
 */
export function aScheduledProfile(overrides: ScheduledProfileOverrides = {}): ProfileInput {
  return built(scheduledProfile, overrides);
}
