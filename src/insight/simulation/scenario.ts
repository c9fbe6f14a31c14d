import type { Amount, InstantInput } from "../../base/fields.js";
import type { Account, AccountInput } from "../../model/account.js";
import type { Order } from "../../model/draw-order.js";
import type { Cadence } from "./cadence.js";
import type { PaymentsInput } from "./payments.js";
import type { TimelineEventInput } from "./timeline.js";

/**
 * What a profile is played against: an account as it stands at `from`, what happens to it, when the engine is
 * asked, and how payments behave.
 *
 * @example
 * ```ts
 * import type { ScenarioInput } from "auto-topup";
 *
 * const scenario: ScenarioInput = {
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "30" }] },
 *   timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }],
 *   from: "2026-06-01T00:00:00Z",
 *   to: "2026-07-01T00:00:00Z",
 *   evaluateOn: { dailyAt: "02:00" },
 *   payments: { settleAfter: { value: 3, unit: "day" } },
 *   costPerCharge: "0.30",
 * };
 * scenario.from; //=> "2026-06-01T00:00:00Z"
 * ```
 */
export interface ScenarioInput {
  /** As it stands at `from`, what is in flight included. */
  readonly account: AccountInput | Account;
  /** In any order; those of one instant happen in the order given. What lies before `from`, or at `to` or later, does not happen. */
  readonly timeline?: readonly TimelineEventInput[] | null | undefined;
  readonly from: InstantInput;
  /** Exclusive. */
  readonly to: InstantInput;
  readonly evaluateOn: Cadence;
  /** All are paid at once, unless said otherwise. */
  readonly payments?: PaymentsInput | null | undefined;
  /** What each charge costs whoever bills, in the account's currency: the summary then tells fees. */
  readonly costPerCharge?: Amount | null | undefined;
  /** Which lots usage is drawn from first. `openmeter`: by priority, then expiry, then age. */
  readonly drawDownOrder?: Order | null | undefined;
}
