import { canonical, decimal, ZERO } from "../../base/decimal.js";
import { InvalidInputError } from "../../base/errors.js";
import { amount, type Amount, id, instant, type InstantInput, number, unit } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { below } from "../../base/parser.js";
import { object, optional, required, type Schema } from "../../base/schema.js";
import type { WalletInput } from "../../model/wallet.js";
import { type BlockFigures, type OrbCreditBlock, readBlocks } from "./credit-block.js";
import { figuresOf } from "./document.js";
import { scopeFaults } from "./item-scope.js";
import { isOverdrawn, type LotOptions, lotOf, lotOptions, type OrbLotOptions } from "./lot.js";

/**
 * What a list of blocks doesn't say of itself.
 *
 * @example
 * ```ts
 * import type { OrbWalletOptions } from "auto-topup/orb";
 *
 * const options: OrbWalletOptions = { currency: "credits", costBasis: "0.02", at: "2026-06-01T09:00:00Z" };
 * options.currency; //=> "credits"
 * ```
 */
export interface OrbWalletOptions extends OrbLotOptions {
  /** The currency or pricing unit that the blocks were listed for. */
  readonly currency: string;
  /** When the blocks were read. */
  readonly at: InstantInput;
  /** The wallet's id. Left out: the currency, since a customer has one balance in each. */
  readonly id?: string | null | undefined;
  /** What a unit to be bought costs: the top-up's `per_unit_cost_basis`, more than 0. Needed for a pricing unit. */
  readonly costBasis?: Amount | null | undefined;
  /** 0 to 12 decimal places of a pricing unit; 9 when left out. */
  readonly scale?: number | null | undefined;
}

interface Options extends LotOptions {
  readonly currency: string;
  readonly at: Instant;
  readonly id: string | null;
  readonly costBasis: string | null;
  readonly scale: number | null;
}

const MAX_SCALE = 12;

const optionsSchema: Schema<Options> = object({
  ...lotOptions,
  currency: required(unit),
  at: required(instant),
  id: optional(id),
  costBasis: optional(amount({ above: "0" })),
  scale: optional(number({ whole: true, min: 0, max: MAX_SCALE })),
});

/**
 * A customer's balance in one currency as a wallet: its blocks as lots, and what blocks are overdrawn by as
 * usage that nothing has paid for yet, so that the balance comes out as Orb's.
 *
 * @param blocks the blocks that Orb lists for the customer and the currency
 * @returns a wallet as a caller writes it
 * @throws InvalidInputError where a block (paths relative to the list) or the options are malformed
 * @see Orb API reference, Fetch customer credit balance
 *
 * @example
 * ```ts
 * import { walletBalance } from "auto-topup";
 * import { walletFromOrb } from "auto-topup/orb";
 *
 * const at = "2026-06-01T09:00:00Z";
 * const wallet = walletFromOrb(
 *   [
 *     { id: "b1", balance: 120, status: "active" },
 *     { id: "b2", balance: 500, status: "pending_payment" },
 *     { id: "b3", balance: -20, status: "active" },
 *   ],
 *   { currency: "credits", costBasis: "0.02", at },
 * );
 * walletBalance(wallet, { at }).available; //=> "100"
 * ```
 */
export function walletFromOrb(blocks: readonly OrbCreditBlock[], options: OrbWalletOptions): WalletInput {
  const figures = readBlocks(blocks);
  const chosen = figuresOf(optionsSchema, options);
  const issues = figures.flatMap(({ filters }, index) => below(index, scopeFaults(filters, chosen.items)));
  if (issues.length > 0) throw new InvalidInputError(issues);
  const overdrawn = figures.filter((block) => isOverdrawn(block) && counts(block, chosen.at));
  const debt = overdrawn.reduce((sum, { balance }) => sum.minus(decimal(balance)), ZERO);
  return {
    id: chosen.id ?? chosen.currency,
    unit: chosen.currency,
    ...(chosen.costBasis !== null && { rate: chosen.costBasis }),
    ...(chosen.scale !== null && { scale: chosen.scale }),
    lots: figures.map((block) => lotOf(block, chosen)),
    pendingUsage: canonical(debt),
  };
}

/** Whether it is part of the balance. */
function counts({ status, effective_date: from, expiry_date: until }: BlockFigures, at: Instant): boolean {
  return status === "active" && (from === null || from <= at) && (until === null || at < until);
}
