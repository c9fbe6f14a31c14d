import { id, number, text } from "../base/fields.js";
import { flag, flagOr, object, objectOr, oneOf, optional, optionalObject, required, type Schema, variants } from "../base/schema.js";
import { MAX_DAYS } from "./duration.js";

/**
 * How a top-up is paid for, normalised.
 *
 * @example
 * ```ts
 * import { parseProfile, type Settlement } from "auto-topup";
 *
 * const settlement: Settlement = parseProfile({
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "fixedAmount", value: "50" },
 *   settlement: { kind: "invoice", autoCollect: true, netTermsDays: 14 },
 * }).settlement;
 * settlement; //=> { kind: "invoice", autoCollect: true, netTermsDays: 14, memo: null, requirePaid: false }
 * ```
 */
export type Settlement = ExpectedPaymentSettlement | InvoiceSettlement | GrantSettlement;

/**
 * An expected payment is created and, where `autoCollect` and the payment method allow it, a payment too
 * (SAFE).
 *
 * @example
 * ```ts
 * import type { ExpectedPaymentSettlement } from "auto-topup";
 *
 * const settlement: ExpectedPaymentSettlement = { kind: "expectedPayment", autoCollect: true, correspondence: null };
 * settlement.autoCollect; //=> true
 * ```
 */
export interface ExpectedPaymentSettlement {
  readonly kind: "expectedPayment";
  readonly autoCollect: boolean;
  readonly correspondence: Correspondence | null;
}

/**
 * Which correspondence goes out: `expected` when only the expected payment was created, `card` or
 * `directDebit` when a payment by that method was.
 *
 * @example
 * ```ts
 * import type { Correspondence } from "auto-topup";
 *
 * const correspondence: Correspondence = { expected: "LETTER", card: null, directDebit: null };
 * correspondence.expected; //=> "LETTER"
 * ```
 */
export interface Correspondence {
  readonly expected: string | null;
  readonly card: string | null;
  readonly directDebit: string | null;
}

/**
 * An invoice is issued; the credit is active at once, or only when paid with `requirePaid` (Orb, Flexprice
 * invoiced, Lago).
 *
 * @example
 * ```ts
 * import type { InvoiceSettlement } from "auto-topup";
 *
 * const settlement: InvoiceSettlement = { kind: "invoice", autoCollect: true, netTermsDays: 0, memo: null, requirePaid: true };
 * settlement.requirePaid; //=> true
 * ```
 */
export interface InvoiceSettlement {
  readonly kind: "invoice";
  readonly autoCollect: boolean;
  readonly netTermsDays: number;
  readonly memo: string | null;
  readonly requirePaid: boolean;
}

/**
 * Nothing is collected: the credit is granted (Flexprice direct, m3ter transaction).
 *
 * @example
 * ```ts
 * import type { GrantSettlement } from "auto-topup";
 *
 * const settlement: GrantSettlement = { kind: "grant", reason: "goodwill" };
 * settlement.reason; //=> "goodwill"
 * ```
 */
export interface GrantSettlement {
  readonly kind: "grant";
  readonly reason: string | null;
}

/**
 * How a top-up is paid for, as a caller writes it. Left out: `{ kind: "expectedPayment", autoCollect: false }`.
 *
 * @example
 * ```ts
 * import type { SettlementInput } from "auto-topup";
 *
 * const settlement: SettlementInput = { kind: "expectedPayment", autoCollect: true, correspondence: { card: "RECEIPT" } };
 * settlement.kind; //=> "expectedPayment"
 * ```
 */
export type SettlementInput =
  | {
      readonly kind: "expectedPayment";
      readonly autoCollect: boolean;
      readonly correspondence?:
        | {
            readonly expected?: string | null | undefined;
            readonly card?: string | null | undefined;
            readonly directDebit?: string | null | undefined;
          }
        | null
        | undefined;
    }
  | {
      readonly kind: "invoice";
      readonly autoCollect: boolean;
      readonly netTermsDays: number;
      readonly memo?: string | null | undefined;
      readonly requirePaid?: boolean | undefined;
    }
  | { readonly kind: "grant"; readonly reason?: string | null | undefined };

const DEFAULT: Settlement = /* @__PURE__ */ Object.freeze({
  kind: "expectedPayment",
  autoCollect: false,
  correspondence: null,
});

export const settlementSchema: Schema<Settlement, SettlementInput | null | undefined> = objectOr<Settlement, SettlementInput>(
  variants("kind", [
    object({
      kind: oneOf(["expectedPayment"]),
      autoCollect: flag(),
      correspondence: optionalObject(object({ expected: optional(id), card: optional(id), directDebit: optional(id) })),
    }),
    object({
      kind: oneOf(["invoice"]),
      autoCollect: flag(),
      netTermsDays: required(number({ whole: true, min: 0, max: MAX_DAYS })),
      memo: optional(text),
      requirePaid: flagOr(false),
    }),
    object({ kind: oneOf(["grant"]), reason: optional(text) }),
  ]),
  DEFAULT,
);
