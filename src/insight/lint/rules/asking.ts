import { DAY } from "../../../base/instant.js";
import type { Cap } from "../../../model/cap.js";
import { durationMs } from "../../../model/duration.js";
import { collectionOf } from "../collection.js";
import { coolsDown, type Ground, type Rule } from "../ground.js";

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

function boundsTheNumber({ maxCount, window }: Cap): boolean {
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
  if (failures === "none" || failures.suspendAfter === 1 || !collects(ground) || coolsDown(ground.profile)) return [];
  if (failures.retryAfter !== null && failures.retryAfter.value > 0) return [];
  const often = failures.suspendAfter === null ? "for ever" : `${failures.suspendAfter} times in a row`;
  const message = `A method that declined is asked again at the next evaluation, ${often}.`;
  return [{ severity: "warning", path: ["failures", "retryAfter"], message, suggestion: "Set retryAfter, such as 1 day." }];
};

function collects(ground: Ground): boolean {
  const { settlement } = ground.profile;
  return settlement.kind !== "grant" && settlement.autoCollect && collectionOf(ground) !== "never";
}
