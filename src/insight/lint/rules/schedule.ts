import { earlier } from "../../../base/instant.js";
import { NO_HISTORY } from "../../../engine/history.js";
import { occasionOf } from "../../../engine/schedule.js";
import { hasGoal, type Rule } from "../ground.js";

/** A schedule that has no occurrence while the profile is in force. */
export const neverOccurs: Rule = ({ profile, account }) => {
  const { trigger, activeUntil } = profile;
  if (trigger.basis !== "schedule" || activeUntil === null) return [];
  // Later occurrences go by the zone, which the account alone knows.
  const never =
    trigger.startingAt >= activeUntil ||
    (account !== null && occasionOf(profile, trigger, NO_HISTORY, account.timeZone, earlier(activeUntil, 1)).occurrence === null);
  if (!never) return [];
  const message = `The schedule has no occurrence before the profile ends at ${activeUntil}: it never fires.`;
  return [{ severity: "error", path: ["trigger", "startingAt"], message, suggestion: "Start it earlier, or let the profile end later." }];
};

/** While the target is met the occurrence stays open, and the least usage afterwards is charged at once. */
export const scheduleStaysArmed: Rule = (ground) => {
  if (ground.profile.trigger.basis !== "schedule" || !hasGoal(ground)) return [];
  const message =
    "Where the target is met when an occurrence comes, the occurrence stays open: the top-up is made as soon as the figure moves, at any time until the next one.";
  const suggestion = "Use fixedAmount for a charge at the time of the schedule only, or a min that is worth a charge.";
  return [{ severity: "info", path: ["topup", "mode"], message, suggestion }];
};
