import { InvalidInputError } from "../../base/errors.js";
import { id, instant, type InstantInput } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { listOf, object, optionalObject, record, required, type Schema } from "../../base/schema.js";
import type { Lot } from "../../model/lot.js";
import { type BlockFigures, creditBlockSchema, type OrbCreditBlock } from "./credit-block.js";
import { figuresOf } from "./document.js";
import { productIdsOf, scopeFaults } from "./item-scope.js";

/**
 * What a block doesn't say of itself.
 *
 * @example
 * ```ts
 * import type { OrbLotOptions } from "auto-topup/orb";
 *
 * const options: OrbLotOptions = { items: ["item_api", "item_storage"], createdAt: { block_1: "2026-05-01T08:00:00Z" } };
 * options.items?.length; //=> 2
 * ```
 */
export interface OrbLotOptions {
  /** All items that charges may be of; needed where a block has an `excludes` filter alone. */
  readonly items?: readonly string[] | null | undefined;
  /** When blocks were created, by id (`created_at` of the ledger's increments). One that is missing: its `effective_date`. */
  readonly createdAt?: Readonly<Record<string, InstantInput | undefined>> | null | undefined;
}

export interface LotOptions {
  readonly items: readonly string[] | null;
  readonly createdAt: Readonly<Record<string, Instant>> | null;
}

export const lotOptions: {
  readonly items: Schema<LotOptions["items"], OrbLotOptions["items"]>;
  readonly createdAt: Schema<LotOptions["createdAt"], OrbLotOptions["createdAt"]>;
} = {
  items: optionalObject(listOf(required(id))),
  createdAt: record<Instant, InstantInput, Instant>(id, instant, { nullable: false }),
};

const optionsSchema: Schema<LotOptions> = object(lotOptions);

/**
 * A credit block as a lot that `drawDown` draws from in Orb's order: filters as `productIds`, no cost basis
 * as a cost of 0 (Orb draws such blocks first), and an overdrawn block as one with nothing left (what it is
 * overdrawn by is the wallet's affair, see `walletFromOrb`).
 *
 * @param block a block as Orb lists it
 * @returns a lot as a caller writes it
 * @throws InvalidInputError where the block or the options are malformed, or an `excludes` filter lacks `items`
 * @see Orb documentation, Scoped credits
 *
 * @example
 * ```ts
 * import { lotFromOrbBlock } from "auto-topup/orb";
 *
 * const lot = lotFromOrbBlock({
 *   id: "b1",
 *   balance: 0.1 + 0.2,
 *   status: "pending_payment",
 *   filters: [{ field: "item_id", operator: "includes", values: ["item_api"] }],
 * });
 * lot.remaining; //=> "0.30000000000000004"
 * lot.status; //=> "pendingPayment"
 * lot.productIds; //=> ["item_api"]
 * ```
 */
export function lotFromOrbBlock(block: OrbCreditBlock, options: OrbLotOptions = {}): Lot {
  const figures = figuresOf(creditBlockSchema, block);
  const chosen = figuresOf(optionsSchema, options);
  const issues = scopeFaults(figures.filters, chosen.items);
  if (issues.length > 0) throw new InvalidInputError(issues);
  return lotOf(figures, chosen);
}

export function lotOf(block: BlockFigures, { items, createdAt }: LotOptions): Lot {
  return {
    id: block.id,
    remaining: isOverdrawn(block) ? "0" : block.balance,
    initial: block.maximum_initial_balance,
    status: block.status === "pending_payment" ? "pendingPayment" : "active",
    effectiveAt: block.effective_date,
    expiresAt: block.expiry_date,
    createdAt: createdAtOf(block, createdAt),
    cost: block.per_unit_cost_basis ?? "0",
    productIds: productIdsOf(block.filters, items),
  };
}

export function isOverdrawn({ balance }: BlockFigures): boolean {
  return balance.startsWith("-");
}

/** Orb's blocks don't say when they were created; most are effective from then on. */
export function createdAtOf(block: BlockFigures, known: LotOptions["createdAt"]): Instant | null {
  return known !== null && Object.hasOwn(known, block.id) ? (known[block.id] as Instant) : block.effective_date;
}
