import { InvalidInputError } from "../../base/errors.js";
import { amount, type Amount, id, text } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { list, listOf, nullableOneOf, oneOf, openObject, optional, record, repeatedIds, required, type Schema } from "../../base/schema.js";
import { dateTime, decimalText, documentOf, figuresOf } from "./document.js";

/**
 * A credit block as Orb lists it: one funded part of a customer's balance in one currency. Fields that this
 * library doesn't know pass through.
 *
 * @example
 * ```ts
 * import type { OrbCreditBlock } from "auto-topup/orb";
 *
 * const block: OrbCreditBlock = {
 *   id: "block_1",
 *   balance: 120.5,
 *   status: "active",
 *   effective_date: "2026-05-01T00:00:00Z",
 *   expiry_date: null,
 *   maximum_initial_balance: 500,
 *   per_unit_cost_basis: "0.02",
 *   filters: [],
 *   metadata: {},
 *   credit_block_source: "top_up",
 * };
 * block.balance; //=> 120.5
 * ```
 */
export interface OrbCreditBlock {
  readonly id: string;
  /** What is left, in units; negative where it is overdrawn. Lists have a number, events a text. */
  readonly balance: Amount;
  readonly status: "active" | "pending_payment";
  /** Counts from here (inclusive). */
  readonly effective_date?: string | null;
  /** Counts until here (exclusive). */
  readonly expiry_date?: string | null;
  readonly maximum_initial_balance?: Amount | null;
  /** Money in the customer's currency that one unit cost. */
  readonly per_unit_cost_basis?: string | null;
  /** All of them must admit an item; empty admits all. */
  readonly filters?: readonly OrbItemFilter[] | null;
  readonly metadata?: { readonly [key: string]: string } | null;
  readonly credit_block_source?: OrbBlockSource | null;
}

/**
 * How a block came about.
 *
 * @example
 * ```ts
 * import type { OrbBlockSource } from "auto-topup/orb";
 *
 * const source: OrbBlockSource = "top_up";
 * source; //=> "top_up"
 * ```
 */
export type OrbBlockSource = "allocation" | "top_up" | "commitment" | "manual";

/**
 * Which items of the catalogue a block pays for: these, or all but these.
 *
 * @example
 * ```ts
 * import type { OrbItemFilter } from "auto-topup/orb";
 *
 * const filter: OrbItemFilter = { field: "item_id", operator: "includes", values: ["item_api"] };
 * filter.operator; //=> "includes"
 * ```
 */
export interface OrbItemFilter {
  readonly field: "item_id";
  readonly operator: "includes" | "excludes";
  readonly values: readonly string[];
}

/** What a block says, canonical, `null` for what it leaves out. */
export interface BlockFigures {
  readonly id: string;
  readonly balance: string;
  readonly status: "active" | "pending_payment";
  readonly effective_date: Instant | null;
  readonly expiry_date: Instant | null;
  readonly maximum_initial_balance: string | null;
  readonly per_unit_cost_basis: string | null;
  readonly filters: readonly OrbItemFilter[];
  readonly credit_block_source: OrbBlockSource | null;
}

export const itemFilterSchema: Schema<OrbItemFilter, OrbItemFilter> = openObject({
  field: oneOf(["item_id"]),
  operator: oneOf(["includes", "excludes"]),
  values: listOf(required(id)),
});

export const creditBlockSchema: Schema<BlockFigures> = openObject({
  id: required(id),
  balance: required(amount()),
  status: oneOf(["active", "pending_payment"]),
  effective_date: optional(dateTime),
  expiry_date: optional(dateTime),
  maximum_initial_balance: optional(amount({ atLeast: "0" })),
  per_unit_cost_basis: optional(decimalText({ atLeast: "0" })),
  filters: list(itemFilterSchema),
  metadata: record<string, string, string>(id, text, { nullable: false }),
  credit_block_source: nullableOneOf(["allocation", "top_up", "commitment", "manual"]),
});

const blocksSchema: Schema<readonly BlockFigures[]> = listOf(creditBlockSchema);

/** The blocks of one balance; paths are relative to the list. */
export function readBlocks(blocks: unknown): readonly BlockFigures[] {
  const figures = figuresOf(blocksSchema, blocks);
  const issues = repeatedIds(figures, []);
  if (issues.length > 0) throw new InvalidInputError(issues);
  return figures;
}

/**
 * Reads a credit block: checks every field that Orb documents. It is given back as it is written, unknown
 * fields included, as a frozen copy.
 *
 * @param input a block as Orb lists it
 * @returns the same document
 * @throws InvalidInputError with one issue per fault, paths in Orb's own fields
 * @see Orb API reference, Fetch customer credit balance
 *
 * @example
 * ```ts
 * import { parseOrbCreditBlock } from "auto-topup/orb";
 *
 * parseOrbCreditBlock({ id: "block_1", balance: 120.5, status: "pending_payment" }).status; //=> "pending_payment"
 * ```
 */
export function parseOrbCreditBlock(input: OrbCreditBlock): OrbCreditBlock {
  return documentOf(creditBlockSchema, input).wire;
}
