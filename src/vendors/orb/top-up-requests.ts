import { currencyCode } from "../../base/currency.js";
import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import { currency, id, instant, type InstantInput, pathId } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { object, optional, required, type Schema } from "../../base/schema.js";
import { activeFromFaults } from "./active-from.js";
import { documentOf, figuresOf } from "./document.js";
import { customerFaults, type CustomerIds, customerPath, type OrbCustomer, type OrbRequest, segment } from "./request.js";
import { type OrbTopUp, type TopUpFigures, topUpSchema } from "./top-up.js";

/**
 * For whom a top-up is made, when, and under which key.
 *
 * @example
 * ```ts
 * import type { CreateTopUpOptions } from "auto-topup/orb";
 *
 * const options: CreateTopUpOptions = { customerId: "cus_1", at: "2026-06-01T09:00:00Z", idempotencyKey: "change-17" };
 * options.idempotencyKey; //=> "change-17"
 * ```
 */
export interface CreateTopUpOptions extends OrbCustomer {
  /** When the request is made: `active_from` must not be more than ten days before it. */
  readonly at: InstantInput;
  /** New for each change, the same for its retries: Orb answers a key that it knows with its first reply. */
  readonly idempotencyKey: string;
  /** The customer's. Given, a top-up in another currency is a fault here rather than at Orb. */
  readonly invoicingCurrency?: string | null | undefined;
}

const customerIds = { customerId: optional(pathId), externalCustomerId: optional(pathId) };
const customerRule = { fields: ["customerId", "externalCustomerId"], faults: customerFaults };

interface CreateOptions extends CustomerIds {
  readonly at: Instant;
  readonly idempotencyKey: string;
  readonly invoicingCurrency: string | null;
}

const createSchema: Schema<CreateOptions> = object(
  { ...customerIds, at: required(instant), idempotencyKey: required(id), invoicingCurrency: optional(currency) },
  [customerRule],
);

const deleteSchema: Schema<CustomerIds> = object(customerIds, [customerRule]);

/**
 * The request that creates a top-up, and replaces the customer's one in the same currency if there is one.
 * `id` is left out, since Orb gives it; all other fields go as they are.
 *
 * @param topUp the document to send
 * @returns the request; `body` and `headers` are what `customers.credits.topUps.create` takes
 * @throws InvalidInputError where the top-up or the options are malformed, `active_from` is too long ago, or the currency is another than `invoicingCurrency`
 * @see Orb API reference, Create top-up
 *
 * @example
 * ```ts
 * import { createTopUpRequest } from "auto-topup/orb";
 *
 * const topUp = {
 *   currency: "USD",
 *   threshold: "10",
 *   amount: "50",
 *   per_unit_cost_basis: "1",
 *   invoice_settings: { auto_collection: true, net_terms: 0 },
 * };
 * const request = createTopUpRequest(topUp, { customerId: "cus_1", at: "2026-06-01T09:00:00Z", idempotencyKey: "change-17" });
 * request.path; //=> "/customers/cus_1/credits/top_ups"
 * request.headers; //=> { "Idempotency-Key": "change-17" }
 * ```
 */
export function createTopUpRequest(topUp: OrbTopUp, options: CreateTopUpOptions): OrbRequest<Omit<OrbTopUp, "id">> {
  const { read: figures, wire } = documentOf(topUpSchema, topUp);
  const { at, idempotencyKey, invoicingCurrency, ...customer } = figuresOf(createSchema, options);
  const issues = [...activeFromFaults(figures.active_from, at), ...currencyFaults(figures, invoicingCurrency)];
  if (issues.length > 0) throw new InvalidInputError(issues);
  const { id: _, ...body } = wire;
  return { method: "POST", path: customerPath(customer, "top_ups"), headers: { "Idempotency-Key": idempotencyKey }, body };
}

/**
 * The request that ends a top-up. Orb voids the invoices of its blocks that still wait for a payment.
 *
 * @param topUpId Orb's id of the top-up
 * @returns the request, without a body
 * @throws InvalidInputError where the id or the customer is malformed
 * @see Orb API reference, Delete top-up
 *
 * @example
 * ```ts
 * import { deleteTopUpRequest } from "auto-topup/orb";
 *
 * deleteTopUpRequest("topup_1", { externalCustomerId: "acme" }).path;
 * //=> "/customers/external_customer_id/acme/credits/top_ups/topup_1"
 * ```
 */
export function deleteTopUpRequest(topUpId: string, customer: OrbCustomer): OrbRequest<null> {
  const known = figuresOf<string>(required(pathId), topUpId);
  const path = customerPath(figuresOf(deleteSchema, customer), `top_ups/${segment(known)}`);
  return { method: "DELETE", path, headers: {}, body: null };
}

function currencyFaults({ currency: code }: TopUpFigures, invoicing: string | null): InputIssue[] {
  if (invoicing === null || code === invoicing || currencyCode(code) === null) return [];
  return [{ path: ["currency"], code: "conflict", message: `must be ${invoicing}, the customer's invoicing currency, or a pricing unit` }];
}
