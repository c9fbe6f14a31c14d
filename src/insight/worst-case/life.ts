import { type Instant, toMs } from "../../base/instant.js";
import type { Profile } from "../../model/profile.js";
import { firstOccurrence } from "./occurrences.js";
import type { Life } from "./span.js";

/** When a profile is in force; `over` where it ends before it can fire. */
export function lifeOf(profile: Profile, zone: string): Life | "over" {
  const { trigger, activeFrom, activeUntil } = profile;
  const from = trigger.basis === "schedule" ? firstOccurrence(profile, trigger, zone) : activeFrom;
  const isOver = trigger.basis === "schedule" && (from === null || (activeUntil !== null && from >= activeUntil));
  return isOver ? "over" : { from: msOf(from), until: msOf(activeUntil) };
}

function msOf(instant: Instant | null): number | null {
  return instant === null ? null : toMs(instant);
}
