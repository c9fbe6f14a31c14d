import { waitMs } from "../../engine/guards/failures.js";
import { durationMs } from "../../model/duration.js";
import type { FailurePolicy } from "../../model/failure-policy.js";
import type { BoundingRule } from "./bounds.js";
import { byPeriod, type ByPeriod, type Ceiling, least, limit } from "./ceiling.js";
import { bounding, cooledDown, type Question } from "./count.js";
import { cooledBy } from "./pace.js";
import { periodSpan, type Span } from "./span.js";
import type { Terms } from "./terms.js";
import type { Window } from "./windows.js";

const MOST_STEPS = 3000;

/** How many attempts a dead payment method sees. Failed ones take up no room under a cap and leave an occurrence due. */
export function mostAttempts(question: Question): ByPeriod<Ceiling> & { readonly total: Ceiling } {
  const { terms, clocks, life } = question;
  if (collectsNothing(terms)) {
    const none = limit(0, SETTLEMENT);
    return { ...byPeriod(() => none), total: none };
  }
  const total = least(suspended(terms), life && bounding(attemptsIn(life, terms)));
  return { ...byPeriod((unit) => least(total, attemptsIn(periodSpan(unit, clocks), terms))), total };
}

const SETTLEMENT: BoundingRule = { rule: "settlement", path: ["settlement", "kind"] };

/** What is granted is asked of no payment method. */
function collectsNothing({ profile }: Terms): boolean {
  return profile.settlement.kind === "grant";
}

function suspended({ profile: { failures } }: Terms): Ceiling {
  const suspendAfter = suspendAfterOf(failures);
  return suspendAfter === null ? null : limit(suspendAfter, { rule: "failures", path: ["failures", "suspendAfter"] });
}

function suspendAfterOf(failures: FailurePolicy): number | null {
  return failures === "none" ? null : failures.suspendAfter;
}

function attemptsIn(span: Pick<Span, "length" | "dates">, { profile: { failures, cooldown } }: Terms): Ceiling {
  const cooled = cooledDown(cooldown, span);
  const elapsed = cooldown === null || cooldown.unit === "day" ? 0 : durationMs(cooldown);
  return least(cooled, retried(span.length, elapsed, failures));
}

const RETRY: BoundingRule = { rule: "failures", path: ["failures", "retryAfter"] };

/** The first at the very beginning, when the waits are shortest; each further one after the longer of wait and cooldown. */
function retried(length: number, cooldown: number, policy: FailurePolicy): Ceiling {
  let left = length;
  for (let failed = 1; ; failed += 1) {
    const wait = waitAfter(failed, policy);
    const gap = Math.max(cooldown, wait);
    if (gap >= left) return limit(failed, RETRY);
    if (wait === waitAfter(failed + 1, policy)) return gap === 0 ? null : limit(failed - 1 + Math.ceil(left / gap), RETRY);
    left -= gap;
  }
}

function waitAfter(failed: number, policy: FailurePolicy): number {
  return policy === "none" || policy.retryAfter === null ? 0 : waitMs(policy.retryAfter, policy, failed);
}

/** How many attempts fit into a window, each as early as it may be, none having failed before it. */
export function reachAttempts({ from, until }: Window, terms: Terms): number {
  if (collectsNothing(terms)) return 0;
  const { failures, cooldown } = terms.profile;
  const cooled = cooledBy(cooldown, terms.zone);
  const most = Math.min(suspendAfterOf(failures) ?? MOST_STEPS, MOST_STEPS);
  let failed = 0;
  let now: number | null = from;
  while (now !== null && now < until && failed < most) {
    failed += 1;
    const end = cooled(now);
    now = end && Math.max(end, now + waitAfter(failed, failures));
  }
  return failed;
}
