import type { InputIssue } from "../../base/errors.js";
import { amount, type Amount, id, number, text, unit } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { list, nullableOneOf, oneOf, openObject, optional, required, type Schema } from "../../base/schema.js";
import { type DocumentParser, documentParser } from "../../base/document.js";
import { dateOrTime, dateTime, isDateAlone, trueOrFalse, version } from "./fields.js";
import { COMMITMENT_LINE_ITEM_TYPES, type M3terLineItemType } from "./line-item-type.js";

/**
 * A Commitment (Prepayment) as m3ter's API gives it. Amounts are JSON numbers there; decimal strings are
 * taken too. Unknown fields pass through.
 *
 * @example
 * ```ts
 * import type { M3terCommitment } from "auto-topup/m3ter";
 *
 * const commitment: M3terCommitment = {
 *   id: "com_1",
 *   accountId: "acc_1",
 *   amount: 12000,
 *   amountSpent: 4500.5,
 *   currency: "USD",
 *   startDate: "2026-01-01",
 *   endDate: "2027-01-01",
 * };
 * commitment.amount; //=> 12000
 * ```
 */
export interface M3terCommitment {
  readonly id: string;
  readonly accountId: string;
  /** What the customer has committed to pay. */
  readonly amount: Amount;
  readonly currency: string;
  /** A date, or an instant (inclusive). */
  readonly startDate: string;
  /** A date, or an instant (exclusive). */
  readonly endDate: string;
  readonly amountSpent?: Amount | null | undefined;
  readonly amountPrePaid?: Amount | null | undefined;
  readonly amountFirstBill?: Amount | null | undefined;
  /** Which bill lines may draw; all where it is left out or empty. */
  readonly lineItemTypes?: readonly Exclude<M3terLineItemType, "AD_HOC">[] | null | undefined;
  readonly productIds?: readonly string[] | null | undefined;
  /** What usage beyond the commitment costs more, in percent; negative: less. */
  readonly overageSurchargePercent?: Amount | null | undefined;
  readonly separateOverageUsage?: boolean | null | undefined;
  readonly overageDescription?: string | null | undefined;
  readonly billingPlanId?: string | null | undefined;
  readonly feeDates?: readonly M3terCommitmentFee[] | null | undefined;
  readonly billEpoch?: string | null | undefined;
  readonly billingInterval?: number | null | undefined;
  readonly billingOffset?: number | null | undefined;
  readonly childBillingMode?: "PARENT_SUMMARY" | "PARENT_BREAKDOWN" | "CHILD" | null | undefined;
  readonly commitmentFeeBillInAdvance?: boolean | null | undefined;
  readonly contractId?: string | null | undefined;
  readonly version?: number | null | undefined;
  readonly dtCreated?: string | null | undefined;
  readonly dtLastModified?: string | null | undefined;
  readonly [field: string]: unknown;
}

/**
 * A part of a commitment's fee and when it is billed.
 *
 * @example
 * ```ts
 * import type { M3terCommitmentFee } from "auto-topup/m3ter";
 *
 * const fee: M3terCommitmentFee = {
 *   date: "2026-04-01",
 *   amount: 3000,
 *   servicePeriodStartDate: "2026-04-01T00:00:00Z",
 *   servicePeriodEndDate: "2026-07-01T00:00:00Z",
 * };
 * fee.amount; //=> 3000
 * ```
 */
export interface M3terCommitmentFee {
  readonly date: string;
  readonly amount: Amount;
  readonly servicePeriodStartDate: string;
  readonly servicePeriodEndDate: string;
  readonly [field: string]: unknown;
}

/** What a commitment says, in canonical text; a date alone stays one. */
export interface CommitmentReading {
  readonly id: string;
  readonly amount: string;
  readonly amountSpent: string | null;
  readonly currency: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly lineItemTypes: readonly M3terLineItemType[];
  readonly productIds: readonly string[];
  readonly dtCreated: Instant | null;
}

interface Overage {
  readonly overageSurchargePercent: string | null;
  readonly separateOverageUsage: boolean | null;
}

const feeSchema = /* @__PURE__ */ openObject({
  date: required(dateOrTime),
  amount: required(amount()),
  servicePeriodStartDate: required(dateOrTime),
  servicePeriodEndDate: required(dateOrTime),
});

const commitmentSchema: Schema<CommitmentReading> = openObject(
  {
    id: required(id),
    accountId: required(id),
    amount: required(amount({ atLeast: "0" })),
    currency: required(unit),
    startDate: required(dateOrTime),
    endDate: required(dateOrTime),
    amountSpent: optional(amount()),
    amountPrePaid: optional(amount({ atLeast: "0" })),
    amountFirstBill: optional(amount({ atLeast: "0" })),
    lineItemTypes: list(oneOf(COMMITMENT_LINE_ITEM_TYPES)),
    productIds: list(required(id)),
    overageSurchargePercent: optional(amount()),
    separateOverageUsage: optional(trueOrFalse),
    overageDescription: optional(text),
    billingPlanId: optional(text),
    feeDates: list(feeSchema),
    billEpoch: optional(dateOrTime),
    billingInterval: optional(number({ whole: true })),
    billingOffset: optional(number({ whole: true })),
    childBillingMode: nullableOneOf(["PARENT_SUMMARY", "PARENT_BREAKDOWN", "CHILD"]),
    commitmentFeeBillInAdvance: optional(trueOrFalse),
    contractId: optional(text),
    version: optional(version),
    dtCreated: optional(dateTime),
    dtLastModified: optional(dateTime),
  },
  [
    { fields: ["startDate", "endDate"], faults: datesFaults },
    { fields: ["overageSurchargePercent"], faults: overageFaults },
  ],
);

/** A date beside an instant is not compared here: when it begins depends on the zone. */
function datesFaults({ startDate, endDate }: { readonly startDate: string; readonly endDate: string }): InputIssue[] {
  const areAlike = isDateAlone(startDate) === isDateAlone(endDate);
  if (!areAlike || startDate < endDate) return [];
  return [{ path: ["endDate"], code: "conflict", message: "must be later than startDate" }];
}

/** Usage beyond the commitment is billed on its own or at a surcharge. */
function overageFaults({ overageSurchargePercent, separateOverageUsage }: Overage): InputIssue[] {
  if (separateOverageUsage !== true || overageSurchargePercent === null || overageSurchargePercent === "0") return [];
  return [{ path: ["separateOverageUsage"], code: "conflict", message: "must not be true where there is an overageSurchargePercent" }];
}

export const commitmentDocuments: DocumentParser<M3terCommitment, CommitmentReading> = /* @__PURE__ */ documentParser(commitmentSchema);

/**
 * Reads a Commitment of m3ter's API: checks the fields that it documents, and gives a frozen copy with
 * everything as it was written, unknown fields too.
 *
 * @param input a Commitment
 * @returns the same document, frozen
 * @throws InvalidInputError with one issue per fault, each with m3ter's own path
 * @see m3ter API reference, Commitments
 *
 * @example
 * ```ts
 * import { parseM3terCommitment } from "auto-topup/m3ter";
 *
 * const commitment = parseM3terCommitment({
 *   id: "com_1",
 *   accountId: "acc_1",
 *   amount: 12000,
 *   currency: "USD",
 *   startDate: "2026-01-01",
 *   endDate: "2027-01-01",
 * });
 * commitment.startDate; //=> "2026-01-01"
 * ```
 */
export function parseM3terCommitment(input: unknown): M3terCommitment {
  return commitmentDocuments.parse(input);
}
