import { amount, type Amount, id, instant, type InstantInput } from "../../base/fields.js";
import { parserOf, readWith, valueOf } from "../../base/parser.js";
import { nullableOneOf, object, openObject, optional, required, type Schema } from "../../base/schema.js";
import { creditNotBefore, type TopupRecord } from "../../model/topup-record.js";
import { amountOf, anyText, idText, idTextOrNull, kept, maybe, type SafeId, safeId, safeIdOrBlank } from "./written.js";

/**
 * An Expected Payment as SAFE's API writes it. It is matched when `paymentID` names the payment that came
 * for it, and open until then. Fields that are not named here pass through.
 *
 * @example
 * ```ts
 * import type { SafeExpectedPayment } from "auto-topup/safe";
 *
 * const open: SafeExpectedPayment = { id: 501, customerID: 7, expectedPaymentAmount: "50.00", expectedPaymentDueDate: "2026-06-20" };
 * open.paymentID; //=> undefined
 * ```
 */
export interface SafeExpectedPayment {
  readonly id: SafeId;
  readonly customerID?: SafeId | null | undefined;
  readonly ourReference?: string | null | undefined;
  readonly expectedPaymentType?: string | null | undefined;
  readonly expectedPaymentAmount: Amount;
  /** A date. */
  readonly expectedPaymentDueDate?: string | null | undefined;
  /** The payment that fulfilled it. */
  readonly paymentID?: SafeId | null | undefined;
  readonly [field: string]: unknown;
}

/**
 * What SAFE's document does not say of an expected payment. The API's fields hold no stamp of creation.
 *
 * @example
 * ```ts
 * import type { SafeExpectedPaymentFacts } from "auto-topup/safe";
 *
 * const facts: SafeExpectedPaymentFacts = { createdAt: "2026-06-20T09:00:00Z", creditedAt: "2026-06-20T09:00:00Z" };
 * facts.profileId; //=> undefined
 * ```
 */
export interface SafeExpectedPaymentFacts {
  /** When it was created: what `minDaysBetweenTopups` counts from. */
  readonly createdAt: InstantInput;
  /** Since when the outstanding balance shows it: with `autoCollect`, since its payment record was made. */
  readonly creditedAt?: InstantInput | null | undefined;
  /** When its payment failed and was reversed. */
  readonly failedAt?: InstantInput | null | undefined;
  readonly profileId?: string | null | undefined;
  /** `"manual"` where a person raised it: it then holds nothing back. `"automatic"` when left out. */
  readonly kind?: "automatic" | "manual" | null | undefined;
}

const expectedPaymentParser = /* @__PURE__ */ parserOf(
  openObject({
    id: required(safeId),
    customerID: maybe(safeIdOrBlank),
    ourReference: maybe(anyText),
    expectedPaymentType: maybe(anyText),
    expectedPaymentAmount: required(kept(amount({ atLeast: "0" }))),
    expectedPaymentDueDate: maybe(anyText),
    paymentID: maybe(safeIdOrBlank),
  }) as unknown as Schema<SafeExpectedPayment>,
);

const factsSchema = /* @__PURE__ */ object(
  {
    createdAt: required(instant),
    creditedAt: optional(instant),
    failedAt: optional(instant),
    profileId: optional(id),
    kind: nullableOneOf(["automatic", "manual"]),
  },
  [creditNotBefore],
);

/**
 * An expected payment as a past top-up, for an account's `topups`: `paid` once matched, `failed` where
 * `failedAt` says so, else `pending`.
 *
 * @param expectedPayment the document, as SAFE gave it
 * @param facts what it does not say
 * @returns the record, its charge in canonical text
 * @throws InvalidInputError with one issue per fault, paths relative to the argument at fault
 *
 * @example
 * ```ts
 * import { topupFromExpectedPayment } from "auto-topup/safe";
 *
 * const record = topupFromExpectedPayment({ id: 501, expectedPaymentAmount: "50.00", paymentID: 9001 }, { createdAt: "2026-06-13T09:00:00Z" });
 * record; //=> { id: "501", kind: "automatic", charge: "50", createdAt: "2026-06-13T09:00:00.000Z", status: "paid" }
 * ```
 */
export function topupFromExpectedPayment(expectedPayment: SafeExpectedPayment, facts: SafeExpectedPaymentFacts): TopupRecord {
  const document = expectedPaymentParser.parse(expectedPayment);
  const { createdAt, creditedAt, failedAt, profileId, kind } = valueOf(readWith(factsSchema, facts));
  return {
    id: idText(document.id),
    kind: kind ?? "automatic",
    ...(profileId === null ? {} : { profileId }),
    charge: amountOf(document.expectedPaymentAmount),
    createdAt,
    ...(creditedAt === null ? {} : { creditedAt }),
    ...(failedAt === null ? {} : { failedAt }),
    status: failedAt !== null ? "failed" : idTextOrNull(document.paymentID) !== null ? "paid" : "pending",
  };
}
