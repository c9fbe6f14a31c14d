import { figure, id, instant } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { constant, flag, listOf, nullOr, object, oneOf, optional, required, scalars, type Schema, made } from "../base/schema.js";
import { type Basis, basisSchema, type Boundary } from "./basis.js";

/**
 * What `evaluate` returns: whether a top-up is due, and every guard's verdict with its figures. Plain data:
 * it survives JSON, `structuredClone` and a database column.
 *
 * @example
 * ```ts
 * import { type Decision, evaluate } from "auto-topup";
 *
 * const decision: Decision = evaluate({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: null }] },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * decision.outcome; //=> "indeterminate"
 * decision.reason; //=> "basisUnknown"
 * ```
 */
export interface Decision {
  readonly version: 1;
  readonly profileId: string;
  readonly accountId: string;
  /** The wallet that is the target; null where the account itself is, or where no single wallet was found. */
  readonly walletId: string | null;
  readonly at: Instant;
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** Null for a schedule, or where a figure is unknown. */
  readonly trigger: TriggerFigures | null;
  /** Every guard, in order of precedence. */
  readonly checks: readonly Check[];
  /** When waiting helps: the latest `eligibleAt` of the failed guards; null where one of them has none, or when due. */
  readonly nextEligibleAt: Instant | null;
}

/**
 * The answer of a decision.
 *
 * @example
 * ```ts
 * import type { Outcome } from "auto-topup";
 *
 * const outcomes: Outcome[] = ["due", "notDue", "blocked", "ineligible", "indeterminate"];
 * outcomes.length; //=> 5
 * ```
 */
export type Outcome = "due" | "notDue" | "blocked" | "ineligible" | "indeterminate";

/**
 * What was compared with what, as exact canonical decimals in the basis's unit.
 *
 * @example
 * ```ts
 * import { evaluate, type TriggerFigures } from "auto-topup";
 *
 * const { trigger } = evaluate({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account: { id: "a1", currency: "GBP", owed: { outstanding: "390" }, limits: { credit: "500" } },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * (trigger as TriggerFigures).threshold; //=> "400"
 * (trigger as TriggerFigures).distance; //=> "10"
 * ```
 */
export interface TriggerFigures {
  readonly basis: Basis;
  /** The figure given. */
  readonly observed: string;
  /** What was netted; `"0"` unless the profile's `inFlight` is `net`. */
  readonly inFlight: string;
  /** What was compared. */
  readonly effective: string;
  /** Null: unlimited, or none in use. */
  readonly limit: string | null;
  /** Null: unlimited. */
  readonly threshold: string | null;
  readonly boundary: Boundary;
  /** How far the basis still is from firing: positive = not reached, `"0"` = exactly at the threshold, negative = past it. */
  readonly distance: string | null;
}

/**
 * One guard's verdict. `passed: null` = it could not be judged. `facts` has the figures it went by.
 *
 * @example
 * ```ts
 * import type { Check } from "auto-topup";
 *
 * const check: Check = { guard: "enabled", passed: false, reason: "profileDisabled", eligibleAt: null, facts: { enabled: false } };
 * check.reason; //=> "profileDisabled"
 * ```
 */
export interface Check {
  readonly guard: Guard;
  readonly passed: boolean | null;
  readonly reason: Reason | null;
  readonly eligibleAt: Instant | null;
  readonly facts: Facts;
}

/**
 * The figures that a guard went by.
 *
 * @example
 * ```ts
 * import type { Facts } from "auto-topup";
 *
 * const facts: Facts = { enabled: true };
 * facts.enabled; //=> true
 * ```
 */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The guards, in order of precedence.
 *
 * @example
 * ```ts
 * import type { Guard } from "auto-topup";
 *
 * const guard: Guard = "cooldown";
 * guard; //=> "cooldown"
 * ```
 */
export type Guard = (typeof GUARDS)[number];

/**
 * Why a decision is what it is.
 *
 * @example
 * ```ts
 * import type { Reason } from "auto-topup";
 *
 * const reason: Reason = "thresholdReached";
 * reason; //=> "thresholdReached"
 * ```
 */
export type Reason = (typeof REASONS)[number];

export const OUTCOMES = ["due", "notDue", "blocked", "ineligible", "indeterminate"] as const;

export const GUARDS = [
  "enabled",
  "customer",
  "activePeriod",
  "currency",
  "wallet",
  "freshness",
  "figures",
  "trigger",
  "inFlight",
  "cooldown",
  "failures",
  "paymentMethod",
  "amount",
  "caps",
] as const;

export const REASONS = [
  "thresholdReached",
  "scheduleReached",
  "profileDisabled",
  "otherCustomer",
  "notYetActive",
  "expired",
  "currencyMismatch",
  "noWallet",
  "walletInactive",
  "walletAmbiguous",
  "staleSnapshot",
  "inFuture",
  "basisUnknown",
  "limitUnknown",
  "thresholdNotReached",
  "unlimited",
  "alreadyAtTarget",
  "scheduleNotReached",
  "topupInFlight",
  "cooldown",
  "retryBackoff",
  "suspended",
  "noPaymentMethod",
  "belowMinimum",
  "capReached",
] as const;

const checkSchema: Schema<Check> = /* @__PURE__ */ made(() =>
  object({
    guard: oneOf(GUARDS),
    passed: nullOr(flag()),
    reason: nullOr(oneOf(REASONS)),
    eligibleAt: optional(instant),
    facts: scalars(),
  }),
);

export const decisionShape: Schema<Decision> = /* @__PURE__ */ made(() =>
  object({
    version: constant(1),
    profileId: required(id),
    accountId: required(id),
    walletId: optional(id),
    at: required(instant),
    outcome: oneOf(OUTCOMES),
    reason: oneOf(REASONS),
    trigger: nullOr(
      object({
        basis: basisSchema,
        observed: required(figure),
        inFlight: required(figure),
        effective: required(figure),
        limit: optional(figure),
        threshold: optional(figure),
        boundary: oneOf(["inclusive", "exclusive"]),
        distance: optional(figure),
      }),
    ),
    checks: listOf(checkSchema),
    nextEligibleAt: optional(instant),
  }),
);
