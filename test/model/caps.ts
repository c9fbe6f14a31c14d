// 8: caps. Judged as a whole at any instant, so that eligibleAt can simply try the instants at which something changes.
import { dayAt, passings, periodOf } from "./clock.js";
import { compare, lesser, optionalRational, subtract, sum, type Rational } from "./rational.js";
import type { CapInput } from "./shapes.js";
import { lengthOf, type Situation, type TopupRecord } from "./situation.js";
import { reduceTo, type Proposal } from "./amount.js";

// 8: automatic top-ups (or all) of this target that are paid, pending or unknown.
function countable(s: Situation, cap: CapInput): TopupRecord[] {
  return (cap.counts === "all" ? s.records : s.automatic).filter((r) => r.status !== "failed" && r.status !== "voided");
}

function used(s: Situation, cap: CapInput, t: number): TopupRecord[] {
  const { window } = cap;
  if ("rolling" in window) {
    const length = lengthOf(window.rolling);
    return countable(s, cap).filter((r) => t - length < r.createdAt && r.createdAt <= t);
  }
  const { start, next } = periodOf(dayAt(t, s.zone), window.calendar);
  return countable(s, cap).filter((r) => {
    const day = dayAt(r.createdAt, s.zone);
    return start <= day && day < next;
  });
}

/** The proposal as the caps at t leave it; null: capReached. */
export function capped(s: Situation, proposal: Proposal, t: number): Proposal | null {
  const caps = (s.profile.caps ?? []).map((cap) => {
    const counted = used(s, cap, t);
    const maxCharge = optionalRational(cap.maxCharge);
    const maxCount = cap.maxCount ?? null;
    return {
      reduces: cap.onExceed === "reduce",
      left: maxCharge && subtract(maxCharge, sum(counted.map((r) => r.charge))),
      full: maxCount !== null && counted.length + 1 > maxCount,
    };
  });
  if (caps.some((cap) => cap.full)) return null; // maxCount cannot be reduced

  // With several that reduce, the least that is left; then the refusing ones judge the reduced charge.
  let least: Rational | null = null;
  for (const { reduces, left } of caps) if (reduces && left) least = least ? lesser(least, left) : left;
  const exceeds = least !== null && compare(proposal.charge, least) > 0;
  const reduced = least && exceeds ? reduceTo(s, proposal, least) : proposal;
  if (reduced === null || caps.some(({ left }) => left && compare(reduced.charge, left) > 0)) return null;
  return reduced;
}

/** The first instant after `at` at which the whole guard passes with this proposal, if nothing else happens. */
export function capsEligibleAt(s: Situation, proposal: Proposal): number | null {
  const instants = new Set<number>();
  for (const cap of s.profile.caps ?? []) {
    const { window } = cap;
    for (const created of [...countable(s, cap).map((r) => r.createdAt), s.at]) {
      if ("rolling" in window) {
        // A record from the future enters: a cap that reduces then leaves less, which another one may let pass.
        for (const t of [created, created + lengthOf(window.rolling)]) instants.add(t);
      } else {
        const { start, next } = periodOf(dayAt(created, s.zone), window.calendar);
        for (const t of [...passings(start, s.zone), ...passings(next, s.zone)]) instants.add(t);
      }
    }
  }
  const later = [...instants].filter((t) => t > s.at).sort((a, b) => a - b);
  return later.find((t) => capped(s, proposal, t) !== null) ?? null;
}
