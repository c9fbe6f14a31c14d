import { minorDigits } from "../../base/currency.js";
import { canonical, decimal, halfUp } from "../../base/decimal.js";
import { currency, id, instant, type InstantInput, unit } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { object, optional, required, type Schema } from "../../base/schema.js";
import type { TopupRecord } from "../../model/topup-record.js";
import { type BlockFigures, type OrbCreditBlock, readBlocks } from "./credit-block.js";
import { figuresOf } from "./document.js";
import { createdAtOf, isOverdrawn, type LotOptions, lotOptions } from "./lot.js";

/**
 * Where the blocks of a history are from.
 *
 * @example
 * ```ts
 * import type { OrbRecordOptions } from "auto-topup/orb";
 *
 * const options: OrbRecordOptions = { currency: "credits", invoicingCurrency: "USD", at: "2026-06-01T09:00:00Z" };
 * options.invoicingCurrency; //=> "USD"
 * ```
 */
export interface OrbRecordOptions {
  /** The currency or pricing unit that the blocks were listed for. */
  readonly currency: string;
  /** The customer's, in which the blocks were paid for. */
  readonly invoicingCurrency: string;
  /** When the blocks were read; a record is never later. */
  readonly at: InstantInput;
  /** The wallet's id. Left out: the currency, as in `walletFromOrb`. */
  readonly walletId?: string | null | undefined;
  /** When blocks were created, by id, as in `lotFromOrbBlock`. */
  readonly createdAt?: Readonly<Record<string, InstantInput | undefined>> | null | undefined;
}

interface Options {
  readonly currency: string;
  readonly invoicingCurrency: string;
  readonly at: Instant;
  readonly walletId: string | null;
  readonly createdAt: LotOptions["createdAt"];
}

const optionsSchema: Schema<Options> = object({
  currency: required(unit),
  invoicingCurrency: required(currency),
  at: required(instant),
  walletId: optional(id),
  createdAt: lotOptions.createdAt,
});

/**
 * The automatic top-ups among the blocks, as records for an account's history: one that waits for its
 * payment is `pending`, one that is active `paid` and credited. Blocks of another source, or of none said,
 * are not an automatic top-up of Orb's.
 *
 * @param blocks the blocks that Orb lists for the customer and the currency, best with `include_all_blocks`
 * @returns one record for each block with the source `top_up`, with the block's id
 * @throws InvalidInputError where a block (paths relative to the list) or the options are malformed
 * @see Orb API reference, Create top-up: a pending block pauses
 *
 * @example
 * ```ts
 * import { topupsFromOrb } from "auto-topup/orb";
 *
 * const [record] = topupsFromOrb(
 *   [{ id: "b2", balance: 500, status: "pending_payment", per_unit_cost_basis: "0.02", credit_block_source: "top_up" }],
 *   { currency: "credits", invoicingCurrency: "USD", at: "2026-06-01T09:00:00Z" },
 * );
 * record?.status; //=> "pending"
 * record?.charge; //=> "10"
 * ```
 */
export function topupsFromOrb(blocks: readonly OrbCreditBlock[], options: OrbRecordOptions): TopupRecord[] {
  const figures = readBlocks(blocks);
  const chosen = figuresOf(optionsSchema, options);
  return figures.filter(({ credit_block_source: source }) => source === "top_up").map((block) => recordOf(block, chosen));
}

function recordOf(block: BlockFigures, { at, walletId, currency: name, invoicingCurrency, createdAt: known }: Options): TopupRecord {
  const credit = block.maximum_initial_balance ?? (isOverdrawn(block) ? "0" : block.balance);
  const cost = decimal(credit).times(decimal(block.per_unit_cost_basis ?? "0"));
  const created = createdAtOf(block, known);
  const createdAt = created === null || created > at ? at : created;
  const common = {
    id: block.id,
    walletId: walletId ?? name,
    charge: canonical(halfUp(cost, minorDigits(invoicingCurrency) ?? 2)),
    credit,
    createdAt,
  };
  return block.status === "pending_payment" ? { ...common, status: "pending" } : { ...common, creditedAt: createdAt, status: "paid" };
}
