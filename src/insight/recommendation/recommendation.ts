import type { Amount } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import type { Profile, ProfileInput } from "../../model/profile.js";
import type { ScenarioInput } from "../simulation/scenario.js";
import type { SimulationSummary } from "../simulation/summary.js";

/**
 * What `recommendProfile` is asked: a profile to fill in, and what its customer uses.
 *
 * @example
 * ```ts
 * import type { RecommendInput } from "auto-topup";
 *
 * const input: RecommendInput = {
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "0" },
 *     topup: { mode: "fixedAmount", value: "1" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "30" }] },
 *   timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }],
 *   from: "2026-06-01T00:00:00Z",
 *   to: "2026-07-01T00:00:00Z",
 *   evaluateOn: { dailyAt: "02:00" },
 *   payments: { settleAfter: { value: 1, unit: "day" } },
 *   step: "5",
 * };
 * input.step; //=> "5"
 * ```
 */
export interface RecommendInput extends ScenarioInput {
  /** With a trigger by `absoluteAmount` and a `fixedAmount` without `min`, `max` and `step`. Their values are looked for; all else is kept. */
  readonly profile: ProfileInput | Profile;
  /** Both values are whole multiples of this. 1, unless said otherwise. */
  readonly step?: Amount | null | undefined;
  /** No larger ones are looked for. All that can be used up, unless said otherwise: usage, lots that expire, invoices, a limit that is lowered. */
  readonly maxThreshold?: Amount | null | undefined;
  readonly maxAmount?: Amount | null | undefined;
}

/**
 * What `recommendProfile` gives: the values with the evidence for them, or that none were found, with what came
 * closest. The threshold is the trigger's `value`: held, where it fires; owed, how much of the limit is left
 * then.
 *
 * @example
 * ```ts
 * import type { Recommendation } from "auto-topup";
 *
 * const none: Recommendation = {
 *   found: false,
 *   reason: "dryAtStart",
 *   exact: true,
 *   closest: { threshold: "0", amount: "1", firstWithoutFundsAt: "2026-06-01T00:00:00.000Z" },
 *   simulations: 1,
 * };
 * none.found; //=> false
 * ```
 */
export type Recommendation = FoundRecommendation | NoRecommendation;

/**
 * A threshold and an amount that never ran dry.
 *
 * @example
 * ```ts
 * import type { FoundRecommendation } from "auto-topup";
 *
 * const values: Pick<FoundRecommendation, "threshold" | "amount"> = { threshold: "20", amount: "15" };
 * values.amount; //=> "15"
 * ```
 */
export interface FoundRecommendation {
  readonly found: true;
  readonly threshold: string;
  readonly amount: string;
  /** The profile with both filled in. */
  readonly profile: Profile;
  readonly summary: SimulationSummary;
  /** What runs dry with one step less, and when: the threshold, and the amount. Null where there is no less, or where the search ended before. */
  readonly lowerThreshold: RanDry | null;
  readonly smallerAmount: RanDry | null;
  /** Whether every pair with a smaller sum, up to `maxThreshold` and `maxAmount`, was played: then none of them does. */
  readonly exact: boolean;
  /** How many were played: about three thousand at most. */
  readonly simulations: number;
}

/**
 * None that never runs dry was found. `dryAtStart`: the account has no funds to begin with. `noneFound`:
 * whatever was tried runs dry. `cannotTell`: the figure is unknown, or what is owed has no limit that is known.
 *
 * @example
 * ```ts
 * import type { NoRecommendation } from "auto-topup";
 *
 * const none: NoRecommendation = { found: false, reason: "cannotTell", exact: false, closest: null, simulations: 0 };
 * none.reason; //=> "cannotTell"
 * ```
 */
export interface NoRecommendation {
  readonly found: false;
  readonly reason: "dryAtStart" | "noneFound" | "cannotTell";
  /** Whether there is none up to `maxThreshold` and `maxAmount`: each was played, or none can help. */
  readonly exact: boolean;
  /** What lasted longest; null where nothing was played. */
  readonly closest: RanDry | null;
  readonly simulations: number;
}

/**
 * A threshold and an amount that ran dry, and when first.
 *
 * @example
 * ```ts
 * import type { RanDry } from "auto-topup";
 *
 * const dry: RanDry = { threshold: "10", amount: "25", firstWithoutFundsAt: "2026-06-09T12:00:00.000Z" };
 * dry.threshold; //=> "10"
 * ```
 */
export interface RanDry {
  readonly threshold: string;
  readonly amount: string;
  readonly firstWithoutFundsAt: Instant;
}
