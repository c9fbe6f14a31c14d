import type { Instant } from "../../base/instant.js";

/**
 * A rule that gives a bound, and where it stands: `path` is relative to the profile; for `override` to
 * the account that has the field.
 *
 * @example
 * ```ts
 * import type { BoundingRule } from "auto-topup";
 *
 * const rule: BoundingRule = { rule: "cap", path: ["caps", 0, "maxCharge"] };
 * rule.rule; //=> "cap"
 * ```
 */
export interface BoundingRule {
  readonly rule:
    | "enabled" // switched off
    | "customer" // another customer's
    | "currency" // another currency or unit
    | "activePeriod" // the time between activeFrom and activeUntil
    | "amount" // the rule's value, or one that leaves nothing to charge
    | "min"
    | "max"
    | "override" // the account's autoTopupAmount
    | "cooldown"
    | "cap"
    | "schedule"
    | "failures"
    | "settlement"; // a grant collects nothing
  readonly path: readonly (string | number)[];
}

/**
 * Why there is no bound: nothing says how much one top-up charges at most (`unlimitedAmount`), what a unit of
 * the wallet costs (`unknownRate`), or how many there are (`unlimitedCount`).
 *
 * @example
 * ```ts
 * import type { UnboundedReason } from "auto-topup";
 *
 * const reason: UnboundedReason = "unlimitedCount";
 * reason; //=> "unlimitedCount"
 * ```
 */
export type UnboundedReason = "unlimitedAmount" | "unknownRate" | "unlimitedCount";

/**
 * No bound, why, and what would give one.
 *
 * @example
 * ```ts
 * import type { Unbounded } from "auto-topup";
 *
 * const none: Unbounded = { bounded: false, reason: "unlimitedCount", message: "nothing limits how often: …" };
 * none.bounded; //=> false
 * ```
 */
export interface Unbounded {
  readonly bounded: false;
  readonly reason: UnboundedReason;
  readonly message: string;
}

/**
 * The most that one top-up charges.
 *
 * @example
 * ```ts
 * import { type TopupBound, worstCase } from "auto-topup";
 *
 * const bound: TopupBound = worstCase({
 *   id: "p1",
 *   currency: "USD",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "toTarget", value: "100", max: "80" },
 * }).perTopup;
 * bound; //=> { bounded: true, maxCharge: "80.00", tight: true, because: [{ rule: "max", path: ["topup", "max"] }] }
 * ```
 */
export type TopupBound = Unbounded | (Bounded & { readonly maxCharge: string });

interface Bounded {
  readonly bounded: true;
  /** Whether it can be reached; otherwise it is only sure that it cannot be passed. */
  readonly tight: boolean;
  readonly because: readonly BoundingRule[];
}

/**
 * The most that can be charged in one period. `maxCount` is the most top-ups, null where their number has no
 * bound of its own. `reachedFrom` is where a period begins in which a tight bound is reached, null for other
 * bounds and for a bound of nothing.
 *
 * @example
 * ```ts
 * import { type PeriodBound, worstCase } from "auto-topup";
 *
 * const bound: PeriodBound = worstCase({
 *   id: "p1",
 *   currency: "USD",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "fixedAmount", value: "50" },
 *   cooldown: { value: 1, unit: "day" },
 * }).charged.month;
 * bound.maxCount; //=> 31
 * bound.bounded ? bound.maxCharge : bound.reason; //=> "1550.00"
 * ```
 */
export type PeriodBound =
  | (Unbounded & { readonly maxCount: number | null })
  | (Bounded & { readonly maxCharge: string; readonly maxCount: number | null; readonly reachedFrom: Instant | null });

/**
 * The most attempts in one period, or in all, on a payment method on which nothing succeeds.
 *
 * @example
 * ```ts
 * import { type DeclineBound, worstCase } from "auto-topup";
 *
 * const bound: DeclineBound = worstCase({
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "fixedAmount", value: "50" },
 * }).declines.total;
 * bound.bounded && bound.maxCount; //=> 3
 * ```
 */
export type DeclineBound = Unbounded | (Bounded & { readonly maxCount: number; readonly reachedFrom: Instant | null });

/**
 * What a bound takes for granted where the account does not say it: no `autoTopupAmount` (`noOverride`), a
 * wallet in the account's own currency at a rate of 1 (`ownCurrency`), clocks that never change (`utc`).
 *
 * @example
 * ```ts
 * import { type Assumption, worstCase } from "auto-topup";
 *
 * const assumes: readonly Assumption[] = worstCase({
 *   id: "p1",
 *   trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit" },
 *   topup: { mode: "fixedAmount", value: "50" },
 * }).assumes;
 * assumes; //=> ["utc", "noOverride"]
 * ```
 */
export type Assumption = "utc" | "noOverride" | "ownCurrency";

/**
 * The most that a profile can charge one target: in a calendar day, a week (from Monday), a month and a year
 * of the account's zone, and what it can ask of a dead payment method. Charges are in the currency `unit`, with its
 * minor digits; where none is known (null), they hold for every one.
 *
 * @example
 * ```ts
 * import { type WorstCase, worstCase } from "auto-topup";
 *
 * const worst: WorstCase = worstCase({
 *   id: "p1",
 *   currency: "USD",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "fixedAmount", value: "50" },
 * });
 * worst.perTopup.bounded; //=> true
 * worst.charged.day.bounded; //=> false
 * ```
 */
export interface WorstCase {
  readonly version: 1;
  readonly profileId: string;
  /** Null where no account was given. */
  readonly accountId: string | null;
  /** The currency of the charges; null where it is not known. */
  readonly unit: string | null;
  readonly timeZone: string;
  readonly assumes: readonly Assumption[];
  readonly perTopup: TopupBound;
  /** Automatic top-ups created in the period that are paid, pending or unknown: all may come to be paid. */
  readonly charged: {
    readonly day: PeriodBound;
    readonly week: PeriodBound;
    readonly month: PeriodBound;
    readonly year: PeriodBound;
  };
  /** Attempts where each is declined at once, nobody resumes, and nothing else is attempted on the target. */
  readonly declines: {
    readonly day: DeclineBound;
    readonly week: DeclineBound;
    readonly month: DeclineBound;
    readonly year: DeclineBound;
    readonly total: DeclineBound;
  };
}
