import { DAY } from "../../../base/instant.js";
import { durationMs } from "../../../model/duration.js";
import { collectionOf } from "../collection.js";
import { coolsDown } from "../../../engine/guards/cooldown.js";
import type { Rule } from "../ground.js";
import { leastDays, outlastsPayment, takesTime } from "../payment-time.js";
import { lengthText } from "../words.js";

const USE_ANOTHER = 'Use "net" or "block".';

/** Money that takes days, and a rule that does not see it: tomorrow it is asked for again. */
export const ignoresInFlight: Rule = (ground) => {
  const { profile, basis } = ground;
  const collection = collectionOf(ground);
  if (profile.trigger.basis === "schedule" || collection === "blocked") return [];
  if (basis === "unbilled" && profile.inFlight === "ignore") {
    const message =
      "A payment does not lower what is unbilled, and what was paid is ignored: it charges at every evaluation until the bill runs.";
    return [{ severity: "error", path: ["inFlight"], message, suggestion: USE_ANOTHER }];
  }
  if (!takesTime(ground) || outlastsPayment(ground)) return [];
  const certain = !coolsDown(profile.cooldown) && collection !== "unknown";
  if (profile.inFlight === "ignore") {
    const message = "A payment that takes days is not counted while it is on its way: the same gap is charged again.";
    return [{ severity: certain ? "error" : "warning", path: ["inFlight"], message, suggestion: USE_ANOTHER }];
  }
  const expiry = profile.inFlightExpiresAfter;
  if (expiry === null || durationMs(expiry) >= leastDays(ground) * DAY) return [];
  const message = `What is on its way counts for ${lengthText(expiry)} only, and a payment can take longer: the same gap is charged again.`;
  const severity = certain && durationMs(expiry) < DAY ? "error" : "warning";
  return [{ severity, path: ["inFlightExpiresAfter"], message, suggestion: "Give it the time that a payment may take, such as 14 days." }];
};
