import { readBoth } from "../../base/document.js";
import { valueOf } from "../../base/parser.js";
import { openObject, type Schema } from "../../base/schema.js";
import { parseProfile, type Profile, type ProfileInput } from "../../model/profile.js";
import { balanceDocuments, type M3terBalance } from "./balance.js";

/**
 * A profile but for what its balance says: `walletId` and `currency`.
 *
 * @example
 * ```ts
 * import type { M3terBalanceRule } from "auto-topup/m3ter";
 *
 * const rule: M3terBalanceRule = {
 *   id: "keep-100",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
 *   topup: { mode: "toTarget", value: "100" },
 * };
 * rule.id; //=> "keep-100"
 * ```
 */
export type M3terBalanceRule = Omit<ProfileInput, "walletId" | "currency">;

const ruleSchema: Schema<Readonly<Record<string, unknown>>> = openObject({});

/**
 * A profile that gives a Balance what m3ter has none of: a threshold at which it is topped up. It watches
 * this balance, is active between its dates unless the rule says otherwise, and is settled by a `grant` unless
 * the rule names another settlement.
 *
 * @param balance a Balance
 * @param rule the rest of the profile
 * @returns the normalised profile
 * @throws InvalidInputError where the balance is malformed, or the profile that they make together
 *
 * @example
 * ```ts
 * import { profileForBalance } from "auto-topup/m3ter";
 *
 * const profile = profileForBalance(
 *   {
 *     id: "bal_1",
 *     accountId: "acc_1",
 *     code: "prepaid-2026",
 *     name: "Prepaid 2026",
 *     currency: "USD",
 *     startDate: "2026-01-01T00:00:00Z",
 *     endDate: "2027-01-01T00:00:00Z",
 *   },
 *   {
 *     id: "keep-100",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
 *     topup: { mode: "toTarget", value: "100" },
 *   },
 * );
 * profile.walletId; //=> "bal_1"
 * profile.activeUntil; //=> "2027-01-01T00:00:00.000Z"
 * profile.settlement.kind; //=> "grant"
 * ```
 */
export function profileForBalance(balance: M3terBalance, rule: M3terBalanceRule): Profile {
  const { id, currency, startDate, endDate } = balanceDocuments.read(balance);
  const { wire: given } = valueOf(readBoth<M3terBalanceRule, unknown>(ruleSchema, rule));
  return parseProfile({
    ...given,
    walletId: id,
    currency,
    activeFrom: given.activeFrom ?? startDate,
    activeUntil: given.activeUntil ?? endDate,
    settlement: given.settlement ?? { kind: "grant" },
  });
}
