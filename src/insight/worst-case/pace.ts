import { startOfDateAfter } from "../../base/calendar.js";
import { fromMs, toMs } from "../../base/instant.js";
import { type Duration, durationMs } from "../../model/duration.js";
import { nextOccurrence } from "./occurrences.js";
import type { Terms } from "./terms.js";

/** When a top-up may follow another, by cooldown and schedule. In milliseconds; null = never. */
export interface Pace {
  /** Whether one may follow at once. */
  readonly atOnce: boolean;
  /** The one distance that is kept, in elapsed time; null where the calendar has a say. */
  readonly every: number | null;
  /** The earliest after one. */
  next(made: number): number | null;
}

export function paceOf({ profile, zone }: Terms): Pace {
  const { trigger, cooldown } = profile;
  const cooled = cooldownEnd(cooldown, zone);
  if (trigger.basis !== "schedule") {
    const atOnce = cooldown === null || cooldown.value === 0;
    return { atOnce, every: atOnce || cooldown.unit === "day" ? null : durationMs(cooldown), next: cooled };
  }
  const following = (ms: number): number | null => {
    const at = fromMs(ms);
    const next = at && nextOccurrence(profile, trigger, zone, at);
    return next === null ? null : toMs(next);
  };
  return { atOnce: false, every: null, next: (made) => laterOf(cooled(made), following(made)) };
}

export function cooldownEnd(cooldown: Duration | null, zone: string): (made: number) => number | null {
  if (cooldown === null || cooldown.value === 0) return (made) => made;
  if (cooldown.unit !== "day") return (made) => made + durationMs(cooldown);
  return (made) => {
    const at = fromMs(made);
    const end = at && startOfDateAfter(zone, at, cooldown.value);
    return end === null ? null : toMs(end);
  };
}

function laterOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}
