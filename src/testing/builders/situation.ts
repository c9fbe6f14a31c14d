import type { InstantInput } from "../../base/fields.js";
import { readKeys, type Reading } from "../../base/parser.js";
import { readAt } from "../../engine/question.js";
import type { Situation } from "../situation.js";
import { type AccountOverrides, heldAccount, owingAccount, type OwingAccountOverrides } from "./account.js";
import { AT } from "./at.js";
import { type Blueprint, laidOver } from "./built.js";
import { heldProfile, owedProfile, type ProfileOverrides } from "./profile.js";

/**
 * What a situation that is built shall have instead of the defaults: overrides of its profile, of its account, and
 * another instant.
 *
 * @example
 * ```ts
 * import { aSituation, type SituationOverrides } from "auto-topup/testing";
 *
 * const richer: SituationOverrides = { account: { balance: "40" } };
 * aSituation(richer).account.wallets; //=> [{ id: "w1", unit: "USD", balance: "40" }]
 * ```
 */
export interface SituationOverrides {
  readonly profile?: ProfileOverrides | undefined;
  readonly account?: AccountOverrides | undefined;
  readonly at?: InstantInput | undefined;
}

/**
 * The same of an account that owes.
 *
 * @example
 * ```ts
 * import { anOwedSituation, type OwedSituationOverrides } from "auto-topup/testing";
 *
 * const poorer: OwedSituationOverrides = { account: { outstanding: "520" } };
 * anOwedSituation(poorer).account.owed; //=> { outstanding: "520" }
 * ```
 */
export interface OwedSituationOverrides {
  readonly profile?: ProfileOverrides | undefined;
  readonly account?: OwingAccountOverrides | undefined;
  readonly at?: InstantInput | undefined;
}

/**
 * `aProfile` before `anAccount` at `AT`: due as it stands. It is what `evaluate` and `planTopup` take.
 *
 * @param overrides those of `aProfile` as `profile`, those of `anAccount` as `account`, and `at`
 * @returns a new situation as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid situation, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { planTopup } from "auto-topup";
 * import { aSituation } from "auto-topup/testing";
 *
 * planTopup(aSituation()).topup?.charge; //=> "50.00"
 * planTopup(aSituation({ profile: { amount: "75" }, account: { balance: "9" } })).topup?.charge; //=> "75.00"
 * planTopup(aSituation({ account: { balance: "12" } })).decision.reason; //=> "thresholdNotReached"
 * ```
 */
export function aSituation(overrides: SituationOverrides = {}): Situation {
  return situationOf(heldProfile, heldAccount, overrides);
}

/**
 * `anOwedProfile` before `anOwingAccount` at `AT`: due as it stands.
 *
 * @param overrides those of `anOwedProfile` as `profile`, those of `anOwingAccount` as `account`, and `at`
 * @returns a new situation as a caller writes it, plain and complete
 * @throws InvalidInputError where that is no valid situation, paths relative to `overrides`
 *
 * @example
 * ```ts
 * import { planTopup } from "auto-topup";
 * import { anOwedSituation } from "auto-topup/testing";
 *
 * const { decision, actions } = planTopup(
 *   anOwedSituation({ profile: { settlement: { kind: "expectedPayment", autoCollect: true } } }),
 * );
 * decision.trigger?.distance; //=> "-30"
 * actions.map(({ kind }) => kind); //=> ["createExpectedPayment", "createPayment"]
 * ```
 */
export function anOwedSituation(overrides: OwedSituationOverrides = {}): Situation {
  return situationOf(owedProfile, owingAccount, overrides);
}

function situationOf(
  profile: Blueprint<Situation["profile"]>,
  account: Blueprint<Situation["account"]>,
  overrides: SituationOverrides | OwedSituationOverrides,
): Situation {
  return readKeys<Situation>(overrides, {
    profile: (said) => laidOver(profile, said === undefined ? {} : said),
    account: (said) => laidOver(account, said === undefined ? {} : said),
    at: (said) => (said === undefined ? { value: AT } : asWritten(said)),
  });
}

function asWritten(at: unknown): Reading<InstantInput> {
  const reading = readAt(at);
  return "value" in reading ? { value: at as InstantInput } : reading;
}
