import type { InputIssue } from "../../base/errors.js";
import { id, number, text, unit } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { flag, flagOr, nullableOneOf, openObject, optional, required, type Schema } from "../../base/schema.js";
import { MAX_DAYS, MAX_MONTHS, tooLong } from "../../model/duration.js";
import { dateTime, decimalText, documentOf } from "./document.js";

/**
 * A top-up as Orb writes it: a rule that adds `amount` whenever the balance of one customer in one currency
 * is at or below `threshold`. A reply has `id` and no `active_from`; a request has it the other way round.
 * Fields that this library doesn't know pass through.
 *
 * @example
 * ```ts
 * import type { OrbTopUp } from "auto-topup/orb";
 *
 * const topUp: OrbTopUp = {
 *   currency: "credits",
 *   threshold: "100",
 *   amount: "500",
 *   per_unit_cost_basis: "0.02",
 *   invoice_settings: { auto_collection: true, net_terms: 0 },
 * };
 * topUp.currency; //=> "credits"
 * ```
 */
export interface OrbTopUp {
  readonly id?: string;
  /** A currency, which must be the customer's invoicing currency, or a custom pricing unit. */
  readonly currency: string;
  /** In units; negative allows an overdraft of so much. At or below it the top-up fires. */
  readonly threshold: string;
  /** Units added each time; more than 0. */
  readonly amount: string;
  /** Money in the customer's currency that one unit costs; not negative. */
  readonly per_unit_cost_basis: string;
  readonly invoice_settings: OrbInvoiceSettings;
  /** So many `expires_after_unit`s after it was added, the credit expires; whole, at least 1. Left out or null: never. */
  readonly expires_after?: number | null;
  readonly expires_after_unit?: "day" | "month" | null;
  /** In force from here. Left out or null: at once. Orb refuses one of more than ten days ago. */
  readonly active_from?: string | null;
}

/**
 * How the invoices of a top-up are made and collected.
 *
 * @example
 * ```ts
 * import type { OrbInvoiceSettings } from "auto-topup/orb";
 *
 * const settings: OrbInvoiceSettings = { auto_collection: true, net_terms: 30, memo: "Credits", require_successful_payment: true };
 * settings.net_terms; //=> 30
 * ```
 */
export interface OrbInvoiceSettings {
  readonly auto_collection: boolean;
  /** Days from issue to due date; 0 = due on issue. */
  readonly net_terms: number;
  readonly memo?: string | null;
  /** `false` when left out. With it, a block waits for its payment, and one that waits pauses the top-up. */
  readonly require_successful_payment?: boolean;
}

/** What a top-up says, canonical, `null` for what it leaves out. */
export interface TopUpFigures {
  readonly id: string | null;
  readonly currency: string;
  readonly threshold: string;
  readonly amount: string;
  readonly per_unit_cost_basis: string;
  readonly invoice_settings: InvoiceFigures;
  readonly expires_after: number | null;
  readonly expires_after_unit: "day" | "month" | null;
  readonly active_from: Instant | null;
}

export interface InvoiceFigures {
  readonly auto_collection: boolean;
  readonly net_terms: number;
  readonly memo: string | null;
  readonly require_successful_payment: boolean;
}

export const topUpSchema: Schema<TopUpFigures> = openObject(
  {
    id: optional(id),
    currency: required(unit),
    threshold: required(decimalText()),
    amount: required(decimalText({ above: "0" })),
    per_unit_cost_basis: required(decimalText({ atLeast: "0" })),
    invoice_settings: openObject({
      auto_collection: flag(),
      net_terms: required(number({ whole: true, min: 0, max: MAX_DAYS })),
      memo: optional(text),
      require_successful_payment: flagOr(false),
    }),
    expires_after: optional(number({ whole: true, min: 1, max: MAX_DAYS })),
    expires_after_unit: nullableOneOf(["day", "month"]),
    active_from: optional(dateTime),
  },
  [{ fields: ["expires_after", "expires_after_unit"], faults: expiryFaults }],
);

/**
 * Reads a top-up: checks every field that Orb documents. It is given back as it is written, amounts and
 * unknown fields included, as a frozen copy.
 *
 * @param input a top-up as Orb replies with it, or as it is sent to Orb
 * @returns the same document
 * @throws InvalidInputError with one issue per fault, paths in Orb's own fields
 * @see Orb API reference, Create top-up and List top-ups
 *
 * @example
 * ```ts
 * import { parseOrbTopUp } from "auto-topup/orb";
 *
 * const topUp = parseOrbTopUp({
 *   id: "topup_1",
 *   currency: "USD",
 *   threshold: "10.00",
 *   amount: "50.00",
 *   per_unit_cost_basis: "1.00",
 *   invoice_settings: { auto_collection: true, net_terms: 0, memo: null, require_successful_payment: true },
 *   expires_after: 12,
 *   expires_after_unit: "month",
 * });
 * topUp.amount; //=> "50.00"
 * ```
 */
export function parseOrbTopUp(input: OrbTopUp): OrbTopUp {
  return documentOf(topUpSchema, input).wire;
}

function expiryFaults({ expires_after: value, expires_after_unit: unitOf }: TopUpFigures): InputIssue[] {
  if (value === null) return unitOf === null ? [] : [companion("expires_after", "is needed beside expires_after_unit")];
  if (unitOf === null) return [companion("expires_after_unit", "is needed beside expires_after")];
  return unitOf === "month" && value > MAX_MONTHS ? [{ ...tooLong(), path: ["expires_after"] }] : [];
}

function companion(field: string, message: string): InputIssue {
  return { path: [field], code: "missing_companion", message };
}
