import type { Instant } from "../../base/instant.js";
import type { Owed } from "../../model/account.js";
import type { Decision } from "../../model/decision.js";
import type { Plan } from "../../model/plan.js";
import type { TopupStatus } from "../../model/topup-record.js";
import type { TimelineEvent } from "./timeline.js";

/**
 * One instant of a simulation at which something happened or was asked.
 *
 * @example
 * ```ts
 * import { simulate, type SimulationStep } from "auto-topup";
 *
 * const { steps } = simulate({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "30" }] },
 *   timeline: [{ type: "usage", at: "2026-06-01T12:00:00Z", amount: "25" }],
 *   from: "2026-06-01T00:00:00Z",
 *   to: "2026-06-02T00:00:00Z",
 *   evaluateOn: "event",
 * });
 * const [start, step] = steps as Iterable<SimulationStep>;
 * start?.decision?.reason; //=> "thresholdNotReached"
 * step?.before.figure; //=> "30"
 * step?.reached; //=> "5"
 * step?.plan?.topup?.charge; //=> "50.00"
 * step?.after.figure; //=> "55"
 * ```
 */
export interface SimulationStep {
  readonly at: Instant;
  /** What the timeline says happens, a step of a `usageRate` as a `usage`. */
  readonly events: readonly TimelineEvent[];
  /** Earlier top-ups of which it became known what came of them. */
  readonly settled: readonly SettledTopup[];
  /** Before anything happened. */
  readonly before: SimulatedFigures;
  /** The watched figure once all that had happened, and before a top-up. */
  readonly reached: string | null;
  /** After all of it, the top-up included. */
  readonly after: SimulatedFigures;
  /** Where the trigger fires; null for a schedule, or where that is unknown or unlimited. */
  readonly threshold: string | null;
  /** The limit that the profile refers to; null where there is none, or it is unknown or unlimited. */
  readonly limit: string | null;
  /** Null where the engine was not asked. */
  readonly decision: Decision | null;
  readonly plan: Plan | null;
  /** The record of the top-up that was attempted, with what was known of it at once; null where there was none. */
  readonly attempted: SettledTopup | null;
}

/**
 * The figures of a simulated account at an instant, as exact canonical decimals; null = unknown.
 *
 * @example
 * ```ts
 * import type { SimulatedFigures } from "auto-topup";
 *
 * const figures: SimulatedFigures = {
 *   figure: "55",
 *   owed: { outstanding: null, overdue: null, unbilled: null },
 *   balances: { w1: "55" },
 * };
 * figures.balances.w1; //=> "55"
 * ```
 */
export interface SimulatedFigures {
  /** The one that the profile watches, as it stands: nothing in flight is netted. */
  readonly figure: string | null;
  readonly owed: Owed;
  /** What each wallet has available. */
  readonly balances: Readonly<Record<string, string | null>>;
}

/**
 * What is known of a top-up that was attempted.
 *
 * @example
 * ```ts
 * import type { SettledTopup } from "auto-topup";
 *
 * const settled: SettledTopup = { topupId: "topup-1", status: "paid", charge: "50" };
 * settled.status; //=> "paid"
 * ```
 */
export interface SettledTopup {
  readonly topupId: string;
  readonly status: TopupStatus;
  /** In the account's currency. */
  readonly charge: string;
}
