import fc from "fast-check";
import type { InstantInput } from "../../src/base/fields.js";
import type { AccountInput } from "../../src/model/account.js";
import type { ProfileInput } from "../../src/model/profile.js";
import { type AccountRecipe, accountRecipe, spelledAccount } from "./account.js";
import { lengthOf } from "./durations.js";
import { type Figure, sum } from "./figures.js";
import { creditOf, type HistoryRecipe, historyOf, historyRecipe, type PastTopup } from "./history.js";
import { DAY, type Moment, moment } from "./instants.js";
import { limitNames } from "./names.js";
import { habits, Notation } from "./notation.js";
import { type ProfileRecipe, profileRecipe, spelledProfile } from "./profile.js";
import { type Target, target } from "./target.js";
import { type Timing, timingOf, type TimingRecipe, timingRecipe } from "./timing.js";
import { topupOf, type TopupRecipe, topupRecipe } from "./topup.js";
import { triggerOf, type TriggerRecipe, triggerRecipe } from "./trigger.js";

/** What is put before the engine: always well formed, as a caller might write it. */
export interface RawSituation {
  readonly profile: ProfileInput;
  readonly account: AccountInput;
  readonly at: InstantInput;
}

interface Recipe {
  readonly moment: Moment;
  readonly target: Target;
  readonly timing: TimingRecipe;
  readonly profile: ProfileRecipe;
  readonly account: AccountRecipe;
  readonly trigger: TriggerRecipe;
  readonly topup: TopupRecipe;
  readonly history: HistoryRecipe;
  readonly limitNames: readonly string[];
  readonly habits: readonly number[];
}

// Everything is drawn at once and then placed around the edges that the drawn profile has, so that no draw is thrown
// away and a counterexample shrinks well.
const recipe: fc.Arbitrary<Recipe> = fc.record({
  moment,
  target,
  timing: timingRecipe,
  profile: profileRecipe,
  account: accountRecipe,
  trigger: triggerRecipe,
  topup: topupRecipe,
  history: historyRecipe,
  limitNames,
  habits,
});

/** A profile and an account at an instant, mostly at or beside an edge of some rule. */
export const situation: fc.Arbitrary<RawSituation> = recipe.map(situationOf);

function situationOf(drawn: Recipe): RawSituation {
  const notation = new Notation(drawn.habits);
  const timing = timingOf(drawn.timing, drawn.moment);
  const history = historyOf(drawn.history, drawn.target, {
    at: drawn.moment.at,
    asOf: timing.asOf,
    instants: edgesOf(drawn.profile, timing, drawn.moment),
  });
  const inFlight = inFlightOf(history, drawn.profile, drawn.target, timing, drawn.moment.at);
  const trigger = triggerOf(drawn.trigger, drawn.target, inFlight, drawn.topup.value);
  const [triggerLimit = "credit", topupLimit = "ceiling"] = drawn.limitNames;
  const figures = {
    ...drawn,
    timing,
    trigger,
    topup: topupOf(drawn.topup, drawn.target, trigger),
    history,
    limitNames: { trigger: triggerLimit, topup: topupLimit },
    accountId: drawn.account.id,
    profileId: drawn.profile.id,
  };
  return {
    profile: spelledProfile(drawn.profile, figures, notation),
    account: spelledAccount(drawn.account, figures, notation),
    at: notation.instant(drawn.moment.at),
  };
}

/** Instants at which an earlier top-up begins or ceases to matter for this profile. */
function edgesOf({ cooldown, inFlightExpiresAfter, failures, caps }: ProfileRecipe, timing: Timing, { at, anchor }: Moment): number[] {
  const retry = failures !== null && failures !== "none" ? failures : { retryAfter: { value: 1, unit: "day" as const } };
  const waits = retry.retryAfter ? [1, 2, 4].map((times) => times * lengthOf(retry.retryAfter ?? { value: 0, unit: "day" })) : [];
  const windows = caps.flatMap(({ window }) => ("rolling" in window ? [lengthOf(window.rolling)] : []));
  const lengths = [cooldown, inFlightExpiresAfter].flatMap((each) => (each ? [lengthOf(each)] : []));
  const dates = [anchor, anchor - DAY, timing.asOf, timing.billedThrough, timing.resumedAt, timing.occurrence];
  return [...dates.filter((date) => date !== null), ...[...lengths, ...waits, ...windows].map((length) => at - length)];
}

/** The credit that is asked for and not yet seen in the basis: enough of it to aim the basis at the threshold. */
function inFlightOf(history: readonly PastTopup[], profile: ProfileRecipe, target: Target, timing: Timing, at: number): Figure {
  if (profile.inFlight !== "net") return 0n;
  const { basis } = target;
  const { billedThrough } = timing;
  const expiry = profile.inFlightExpiresAfter ? lengthOf(profile.inFlightExpiresAfter) : Infinity;
  const unseen = history.filter(({ manual, onTarget, status, createdAt, creditedAt }) => {
    if (manual || !onTarget || status === "failed" || status === "voided") return false;
    if (status === "pending" && at - createdAt >= expiry) return false;
    if (basis === "unbilled" && billedThrough !== null) return createdAt >= billedThrough;
    const since = creditedAt ?? (status === "paid" ? createdAt : Infinity);
    return since > (timing.asOf ?? at);
  });
  return sum(unseen.map((past) => creditOf(past, target)));
}
