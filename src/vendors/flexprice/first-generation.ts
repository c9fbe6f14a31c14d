import { amountText } from "../../base/decimal.js";
import { readBoth } from "../../base/document.js";
import { InvalidInputError } from "../../base/errors.js";
import { amount, type Amount } from "../../base/fields.js";
import { valueOf } from "../../base/parser.js";
import { nullableOneOf, objectOr, openObject, optional, type Schema } from "../../base/schema.js";
import type { Profile, ProfileInput } from "../../model/profile.js";
import { autoTopupFromProfile } from "./auto-topup-from-profile.js";

/**
 * The flat fields of a wallet: the first generation of Flexprice's automatic top-ups.
 *
 * @example
 * ```ts
 * import type { FlexpriceFlatAutoTopup } from "auto-topup/flexprice";
 *
 * const off: FlexpriceFlatAutoTopup = { auto_topup_trigger: "disabled" };
 * off.auto_topup_trigger; //=> "disabled"
 * ```
 */
export interface FlexpriceFlatAutoTopup {
  readonly auto_topup_trigger?: "disabled" | "balance_below_threshold" | null | undefined;
  /** Credits, more than 0. */
  readonly auto_topup_min_balance?: Amount | null | undefined;
  /** Credits, more than 0. */
  readonly auto_topup_amount?: Amount | null | undefined;
}

interface FlatReading {
  readonly auto_topup_trigger: "disabled" | "balance_below_threshold" | null;
  readonly auto_topup_min_balance: string | null;
  readonly auto_topup_amount: string | null;
}

const baseSchema: Schema<FlatReading> = objectOr(
  openObject({
    auto_topup_trigger: nullableOneOf(["disabled", "balance_below_threshold"]),
    auto_topup_min_balance: optional(amount()),
    auto_topup_amount: optional(amount()),
  }),
  { auto_topup_trigger: null, auto_topup_min_balance: null, auto_topup_amount: null },
) as Schema<FlatReading>;

/**
 * A profile as the flat fields of the first generation. With the present fields as `base`, the spelling of
 * whatever means the same stays. A profile that is `null` or not enabled gives `disabled` alone, since that
 * clears both figures.
 *
 * @param profile a profile on the basis `balance`, or `null`
 * @param base the wallet, or its present flat fields
 * @throws InvalidInputError as `autoTopupFromProfile` does, and where the threshold is not more than 0 or there is a cooldown
 *
 * @example
 * ```ts
 * import { flatAutoTopupFromProfile } from "auto-topup/flexprice";
 *
 * const profile = {
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "50" },
 *   topup: { mode: "fixedAmount", value: "200" },
 *   settlement: { kind: "grant" },
 * } as const;
 * flatAutoTopupFromProfile(profile);
 * //=> { auto_topup_trigger: "balance_below_threshold", auto_topup_min_balance: "50", auto_topup_amount: "200" }
 * ```
 */
export function flatAutoTopupFromProfile(
  profile: ProfileInput | Profile | null,
  base: FlexpriceFlatAutoTopup | null = null,
): FlexpriceFlatAutoTopup {
  const { wire: kept, read } = valueOf(readBoth<FlexpriceFlatAutoTopup | null, FlatReading>(baseSchema, base));
  const { auto_topup_min_balance: minBalance, auto_topup_amount: added } = read;
  const { enabled, threshold, amount: value, cooldown } = autoTopupFromProfile(profile);
  if (enabled !== true) return { auto_topup_trigger: "disabled" };
  if (cooldown) {
    throw new InvalidInputError([{ path: ["cooldown"], code: "conflict", message: "must be null or 0: the flat fields have none" }]);
  }
  if (threshold === "0" || String(threshold).startsWith("-")) {
    throw new InvalidInputError([
      { path: ["trigger", "value"], code: "out_of_range", message: "must be more than 0: the flat fields take no other" },
    ]);
  }
  return {
    auto_topup_trigger: "balance_below_threshold",
    auto_topup_min_balance: minBalance === amountText(threshold) ? kept?.auto_topup_min_balance : threshold,
    auto_topup_amount: added === amountText(value) ? kept?.auto_topup_amount : value,
  };
}
