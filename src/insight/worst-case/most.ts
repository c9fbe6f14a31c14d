import type { CalendarUnit } from "../../base/calendar.js";
import { type Decimal, ZERO } from "../../base/decimal.js";
import { askedOf, mostPerTopup } from "./asked.js";
import type { BoundingRule } from "./bounds.js";
import { byPeriod, type ByPeriod, type Ceiling, limit } from "./ceiling.js";
import { mostCharged } from "./charge.js";
import { clocksOf } from "./clocks.js";
import { ACTIVE, mostTopups, type Question } from "./count.js";
import { mostAttempts, reachAttempts } from "./declines.js";
import { reach, reachOnce } from "./reach.js";
import { lifeOf } from "./life.js";
import { lifeSpan } from "./span.js";
import type { Terms } from "./terms.js";
import { wholeOf, type Window, windowsOf } from "./windows.js";

/** What cannot be passed, and whether it can be reached: in the period that begins here, in milliseconds. */
export interface Most {
  readonly ceiling: Ceiling;
  readonly tight: boolean;
  readonly reachedFrom: number | null;
}

/** The most of everything, in one currency. */
export interface Mosts {
  readonly perTopup: Most;
  readonly topups: ByPeriod<Ceiling>;
  readonly charged: ByPeriod<Most>;
  readonly attempts: ByPeriod<Most> & { readonly total: Most };
}

const NOTHING_LEFT: BoundingRule = { rule: "amount", path: ["topup"] };

/** Above, what the rules allow; below, what a walk through a period reaches: where they meet, the bound is tight. */
export function mostsOf(terms: Terms): Mosts {
  if (terms.never !== null) return none(terms.never);
  const asked = askedOf(terms);
  if (asked === null) return none(NOTHING_LEFT);
  const life = lifeOf(terms.profile, terms.zone);
  if (life === "over") return none(ACTIVE);
  const perTopup = mostPerTopup(asked, terms);
  if (perTopup?.most.isZero()) return none(...perTopup.because);

  const question: Question = { terms, asked, clocks: clocksOf(terms.zone), life: lifeSpan(life, terms.zone) };
  const topups = mostTopups(question);
  const charges = mostCharged(question, topups, perTopup);
  const attempts = mostAttempts(question);
  const found = (ceiling: Ceiling, unit: CalendarUnit, reached: (window: Window) => Decimal | number): Most =>
    mostIn(ceiling, windowsOf(unit, life, terms, question.clocks), reached);
  // At an unknown rate a walk is of no use: what one top-up charges is not known.
  const walk = (window: Window): Decimal => (asked.measure === null ? ZERO : reach(window, terms, asked));
  const once = reachOnce(terms, asked);
  const isAttempted = once !== null || terms.profile.caps.every(({ maxCharge }) => maxCharge === null);
  const attempt = (window: Window): number => (isAttempted ? reachAttempts(window, terms) : 0);
  // What all caps let through together is what the tightest does on its own.
  const tight = asked.measure !== null && once !== null;
  return {
    perTopup: { ceiling: perTopup, tight, reachedFrom: null },
    topups,
    charged: byPeriod((unit) => found(charges[unit], unit, walk)),
    attempts: {
      ...byPeriod((unit) => found(attempts[unit], unit, attempt)),
      total: mostIn(attempts.total, [wholeOf(life)], attempt),
    },
  };
}

function mostIn(ceiling: Ceiling, windows: Iterable<Window>, reached: (window: Window) => Decimal | number): Most {
  const reachedFrom = ceiling && firstWith(ceiling.most, windows, reached);
  return { ceiling, tight: reachedFrom !== null, reachedFrom };
}

function firstWith(most: Decimal, windows: Iterable<Window>, reached: (window: Window) => Decimal | number): number | null {
  const tried = new Set<number>();
  for (const window of windows) {
    if (tried.has(window.from)) continue;
    tried.add(window.from);
    if (most.equals(reached(window))) return window.from;
  }
  return null;
}

function none(...because: readonly BoundingRule[]): Mosts {
  const ceiling = limit(ZERO, ...because);
  const nothing: Most = { ceiling, tight: true, reachedFrom: null };
  const each = byPeriod(() => nothing);
  return { perTopup: nothing, topups: byPeriod(() => ceiling), charged: each, attempts: { ...each, total: nothing } };
}

/** The greater of two: what holds in either currency. */
export function greater(a: Mosts, b: Mosts): Mosts {
  return {
    perTopup: greaterMost(a.perTopup, b.perTopup),
    topups: byPeriod((unit) => (isGreater(a.topups[unit], b.topups[unit]) ? a : b).topups[unit]),
    charged: byPeriod((unit) => greaterMost(a.charged[unit], b.charged[unit])),
    attempts: {
      ...byPeriod((unit) => greaterMost(a.attempts[unit], b.attempts[unit])),
      total: greaterMost(a.attempts.total, b.attempts.total),
    },
  };
}

function greaterMost(a: Most, b: Most): Most {
  return isGreater(a.ceiling, b.ceiling) || (a.tight && !isGreater(b.ceiling, a.ceiling)) ? a : b;
}

function isGreater(a: Ceiling, b: Ceiling): boolean {
  return a === null || (b !== null && a.most.greaterThan(b.most));
}
