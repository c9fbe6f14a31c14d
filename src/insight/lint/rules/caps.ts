import { MOST_DATES } from "../../../base/calendar.js";
import { canonical, decimal } from "../../../base/decimal.js";
import { DAY } from "../../../base/instant.js";
import type { Amount } from "../../../engine/amount.js";
import type { Situation } from "../../../engine/situation.js";
import type { ParsedCap, CapWindow } from "../../../model/cap.js";
import { type Duration, durationMs } from "../../../model/duration.js";
import type { Draft } from "../finding.js";
import { inMoney, isFixed, knowsCharge, type Ground, type Rule } from "../ground.js";
import { amountIn, leastCharged, supposeFarPast, supposeLeast, supposeUsedUp } from "../supposition.js";
import { sameOnAll } from "../trial.js";
import { lengthText, windowInWords } from "../words.js";

/**
 * A cap that one top-up exceeds. If the least there can be does, it is refused for ever, or cut each time. If the one
 * from nothing left does, it is refused as well, and the further the figure falls, the more is needed.
 */
export const capBelowCharge: Rule = (ground) =>
  eachCap(ground, (cap, path) => {
    if (exceedsByMinimum(ground, cap)) return [];
    const counted = cap.maxCount === 0;
    const verdict = verdictOf(ground, cap);
    const stuck = verdict === "passes" && verdictOf(ground, cap, supposeUsedUp) === "refused";
    if (!stuck && verdict !== "refused" && verdict !== "cut") return [];
    const most = counted ? "no top-up" : inMoney(ground, cap.maxCharge as string);
    const which = stuck ? " from nothing left" : chargeText(ground);
    const refused = mayBeReduced(ground, cap) ? "it is refused unless another cap cuts it to less" : "nothing is ever charged";
    const harm = stuck ? "it is refused, and the more is missing" : verdict === "refused" ? refused : "each one is cut";
    const message = `The cap of ${most} in a window (${windowInWords(cap.window)}) is below one top-up${which}: ${harm}.`;
    const suggestion = counted
      ? "To switch a profile off, set enabled: false."
      : stuck
        ? 'Raise the cap, or let it reduce: onExceed: "reduce".'
        : "Raise the cap to what a top-up costs, or lower the amount.";
    const severity = verdict === "refused" && !mayBeReduced(ground, cap) ? "error" : "warning";
    return [{ severity, path: [...path, counted ? "maxCount" : "maxCharge"], message, suggestion }];
  });

/** Whether other caps, as far as they are used up, can leave so little that this one lets it pass. */
function mayBeReduced({ profile: { caps } }: Ground, { onExceed, maxCharge, maxCount }: ParsedCap): boolean {
  if (onExceed === "reduce" || maxCount === 0 || maxCharge === "0") return false;
  return caps.some((other) => other.onExceed === "reduce" && other.maxCharge !== null);
}

/** A cap that the least amount alone exceeds. */
export const capBelowMinimum: Rule = (ground) =>
  eachCap(ground, (cap, path) => {
    if (!exceedsByMinimum(ground, cap)) return [];
    const message = `The cap of ${inMoney(ground, cap.maxCharge as string)} in a window (${windowInWords(cap.window)}) is below what min, ${ground.profile.topup.min as string}, costs: nothing is ever charged.`;
    return [{ severity: "error", path: [...path, "maxCharge"], message, suggestion: "Raise the cap, or lower min." }];
  });

/** So far apart, no two top-ups fall in one window. */
export const cooldownBeyondCap: Rule = (ground) =>
  eachCap(ground, (cap, path) => {
    const { cooldown } = ground.profile;
    if (cooldown === null || cap.counts === "all" || cap.maxCount === 0 || !isApart(cooldown, cap.window)) return [];
    if (cap.maxCharge !== null && !staysWithin(ground, cap.maxCharge)) return [];
    const message = `With a cooldown of ${lengthText(cooldown)}, no two top-ups fall in one window (${windowInWords(cap.window)}): the cap is never reached.`;
    return [{ severity: "info", path: [...path, "window"], message, suggestion: "Choose a longer window, or leave the cap out." }];
  });

function eachCap({ profile: { caps } }: Ground, find: (cap: ParsedCap, path: Draft["path"]) => readonly Draft[]): readonly Draft[] {
  return caps.flatMap((cap, index) => find(cap, ["caps", index]));
}

type Verdict = "passes" | "cut" | "refused";

/** What a cap, with nothing used of any, makes of a top-up, as a rule of the least; null where that is not known. */
function verdictOf(ground: Ground, cap: ParsedCap, where: typeof supposeLeast = supposeLeast): Verdict | null {
  if (cap.maxCount === 0) return "refused";
  if (!knowsCharge(ground) && cap.maxCharge !== "0") return null;
  // One that refuses judges what those that reduce have left.
  const before = cap.onExceed === "refuse" ? ground.profile.caps.filter(({ onExceed }) => onExceed === "reduce") : [];
  const profile = { ...ground.profile, caps: [...before, cap] };
  return sameOnAll(ground.trials, (trial) => verdictIn(where({ ...ground, profile }, trial), cap));
}

function verdictIn(situation: Situation | null, cap: ParsedCap): Verdict | null {
  const verdict = situation?.caps;
  if (!verdict) return null;
  if (!verdict.passed) return verdict.exceeded.cap === cap ? "refused" : null;
  const isCut = cap.onExceed === "reduce" && verdict.amount.adjustments.some(({ rule }) => rule === "cap");
  return isCut ? "cut" : "passes";
}

function exceedsByMinimum(ground: Ground, cap: ParsedCap): boolean {
  const { profile } = ground;
  const without = { ...ground, profile: { ...profile, topup: { ...profile.topup, min: null } } };
  return verdictOf(ground, cap) === "refused" && verdictOf(without, cap) !== "refused";
}

function chargeText(ground: Ground): string {
  const amount = leastCharged(ground);
  return amount ? `, which charges ${inMoney(ground, canonical(amount.charge))}${isFixed(ground) ? "" : " or more"}` : "";
}

/** Whether the most that a top-up can cost, which may be beyond all bounds, is known, and within the cap. */
function staysWithin(ground: Ground, maxCharge: string): boolean {
  if (!knowsCharge(ground)) return false;
  const amounts = ground.trials.map((trial) => amountIn(supposeFarPast(ground, trial)));
  return amounts.every((amount: Amount | null) => amount !== null && !amount.charge.greaterThan(decimal(maxCharge)));
}

/** Whether two top-ups are always further apart than a window is long. A date can be shorter or longer than 24 hours: by less than one. */
function isApart(cooldown: Duration, window: CapWindow): boolean {
  const byDates = cooldown.unit === "day";
  if ("calendar" in window) {
    const dates = MOST_DATES[window.calendar];
    return byDates ? cooldown.value >= dates : durationMs(cooldown) >= (dates + 1) * DAY;
  }
  return durationMs(cooldown) - (byDates ? 2 * DAY : 0) >= durationMs(window.rolling);
}
