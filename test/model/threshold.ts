// 4 and 9: does the trigger fire?
import { addMonths, DAY, instant, instantOf, optionalInstant, wallOf } from "./clock.js";
import { canonical, compare, multiply, rational, subtract, unitOf, ZERO, type Rational } from "./rational.js";
import type { Boundary, TriggerFigures } from "./shapes.js";
import type { Situation } from "./situation.js";

export interface Threshold {
  value: Rational;
  boundary: Boundary;
  distance: Rational;
  fires: boolean;
}

export const percentOf = (limit: Rational, percent: Rational): Rational => multiply(multiply(limit, percent), unitOf(2));

/** The sign is the same for owed and held: positive = not reached, negative = past it. */
export const distanceOf = (s: Situation, x: Rational, threshold: Rational): Rational =>
  s.held ? subtract(x, threshold) : subtract(threshold, x);
export const isPast = (distance: Rational, boundary: Boundary): boolean =>
  boundary === "inclusive" ? compare(distance, ZERO) <= 0 : compare(distance, ZERO) < 0;

// 4: an owed percentage of a limit of 0 is exclusive, whatever its boundary.
function boundaryOf(s: Situation): Boundary {
  const { type, boundary = "inclusive" } = s.profile.trigger;
  const limit = s.triggerLimit;
  return !s.held && type === "percentOfLimit" && typeof limit === "object" && limit.n === 0n ? "exclusive" : boundary;
}

/** Of a trigger that is no schedule, whose figures are known; null where its limit is unlimited. */
export function thresholdOf(s: Situation): Threshold | null {
  const limit = s.triggerLimit;
  if (s.scheduled || s.effective === null || limit === "unlimited" || limit === "unknown") return null;
  const v = rational(s.profile.trigger.value ?? 0);
  const value = limit === "unused" ? v : s.profile.trigger.type === "percentOfLimit" ? percentOf(limit, v) : subtract(limit, v);
  const boundary = boundaryOf(s);
  const distance = distanceOf(s, s.effective, value);
  return { value, boundary, distance, fires: isPast(distance, boundary) };
}

export function triggerFigures(s: Situation, threshold: Threshold | null): TriggerFigures | null {
  if (s.scheduled || s.observed === null || s.effective === null) return null;
  return {
    basis: s.basis,
    observed: canonical(s.observed),
    inFlight: canonical(s.netted),
    effective: canonical(s.effective),
    limit: typeof s.triggerLimit === "object" ? canonical(s.triggerLimit) : null,
    threshold: threshold && canonical(threshold.value),
    boundary: boundaryOf(s),
    distance: threshold && canonical(threshold.distance),
  };
}

/** 9: whether the schedule is due, and its next occurrence. */
export function scheduleOf(s: Situation): { due: boolean; next: number } {
  const { every, startingAt } = s.profile.trigger;
  if (every === undefined || startingAt === undefined) throw new Error("not a schedule");
  const start = instant(startingAt);
  const activeFrom = optionalInstant(s.profile.activeFrom) ?? -Infinity;
  const startWall = wallOf(start, s.zone);
  const months = { day: 0, week: 0, month: 1, year: 12 }[every.unit] * every.value;
  const days = { day: 1, week: 7, month: 0, year: 0 }[every.unit] * every.value;

  // 9: startingAt + k × every, from the anchor; the first is startingAt itself.
  const occurrence = (k: number): number =>
    k === 0 ? start : instantOf(months > 0 ? addMonths(startWall, k * months) : startWall + k * days * DAY, s.zone);
  /** How many periods t is after the start, in whole dates or months. */
  const since = (t: number): number => {
    const wall = wallOf(t, s.zone);
    if (days > 0) return (wall - startWall) / DAY / days;
    const [from, to] = [new Date(startWall), new Date(wall)];
    return ((to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()) / months;
  };
  /** The k of the latest occurrence no later than t; -1 for none. */
  const latest = (t: number): number => {
    // Started from one that is too late for sure; walked back.
    let k = Math.max(-1, Math.floor(since(t)) + 2);
    while (k >= 0 && !(occurrence(k) <= t)) k--;
    return k;
  };

  // 9: those before activeFrom don't count; of this profile (one without a profileId counts), not failed or voided.
  const k = latest(s.at);
  const current = k >= 0 && occurrence(k) >= activeFrom ? occurrence(k) : null;
  const served = s.automatic.some(
    (r) =>
      current !== null &&
      r.createdAt >= current &&
      r.status !== "failed" &&
      r.status !== "voided" &&
      (r.profileId === null || r.profileId === s.profile.id),
  );
  return { due: current !== null && !served, next: occurrence(latest(Math.max(s.at, activeFrom - 1)) + 1) };
}
