import { DAY } from "../../../base/instant.js";
import type { ParsedCap } from "../../../model/cap.js";
import { durationMs } from "../../../model/duration.js";
import { waitMs } from "../../../engine/guards/failures.js";
import { collectionOf } from "../collection.js";
import { coolsDown } from "../../../engine/guards/cooldown.js";
import type { Ground, Rule } from "../ground.js";
import { lengthText } from "../words.js";

/** Nothing collects, and nothing keeps two requests apart: with usage every day, a request every day. */
export const requestPileUp: Rule = (ground) => {
  const { profile } = ground;
  const { settlement } = profile;
  if (settlement.kind !== "expectedPayment" || profile.inFlight === "block" || profile.trigger.basis === "schedule") return [];
  if (isApart(profile) || profile.caps.some(boundsTheNumber) || collectionOf(ground) !== "never") return [];
  const letter = settlement.correspondence?.expected ?? null;
  const what = letter === null ? "an expected payment" : `an expected payment with a letter ("${letter}")`;
  const message = `Nothing collects, and there is no cooldown of a day or more: while usage goes on, ${what} can be made at each evaluation.`;
  return [{ severity: "warning", path: ["cooldown"], message, suggestion: "Set a cooldown, such as 7 days." }];
};

function isApart({ cooldown }: Ground["profile"]): boolean {
  return cooldown !== null && durationMs(cooldown) >= DAY;
}

function boundsTheNumber({ maxCount, window }: ParsedCap): boolean {
  return maxCount !== null && ("calendar" in window || durationMs(window.rolling) >= DAY);
}

/** Nothing holds a card back that was declined. */
export const failuresIgnored: Rule = (ground) => {
  if (ground.profile.failures !== "none" || !collects(ground)) return [];
  const message = "Declines hold nothing back: a dead card is asked again for ever.";
  return [
    {
      severity: "warning",
      path: ["failures"],
      message,
      suggestion: "Leave failures out: then three declines suspend, with waits between them.",
    },
  ];
};

/** Neither a wait nor a cooldown stands between a decline and the next try. */
export const noWaitBetweenTries: Rule = (ground) => {
  const { failures } = ground.profile;
  if (failures === "none" || failures.suspendAfter === 1 || !collects(ground) || coolsDown(ground.profile.cooldown)) return [];
  if (failures.retryAfter !== null && failures.retryAfter.value > 0) return [];
  const often = failures.suspendAfter === null ? "for ever" : `${failures.suspendAfter} times in a row`;
  const suggestion = `Set retryAfter, such as 1 day${failures.suspendAfter === null ? ", and suspendAfter, such as 3" : ""}.`;
  const message = `A method that declined is asked again at the next evaluation, ${often}.`;
  return [{ severity: "warning", path: ["failures", "retryAfter"], message, suggestion }];
};

/** So far apart, a card that is dead is a nuisance and no more. */
const SELDOM = /* @__PURE__ */ 7 * DAY;

/** A wait, and no end: only a hard decline suspends. Caps hold nothing back, since they count no failed top-up. */
export const retriesWithoutEnd: Rule = (ground) => {
  const { failures, cooldown } = ground.profile;
  if (failures === "none" || failures.suspendAfter !== null || !collects(ground)) return [];
  const { retryAfter, maxRetryAfter } = failures;
  const retry = retryAfter === null ? 0 : waitMs(retryAfter, failures, Infinity);
  const longest = Math.max(retry, cooldown === null ? 0 : durationMs(cooldown));
  if (longest === 0) return []; // without any wait, noWaitBetweenTries tells it
  const length = [cooldown, retryAfter, maxRetryAfter].find((wait) => wait !== null && durationMs(wait) === longest) ?? null;
  const wait =
    length === null ? "ever longer waits" : length === maxRetryAfter ? `up to ${lengthText(length)}` : `${lengthText(length)} each time`;
  return [
    {
      severity: longest < SELDOM ? "warning" : "info",
      path: ["failures", "suspendAfter"],
      message: `A method that declines is asked again after ${wait}, for ever: only a hard decline suspends.`,
      suggestion: "Set suspendAfter, such as 3.",
    },
  ];
};

function collects(ground: Ground): boolean {
  const collection = collectionOf(ground);
  return collection !== "never" && collection !== "blocked";
}
