import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import { id, instant, type InstantInput } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { object, oneOfOr, optional, type Schema } from "../../base/schema.js";
import type { ProfileInput } from "../../model/profile.js";
import { activeFromFaults } from "./active-from.js";
import { figuresOf } from "./document.js";
import { type OrbTopUp, type TopUpFigures, topUpSchema } from "./top-up.js";

/**
 * What a top-up doesn't say of itself.
 *
 * @example
 * ```ts
 * import type { OrbProfileOptions } from "auto-topup/orb";
 *
 * const options: OrbProfileOptions = { customerId: "cus_1", at: "2026-06-01T09:00:00Z" };
 * options.customerId; //=> "cus_1"
 * ```
 */
export interface OrbProfileOptions {
  /** The profile's id. Left out: the top-up's, which must then have one. */
  readonly id?: string | null | undefined;
  /** The account that the top-up was made for. */
  readonly customerId?: string | null | undefined;
  /** The wallet. Left out: the account's only active one in the top-up's currency. */
  readonly walletId?: string | null | undefined;
  /** When the top-up is made. Given, an `active_from` of more than ten days before it is a fault. */
  readonly at?: InstantInput | null | undefined;
  /**
   * How often the amount is added where adding it once leaves the balance at or below the threshold, which
   * Orb doesn't document. `"once"` when left out.
   */
  readonly increments?: "once" | "untilClear" | undefined;
}

interface Options {
  readonly id: string | null;
  readonly customerId: string | null;
  readonly walletId: string | null;
  readonly at: Instant | null;
  readonly increments: "once" | "untilClear";
}

const optionsSchema: Schema<Options, OrbProfileOptions> = object({
  id: optional(id),
  customerId: optional(id),
  walletId: optional(id),
  at: optional(instant),
  increments: oneOfOr(["once", "untilClear"], "once"),
});

/**
 * A top-up as a profile that decides as Orb does: at or below the threshold, one fixed amount, an invoice;
 * a block that waits for its payment pauses it (`inFlight: "block"`) exactly where a successful payment is
 * required; neither cooldown, caps nor failures. What a unit costs belongs to the wallet (`walletFromOrb`).
 *
 * @param topUp a top-up as Orb replies with it, or as it is sent to Orb
 * @returns a profile as a caller writes it, to be given to the engine or spread into one with more guards
 * @throws InvalidInputError where the top-up or the options are malformed, no id is known, or `active_from` is too long ago
 * @see Orb API reference, Create top-up
 *
 * @example
 * ```ts
 * import { planTopup } from "auto-topup";
 * import { profileFromOrb } from "auto-topup/orb";
 *
 * const profile = profileFromOrb({
 *   id: "topup_1",
 *   currency: "credits",
 *   threshold: "100",
 *   amount: "500",
 *   per_unit_cost_basis: "0.02",
 *   invoice_settings: { auto_collection: true, net_terms: 0, require_successful_payment: true },
 * });
 * profile.inFlight; //=> "block"
 * const account = { id: "cus_1", currency: "USD", wallets: [{ id: "w1", unit: "credits", rate: "0.02", balance: "100" }] };
 * planTopup({ profile, account, at: "2026-06-01T09:00:00Z" }).topup?.charge; //=> "10.00"
 * ```
 */
export function profileFromOrb(topUp: OrbTopUp, options: OrbProfileOptions = {}): ProfileInput {
  const figures = figuresOf(topUpSchema, topUp);
  const chosen = figuresOf(optionsSchema, options);
  const profileId = chosen.id ?? figures.id;
  const issues = [...idFaults(profileId), ...(chosen.at === null ? [] : activeFromFaults(figures.active_from, chosen.at))];
  if (profileId === null || issues.length > 0) throw new InvalidInputError(issues);
  return { id: profileId, ...rulesOf(figures, chosen) };
}

function rulesOf(topUp: TopUpFigures, { customerId, walletId, increments }: Options): Omit<ProfileInput, "id"> {
  const invoice = topUp.invoice_settings;
  const { expires_after: value, expires_after_unit: unit } = topUp;
  return {
    ...(customerId !== null && { customerId }),
    currency: topUp.currency,
    ...(walletId !== null && { walletId }),
    ...(topUp.active_from !== null && { activeFrom: topUp.active_from }),
    trigger: { basis: "balance", type: "absoluteAmount", value: topUp.threshold, boundary: "inclusive" },
    topup: { mode: "fixedAmount", value: topUp.amount, repeat: increments },
    settlement: {
      kind: "invoice",
      autoCollect: invoice.auto_collection,
      netTermsDays: invoice.net_terms,
      ...(invoice.memo !== null && { memo: invoice.memo }),
      requirePaid: invoice.require_successful_payment,
    },
    ...(value !== null && unit !== null && { credit: { expiresAfter: { value, unit } } }),
    inFlight: invoice.require_successful_payment ? "block" : "net",
    failures: "none",
  };
}

function idFaults(profileId: string | null): InputIssue[] {
  return profileId === null ? [{ path: ["id"], code: "required", message: "is required: the top-up has none, so give one beside it" }] : [];
}
