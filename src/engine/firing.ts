import { canonical, type Decimal, ZERO } from "../base/decimal.js";
import type { Instant } from "../base/instant.js";
import type { Basis } from "../model/basis.js";
import type { ScheduleTrigger, Trigger } from "../model/trigger.js";
import type { BasisFigures, Figures, Limit } from "./figures.js";
import type { History } from "./history.js";
import type { Question } from "./question.js";
import { type Occasion, occasionOf } from "./schedule.js";
import type { Target } from "./target.js";
import { distanceTo, fires, type Threshold, thresholdOf } from "./threshold.js";
import { type Gap, type Wanted, wantedCredit } from "./wanted.js";

/** Where the basis stands with the threshold. */
export interface Position {
  readonly basis: Basis;
  readonly figures: BasisFigures;
  readonly limit: Limit;
  readonly threshold: Threshold;
  readonly distance: Decimal | null;
}

/** What a trigger says, with what it went by: a position for a threshold, an occasion for a schedule. */
export type Firing = Fired | NotFired;

interface Grounds {
  readonly position: Position | null;
  readonly occasion: Occasion | null;
}
interface Fired extends Grounds {
  readonly fires: true;
  readonly wanted: Wanted;
}
interface NotFired extends Grounds {
  readonly fires: false;
  readonly reason: NotFiring;
  readonly eligibleAt: Instant | null;
  /** What would have been added, where the goal is met already. */
  readonly credit: string | null;
}
type NotFiring = "thresholdNotReached" | "unlimited" | "alreadyAtTarget" | "scheduleNotReached";

export function judgeTrigger(question: Question, target: Target, history: History, figures: Figures, override: string | null): Firing {
  const { profile, account, at } = question;
  const { trigger } = profile;
  if (trigger.basis === "schedule") {
    const occasion = occasionOf(profile, trigger, history, account.timeZone, at);
    const grounds = { position: null, occasion };
    if (occasion.occurrence === null || occasion.madeBy !== null) {
      return notFiring(grounds, "scheduleNotReached", occasion.next);
    }
    return wish(grounds, question, target, figures, override, null);
  }
  const position = positionOf(trigger, figures, target);
  const { threshold, distance } = position;
  const grounds = { position, occasion: null };
  if (distance === null) return notFiring(grounds, "unlimited");
  if (!fires(distance, threshold.boundary)) return notFiring(grounds, "thresholdNotReached");
  return wish(grounds, question, target, figures, override, { distance, boundary: threshold.boundary });
}

function positionOf(trigger: Exclude<Trigger, ScheduleTrigger>, { basis, triggerLimit }: Figures, target: Target): Position {
  const figures = basis as BasisFigures; // only a schedule needs none
  const threshold = thresholdOf(trigger, triggerLimit);
  const distance = threshold.value && distanceTo(threshold.value, figures.effective, target);
  return { basis: trigger.basis, figures, limit: triggerLimit, threshold, distance };
}

/** What a trigger that fires asks for, unless its goal is unlimited or met already. */
function wish(grounds: Grounds, { profile }: Question, target: Target, figures: Figures, override: string | null, gap: Gap | null): Firing {
  const wanted = wantedCredit(profile.topup, figures, target, override, gap);
  if (wanted === null) return notFiring(grounds, "unlimited");
  if (!wanted.credit.greaterThan(ZERO)) return { ...notFiring(grounds, "alreadyAtTarget"), credit: canonical(wanted.credit) };
  return { position: grounds.position, occasion: grounds.occasion, fires: true, wanted };
}

function notFiring({ position, occasion }: Grounds, reason: NotFiring, eligibleAt: Instant | null = null): NotFired {
  return { position, occasion, fires: false, reason, eligibleAt, credit: null };
}
