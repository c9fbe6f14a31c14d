import { canonical } from "../../base/decimal.js";
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
