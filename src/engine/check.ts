import type { Instant } from "../base/instant.js";
import type { Check, Facts, Guard, Reason } from "../model/decision.js";

export function pass(guard: Guard, facts: Facts): Check {
  return { guard, passed: true, reason: null, eligibleAt: null, facts };
}

export function fail(guard: Guard, reason: Reason, facts: Facts, eligibleAt: Instant | null = null): Check {
  return { guard, passed: false, reason, eligibleAt, facts };
}

export function unjudged(guard: Guard, facts: Facts): Check {
  return { guard, passed: null, reason: null, eligibleAt: null, facts };
}
