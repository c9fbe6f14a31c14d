import { DAY } from "../../../base/instant.js";
import { durationMs } from "../../../model/duration.js";
import { collectionOf } from "../collection.js";
import type { Draft } from "../finding.js";
import { isFixed, type Ground, type Rule } from "../ground.js";
import { awaitsPayment, outlastsPayment } from "../payment-time.js";
import { countText, lengthText } from "../words.js";

/** An invoice that is still open is forgotten, and another one issued, before the first is due. */
export const expiresBeforeDue: Rule = ({ profile: { settlement, inFlight, inFlightExpiresAfter } }) => {
  if (!awaitsPayment(settlement) || inFlight === "ignore" || inFlightExpiresAfter === null) return [];
  const { netTermsDays } = settlement;
  if (durationMs(inFlightExpiresAfter) >= netTermsDays * DAY) return [];
  const message = `An unpaid invoice counts for ${lengthText(inFlightExpiresAfter)} only, and is due after ${countText(netTermsDays, "day")}: another is issued before it is due.`;
  return [
    {
      severity: "warning",
      path: ["inFlightExpiresAfter"],
      message,
      suggestion: "Let it count for longer than the net terms, or leave this out.",
    },
  ];
};

/** Netted or ignored, an unpaid invoice does not keep the next one back. */
export const unpaidInvoicesStack: Rule = (ground) => {
  const { settlement, inFlight } = ground.profile;
  if (!awaitsPayment(settlement) || inFlight === "block") return [];
  // Without a long cooldown, ignoresInFlight tells it.
  if (inFlight === "ignore" && (ground.profile.trigger.basis === "schedule" || !outlastsPayment(ground))) return [];
  const counts = inFlight === "net" ? "counts as if it were paid" : "is ignored";
  const message = `An unpaid invoice ${counts}, so the next one is issued on top of it while the wallet stays empty.`;
  return [
    {
      severity: settlement.autoCollect ? "info" : "warning",
      path: ["inFlight"],
      message,
      suggestion: 'Use "block": one unpaid invoice at a time.',
    },
  ];
};

/** Counted without end, a request that nobody pays silences the profile. */
export const unpaidNeverAskedAgain: Rule = (ground) => {
  const { settlement, inFlight, inFlightExpiresAfter } = ground.profile;
  if (settlement.kind !== "expectedPayment" || inFlight === "ignore" || inFlightExpiresAfter !== null) return [];
  if (collectionOf(ground) !== "never" || (inFlight === "net" && !isNetted(ground))) return [];
  const harm =
    inFlight === "net"
      ? "counts as if it were: it is never asked for again"
      : "blocks every other request: nothing is ever asked for again";
  const message = `Nothing collects the expected payment, and while it is not paid it ${harm}.`;
  const suggestion = "Set inFlightExpiresAfter to the time after which an unpaid request is given up.";
  return [{ severity: "warning", path: ["inFlightExpiresAfter"], message, suggestion } satisfies Draft];
};

/** Without a figure nothing is netted; and unbilled usage goes by the bill. */
function isNetted(ground: Ground): boolean {
  return ground.basis !== "unbilled" && !(ground.profile.trigger.basis === "schedule" && isFixed(ground));
}
