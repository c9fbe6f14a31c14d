import { figure, id, instant, number, text } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { flag, object, oneOf, optional, record, required, type Schema, variants, made } from "../base/schema.js";

/**
 * One thing for the caller to carry out. `id` is stable: the plan's idempotency key, `#` and the kind.
 * Optional values that are absent are `null`, so that every action of a kind has the same keys.
 *
 * @example
 * ```ts
 * import { type Action, planTopup } from "auto-topup";
 *
 * const plan = planTopup({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *     settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0 },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "4.20" }] },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * const [first, second]: readonly Action[] = plan.actions;
 * first?.kind; //=> "createInvoice"
 * second?.id; //=> "a1/p1/w1/0#grantCredit"
 * ```
 */
export type Action = CreateExpectedPayment | CreatePayment | SendCorrespondence | CreateInvoice | GrantCredit | RecordTransaction;

/**
 * Expect a payment of the charge, due at once (SAFE).
 *
 * @example
 * ```ts
 * import type { CreateExpectedPayment } from "auto-topup";
 *
 * const kind: CreateExpectedPayment["kind"] = "createExpectedPayment";
 * kind; //=> "createExpectedPayment"
 * ```
 */
export interface CreateExpectedPayment {
  readonly id: string;
  readonly kind: "createExpectedPayment";
  readonly amount: string;
  readonly currency: string;
  readonly dueDate: Instant;
}

/**
 * Collect the charge by the account's payment method (SAFE).
 *
 * @example
 * ```ts
 * import type { CreatePayment } from "auto-topup";
 *
 * const kind: CreatePayment["kind"] = "createPayment";
 * kind; //=> "createPayment"
 * ```
 */
export interface CreatePayment {
  readonly id: string;
  readonly kind: "createPayment";
  readonly method: "card" | "directDebit" | "other";
  readonly amount: string;
  readonly currency: string;
}

/**
 * Tell the customer what was created (SAFE).
 *
 * @example
 * ```ts
 * import type { SendCorrespondence } from "auto-topup";
 *
 * const kind: SendCorrespondence["kind"] = "sendCorrespondence";
 * kind; //=> "sendCorrespondence"
 * ```
 */
export interface SendCorrespondence {
  readonly id: string;
  readonly kind: "sendCorrespondence";
  readonly correspondenceType: string;
  readonly about: "expectedPayment" | "cardPayment" | "directDebitPayment";
}

/**
 * Invoice the charge (Orb, Flexprice invoiced, Lago).
 *
 * @example
 * ```ts
 * import type { CreateInvoice } from "auto-topup";
 *
 * const kind: CreateInvoice["kind"] = "createInvoice";
 * kind; //=> "createInvoice"
 * ```
 */
export interface CreateInvoice {
  readonly id: string;
  readonly kind: "createInvoice";
  readonly amount: string;
  readonly currency: string;
  readonly issueDate: Instant;
  readonly dueDate: Instant;
  readonly memo: string | null;
  readonly autoCollect: boolean;
}

/**
 * Add the credit to the wallet, as `active` or waiting for its payment.
 *
 * @example
 * ```ts
 * import type { GrantCredit } from "auto-topup";
 *
 * const kind: GrantCredit["kind"] = "grantCredit";
 * kind; //=> "grantCredit"
 * ```
 */
export interface GrantCredit {
  readonly id: string;
  readonly kind: "grantCredit";
  readonly walletId: string;
  readonly credit: string;
  readonly unit: string;
  readonly charge: string;
  readonly currency: string;
  readonly status: "active" | "pendingPayment";
  readonly priority: number | null;
  readonly effectiveAt: Instant;
  readonly expiresAt: Instant | null;
  readonly reason: string | null;
  readonly metadata: Readonly<Record<string, string>> | null;
}

/**
 * Book the value on the account; nothing is collected (m3ter transaction).
 *
 * @example
 * ```ts
 * import type { RecordTransaction } from "auto-topup";
 *
 * const kind: RecordTransaction["kind"] = "recordTransaction";
 * kind; //=> "recordTransaction"
 * ```
 */
export interface RecordTransaction {
  readonly id: string;
  readonly kind: "recordTransaction";
  readonly amount: string;
  readonly currency: string;
  readonly reason: string | null;
}

const actionId = /* @__PURE__ */ required(text);
const money = /* @__PURE__ */ required(figure);

export const actionSchema: Schema<Action> = /* @__PURE__ */ made(() =>
  variants("kind", [
    object({ id: actionId, kind: oneOf(["createExpectedPayment"]), amount: money, currency: required(id), dueDate: required(instant) }),
    object({
      id: actionId,
      kind: oneOf(["createPayment"]),
      method: oneOf(["card", "directDebit", "other"]),
      amount: money,
      currency: required(id),
    }),
    object({
      id: actionId,
      kind: oneOf(["sendCorrespondence"]),
      correspondenceType: required(id),
      about: oneOf(["expectedPayment", "cardPayment", "directDebitPayment"]),
    }),
    object({
      id: actionId,
      kind: oneOf(["createInvoice"]),
      amount: money,
      currency: required(id),
      issueDate: required(instant),
      dueDate: required(instant),
      memo: optional(text),
      autoCollect: flag(),
    }),
    object({
      id: actionId,
      kind: oneOf(["grantCredit"]),
      walletId: required(id),
      credit: money,
      unit: required(id),
      charge: money,
      currency: required(id),
      status: oneOf(["active", "pendingPayment"]),
      priority: optional(number()),
      effectiveAt: required(instant),
      expiresAt: optional(instant),
      reason: optional(text),
      metadata: record<string, string, string>(id, text, { nullable: false }),
    }),
    object({ id: actionId, kind: oneOf(["recordTransaction"]), amount: money, currency: required(id), reason: optional(text) }),
  ]),
);
