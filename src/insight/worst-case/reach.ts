import { type Decimal, ONE, wholeTimes, ZERO } from "../../base/decimal.js";
import type { Amount } from "../../engine/amount.js";
import { type Asked, reduces, withinReach } from "./asked.js";
import { capRoomsOf, type CapRoom } from "./cap-room.js";
import { PROVEN_FROM } from "./clocks.js";
import { type Pace, paceOf } from "./pace.js";
import type { Terms } from "./terms.js";
import type { Window } from "./windows.js";

/** A longer way than this is not gone, nor one with as many looks at caps: the bound is then only said not to be passed. */
const MOST_STEPS = 1500;
const MOST_LOOKS = 10 * MOST_STEPS;

/**
 * What a customer whose usage has no end can be charged in a window, nothing having been charged before it:
 * as early and as much as the rules let it, over and over. (Each rule holds the next top-up back until an
 * instant that is no earlier where this one is later: so no other way has more of them.)
 */
export function reach(window: Window, terms: Terms, asked: Asked): Decimal {
  const rooms = capRoomsOf(terms);
  const pace = paceOf(terms);
  let charged = ZERO;
  if (pace.every !== null && rooms.length === 0) return evenly(window, pace.every, asked);
  let now: number | null = window.from;
  const most = Math.min(MOST_STEPS, MOST_LOOKS / rooms.length);
  for (let step = 0; step < most && now !== null && now < window.until; step += 1) {
    const charge = chargeIn(rooms, now, terms, asked);
    if (charge === null) {
      now = laterRoom(rooms, now);
      continue;
    }
    const count = countIn(rooms, now, charge, pace, asked);
    for (const room of rooms) room.use(now, charge, count);
    charged = charged.plus(charge.times(count));
    now = pace.next(now);
  }
  return charged;
}

/** What the first top-up of all charges at most. */
export function reachOnce(terms: Terms, asked: Asked): Decimal | null {
  return chargeIn(capRoomsOf(terms), PROVEN_FROM, terms, asked);
}

/** What no cap disturbs needs no walk. */
function evenly({ from, until }: Window, every: number, { amount }: Asked): Decimal {
  const { charge } = amount as Amount; // what nothing bounds has no bound to be reached
  return charge.times(Math.ceil((until - from) / every));
}

/** The most that may be charged at an instant; null where nothing may. */
function chargeIn(rooms: readonly CapRoom[], now: number, { profile }: Terms, asked: Asked): Decimal | null {
  const states = rooms.map((room) => ({ cap: room.cap, left: room.left(now) }));
  if (states.some(({ left }) => left.count?.isZero())) return null;
  const within = (these: typeof states): Decimal | null => {
    const left = leastOf(these.flatMap((each) => each.left.charge ?? []));
    return left === null ? (asked.amount?.charge ?? null) : withinReach(left, asked, profile.topup);
  };
  const chosen = asked.free ? within(states) : null;
  const isAsked = chosen !== null && !chosen.lessThan(asked.least);
  const charge = isAsked ? chosen : within(states.filter(({ cap }) => reduces(cap)));
  if (charge === null || states.some(({ left }) => left.charge?.lessThan(charge))) return null;
  return charge;
}

/** How many of the same may be made at one instant. */
function countIn(rooms: readonly CapRoom[], now: number, charge: Decimal, pace: Pace, { amount }: Asked): Decimal {
  if (!pace.atOnce || !amount?.charge.equals(charge)) return ONE;
  const counts = rooms.flatMap((room): Decimal[] => {
    const left = room.left(now);
    return [...(left.count ? [left.count] : []), ...(left.charge ? [wholeTimes(left.charge, charge)] : [])];
  });
  return leastOf(counts) as Decimal; // without a cap there is no end, and no bound to be reached
}

/** Null of none. */
function leastOf(figures: readonly Decimal[]): Decimal | null {
  return figures.reduce<Decimal | null>((a, b) => (a === null || b.lessThan(a) ? b : a), null);
}

/** When a cap next lets go of something. */
function laterRoom(rooms: readonly CapRoom[], now: number): number {
  return Math.min(...rooms.map((room) => room.change(now)));
}
