import * as fc from "fast-check";
import { DAY } from "../../base/instant.js";
import { durationMs } from "../../model/duration.js";
import type { Situation } from "../situation.js";
import { type AccountRecipe, accountRecipe, spelledAccount } from "./account.js";
import { type Figure, sum } from "./figures.js";
import { type HistoryRecipe, historyRecipe } from "./history.js";
import { creditOf, historyOf, type PastTopup } from "./history-placed.js";
import { type Moment, moment } from "./instants.js";
import { limitNames } from "./names.js";
import { habits, Notation } from "./notation.js";
import { type ProfileRecipe, profileRecipe } from "./profile.js";
import { spelledProfile } from "./profile-spelled.js";
import { type Target, targetOf, type TargetRecipe, targetRecipe } from "./target.js";
import { type TimingRecipe, timingRecipe } from "./timing.js";
import { type Timing, timingOf } from "./timing-placed.js";
import { type TopupRecipe, topupRecipe } from "./topup.js";
import { topupOf } from "./topup-placed.js";
import { triggerOf, type TriggerRecipe, triggerRecipe } from "./trigger.js";

export interface SituationRecipe {
  readonly moment: Moment;
  readonly target: TargetRecipe;
  readonly timing: TimingRecipe;
  readonly profile: ProfileRecipe;
  readonly account: AccountRecipe;
  readonly trigger: TriggerRecipe;
  readonly topup: TopupRecipe;
  readonly history: HistoryRecipe;
  readonly limitNames: readonly [trigger: string, topup: string, ...string[]];
  readonly habits: readonly number[];
}

// Everything is drawn at once and then placed around the edges that the drawn profile has, so that no draw is thrown
// away and a counterexample shrinks well.
export const situationRecipe: fc.Arbitrary<SituationRecipe> = fc.record({
  moment,
  target: targetRecipe,
  timing: timingRecipe,
  profile: profileRecipe,
  account: accountRecipe,
  trigger: triggerRecipe,
  topup: topupRecipe,
  history: historyRecipe,
  limitNames,
  habits,
});

/**
 * A profile and an account at an instant, mostly at or beside an edge of some rule. The edges are reckoned here and
 * not asked of the engine: what aims by the engine moves along with its faults, and tries everything but the edge.
 */
export const situation: fc.Arbitrary<Situation> = situationRecipe.map((drawn) => situationOf(drawn));

/** Places what was drawn, and spells it with so many places at most. */
export function situationOf(drawn: SituationRecipe, places?: number): Situation {
  const notation = new Notation(drawn.habits, places);
  const target = targetOf(drawn.target);
  const timing = timingOf(drawn.timing, drawn.moment);
  const history = historyOf(drawn.history, target, {
    at: drawn.moment.at,
    asOf: timing.asOf,
    instants: edgesOf(drawn.profile, timing, drawn.moment),
  });
  const inFlight = inFlightOf(history, drawn.profile, target, timing, drawn.moment.at);
  const trigger = triggerOf(drawn.trigger, target, inFlight, drawn.topup.value);
  const [triggerLimit, topupLimit] = drawn.limitNames;
  const placed = {
    moment: drawn.moment,
    target,
    timing,
    trigger,
    topup: topupOf(drawn.topup, target, trigger),
    history,
    limitNames: { trigger: triggerLimit, topup: topupLimit },
    accountId: drawn.account.id,
    profileId: drawn.profile.id,
  };
  return {
    profile: spelledProfile(drawn.profile, placed, notation),
    account: spelledAccount(drawn.account, placed, notation),
    at: notation.instant(drawn.moment.at),
  };
}

/** Instants at which an earlier top-up begins or ceases to matter for this profile. */
function edgesOf({ cooldown, inFlightExpiresAfter, failures, caps }: ProfileRecipe, timing: Timing, { at, anchor }: Moment): number[] {
  const retryAfter = failures === null || failures === "none" ? { value: 1, unit: "day" as const } : failures.retryAfter;
  const waits = retryAfter ? [1, 2, 4].map((times) => times * durationMs(retryAfter)) : [];
  const windows = caps.flatMap(({ window }) => ("rolling" in window ? [durationMs(window.rolling)] : []));
  const lengths = [cooldown, inFlightExpiresAfter].flatMap((each) => (each ? [durationMs(each)] : []));
  const dates = [anchor, anchor - DAY, timing.asOf, timing.billedThrough, timing.resumedAt, timing.occurrence];
  return [...dates.filter((date) => date !== null), ...[...lengths, ...waits, ...windows].map((length) => at - length)];
}

/** The credit that is asked for and not yet seen in the basis: enough of it to aim the basis at the threshold. */
function inFlightOf(history: readonly PastTopup[], profile: ProfileRecipe, target: Target, timing: Timing, at: number): Figure {
  if (profile.inFlight !== "net") return 0n;
  const { basis } = target;
  const { billedThrough } = timing;
  const expiry = profile.inFlightExpiresAfter ? durationMs(profile.inFlightExpiresAfter) : Infinity;
  const unseen = history.filter(({ manual, onTarget, status, createdAt, creditedAt }) => {
    if (manual || !onTarget || status === "failed" || status === "voided") return false;
    if (status === "pending" && at - createdAt >= expiry) return false;
    if (basis === "unbilled" && billedThrough !== null) return createdAt >= billedThrough;
    const since = creditedAt ?? (status === "paid" ? createdAt : Infinity);
    return since > (timing.asOf ?? at);
  });
  return sum(unseen.map((past) => creditOf(past, target)));
}
