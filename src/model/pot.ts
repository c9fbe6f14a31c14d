import type { InputIssue } from "../base/errors.js";
import { amount, type Amount, currency, id, instant, type InstantInput, text } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { listOf, object, optional, optionalObject, required, type Schema, uniqueIds, made } from "../base/schema.js";
import { type Rollover, rolloverFaults, type RolloverInput, rolloverSchema } from "./source.js";

/**
 * A dated sum on an account, filled and emptied by typed transactions (m3ter: Balance), normalised.
 *
 * @example
 * ```ts
 * import type { ParsedPot } from "auto-topup";
 *
 * const pot: ParsedPot = {
 *   id: "b1",
 *   name: null,
 *   currency: "USD",
 *   startsAt: "2026-01-01T00:00:00.000Z",
 *   endsAt: "2027-01-01T00:00:00.000Z",
 *   rollover: null,
 *   transactions: [],
 * };
 * pot.currency; //=> "USD"
 * ```
 */
export interface ParsedPot {
  readonly id: string;
  readonly name: string | null;
  readonly currency: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly rollover: Rollover | null;
  readonly transactions: readonly PotTransaction[];
}

/**
 * A movement of a pot, normalised: positive fills it, negative empties it.
 *
 * @example
 * ```ts
 * import type { PotTransaction } from "auto-topup";
 *
 * const transaction: PotTransaction = { id: "t1", amount: "-25", appliedAt: "2026-02-01T00:00:00.000Z", type: "REFUND" };
 * transaction.amount; //=> "-25"
 * ```
 */
export interface PotTransaction {
  readonly id: string;
  readonly amount: string;
  readonly appliedAt: Instant;
  readonly type: string | null;
}

/**
 * A pot as a caller writes it.
 *
 * @example
 * ```ts
 * import { balanceSummary, type Pot } from "auto-topup";
 *
 * const pot: Pot = {
 *   id: "b1",
 *   currency: "USD",
 *   startsAt: "2026-01-01T00:00:00Z",
 *   endsAt: "2027-01-01T00:00:00Z",
 *   transactions: [{ id: "t1", amount: "100", appliedAt: "2026-01-01T00:00:00Z" }],
 * };
 * balanceSummary(pot, { at: "2026-06-01T00:00:00Z" }).available; //=> "100"
 * ```
 */
export interface Pot {
  readonly id: string;
  readonly name?: string | null | undefined;
  /** ISO 4217, in either case. */
  readonly currency: string;
  /** Available from here (inclusive). */
  readonly startsAt: InstantInput;
  /** Available until here (exclusive), but for what rolls over. */
  readonly endsAt: InstantInput;
  readonly rollover?: RolloverInput | null | undefined;
  readonly transactions: readonly PotTransactionInput[];
}

/**
 * A movement of a pot as a caller writes it.
 *
 * @example
 * ```ts
 * import type { PotTransactionInput } from "auto-topup";
 *
 * const transaction: PotTransactionInput = { id: "t1", amount: 100, appliedAt: "2026-01-01T00:00:00Z" };
 * transaction.id; //=> "t1"
 * ```
 */
export interface PotTransactionInput {
  readonly id: string;
  /** Positive or negative. */
  readonly amount: Amount;
  /** When the pot was affected; not before it starts. */
  readonly appliedAt: InstantInput;
  readonly type?: string | null | undefined;
}

const transactionSchema: Schema<PotTransaction, PotTransactionInput> = /* @__PURE__ */ made(() =>
  object({
    id: required(id),
    amount: required(amount()),
    appliedAt: required(instant),
    type: optional(id),
  }),
);

export const potSchema: Schema<ParsedPot, Pot> = /* @__PURE__ */ made(() =>
  object(
    {
      id: required(id),
      name: optional(text),
      currency: required(currency),
      startsAt: required(instant),
      endsAt: required(instant),
      rollover: optionalObject(rolloverSchema),
      transactions: listOf(transactionSchema),
    },
    [
      { fields: ["startsAt", "endsAt"], faults: datesFaults },
      { fields: ["endsAt", "rollover.until"], faults: rolloverFaults },
      { fields: ["startsAt"], list: "transactions", faults: transactionFaults },
      uniqueIds("transactions"),
    ],
  ),
);

function datesFaults({ startsAt, endsAt }: ParsedPot): InputIssue[] {
  return startsAt < endsAt ? [] : [{ path: ["endsAt"], code: "conflict", message: "must be later than startsAt" }];
}

function transactionFaults({ startsAt, transactions }: ParsedPot): InputIssue[] {
  return transactions.flatMap((transaction: Partial<PotTransaction> | null | undefined, index) =>
    typeof transaction?.appliedAt === "string" && transaction.appliedAt < startsAt
      ? [{ path: ["transactions", index, "appliedAt"], code: "conflict" as const, message: "must not be before the pot's startsAt" }]
      : [],
  );
}
