import type { InstantInput } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { readKeys } from "../base/parser.js";
import { type Account, type AccountInput, accountParser } from "../model/account.js";
import type { Decision } from "../model/decision.js";
import type { Plan } from "../model/plan.js";
import type { Profile, ProfileInput } from "../model/profile.js";
import { readProfiles } from "../model/profiles.js";
import { planFor } from "./plan.js";
import { readAt } from "./question.js";

/**
 * What `selectProfile` is asked: several profiles for one account.
 *
 * @example
 * ```ts
 * import { type SelectInput, selectProfile } from "auto-topup";
 *
 * const input: SelectInput = { profiles: [], account: { id: "a1", currency: "USD" }, at: "2026-06-01T09:00:00Z" };
 * selectProfile(input).plan; //=> null
 * ```
 */
export interface SelectInput {
  readonly profiles: readonly (ProfileInput | Profile)[];
  readonly account: AccountInput | Account;
  readonly at: InstantInput;
}

/**
 * What `selectProfile` gives: the plan of the first profile that is due, and every profile's decision in the
 * order of their rank.
 *
 * @example
 * ```ts
 * import { type Selection, selectProfile } from "auto-topup";
 *
 * const selection: Selection = selectProfile({ profiles: [], account: { id: "a1", currency: "USD" }, at: "2026-06-01T09:00:00Z" });
 * selection.decisions; //=> []
 * ```
 */
export interface Selection {
  readonly plan: Plan | null;
  readonly decisions: readonly Decision[];
}

interface Candidates {
  readonly profiles: readonly Profile[];
  readonly account: Account;
  readonly at: Instant;
}

/**
 * Chooses among several profiles of one account: those restricted to this customer come first, then by
 * `priority` (lower first), then by id. One plan at most, also where several targets are due: carry it out,
 * record it, and ask again.
 *
 * @param input the profiles, the account and the instant
 * @returns the plan of the first that is due, or null; and all decisions, by rank
 * @throws InvalidInputError with one issue per fault, a repeated profile id among them; paths relative to `input`
 *
 * @example
 * ```ts
 * import { selectProfile } from "auto-topup";
 *
 * const trigger = { basis: "balance", type: "absoluteAmount", value: "10" } as const;
 * const { plan, decisions } = selectProfile({
 *   profiles: [
 *     { id: "small", priority: 1, trigger, topup: { mode: "fixedAmount", value: "20" } },
 *     { id: "large", trigger, topup: { mode: "fixedAmount", value: "100" } },
 *   ],
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "4.20" }] },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * plan?.topup?.charge; //=> "100.00"
 * decisions.map(({ profileId }) => profileId); //=> ["large", "small"]
 * ```
 */
export function selectProfile(input: SelectInput): Selection {
  const { profiles, account, at } = readKeys<Candidates>(input, { profiles: readProfiles, account: accountParser.read, at: readAt });
  const plans = [...profiles].sort(byRank(account)).map((profile) => planFor({ profile, account, at }));
  return { plan: plans.find(({ outcome }) => outcome === "topup") ?? null, decisions: plans.map(({ decision }) => decision) };
}

function byRank({ id }: Account): (a: Profile, b: Profile) => number {
  const restricted = (profile: Profile): number => (profile.customerId === id ? 0 : 1);
  return (a, b) => restricted(a) - restricted(b) || a.priority - b.priority || (a.id < b.id ? -1 : 1);
}
