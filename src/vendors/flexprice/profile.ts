import { id } from "../../base/fields.js";
import { readWith, valueOf } from "../../base/parser.js";
import { flagOr, object, oneOfOr, optional, type Schema } from "../../base/schema.js";
import type { Duration } from "../../model/duration.js";
import type { ProfileInput } from "../../model/profile.js";
import type { SettlementInput } from "../../model/settlement.js";
import { AUTOMATIC } from "./mark.js";
import { settingOf } from "./setting.js";
import { type FlexpriceWallet, walletDocuments } from "./wallet.js";

/**
 * What a wallet does not say of its automatic top-up.
 *
 * @example
 * ```ts
 * import type { FlexpriceProfileOptions } from "auto-topup/flexprice";
 *
 * const options: FlexpriceProfileOptions = { id: "main-wallet", repeat: "untilClear" };
 * options.repeat; //=> "untilClear"
 * ```
 */
export interface FlexpriceProfileOptions {
  /** The profile's id; the wallet's when left out. */
  readonly id?: string | null | undefined;
  /** The account's id, where it is not Flexprice's `customer_id`. */
  readonly customerId?: string | null | undefined;
  /** Where the document does not say whether an invoice asks for the money; `false` when left out. */
  readonly invoicing?: boolean | undefined;
  /** The tenant's `auto_complete_purchased_credit_transaction`: credits arrive before their invoice is paid. `false` when left out. */
  readonly autoComplete?: boolean | undefined;
  /** `"once"`: one top-up of `amount` per decision, as Flexprice books them. `"untilClear"`: its burst in one charge. */
  readonly repeat?: "once" | "untilClear" | undefined;
}

interface Options {
  readonly id: string | null;
  readonly customerId: string | null;
  readonly invoicing: boolean;
  readonly autoComplete: boolean;
  readonly repeat: "once" | "untilClear";
}

const optionsSchema: Schema<Options> = object({
  id: optional(id),
  customerId: optional(id),
  invoicing: flagOr(false),
  autoComplete: flagOr(false),
  repeat: oneOfOr(["once", "untilClear"], "once"),
});

/**
 * The automatic top-up of a wallet, of either generation, as a profile that decides as Flexprice does: in
 * credits, at or below the threshold, never beside one that is pending, strictly by elapsed time in its
 * cooldown, and never held back by failures.
 *
 * @param wallet a wallet
 * @param options what the wallet does not say
 * @returns the profile, or `null` where the automatic top-up is off
 * @throws InvalidInputError where the wallet is malformed, or the top-up is on and lacks a figure
 *
 * @example
 * ```ts
 * import { profileFromWallet } from "auto-topup/flexprice";
 *
 * const profile = profileFromWallet({
 *   id: "wallet_1",
 *   customer_id: "cust_1",
 *   currency: "usd",
 *   auto_topup: { enabled: true, threshold: "50", amount: "200", invoicing: true, cooldown: { value: 1, unit: "day" } },
 * });
 * profile?.topup.value; //=> "200"
 * profile?.cooldown; //=> { value: 24, unit: "hour" }
 * ```
 */
export function profileFromWallet(wallet: FlexpriceWallet, options: FlexpriceProfileOptions = {}): ProfileInput | null {
  const read = walletDocuments.read(wallet);
  const given = valueOf(readWith(optionsSchema, options));
  const setting = settingOf(read);
  if (setting === null) return null;
  const cooldown = elapsed(setting.cooldown);
  return {
    id: given.id ?? read.id,
    customerId: given.customerId ?? read.customer_id,
    walletId: read.id,
    trigger: { basis: "balance", type: "absoluteAmount", value: setting.threshold, boundary: "inclusive" },
    topup: { mode: "fixedAmount", value: setting.amount, repeat: given.repeat },
    settlement: settlement(setting.invoicing ?? given.invoicing, given.autoComplete),
    credit: { metadata: AUTOMATIC },
    inFlight: "block",
    ...(cooldown !== null && { cooldown }),
    failures: "none",
  };
}

function settlement(invoicing: boolean, autoComplete: boolean): SettlementInput {
  if (!invoicing) return { kind: "grant", reason: "PURCHASED_CREDIT_DIRECT" };
  return { kind: "invoice", autoCollect: false, netTermsDays: 0, requirePaid: !autoComplete };
}

const HOURS_IN_A_DAY = 24;

/** A day of our cooldown is a calendar date, one of Flexprice's is 24 hours. One of zero is none. */
function elapsed(cooldown: Duration | null): Duration | null {
  if (cooldown === null || cooldown.value === 0) return null;
  const { value, unit } = cooldown;
  return unit === "day" ? { value: value * HOURS_IN_A_DAY, unit: "hour" } : { value, unit };
}
