import * as fc from "fast-check";
import { periodOf } from "../../base/calendar.js";
import type { ParsedCap, Cap, CapWindow } from "../../model/cap.js";
import { durationMs } from "../../model/duration.js";
import { positiveDuration } from "./durations.js";
import { admitted, everyday, type Figure, sum, unitOf } from "./figures.js";
import type { PastTopup } from "./history-placed.js";
import type { Moment } from "./instants.js";
import type { Notation } from "./notation.js";
import type { Target } from "./target.js";
import { nudge, type Nudge, SHRINKING, weighted } from "./weighted.js";

const calendar = weighted([3, "day"], [2, "week"], [3, "month"], [1, "year"]).map((period) => ({ calendar: period }));
const window: fc.Arbitrary<CapWindow> = fc.oneof(calendar, fc.record({ rolling: positiveDuration }));

export interface CapRecipe extends Pick<ParsedCap, "window" | "onExceed" | "counts"> {
  readonly limits: "charge" | "count" | "both";
  /** How much of it shall be left for the charge that is about to be made. */
  readonly left: "roomy" | "just enough" | "enough alone" | "half" | "used up" | "nothing ever";
  readonly leftNudge: Nudge;
  readonly room: Figure;
  readonly countLeft: number;
}

const cap: fc.Arbitrary<CapRecipe> = fc.record({
  window,
  limits: weighted([4, "charge"], [2, "count"], [2, "both"]),
  left: weighted([8, "roomy"], [3, "just enough"], [3, "enough alone"], [2, "half"], [1, "used up"], [1, "nothing ever"]),
  leftNudge: nudge,
  room: everyday,
  countLeft: weighted([5, 3], [3, 1], [1, 0], [1, -1]),
  onExceed: weighted([3, "refuse"], [4, "reduce"]),
  counts: weighted([2, "automatic"], [1, "all"]),
});
export const capRecipes: fc.Arbitrary<CapRecipe[]> = fc.oneof(
  SHRINKING,
  { weight: 4, arbitrary: fc.constant<CapRecipe[]>([]) },
  { weight: 5, arbitrary: fc.array(cap, { minLength: 1, maxLength: 1 }) },
  { weight: 3, arbitrary: fc.array(cap, { minLength: 2, maxLength: 3 }) },
);

interface Situated {
  readonly target: Target;
  readonly moment: Moment;
  readonly history: readonly PastTopup[];
  readonly charge: Figure;
}

/** A cap of which about so much is left for this charge. */
export function spelledCap(recipe: CapRecipe, { target, moment, history, charge }: Situated, notation: Notation): Cap {
  const { limits, left, leftNudge, room, countLeft, onExceed, counts } = recipe;
  const counted = history
    .filter(({ status }) => status !== "failed" && status !== "voided")
    .filter(({ onTarget, manual }) => onTarget && (counts === "all" || !manual))
    .filter(({ createdAt }) => lies(createdAt, recipe.window, moment));
  const used = sum(counted.map((past) => past.charge));
  const beside = BigInt(leftNudge) * unitOf(target.minorDigits);
  const spare = {
    roomy: charge + room,
    "just enough": charge + beside,
    "enough alone": charge + beside - used, // once the others have left the window
    half: charge / 2n + beside,
    "used up": beside,
    "nothing ever": -used,
  }[left];
  return notation.object<Cap>({
    window: recipe.window,
    maxCharge: notation.optionalAmount(limits === "count" ? null : admitted(used + spare, 0n)),
    maxCount: notation.optional(limits === "charge" ? null : Math.max(0, counted.length + countLeft)),
    onExceed: notation.defaulted(onExceed, "refuse"),
    counts: notation.defaulted(counts, "automatic"),
  });
}

function lies(createdAt: number, span: CapWindow, { zone, at }: Moment): boolean {
  if ("rolling" in span) return createdAt > at - durationMs(span.rolling);
  return periodOf(zone, at, span.calendar).contains(createdAt);
}
