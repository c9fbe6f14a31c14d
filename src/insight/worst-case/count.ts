import { decimal, wholeTimes } from "../../base/decimal.js";
import { coolsDown } from "../../engine/guards/cooldown.js";
import { type ParsedCap } from "../../model/cap.js";
import { type Duration, durationMs } from "../../model/duration.js";
import type { Asked } from "./asked.js";
import type { BoundingRule } from "./bounds.js";
import { type ByPeriod, byPeriod, type Ceiling, closed, least, limit, times, UNITS } from "./ceiling.js";
import type { Clocks } from "./clocks.js";
import { mostOccasions } from "./occurrences.js";
import { type LifeSpan, periodSpan, type Span } from "./span.js";
import type { Terms } from "./terms.js";

/** The rules that say how often, and the spans that they are asked about. */
export interface Question {
  readonly terms: Terms;
  readonly asked: Asked;
  readonly clocks: Clocks;
  /** Null where the profile has no end, or no beginning. */
  readonly life: LifeSpan | null;
}

export const ACTIVE: BoundingRule = { rule: "activePeriod", path: ["activeUntil"] };

/** How many top-ups there are in each period at most. */
export function mostTopups(question: Question): ByPeriod<Ceiling> {
  const { terms, asked, clocks, life } = question;
  const { caps } = terms.profile;
  const direct = closed(
    byPeriod((unit) => least(topupsIn(periodSpan(unit, clocks), question), ...caps.map((cap, index) => within(cap, unit, index)))),
  );
  const inLife = life && bounding(least(topupsIn(life, question), ...UNITS.map((unit) => times(direct[unit], life.touches[unit]))));
  return byPeriod((unit) => least(direct[unit], inLife));

  function within(cap: ParsedCap, unit: Span["unit"], index: number): Ceiling {
    return "calendar" in cap.window && cap.window.calendar === unit ? mostUnder(cap, index, asked) : null;
  }
}

/** By what knows no calendar periods: the cooldown, the schedule, the rolling caps. */
function topupsIn(span: Span | LifeSpan, { terms, asked, clocks }: Question): Ceiling {
  const { trigger, cooldown, caps } = terms.profile;
  const scheduled = trigger.basis === "schedule" ? mostOccasions(trigger, terms.zone, clocks.skipsMidnight !== null, span) : null;
  return least(
    cooledDown(cooldown, span),
    scheduled === null ? null : limit(scheduled, { rule: "schedule", path: ["trigger", "every"] }),
    ...caps.map((cap, index) => {
      if (!("rolling" in cap.window)) return null;
      const length = durationMs(cap.window.rolling);
      return times(least(mostUnder(cap, index, asked), spacedOut(cooldown, length)), windowsIn(span, length));
    }),
  );
}

/** How many rolling windows cover a span: each ends with its last millisecond, so they lie side by side. */
export function windowsIn({ length }: Pick<Span, "length">, window: number): number {
  return Math.ceil(length / window);
}

/** A `day` is a calendar date, other units are elapsed time. */
export function cooledDown(cooldown: Duration | null, span: Pick<Span, "length" | "dates">): Ceiling {
  if (!coolsDown(cooldown)) return null;
  if (cooldown.unit !== "day") return spacedOut(cooldown, span.length);
  return limit(Math.ceil(span.dates / cooldown.value), COOLDOWN);
}

const COOLDOWN: BoundingRule = { rule: "cooldown", path: ["cooldown"] };

/** So far apart in elapsed time, so many lie in a length. */
function spacedOut(cooldown: Duration | null, length: number): Ceiling {
  if (!coolsDown(cooldown) || cooldown.unit === "day") return null;
  return limit(Math.ceil(length / durationMs(cooldown)), COOLDOWN);
}

/** How many a cap lets through in one window. Where each charges no less than this, its money is a number of them. */
function mostUnder({ maxCount, maxCharge }: ParsedCap, index: number, asked: Asked): Ceiling {
  const byCount = maxCount === null ? null : limit(maxCount, { rule: "cap", path: ["caps", index, "maxCount"] });
  if (!asked.whole || asked.least.isZero() || maxCharge === null) return byCount;
  return least(byCount, limit(wholeTimes(decimal(maxCharge), asked.least), { rule: "cap", path: ["caps", index, "maxCharge"] }));
}

/** A bound that comes from the time in which a profile is in force. */
export function bounding(ceiling: Ceiling): Ceiling {
  return ceiling && { ...ceiling, because: [ACTIVE, ...ceiling.because] };
}
