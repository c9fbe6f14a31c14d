/** Our word for each of SAFE's preset values. */
export const TRIGGER_BASES = {
  Outstanding: "outstanding",
  Overdue: "overdue",
  "Unbilled Calls": "unbilled",
  "Unbilled Calls (approximation until invoiced)": "unbilled",
} as const;

export const TRIGGER_TYPES = {
  "Absolute Amount": "absoluteAmount",
  "Percent of Limit": "percentOfLimit",
} as const;

export const TOPUP_MODES = {
  "Fixed Amount": "fixedAmount",
  "To Percent Of Limit": "toPercentOfLimit",
} as const;

/**
 * Which balance a SAFE profile compares with its threshold.
 *
 * @example
 * ```ts
 * import type { SafeTriggerBasis } from "auto-topup/safe";
 *
 * const bases: SafeTriggerBasis[] = ["Outstanding", "Overdue", "Unbilled Calls", "Unbilled Calls (approximation until invoiced)"];
 * bases.length; //=> 4
 * ```
 */
export type SafeTriggerBasis = keyof typeof TRIGGER_BASES;

/**
 * How a SAFE profile's `triggerValue` is meant. Mind the small `of`, which `SafeTopupMode` writes large.
 *
 * @example
 * ```ts
 * import type { SafeTriggerType } from "auto-topup/safe";
 *
 * const types: SafeTriggerType[] = ["Absolute Amount", "Percent of Limit"];
 * types.length; //=> 2
 * ```
 */
export type SafeTriggerType = keyof typeof TRIGGER_TYPES;

/**
 * How a SAFE profile's `topupValue` is meant.
 *
 * @example
 * ```ts
 * import type { SafeTopupMode } from "auto-topup/safe";
 *
 * const modes: SafeTopupMode[] = ["Fixed Amount", "To Percent Of Limit"];
 * modes.length; //=> 2
 * ```
 */
export type SafeTopupMode = keyof typeof TOPUP_MODES;

/** SAFE's word for one of ours, the first where there are several. */
export function presetOf<Words extends Readonly<Record<string, string>>>(words: Words, ours: Words[keyof Words]): keyof Words & string {
  return Object.keys(words).find((word) => words[word] === ours) as keyof Words & string;
}
