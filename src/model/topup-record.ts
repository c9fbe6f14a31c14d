import { amount, type Amount, id, instant, type InstantInput } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { nullableOneOf, object, oneOf, oneOfOr, optional, required, type Rule, type Schema } from "../base/schema.js";

/**
 * A past top-up of an account, normalised.
 *
 * @example
 * ```ts
 * import { parseAccount, type ParsedTopupRecord } from "auto-topup";
 *
 * const account = parseAccount({
 *   id: "a1",
 *   currency: "USD",
 *   topups: [{ id: "t1", charge: "20", createdAt: "2026-06-01T09:00:00Z", status: "failed" }],
 * });
 * const record = account.topups[0] as ParsedTopupRecord;
 * record.failure; //=> "declined"
 * ```
 */
export interface ParsedTopupRecord {
  readonly id: string;
  readonly kind: "automatic" | "manual";
  readonly profileId: string | null;
  readonly walletId: string | null;
  readonly charge: string;
  readonly credit: string | null;
  readonly createdAt: Instant;
  readonly creditedAt: Instant | null;
  readonly failedAt: Instant | null;
  readonly status: TopupStatus;
  readonly failure: FailureKind | null;
}

/**
 * What became of a top-up: `pending` (asked for), `paid`, `failed` (final: nothing can be collected under it
 * any more), `voided`, or `unknown` (asked for, the answer lost).
 *
 * @example
 * ```ts
 * import type { TopupStatus } from "auto-topup";
 *
 * const status: TopupStatus = "pending";
 * status; //=> "pending"
 * ```
 */
export type TopupStatus = "pending" | "paid" | "failed" | "voided" | "unknown";

/**
 * Why a top-up failed: `declined`, `hardDeclined` (the method is dead), or `infrastructure` (not the
 * customer's fault; never counted).
 *
 * @example
 * ```ts
 * import type { FailureKind } from "auto-topup";
 *
 * const failure: FailureKind = "hardDeclined";
 * failure; //=> "hardDeclined"
 * ```
 */
export type FailureKind = "declined" | "hardDeclined" | "infrastructure";

/**
 * A past top-up as a caller writes it.
 *
 * @example
 * ```ts
 * import type { TopupRecord } from "auto-topup";
 *
 * const record: TopupRecord = { id: "t1", charge: "20", createdAt: "2026-06-01T09:00:00Z", status: "pending" };
 * record.status; //=> "pending"
 * ```
 */
export interface TopupRecord {
  readonly id: string;
  /** `"automatic"` when left out. */
  readonly kind?: "automatic" | "manual" | undefined;
  readonly profileId?: string | null | undefined;
  /** The wallet, where a wallet was the target. */
  readonly walletId?: string | null | undefined;
  /** Money, in the account's currency. */
  readonly charge: Amount;
  /** What was added, in the target's unit; charge ÷ rate, rounded down to the scale, when left out. */
  readonly credit?: Amount | null | undefined;
  readonly createdAt: InstantInput;
  /** Since when the account carries the credit, paid or not; state it unless payment is instant. */
  readonly creditedAt?: InstantInput | null | undefined;
  readonly failedAt?: InstantInput | null | undefined;
  readonly status: TopupStatus;
  /** Of a failed one; `"declined"` when left out. */
  readonly failure?: FailureKind | null | undefined;
}

export const TOPUP_STATUSES = ["pending", "paid", "failed", "voided", "unknown"] as const;

/** What does not exist yet cannot have been credited. */
export const creditNotBefore: Rule<Pick<ParsedTopupRecord, "createdAt" | "creditedAt">> = {
  fields: ["createdAt", "creditedAt"],
  faults: ({ createdAt, creditedAt }) =>
    creditedAt !== null && creditedAt < createdAt
      ? [{ path: ["creditedAt"], code: "conflict", message: "must not be before createdAt" }]
      : [],
};

export const topupRecordSchema: Schema<ParsedTopupRecord, TopupRecord> = object(
  {
    id: required(id),
    kind: oneOfOr(["automatic", "manual"], "automatic"),
    profileId: optional(id),
    walletId: optional(id),
    charge: required(amount({ atLeast: "0" })),
    credit: optional(amount({ atLeast: "0" })),
    createdAt: required(instant),
    creditedAt: optional(instant),
    failedAt: optional(instant),
    status: oneOf(TOPUP_STATUSES),
    failure: nullableOneOf(["declined", "hardDeclined", "infrastructure"]),
  },
  [creditNotBefore],
  (record) => {
    if (record.status === "failed") record.failure ??= "declined";
  },
);
