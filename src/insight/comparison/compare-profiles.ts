import type { Instant } from "../../base/instant.js";
import { readKeys } from "../../base/parser.js";
import type { Profile, ProfileInput } from "../../model/profile.js";
import { readProfiles } from "../../model/profiles.js";
import { play, type Played } from "../simulation/play.js";
import { consistent, type Scenario, scenarioReaders } from "../simulation/read-scenario.js";
import type { ScenarioInput } from "../simulation/scenario.js";
import type { SimulationSummary } from "../simulation/summary.js";
import { summaryOf } from "../simulation/tally.js";

/**
 * What `compareProfiles` is asked: several profiles, and one scenario to play each of them against.
 *
 * @example
 * ```ts
 * import { compareProfiles, type CompareInput } from "auto-topup";
 *
 * const input: CompareInput = {
 *   profiles: [],
 *   account: { id: "a1", currency: "USD" },
 *   from: "2026-06-01T00:00:00Z",
 *   to: "2026-07-01T00:00:00Z",
 *   evaluateOn: "event",
 * };
 * compareProfiles(input).summaries; //=> []
 * ```
 */
export interface CompareInput extends ScenarioInput {
  /** Each with an id of its own. */
  readonly profiles: readonly (ProfileInput | Profile)[];
}

/**
 * What `compareProfiles` gives.
 *
 * @example
 * ```ts
 * import type { Comparison } from "auto-topup";
 *
 * const comparison: Comparison = { summaries: [], differences: [] };
 * comparison.differences; //=> []
 * ```
 */
export interface Comparison {
  /** What each profile came to, in the order given. */
  readonly summaries: readonly SimulationSummary[];
  /** Of each two profiles, the earlier in the order given first. */
  readonly differences: readonly FirstDifference[];
}

/**
 * Where two profiles first part: one tops up and the other doesn't, or by another charge.
 *
 * @example
 * ```ts
 * import type { FirstDifference } from "auto-topup";
 *
 * const difference: FirstDifference = {
 *   profileIds: ["small", "large"],
 *   at: "2026-06-02T17:00:00.000Z",
 *   charges: ["20", "50"],
 * };
 * difference.charges; //=> ["20", "50"]
 * ```
 */
export interface FirstDifference {
  readonly profileIds: readonly [string, string];
  /** Null where they top up alike, from first to last. */
  readonly at: Instant | null;
  /** What each charges then, in the account's currency; null = nothing. */
  readonly charges: readonly [string | null, string | null];
}

/**
 * Plays the same scenario under several profiles and sets them side by side.
 *
 * @param input the profiles, and the scenario as for `simulate`
 * @returns what each came to, and where each two of them first part
 * @throws InvalidInputError with one issue per fault, a repeated profile id among them; paths relative to `input`
 *
 * @example
 * ```ts
 * import { compareProfiles } from "auto-topup";
 *
 * const trigger = { basis: "balance", type: "absoluteAmount", value: "10" } as const;
 * const { summaries, differences } = compareProfiles({
 *   profiles: [
 *     { id: "small", trigger, topup: { mode: "fixedAmount", value: "20" } },
 *     { id: "large", trigger, topup: { mode: "fixedAmount", value: "100" } },
 *   ],
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "30" }] },
 *   timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }],
 *   from: "2026-06-01T00:00:00Z",
 *   to: "2026-07-01T00:00:00Z",
 *   evaluateOn: "event",
 *   costPerCharge: "0.30",
 * });
 * summaries.map(({ topups }) => topups.attempted); //=> [17, 4]
 * summaries.map(({ fees }) => fees?.total); //=> ["5.1", "1.2"]
 * differences; //=> [{ profileIds: ["small", "large"], at: "2026-06-02T16:00:00.000Z", charges: ["20", "100"] }]
 * ```
 */
export function compareProfiles(input: CompareInput): Comparison {
  const { profiles, ...scenario } = consistent(
    readKeys<Scenario & { readonly profiles: readonly Profile[] }>(input, { profiles: readProfiles, ...scenarioReaders }),
  );
  const courses = profiles.map((profile) => courseOf(profile, scenario));
  return {
    summaries: courses.map(({ summary }) => summary),
    differences: courses.flatMap((one, index) => courses.slice(index + 1).map((other) => firstDifference(one, other))),
  };
}

interface Course {
  readonly summary: SimulationSummary;
  readonly topups: readonly { readonly at: Instant; readonly charge: string }[];
}

/** One play gives both: the summary goes through the steps, and its top-ups are noted as they pass. */
function courseOf(profile: Profile, scenario: Scenario): Course {
  const topups: { at: Instant; charge: string }[] = [];
  function* noting(played: Iterable<Played>): Generator<Played, undefined> {
    for (const each of played) {
      const { at, attempted } = each.step;
      if (attempted !== null) topups.push({ at, charge: attempted.charge });
      yield each;
    }
    return undefined;
  }
  return { summary: summaryOf(profile, scenario, noting(play(profile, scenario))), topups };
}

function firstDifference(one: Course, other: Course): FirstDifference {
  const profileIds = [one.summary.profileId, other.summary.profileId] as const;
  const length = Math.max(one.topups.length, other.topups.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [one.topups[index], other.topups[index]];
    if (a !== undefined && a.at === b?.at && a.charge === b.charge) continue;
    const at = b === undefined || (a !== undefined && a.at <= b.at) ? (a as NonNullable<typeof a>).at : b.at;
    return { profileIds, at, charges: [a?.at === at ? a.charge : null, b?.at === at ? b.charge : null] };
  }
  return { profileIds, at: null, charges: [null, null] };
}
