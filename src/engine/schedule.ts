import { addInZone, type CalendarUnit, wallClockOf } from "../base/calendar.js";
import { DAY, type Instant } from "../base/instant.js";
import type { Profile } from "../model/profile.js";
import type { ParsedTopupRecord } from "../model/topup-record.js";
import type { ScheduleTrigger } from "../model/trigger.js";
import { type History, newestOf } from "./history.js";

/** What a schedule says at an instant. */
export interface Occasion {
  /** The latest occurrence that counts, null where none has come. */
  readonly occurrence: Instant | null;
  /** The first one still to come that counts. */
  readonly next: Instant | null;
  /** The top-up that was already made for the occurrence. */
  readonly madeBy: ParsedTopupRecord | null;
}

export function occasionOf(profile: Profile, trigger: ScheduleTrigger, history: History, zone: string, at: Instant): Occasion {
  const countsFrom = profile.activeFrom ?? trigger.startingAt;
  const upTo = latestIndex(trigger, zone, at);
  const latest = upTo < 0 ? null : occurrence(trigger, zone, upTo);
  const next = occurrence(trigger, zone, countsFrom > at ? firstIndexFrom(trigger, zone, countsFrom) : upTo + 1);
  if (latest === null || latest < countsFrom) return { occurrence: null, next, madeBy: null };
  return { occurrence: latest, next, madeBy: madeSince(latest, profile, history) };
}

function madeSince(occurred: Instant, profile: Profile, { automatic }: History): ParsedTopupRecord | null {
  const made = automatic.filter(
    ({ profileId, status, createdAt }) =>
      (profileId === null || profileId === profile.id) && status !== "failed" && status !== "voided" && createdAt >= occurred,
  );
  return newestOf(made);
}

/** The k-th occurrence, always counted from the anchor: 31 January, 28 February, 31 March. */
function occurrence({ every, startingAt }: ScheduleTrigger, zone: string, k: number): Instant | null {
  return addInZone(zone, startingAt, k * every.value, every.unit);
}

/** Of the latest occurrence no later than `at`; -1 where there is none. */
function latestIndex(trigger: ScheduleTrigger, zone: string, at: Instant): number {
  if (at < trigger.startingAt) return -1;
  let k = Math.floor(unitsBetween(trigger, zone, at) / trigger.every.value) - 1;
  for (;;) {
    const next = occurrence(trigger, zone, k + 1);
    if (next === null || next > at) return k;
    k += 1;
  }
}

function firstIndexFrom(trigger: ScheduleTrigger, zone: string, from: Instant): number {
  const k = latestIndex(trigger, zone, from);
  return k >= 0 && occurrence(trigger, zone, k) === from ? k : k + 1;
}

/** Whole calendar units from the anchor to `at`, at most one too many. */
function unitsBetween({ every, startingAt }: ScheduleTrigger, zone: string, at: Instant): number {
  const from = wallClockOf(zone, startingAt);
  const to = wallClockOf(zone, at);
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const days = Math.floor((to.getTime() - from.getTime()) / DAY);
  const units: Readonly<Record<CalendarUnit, number>> = {
    day: days,
    week: Math.floor(days / 7),
    month: months,
    year: Math.floor(months / 12),
  };
  return units[every.unit];
}
