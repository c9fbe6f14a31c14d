import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import { amount, type Amount, pathId } from "../../base/fields.js";
import { DAY, toMs } from "../../base/instant.js";
import { parserOf } from "../../base/parser.js";
import { listOf, object, optional, optionalObject, required, type Schema } from "../../base/schema.js";
import type { CreateInvoice, GrantCredit } from "../../model/action.js";
import { type Plan, planShape, type TopupPlan } from "../../model/plan.js";
import { costBasisOf } from "./cost-basis.js";
import { itemFilterSchema, type OrbItemFilter } from "./credit-block.js";
import { figuresOf } from "./document.js";
import { bothFaults, type CustomerIds, customerPath, type OrbCustomer, type OrbRequest } from "./request.js";
import { unsendable } from "./unsendable.js";

/**
 * The body of a ledger entry that adds a block.
 *
 * @example
 * ```ts
 * import type { OrbIncrement } from "auto-topup/orb";
 *
 * const body: OrbIncrement = { entry_type: "increment", amount: 500, currency: "credits", effective_date: "2026-06-01T09:00:00.000Z" };
 * body.amount; //=> 500
 * ```
 */
export interface OrbIncrement {
  readonly entry_type: "increment";
  /** Units added. */
  readonly amount: number;
  readonly currency: string;
  readonly effective_date: string;
  readonly expiry_date?: string;
  readonly description?: string;
  /** Money in the customer's currency that one unit costs; goes with `invoice_settings`. */
  readonly per_unit_cost_basis?: string;
  readonly invoice_settings?: OrbIncrementInvoiceSettings;
  readonly filters?: { readonly field: "item_id"; readonly operator: "includes" | "excludes"; readonly values: string[] }[];
  readonly metadata?: { readonly [key: string]: string };
}

/**
 * How the invoice of an increment is made and collected.
 *
 * @example
 * ```ts
 * import type { OrbIncrementInvoiceSettings } from "auto-topup/orb";
 *
 * const settings: OrbIncrementInvoiceSettings = { auto_collection: true, net_terms: 0, require_successful_payment: true };
 * settings.net_terms; //=> 0
 * ```
 */
export interface OrbIncrementInvoiceSettings {
  readonly auto_collection: boolean;
  readonly net_terms: number;
  readonly memo?: string;
  readonly require_successful_payment: boolean;
}

/**
 * What a plan doesn't say of an increment. Without a customer, it is the plan's account, by Orb's own id.
 *
 * @example
 * ```ts
 * import type { OrbIncrementOptions } from "auto-topup/orb";
 *
 * const options: OrbIncrementOptions = { externalCustomerId: "acme", costBasis: "0.02" };
 * options.costBasis; //=> "0.02"
 * ```
 */
export interface OrbIncrementOptions extends OrbCustomer {
  /** What a unit costs: the wallet's rate. Left out: charge ÷ credit, where that ends after at most 20 places. */
  readonly costBasis?: Amount | null | undefined;
  /** Which items the block pays for. Left out: all. */
  readonly filters?: readonly OrbItemFilter[] | null | undefined;
}

interface Options extends CustomerIds {
  readonly costBasis: string | null;
  readonly filters: readonly OrbItemFilter[] | null;
}

const optionsSchema: Schema<Options> = object(
  {
    customerId: optional(pathId),
    externalCustomerId: optional(pathId),
    costBasis: optional(amount({ above: "0" })),
    filters: optionalObject(listOf(itemFilterSchema)),
  },
  [{ fields: ["customerId", "externalCustomerId"], faults: bothFaults }],
);

/** Where the account stands for the customer, its id goes into the path. */
const accountSchema: Schema<{ readonly decision: { readonly accountId: string } }> = object({
  decision: object({ accountId: required(pathId) }),
});

const planParser = /* @__PURE__ */ parserOf<Plan>(planShape);

/**
 * The one request that carries a plan out at Orb: a ledger increment, which adds the block and, for an
 * `invoice` settlement, makes its invoice. The plan's idempotency key goes into the header, so that a retry
 * adds nothing.
 *
 * @param plan what `planTopup` returned, or what was stored of it
 * @returns the request, or `null` where the plan is to do nothing; `body` and `headers` are what `customers.credits.ledger.createEntry` takes
 * @throws InvalidInputError where the plan or the options are malformed, or Orb has no increment for the plan (paths in the plan)
 * @see Orb API reference, Create ledger entry
 *
 * @example
 * ```ts
 * import { planTopup } from "auto-topup";
 * import { incrementFromPlan } from "auto-topup/orb";
 *
 * const plan = planTopup({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "100" },
 *     topup: { mode: "fixedAmount", value: "500" },
 *     settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0 },
 *   },
 *   account: { id: "cus_1", currency: "USD", wallets: [{ id: "w1", unit: "credits", rate: "0.02", balance: "80" }] },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * const request = incrementFromPlan(plan);
 * request?.path; //=> "/customers/cus_1/credits/ledger_entry"
 * request?.headers; //=> { "Idempotency-Key": "cus_1/p1/w1/0" }
 * request?.body.per_unit_cost_basis; //=> "0.02"
 * ```
 */
export function incrementFromPlan(plan: Plan, options: OrbIncrementOptions = {}): OrbRequest<OrbIncrement> | null {
  const parsed = planParser.parse(plan);
  const { costBasis, filters, ...customer } = figuresOf(optionsSchema, options);
  if (parsed.outcome === "none") return null;
  const { grant, invoice, issues } = actionsOf(parsed);
  const cost = invoice === null ? null : costBasisOf(parsed.topup, costBasis);
  const faults = [...issues, ...(cost !== null && typeof cost !== "string" ? [cost] : [])];
  if (grant === null || faults.length > 0) throw new InvalidInputError(faults);
  return {
    method: "POST",
    path: customerPath(customerOf(parsed, customer), "ledger_entry"),
    headers: { "Idempotency-Key": parsed.idempotencyKey },
    body: {
      entry_type: "increment",
      amount: Number(grant.credit),
      currency: grant.unit,
      effective_date: grant.effectiveAt,
      ...(grant.expiresAt !== null && { expiry_date: grant.expiresAt }),
      ...(grant.reason !== null && { description: grant.reason }),
      ...(typeof cost === "string" && { per_unit_cost_basis: cost }),
      ...(invoice !== null && { invoice_settings: invoiceSettings(invoice, grant) }),
      ...(filters !== null && { filters: filters.map(({ field, operator, values }) => ({ field, operator, values: [...values] })) }),
      ...(grant.metadata !== null && { metadata: { ...grant.metadata } }),
    },
  };
}

function actionsOf(plan: TopupPlan): { grant: GrantCredit | null; invoice: CreateInvoice | null; issues: InputIssue[] } {
  const grant = plan.actions.find((action) => action.kind === "grantCredit") ?? null;
  const invoice = plan.actions.find((action) => action.kind === "createInvoice") ?? null;
  return { grant, invoice, issues: unsendable(plan, grant, invoice) };
}

/** Both dates are of one wall-clock time, so the number of dates between them is the nearest whole one, whatever the clocks did. */
function invoiceSettings({ autoCollect, issueDate, dueDate, memo }: CreateInvoice, { status }: GrantCredit): OrbIncrementInvoiceSettings {
  return {
    auto_collection: autoCollect,
    net_terms: Math.round((toMs(dueDate) - toMs(issueDate)) / DAY),
    ...(memo !== null && { memo }),
    require_successful_payment: status === "pendingPayment",
  };
}

function customerOf({ decision }: TopupPlan, customer: CustomerIds): CustomerIds {
  if (customer.customerId !== null || customer.externalCustomerId !== null) return customer;
  return { ...customer, customerId: figuresOf(accountSchema, { decision: { accountId: decision.accountId } }).decision.accountId };
}
