import type { InputIssue } from "../../base/errors.js";
import { id } from "../../base/fields.js";
import { guarded, valueOf } from "../../base/parser.js";
import { required } from "../../base/schema.js";
import { type OrbCreditBlock, type OrbItemFilter, readBlocks } from "./credit-block.js";
import { figuresOf } from "./document.js";

/**
 * The one product of a lot whose block admits none of the items: no charge is of it, so the lot counts in
 * the balance and pays for nothing.
 *
 * @example
 * ```ts
 * import { lotFromOrbBlock, NO_ITEM } from "auto-topup/orb";
 *
 * const filters = [{ field: "item_id", operator: "excludes", values: ["item_api"] }] as const;
 * const lot = lotFromOrbBlock({ id: "b1", balance: 5, status: "active", filters }, { items: ["item_api"] });
 * lot.productIds; //=> [NO_ITEM]
 * ```
 */
export const NO_ITEM = "orb:no-item";

/** The scope of a lot: the names of the items that its filters let through. */
export function productIdsOf(filters: readonly OrbItemFilter[], items: readonly string[] | null): readonly string[] {
  const narrowing = filters.filter(narrows);
  if (narrowing.length === 0) return [];
  const named = narrowing.find(isInclusive)?.values ?? items ?? [];
  const judges = narrowing.map(judgeOf);
  const admitted = [...new Set(named)].filter((item) => judges.every((lets) => lets(item)));
  return admitted.length === 0 ? [NO_ITEM] : admitted;
}

/** A lot names what it pays for: all but some items cannot be named without the list of all. */
export function scopeFaults(filters: readonly OrbItemFilter[], items: readonly string[] | null): InputIssue[] {
  const at = filters.findIndex(narrows);
  if (at === -1 || items !== null || filters.some(isInclusive)) return [];
  return [
    {
      path: ["filters", at, "operator"],
      code: "missing_companion",
      message: "excludes needs the option items: a lot names what it pays for",
    },
  ];
}

/**
 * The blocks that may pay for one item, `excludes` taken as it is meant; those without a filter pay for all.
 *
 * @param blocks blocks as Orb lists them
 * @param itemId Orb's id of the item
 * @returns those of them, in their order, as they are
 * @throws InvalidInputError where a block or the id is malformed
 * @see Orb documentation, Scoped credits
 *
 * @example
 * ```ts
 * import { blocksForItem, type OrbCreditBlock } from "auto-topup/orb";
 *
 * const blocks: OrbCreditBlock[] = [
 *   { id: "b1", balance: 5, status: "active", filters: [{ field: "item_id", operator: "excludes", values: ["item_api"] }] },
 *   { id: "b2", balance: 5, status: "active", filters: [] },
 * ];
 * blocksForItem(blocks, "item_api").map(({ id }) => id); //=> ["b2"]
 * ```
 */
export function blocksForItem<Block extends OrbCreditBlock>(blocks: readonly Block[], itemId: string): Block[] {
  const figures = readBlocks(blocks);
  const item = figuresOf<string>(required(id), itemId);
  const chosen = (): Block[] => blocks.filter((_, index) => figures[index]?.filters.every((filter) => judgeOf(filter)(item)));
  return valueOf(guarded(() => ({ value: chosen() })));
}

/** Which items a filter lets through. */
function judgeOf({ operator, values }: OrbItemFilter): (item: string) => boolean {
  const listed = new Set(values);
  return (item) => listed.has(item) === (operator === "includes");
}

/** To exclude nothing is to let everything through. */
function narrows({ operator, values }: OrbItemFilter): boolean {
  return operator === "includes" || values.length > 0;
}

function isInclusive({ operator }: OrbItemFilter): boolean {
  return operator === "includes";
}
