import { fromMs, toMs } from "../../base/instant.js";
import { cooldownEnd, coolsDown } from "../../engine/guards/cooldown.js";
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
  const cooled = cooledBy(cooldown, zone);
  if (trigger.basis !== "schedule") {
    if (!coolsDown(cooldown)) return { atOnce: true, every: null, next: cooled };
    return { atOnce: false, every: cooldown.unit === "day" ? null : durationMs(cooldown), next: cooled };
  }
  const following = (ms: number): number | null => {
    const at = fromMs(ms);
    const next = at && nextOccurrence(profile, trigger, zone, at);
    return next === null ? null : toMs(next);
  };
  return { atOnce: false, every: null, next: (made) => laterOf(cooled(made), following(made)) };
}

/** From when a top-up is made to when its cooldown ends. In milliseconds; null beyond year 9999. */
export function cooledBy(cooldown: Duration | null, zone: string): (made: number) => number | null {
  if (!coolsDown(cooldown)) return (made) => made;
  return (made) => {
    const at = fromMs(made);
    const end = at && cooldownEnd(at, cooldown, zone);
    return end === null ? null : toMs(end);
  };
}

function laterOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}
