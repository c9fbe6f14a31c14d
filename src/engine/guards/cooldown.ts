import { startOfDateAfter } from "../../base/calendar.js";
import { DAY, type Instant, later, toMs } from "../../base/instant.js";
import type { Check } from "../../model/decision.js";
import { type Duration, durationMs } from "../../model/duration.js";
import type { ParsedTopupRecord } from "../../model/topup-record.js";
import { type History, newestOf } from "../history.js";
import { fail, pass, unjudged } from "../check.js";
import type { Situation } from "../situation.js";

/**
 * Not sooner than so long after the newest automatic top-up that was not voided. It is counted from its
 * creation (SAFE), and a failed one counts too (Kazoo).
 */
export function cooldown({ profile: { cooldown: length }, account, history, at }: Situation): Check {
  if (history === null) return length === null ? pass("cooldown", {}) : unjudged("cooldown", {});
  if (!coolsDown(length)) return pass("cooldown", {});
  const newest = newestUnvoided(history);
  if (newest === null) return pass("cooldown", { topupId: null });
  const facts = { topupId: newest.id, createdAt: newest.createdAt };
  if (isLongOver(newest.createdAt, length, at)) return pass("cooldown", facts);
  const end = cooldownEnd(newest.createdAt, length, account.timeZone);
  return end !== null && at >= end ? pass("cooldown", facts) : fail("cooldown", "cooldown", facts, end);
}

function newestUnvoided({ newest, automatic }: History): ParsedTopupRecord | null {
  return newest?.status === "voided" ? newestOf(automatic.filter(({ status }) => status !== "voided")) : newest;
}

/** Two days past its length, a cooldown is over in any zone: the calendar, which costs, need not be asked. */
function isLongOver(createdAt: Instant, length: Duration, at: Instant): boolean {
  return toMs(at) - toMs(createdAt) > durationMs(length) + 2 * DAY;
}

/** Whether there is a cooldown: one of 0 is none (SAFE). */
export function coolsDown(length: Duration | null): length is Duration {
  return length !== null && length.value > 0;
}

/** A `day` is a calendar date of the account's zone; other units are elapsed time. */
export function cooldownEnd(createdAt: Instant, length: Duration, zone: string): Instant | null {
  return length.unit === "day" ? startOfDateAfter(zone, createdAt, length.value) : later(createdAt, durationMs(length));
}
