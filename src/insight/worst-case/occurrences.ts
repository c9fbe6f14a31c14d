import { type CalendarUnit, wallClockOf } from "../../base/calendar.js";
import { DAY, type Instant } from "../../base/instant.js";
import { NO_HISTORY } from "../../engine/history.js";
import { occasionOf } from "../../engine/schedule.js";
import type { Profile } from "../../model/profile.js";
import type { ScheduleTrigger } from "../../model/trigger.js";
import type { LifeSpan, Span } from "./span.js";

/** The first occurrence that counts. */
export function firstOccurrence(profile: Profile, trigger: ScheduleTrigger, zone: string): Instant | null {
  const { occurrence, next } = occasionOf(profile, trigger, NO_HISTORY, zone, trigger.startingAt);
  return occurrence ?? next;
}

/** The first occurrence after an instant. */
export function nextOccurrence(profile: Profile, trigger: ScheduleTrigger, zone: string, at: Instant): Instant | null {
  return occasionOf(profile, trigger, NO_HISTORY, zone, at).next;
}

/**
 * How many top-ups a schedule can make in a span: one from each occurrence to the next. The one that was due
 * when the span began may have been left for it; where an occurrence always falls on the very beginning, it
 * belongs to the span itself.
 */
export function mostOccasions(trigger: ScheduleTrigger, zone: string, skipsMidnight: boolean, span: Span | LifeSpan): number {
  const { value, unit: every } = trigger.every;
  const monthly = every === "month" || every === "year";
  const step = every === "week" || every === "year" ? value * (monthly ? 12 : 7) : value;
  const anchor = wallClockOf(zone, trigger.startingAt);
  const atMidnight = anchor.getTime() % DAY === 0;
  // An occurrence that the clocks skip moves on to the next date, into a period that has its own.
  const moved = skipsMidnight && !atMidnight ? 1 : 0;
  if ("touches" in span) return Math.ceil((monthly ? span.touches.month : span.dates) / step) + moved; // it begins with an occurrence
  const most = monthly
    ? mostMonthly(step, span.unit, atMidnight && anchor.getUTCDate() === 1 ? anchor.getUTCMonth() : null, atMidnight)
    : mostDaily(step, span.unit, span.dates, atMidnight, anchor.getUTCDay());
  return most + moved;
}

/** Every so many dates. */
function mostDaily(step: number, unit: CalendarUnit, dates: number, atMidnight: boolean, weekday: number): number {
  if (!atMidnight) return Math.ceil(dates / step) + 1;
  const MONDAY = 1;
  if (unit === "week" && step % 7 === 0) return weekday === MONDAY ? 1 : 2;
  return Math.ceil((dates - 1) / step) + 1;
}

/** Every so many months; `firstsOf` is a month on whose first midnight it falls, null where it falls otherwise. */
function mostMonthly(step: number, unit: CalendarUnit, firstsOf: number | null, atMidnight: boolean): number {
  switch (unit) {
    case "day":
      return atMidnight ? 1 : 2;
    case "week":
      return 2;
    case "month":
      return firstsOf === null ? 2 : 1;
    case "year":
      if (firstsOf === null) return Math.ceil(12 / step) + 1;
      if (12 % step === 0 && firstsOf % step === 0) return 12 / step;
      return step % 12 === 0 && firstsOf === 0 ? 1 : Math.ceil(11 / step) + 1;
  }
}
