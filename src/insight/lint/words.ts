import { canonical } from "../../base/decimal.js";
import type { CapWindow } from "../../model/cap.js";
import { inUnit, type Ground } from "./ground.js";
import { thresholdIn } from "./supposition.js";

/** Where a trigger fires: the figure, or how it is written where that depends on a limit that is not known. */
export function thresholdText(ground: Ground): string {
  const figures = new Set(ground.trials.map((trial) => thresholdIn(ground, trial)?.value).map((value) => value && canonical(value)));
  const [only] = figures;
  if (figures.size === 1 && only) return inUnit(ground, only);
  const { trigger } = ground.profile;
  if (trigger.basis === "schedule" || !("referenceLimit" in trigger)) return "the threshold";
  return trigger.type === "percentOfLimit"
    ? `${trigger.value} % of the limit "${trigger.referenceLimit}"`
    : `the limit "${trigger.referenceLimit}" less ${trigger.value}`;
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
