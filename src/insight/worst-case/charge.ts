import { decimal, floorTo } from "../../base/decimal.js";
import type { ParsedCap } from "../../model/cap.js";
import { durationMs } from "../../model/duration.js";
import type { Asked } from "./asked.js";
import { type ByPeriod, byPeriod, type Ceiling, closed, least, limit, product, times, UNITS } from "./ceiling.js";
import { bounding, type Question, windowsIn } from "./count.js";
import { periodSpan, type Span } from "./span.js";

/** How much is charged in each period at most, by the number of top-ups and by what the caps leave. */
export function mostCharged(question: Question, topups: ByPeriod<Ceiling>, perTopup: Ceiling): ByPeriod<Ceiling> {
  const { terms, asked, clocks, life } = question;
  const { caps } = terms.profile;
  const ofCaps = (span: Pick<Span, "length">, unit: Span["unit"] | null): Ceiling =>
    least(...caps.map((cap, index) => charges(cap, index, asked, span, unit)), null);
  const direct = closed(byPeriod((unit) => least(product(topups[unit], perTopup), ofCaps(periodSpan(unit, clocks), unit))));
  const inLife = life && bounding(least(ofCaps(life, null), ...UNITS.map((unit) => times(direct[unit], life.touches[unit]))));
  return byPeriod((unit) => least(direct[unit], inLife));
}

function charges(
  { window, maxCharge }: ParsedCap,
  index: number,
  { grid }: Asked,
  span: Pick<Span, "length">,
  unit: Span["unit"] | null,
): Ceiling {
  if (maxCharge === null) return null;
  const inWindow = limit(floorTo(decimal(maxCharge), grid), { rule: "cap", path: ["caps", index, "maxCharge"] });
  if ("rolling" in window) return times(inWindow, windowsIn(span, durationMs(window.rolling)));
  return window.calendar === unit ? inWindow : null;
}
