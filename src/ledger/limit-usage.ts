import { canonical, decimal, quotientHalfUp } from "../base/decimal.js";
import { type Account, type AccountInput, accountParser } from "../model/account.js";
import { OWED_BASES, type OwedBasis } from "../model/basis.js";

/**
 * How much of one limit one owed figure uses.
 *
 * @example
 * ```ts
 * import { type LimitUsage, limitUsage } from "auto-topup";
 *
 * const [usage] = limitUsage({ id: "a1", currency: "GBP", owed: { outstanding: "400" }, limits: { credit: "500" } });
 * (usage as LimitUsage).headroom; //=> "100"
 * ```
 */
export interface LimitUsage {
  /** The limit's name. */
  readonly limit: string;
  readonly basis: OwedBasis;
  /** What is owed, a canonical decimal. */
  readonly used: string;
  /** The limit less what is owed; negative when over it, null when unlimited. */
  readonly headroom: string | null;
  /** Half-up to 4 places; null for a limit of 0 or none. */
  readonly percentUsed: string | null;
}

const PERCENT_PLACES = 4;

/**
 * For each limit of an account and each owed figure that is known, how much of it is used; by limit, then by
 * basis (`outstanding`, `overdue`, `unbilled`).
 *
 * @param account an account as a caller writes it, or a parsed one
 * @returns one row for each pair
 * @throws InvalidInputError where the account is malformed
 *
 * @example
 * ```ts
 * import { limitUsage } from "auto-topup";
 *
 * limitUsage({ id: "a1", currency: "GBP", owed: { outstanding: "400" }, limits: { credit: "500" } });
 * //=> [{ limit: "credit", basis: "outstanding", used: "400", headroom: "100", percentUsed: "80" }]
 * ```
 */
export function limitUsage(account: AccountInput | Account): LimitUsage[] {
  const { limits, owed } = accountParser.parse(account);
  return Object.keys(limits)
    .sort()
    .flatMap((limit) =>
      OWED_BASES.flatMap((basis) => {
        const used = owed[basis];
        return used === null ? [] : [{ limit, basis, used, ...usageOf(used, limits[limit] ?? null) }];
      }),
    );
}

function usageOf(used: string, ceiling: string | null): { headroom: string | null; percentUsed: string | null } {
  if (ceiling === null) return { headroom: null, percentUsed: null };
  const limit = decimal(ceiling);
  const owed = decimal(used);
  const percentUsed = limit.isZero() ? null : canonical(quotientHalfUp(owed.times(100), limit, PERCENT_PLACES));
  return { headroom: canonical(limit.minus(owed)), percentUsed };
}
