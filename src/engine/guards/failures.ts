import { type Instant, later, latest } from "../../base/instant.js";
import type { Account } from "../../model/account.js";
import type { Check } from "../../model/decision.js";
import { type Duration, durationMs } from "../../model/duration.js";
import type { RetryPolicy } from "../../model/failure-policy.js";
import type { ParsedTopupRecord } from "../../model/topup-record.js";
import { fail, pass, unjudged } from "../check.js";
import { type History, newestOf } from "../history.js";
import type { Situation } from "../situation.js";

/** A card that was declined is asked again only after a while, and not for ever (Autumn, control-layer, Akash). */
export function failures({ profile: { failures: policy }, account, history, at }: Situation): Check {
  if (policy === "none") return pass("failures", {});
  if (history === null) return unjudged("failures", {});
  const counted = countedFailures(history, account);
  const facts = { count: counted.length, suspendAfter: policy.suspendAfter };
  const last = newestOf(counted);
  if (last === null) return pass("failures", facts);
  if (isSuspended(counted, policy)) return fail("failures", "suspended", facts);
  if (policy.retryAfter === null) return pass("failures", facts);
  const retryAt = later(last.failedAt ?? last.createdAt, waitMs(policy.retryAfter, policy, counted.length));
  return retryAt !== null && at >= retryAt ? pass("failures", facts) : fail("failures", "retryBackoff", facts, retryAt);
}

/** Those that are the customer's, since the newest paid one and since the account was resumed. */
function countedFailures({ automatic }: History, { autoTopupResumedAt }: Account): ParsedTopupRecord[] {
  const declines = automatic.filter(isDecline);
  if (declines.length === 0) return declines;
  const lastPaidAt = latest(automatic.filter(({ status }) => status === "paid").map(({ createdAt }) => createdAt));
  return declines.filter(({ createdAt }) => isSince(lastPaidAt, createdAt) && isSince(autoTopupResumedAt, createdAt));
}

function isSince(start: Instant | null, instant: Instant): boolean {
  return start === null || instant > start;
}

/** Whether a top-up failed by the customer's payment method, not by the way there. */
export function isDecline({ status, failure }: ParsedTopupRecord): boolean {
  return status === "failed" && failure !== "infrastructure";
}

function isSuspended(counted: readonly ParsedTopupRecord[], { suspendAfter }: RetryPolicy): boolean {
  return (suspendAfter !== null && counted.length >= suspendAfter) || counted.some(({ failure }) => failure === "hardDeclined");
}

/** How long the next attempt waits after so many; may come to Infinity, which is as good as never. */
export function waitMs(retryAfter: Duration, { backoff, maxRetryAfter }: RetryPolicy, count: number): number {
  const first = durationMs(retryAfter);
  const wait = backoff === "doubling" && first > 0 ? first * 2 ** (count - 1) : first;
  return maxRetryAfter === null ? wait : Math.min(wait, durationMs(maxRetryAfter));
}
