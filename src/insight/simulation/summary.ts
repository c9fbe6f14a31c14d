import type { Instant } from "../../base/instant.js";
import type { Outcome, Reason } from "../../model/decision.js";

/**
 * What a simulation came to. Amounts are exact canonical decimals; `charge…` in the account's currency, figures
 * in the unit of what the profile watches.
 *
 * Between two steps a figure is what it was after the first of them. "Past the threshold" is where the trigger
 * would fire on the figure as it stands, nothing in flight netted. "Past the limit" is owed beyond the limit, or
 * held below zero. "Without funds" is owed up to the limit or beyond, or held at zero or below.
 *
 * @example
 * ```ts
 * import { simulate } from "auto-topup";
 *
 * const { topups, charged, lowest, daysWithoutFunds } = simulate({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "30" }] },
 *   timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }],
 *   from: "2026-06-01T00:00:00Z",
 *   to: "2026-07-01T00:00:00Z",
 *   evaluateOn: { dailyAt: "02:00" },
 * }).summary();
 * topups; //=> { attempted: 7, paid: 7, failed: 0, unsettled: 0 }
 * charged; //=> "350"
 * lowest; //=> { figure: "-1", at: "2026-06-16T02:00:00.000Z" }
 * daysWithoutFunds; //=> 1
 * ```
 */
export interface SimulationSummary {
  readonly profileId: string;
  readonly accountId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly currency: string;
  /** The unit of the figures; null where no wallet was found. */
  readonly unit: string | null;
  readonly steps: number;
  readonly evaluations: number;
  /** How often the engine answered what. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  /** Automatic top-ups; those that never settled within the time are unsettled. */
  readonly topups: { readonly attempted: number; readonly paid: number; readonly failed: number; readonly unsettled: number };
  /** The charges asked for, whatever came of them; and of those, what was paid. */
  readonly asked: string;
  readonly charged: string;
  readonly lowest: { readonly figure: string; readonly at: Instant } | null;
  readonly highest: { readonly figure: string; readonly at: Instant } | null;
  readonly pastThresholdMs: number;
  readonly pastLimitMs: number;
  /** Local dates on which there were no funds at some time. */
  readonly daysWithoutFunds: number;
  readonly firstWithoutFundsAt: Instant | null;
  /** What was in lots of the watched wallet when they expired. */
  readonly expired: string;
  /** Null without `costPerCharge`. */
  readonly fees: SimulatedFees | null;
}

/**
 * What the charges cost whoever bills, in the account's currency.
 *
 * @example
 * ```ts
 * import type { SimulatedFees } from "auto-topup";
 *
 * const fees: SimulatedFees = { total: "3.6", wasted: "0.3", saved: "5.4" };
 * fees.total; //=> "3.6"
 * ```
 */
export interface SimulatedFees {
  /** Of all attempts. */
  readonly total: string;
  /** Of those that failed or were voided, and of those after which the trigger still fired: one larger charge would have done. */
  readonly wasted: string;
  /** Against one charge for each local date on which something was used: positive = less was paid, negative = more. */
  readonly saved: string;
}
