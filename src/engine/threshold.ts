import { constant, type Decimal, percentOf } from "../base/decimal.js";
import type { Boundary } from "../model/basis.js";
import type { ScheduleTrigger, Trigger } from "../model/trigger.js";
import type { Limit } from "./figures.js";
import type { Target } from "./target.js";

/** Where a trigger fires, and how far the basis is from there. */
export interface Threshold {
  /** Null under an unlimited limit, which never fires. */
  readonly value: Decimal | null;
  readonly boundary: Boundary;
}

export function thresholdOf(trigger: Exclude<Trigger, ScheduleTrigger>, limit: Limit): Threshold {
  const { boundary } = trigger;
  if (limit === "unlimited") return { value: null, boundary };
  const value = constant(trigger.value);
  if (limit === null) return { value, boundary };
  if (trigger.type === "absoluteAmount") return { value: limit.minus(value), boundary };
  // A dormant customer who owes nothing has not used up a limit of nothing.
  const usedUp = trigger.basis !== "balance" && limit.isZero();
  return { value: percentOf(limit, value), boundary: usedUp ? "exclusive" : boundary };
}

/** Positive = not reached, zero = exactly at the threshold, negative = past it, for owed and held alike. */
export function distanceTo(threshold: Decimal, effective: Decimal, target: Target): Decimal {
  return target.kind === "account" ? threshold.minus(effective) : effective.minus(threshold);
}

export function fires(distance: Decimal, boundary: Boundary): boolean {
  return distance.isNegative() ? !distance.isZero() : boundary === "inclusive" && distance.isZero();
}
