import { canonical } from "../../base/decimal.js";
import type { CapWindow } from "../../model/cap.js";
import type { Trigger } from "../../model/trigger.js";
import { inUnit, type Ground } from "./ground.js";
import { type Edge, thresholdIn } from "./supposition.js";
import { sameOnAll } from "./trial.js";

type LimitTrigger = Extract<Trigger, { readonly referenceLimit: string }>;

/** Where a trigger fires that ever does: the figure, or how it is written where that depends on a limit that is not known. */
export function thresholdText(ground: Ground): string {
  const figure = sameOnAll(ground.trials, (trial) => canonical((thresholdIn(ground, trial) as Edge).value));
  if (figure !== null) return inUnit(ground, figure);
  const { type, value, referenceLimit } = ground.profile.trigger as LimitTrigger;
  return type === "percentOfLimit" ? `${value} % of the limit "${referenceLimit}"` : `the limit "${referenceLimit}" less ${value}`;
}

/** How many of something, in the singular or the plural. */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A length of time in words. */
export function lengthText({ value, unit }: { readonly value: number; readonly unit: string }): string {
  return countText(value, unit);
}

/** A cap's window in words. */
export function windowInWords(window: CapWindow): string {
  return "calendar" in window ? `calendar ${window.calendar}` : `rolling ${lengthText(window.rolling)}`;
}
