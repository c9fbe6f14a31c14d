import type { Check, Decision, Reason } from "../../model/decision.js";
import type { Catalogue } from "./catalogue.js";
import { mainCheck } from "./main-check.js";
import type { Telling } from "./telling.js";
import { instantText, maybe } from "./wording.js";

type NextFacts = Parameters<Catalogue["next"]>[0];
type Open = NextFacts["dependsOn"][number];

/** What ends by itself, on a date that nobody knows. */
const OPEN: Readonly<Partial<Record<Reason, Open>>> = {
  thresholdNotReached: "figure",
  alreadyAtTarget: "figure",
  topupInFlight: "topups",
};

/** When it can happen next; nothing where it is due. */
export function next({ decision, wording, catalogue }: Telling): string[] {
  const { outcome, reason, nextEligibleAt } = decision;
  if (outcome === "due") return [];
  const at = maybe(nextEligibleAt, (each) => instantText(wording, each));
  return [catalogue.next({ at, reason, whenCapsAllow: waitsForCaps(decision), ...obstacles(decision, catalogue) })];
}

/** The date of the caps is that of all of them, though their check names only one. */
function waitsForCaps({ checks, nextEligibleAt }: Decision): boolean {
  return nextEligibleAt !== null && checks.some(({ guard, eligibleAt }) => guard === "caps" && eligibleAt === nextEligibleAt);
}

/** Why there is no date, so far as the reason that is told does not say it. */
function obstacles(decision: Decision, { guards }: Catalogue): Pick<NextFacts, "dependsOn" | "because"> {
  const { reason, checks, nextEligibleAt } = decision;
  const main = mainCheck(decision);
  const told = main === null || isUndated(main) ? [reason] : [];
  if (nextEligibleAt !== null || told.some((each) => OPEN[each] === undefined)) return { dependsOn: [], because: [] };
  const others = checks.filter((check) => check.passed === false && check !== main && isUndated(check));
  const open = [...told, ...others.map((each) => each.reason)].flatMap((each) => openOf(each) ?? []);
  const lasting = others.filter((each) => openOf(each.reason) === null);
  return { dependsOn: [...new Set(open)], because: lasting.map(({ guard }) => guards[guard]()) };
}

function isUndated({ eligibleAt }: Check): boolean {
  return eligibleAt === null;
}

function openOf(reason: Reason | null): Open | null {
  return (reason && OPEN[reason]) ?? null;
}
