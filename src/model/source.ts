import type { InputIssue } from "../base/errors.js";
import { amount, type Amount, id, instant, type InstantInput, number, unit } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { flagOr, list, object, oneOf, oneOfOr, optional, optionalObject, required, type Schema, made } from "../base/schema.js";

/**
 * What a source is: a lot of a wallet, a balance (m3ter's pot), or a commitment (an agreed prepayment).
 *
 * @example
 * ```ts
 * import type { SourceKind } from "auto-topup";
 *
 * const kinds: SourceKind[] = ["commitment", "balance", "lot"];
 * kinds.length; //=> 3
 * ```
 */
export type SourceKind = "lot" | "balance" | "commitment";

/**
 * Something held that charges are drawn down from, normalised.
 *
 * @example
 * ```ts
 * import { type ParsedSource, walletSources } from "auto-topup";
 *
 * const [source] = walletSources({ id: "w1", unit: "USD", lots: [{ id: "l1", remaining: "20.00" }] });
 * (source as ParsedSource).remaining; //=> "20"
 * ```
 */
export interface ParsedSource {
  readonly kind: SourceKind;
  readonly id: string;
  readonly remaining: string;
  readonly initial: string | null;
  readonly currency: string | null;
  readonly status: "active" | "pendingPayment";
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly rollover: Rollover | null;
  readonly priority: number | null;
  readonly cost: string | null;
  readonly createdAt: Instant | null;
  readonly promotional: boolean;
  readonly lineItemTypes: readonly string[];
  readonly productIds: readonly string[];
  readonly allowOverdraft: boolean;
}

/**
 * What is left at the end serves on until `until`, up to `amount` (all of it where null).
 *
 * @example
 * ```ts
 * import type { Rollover } from "auto-topup";
 *
 * const rollover: Rollover = { amount: "800", until: "2027-03-31T00:00:00.000Z" };
 * rollover.amount; //=> "800"
 * ```
 */
export interface Rollover {
  readonly amount: string | null;
  readonly until: Instant;
}

/**
 * A rollover as a caller writes it.
 *
 * @example
 * ```ts
 * import type { RolloverInput } from "auto-topup";
 *
 * const rollover: RolloverInput = { until: "2027-03-31T00:00:00Z" };
 * rollover.until; //=> "2027-03-31T00:00:00Z"
 * ```
 */
export interface RolloverInput {
  readonly amount?: Amount | null | undefined;
  readonly until: InstantInput;
}

/**
 * A source as a caller writes it.
 *
 * @example
 * ```ts
 * import type { Source } from "auto-topup";
 *
 * const source: Source = { kind: "balance", id: "b1", remaining: "100", endsAt: "2027-01-01T00:00:00Z" };
 * source.kind; //=> "balance"
 * ```
 */
export interface Source {
  readonly kind: SourceKind;
  readonly id: string;
  /** What is left; negative only where it allows overdraft. */
  readonly remaining: Amount;
  readonly initial?: Amount | null | undefined;
  /** Left out on either side, it matches any. */
  readonly currency?: string | null | undefined;
  /** `"active"` when left out; one that waits for its payment serves nothing. */
  readonly status?: "active" | "pendingPayment" | undefined;
  /** Serves from here (inclusive). */
  readonly startsAt?: InstantInput | null | undefined;
  /** Serves until here (exclusive). */
  readonly endsAt?: InstantInput | null | undefined;
  readonly rollover?: RolloverInput | null | undefined;
  readonly priority?: number | null | undefined;
  readonly cost?: Amount | null | undefined;
  readonly createdAt?: InstantInput | null | undefined;
  readonly promotional?: boolean | undefined;
  /** Admits only charges of these types; empty admits all. */
  readonly lineItemTypes?: readonly string[] | null | undefined;
  /** Admits only charges of these products; empty admits all. */
  readonly productIds?: readonly string[] | null | undefined;
  /** `false` when left out. */
  readonly allowOverdraft?: boolean | undefined;
}

export const rolloverSchema: Schema<Rollover, RolloverInput> = /* @__PURE__ */ made(() =>
  object({
    amount: optional(amount({ atLeast: "0" })),
    until: required(instant),
  }),
);

export const sourceSchema: Schema<ParsedSource, Source> = /* @__PURE__ */ made(() =>
  object(
    {
      kind: oneOf(["lot", "balance", "commitment"]),
      id: required(id),
      remaining: required(amount()),
      initial: optional(amount({ atLeast: "0" })),
      currency: optional(unit),
      status: oneOfOr(["active", "pendingPayment"], "active"),
      startsAt: optional(instant),
      endsAt: optional(instant),
      rollover: optionalObject(rolloverSchema),
      priority: optional(number()),
      cost: optional(amount({ atLeast: "0" })),
      createdAt: optional(instant),
      promotional: flagOr(false),
      lineItemTypes: list(required(id)),
      productIds: list(required(id)),
      allowOverdraft: flagOr(false),
    },
    [
      { fields: ["remaining", "allowOverdraft"], faults: remainingFaults },
      { fields: ["endsAt", "rollover.until"], faults: rolloverFaults },
    ],
  ),
);

function remainingFaults({ remaining, allowOverdraft }: ParsedSource): InputIssue[] {
  if (allowOverdraft || !remaining.startsWith("-")) return [];
  return [{ path: ["remaining"], code: "out_of_range", message: "must not be negative: the source allows no overdraft" }];
}

/** The dates of anything that ends and may roll over. */
export function rolloverFaults({
  endsAt,
  rollover,
}: {
  readonly endsAt: Instant | null;
  readonly rollover: Rollover | null;
}): InputIssue[] {
  if (rollover === null) return [];
  if (endsAt === null) return [{ path: ["rollover"], code: "missing_companion", message: "needs endsAt" }];
  return rollover.until <= endsAt ? [{ path: ["rollover", "until"], code: "conflict", message: "must be later than endsAt" }] : [];
}
