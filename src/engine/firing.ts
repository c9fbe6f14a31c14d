import { canonical, type Decimal } from "../base/decimal.js";
import type { Instant } from "../base/instant.js";
import { type Gap, type Wanted, wantedCredit } from "./amount.js";
import type { Figures } from "./figures.js";
import type { History } from "./history.js";
import type { Question } from "./question.js";
import { type Occasion, occasionOf } from "./schedule.js";
import type { Target } from "./target.js";
import { distanceTo, fires, type Threshold, thresholdOf } from "./threshold.js";

/** Where the basis stands with the threshold. */
export interface Position {
  readonly threshold: Threshold;
  readonly distance: Decimal | null;
}

/** What a trigger says, with what it went by: a position for a threshold, an occasion for a schedule. */
export type Firing = { readonly position: Position | null; readonly occasion: Occasion | null } & (
  | { readonly fires: true; readonly wanted: Wanted }
  | { readonly fires: false; readonly reason: NotFiring; readonly eligibleAt: Instant | null; readonly credit: string | null }
);
export type NotFiring = "thresholdNotReached" | "unlimited" | "alreadyAtTarget" | "scheduleNotReached";

export function judgeTrigger(question: Question, target: Target, history: History, figures: Figures, override: string | null): Firing {
  const { profile, account, at } = question;
  const { trigger } = profile;
  if (trigger.basis === "schedule") {
    const occasion = occasionOf(profile, trigger, history, account.timeZone, at);
    const basis = { position: null, occasion };
    if (occasion.occurrence === null || occasion.madeBy !== null) {
      return { ...basis, fires: false, reason: "scheduleNotReached", eligibleAt: occasion.next, credit: null };
    }
    return { ...basis, ...wish(question, target, figures, override, null) };
  }
  const position = positionOf(thresholdOf(trigger, figures.triggerLimit), figures, target);
  const { threshold, distance } = position;
  const basis = { position, occasion: null };
  if (distance === null) return { ...basis, fires: false, reason: "unlimited", eligibleAt: null, credit: null };
  if (!fires(distance, threshold.boundary)) {
    return { ...basis, fires: false, reason: "thresholdNotReached", eligibleAt: null, credit: null };
  }
  return { ...basis, ...wish(question, target, figures, override, { distance, boundary: threshold.boundary }) };
}

function positionOf(threshold: Threshold, { basis }: Figures, target: Target): Position {
  const distance = threshold.value && distanceTo(threshold.value, (basis as NonNullable<typeof basis>).effective, target);
  return { threshold, distance };
}

type Wish =
  | { readonly fires: true; readonly wanted: Wanted }
  | { readonly fires: false; readonly reason: NotFiring; readonly eligibleAt: null; readonly credit: string | null };

/** What a trigger that fires asks for, unless its goal is unlimited or met already. */
function wish({ profile }: Question, target: Target, figures: Figures, override: string | null, gap: Gap | null): Wish {
  const wanted = wantedCredit(profile.topup, figures, target, override, gap);
  if (wanted === null) return { fires: false, reason: "unlimited", eligibleAt: null, credit: null };
  if (!wanted.credit.isPositive() || wanted.credit.isZero()) {
    return { fires: false, reason: "alreadyAtTarget", eligibleAt: null, credit: canonical(wanted.credit) };
  }
  return { fires: true, wanted };
}
