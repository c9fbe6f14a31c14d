/**
 * The kinds of bill lines that can draw from a balance.
 *
 * @example
 * ```ts
 * import type { M3terLineItemType } from "auto-topup/m3ter";
 *
 * const types: M3terLineItemType[] = ["USAGE", "AD_HOC"];
 * types.length; //=> 2
 * ```
 */
export type M3terLineItemType = (typeof LINE_ITEM_TYPES)[number];

const COMMON = ["STANDING_CHARGE", "USAGE", "MINIMUM_SPEND", "COUNTER_RUNNING_TOTAL_CHARGE", "COUNTER_ADJUSTMENT_DEBIT"] as const;

/** Of a commitment. */
export const COMMITMENT_LINE_ITEM_TYPES: typeof COMMON = COMMON;

/** Of a balance. */
export const LINE_ITEM_TYPES: readonly [...typeof COMMON, "AD_HOC"] = [...COMMON, "AD_HOC"];
