import type { Instant } from "../../base/instant.js";
import { readKeys } from "../../base/parser.js";
import { findTarget } from "../../engine/target.js";
import type { Basis } from "../../model/basis.js";
import { basisOf, type Profile, type ProfileInput, profileParser } from "../../model/profile.js";
import { play, type Played } from "./play.js";
import { consistent, type Scenario, scenarioReaders } from "./read-scenario.js";
import type { ScenarioInput } from "./scenario.js";
import type { SimulationStep } from "./step.js";
import type { SimulationSummary } from "./summary.js";
import { summaryOf } from "./tally.js";

/**
 * What `simulate` is asked: a profile, and a scenario to play it against.
 *
 * @example
 * ```ts
 * import type { SimulateInput } from "auto-topup";
 *
 * const input: SimulateInput = {
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
 * };
 * input.evaluateOn; //=> { dailyAt: "02:00" }
 * ```
 */
export interface SimulateInput extends ScenarioInput {
  readonly profile: ProfileInput | Profile;
}

/**
 * A profile played against a scenario. Nothing is played until the steps are asked for. Each time they are, they
 * are played anew, one by one, and none is kept: a long simulation stays in flat memory.
 *
 * @example
 * ```ts
 * import { simulate, type Simulation } from "auto-topup";
 *
 * const simulation: Simulation = simulate({
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
 * });
 * const [first] = [...simulation.steps].filter(({ plan }) => plan?.outcome === "topup");
 * first?.at; //=> "2026-06-03T02:00:00.000Z"
 * first?.reached; //=> "5"
 * first?.after.figure; //=> "55"
 * ```
 */
export interface Simulation {
  readonly profileId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly timeZone: string;
  /** The figure that the profile watches, and its unit; null where no wallet is found. */
  readonly basis: Basis;
  readonly unit: string | null;
  readonly from: Instant;
  readonly to: Instant;
  readonly steps: Iterable<SimulationStep>;
  /** Plays all of it, and says what it came to. */
  summary(): SimulationSummary;
}

/**
 * Plays a timeline of events against a profile: when it would have topped up, by how much, and what the
 * figures would have been. Each step is judged by the engine itself, on a snapshot read at that instant. Pure:
 * the same input gives the same steps.
 *
 * @param input the profile, the account as it stands at `from`, what happens to it, when the engine is asked,
 * and how payments behave
 * @returns the steps, played as they are asked for, and their summary
 * @throws InvalidInputError with one issue per fault, paths relative to `input`
 *
 * @example
 * ```ts
 * import { simulate } from "auto-topup";
 *
 * const { summary } = simulate({
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
 *   payments: { settleAfter: { value: 3, unit: "day" } },
 * });
 * summary().topups; //=> { attempted: 7, paid: 6, failed: 0, unsettled: 1 }
 * summary().firstWithoutFundsAt; //=> "2026-06-03T12:00:00.000Z"
 * ```
 */
export function simulate(input: SimulateInput): Simulation {
  const { profile, ...scenario } = consistent(
    readKeys<Scenario & { readonly profile: Profile }>(input, { profile: profileParser.read, ...scenarioReaders }),
  );
  return simulationOf(profile, scenario);
}

export function simulationOf(profile: Profile, scenario: Scenario): Simulation {
  const { account, from, to } = scenario;
  const target = findTarget(profile, account);
  return {
    profileId: profile.id,
    accountId: account.id,
    currency: account.currency,
    timeZone: account.timeZone,
    basis: basisOf(profile),
    unit: target.kind === "none" ? null : target.unit,
    from,
    to,
    steps: { [Symbol.iterator]: () => stepsOf(play(profile, scenario)) },
    summary: () => summaryOf(profile, scenario, play(profile, scenario)),
  };
}

function* stepsOf(played: Iterable<Played>): Generator<SimulationStep, undefined> {
  for (const { step } of played) yield step;
  return undefined;
}
