import { DAY } from "../../../base/instant.js";
import { durationMs } from "../../../model/duration.js";
import type { Draft } from "../finding.js";
import { collectionOf } from "../collection.js";
import { coolsDown, isFixed, type Ground, type Rule } from "../ground.js";

/** Money that takes days, and a rule that does not see it: tomorrow it is asked for again. */
export const ignoresInFlight: Rule = (ground) => {
  const { profile, basis } = ground;
  const expiry = profile.inFlightExpiresAfter;
  const forgets = expiry !== null && durationMs(expiry) < DAY;
  if ((profile.inFlight !== "ignore" && !forgets) || profile.trigger.basis === "schedule") return [];
  const path = [profile.inFlight === "ignore" ? "inFlight" : "inFlightExpiresAfter"];
  const suggestion = profile.inFlight === "ignore" ? 'Use "net" or "block".' : "Give it the time that a payment may take.";
  if (basis === "unbilled" && profile.inFlight === "ignore") {
    const message =
      "A payment does not lower what is unbilled, and what was paid is ignored: it charges at every evaluation until the bill runs.";
    return [{ severity: "error", path, message, suggestion }];
  }
  if (!takesTime(ground)) return [];
  const message = "A payment that takes days is not counted while it is on its way: the same gap is charged again.";
  const certain = !coolsDown(profile) && collectionOf(ground) !== "unknown";
  return [{ severity: certain ? "error" : "warning", path, message, suggestion }];
};

/** Whether the money, as a rule, arrives later than it is asked for. A card answers at once. */
function takesTime(ground: Ground): boolean {
  const {
    profile: { settlement },
    account,
  } = ground;
  switch (settlement.kind) {
    case "expectedPayment":
      return collectionOf(ground) !== "always" || account?.paymentMethod?.type !== "card";
    case "invoice":
      return settlement.requirePaid;
    case "grant":
      return false;
  }
}

/** An invoice that is still open is forgotten, and another one issued, before the first is due. */
export const expiresBeforeDue: Rule = ({ profile: { settlement, inFlight, inFlightExpiresAfter } }) => {
  if (settlement.kind !== "invoice" || !settlement.requirePaid || inFlight === "ignore" || inFlightExpiresAfter === null) return [];
  const { netTermsDays } = settlement;
  if (durationMs(inFlightExpiresAfter) >= netTermsDays * DAY) return [];
  const message = `An unpaid invoice counts for ${inFlightExpiresAfter.value} ${inFlightExpiresAfter.unit} only, and is due after ${netTermsDays} days: another is issued before it is due.`;
  return [
    {
      severity: "warning",
      path: ["inFlightExpiresAfter"],
      message,
      suggestion: "Let it count for longer than the net terms, or leave this out.",
    },
  ];
};

/** Netted, an unpaid invoice does not keep the next one back. */
export const unpaidInvoicesStack: Rule = ({ profile: { settlement, inFlight } }) => {
  if (settlement.kind !== "invoice" || !settlement.requirePaid || inFlight !== "net") return [];
  const message = "An unpaid invoice counts as if it were paid, so the next one is issued on top of it while the wallet stays empty.";
  return [
    {
      severity: settlement.autoCollect ? "info" : "warning",
      path: ["inFlight"],
      message,
      suggestion: 'Use "block": one unpaid invoice at a time.',
    },
  ];
};

/** Netted without end, a request that nobody pays silences the profile. */
export const unpaidNeverAskedAgain: Rule = (ground) => {
  const { profile, basis } = ground;
  if (profile.settlement.kind !== "expectedPayment" || profile.inFlight !== "net" || profile.inFlightExpiresAfter !== null) return [];
  // Without a figure nothing is netted; and unbilled usage goes by the bill.
  if ((profile.trigger.basis === "schedule" && isFixed(ground)) || basis === "unbilled" || collectionOf(ground) !== "never") return [];
  const message = "Nothing collects the expected payment, and while it is not paid it counts as if it were: it is never asked for again.";
  const suggestion = "Set inFlightExpiresAfter to the time after which an unpaid request is given up.";
  return [{ severity: "warning", path: ["inFlightExpiresAfter"], message, suggestion } satisfies Draft];
};
