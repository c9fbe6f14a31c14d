import type { Guard } from "../../model/decision.js";
import { factOf } from "./facts.js";
import { mainCheck } from "./main-check.js";
import { quoted } from "./quotation.js";
import { clauseOf } from "./reasons.js";
import type { Telling } from "./telling.js";
import { counted, instantText, maybe, moneyText, valueText } from "./wording.js";

/** What was decided, and why. */
export function verdict(telling: Telling): string {
  const { decision, catalogue } = telling;
  return catalogue.verdicts[decision.outcome]({ because: clauseOf(decision.reason, mainCheck(decision), telling) });
}

/** What else bears on it. */
export function besides(telling: Telling): string[] {
  return [...compared(telling), ...alsoInTheWay(telling), ...notJudged(telling), ...inFlightIgnored(telling)];
}

/** The figures, unless a reason that is told says them itself. */
function compared({ decision: { reason, checks }, comparison, catalogue }: Telling): string[] {
  const told = [reason, ...checks.map((check) => check.reason)];
  if (comparison === null || told.includes("thresholdReached") || told.includes("thresholdNotReached")) return [];
  return [catalogue.comparison(comparison)];
}

function alsoInTheWay(telling: Telling): string[] {
  const { decision, catalogue } = telling;
  const main = mainCheck(decision);
  const others = decision.checks.filter((check) => check.passed === false && check !== main);
  if (others.length === 0) return [];
  const reasons = others.map((check) => (check.reason === null ? catalogue.guards[check.guard]() : clauseOf(check.reason, check, telling)));
  return [catalogue.alsoInTheWay({ reasons })];
}

function notJudged({ decision: { checks }, catalogue }: Telling): string[] {
  const failed = (guard: Guard): boolean => checks.some((check) => check.guard === guard && check.passed === false);
  // Where nothing is to be charged, there is nothing that these two would have judged.
  const moot = failed("trigger") ? ["amount", "caps"] : failed("amount") ? ["caps"] : [];
  const guards = checks.filter(({ guard, passed }) => passed === null && !moot.includes(guard));
  return guards.length === 0 ? [] : [catalogue.notJudged({ guards: guards.map(({ guard }) => catalogue.guards[guard]()) })];
}

function inFlightIgnored({ decision, wording, catalogue }: Telling): string[] {
  const facts = factOf(decision, "inFlight");
  const count = facts.word("policy", ["ignore"]) === null ? null : facts.count("count");
  return count === null || count === 0
    ? []
    : [catalogue.inFlightIgnored({ count: counted(wording, count), basis: decision.trigger?.basis ?? null })];
}

/** When it was decided, and about whom. */
export function decidedWhen({ decision, wording, catalogue }: Telling): string {
  const { at, accountId, profileId } = decision;
  const asOf = factOf(decision, "freshness").instant("asOf");
  return catalogue.decided({
    at: instantText(wording, at),
    account: quoted(accountId),
    profile: quoted(profileId),
    asOf: maybe(asOf, (each) => instantText(wording, each)),
  });
}

/** What the charge comes to, as far as a decision that is due or blocked says it: a cap that refuses it says so itself. */
export function wouldCharge({ decision, wording, catalogue }: Telling): string[] {
  const asked = factOf(decision, "amount");
  const [before, credit] = [asked.figure("charge"), asked.figure("credit")];
  const isAtIssue = decision.outcome === "due" || decision.outcome === "blocked";
  const refused = decision.checks.some(({ guard, passed }) => guard === "caps" && passed === false);
  if (before === null || !isAtIssue || refused) return [];
  const charge = factOf(decision, "caps").figure("charge") ?? before;
  const isReduced = charge !== before;
  return [
    catalogue.wouldCharge({
      charge: moneyText(wording, charge),
      credit: isReduced ? null : maybe(credit, (each) => valueText(wording, each)),
      uncapped: isReduced ? moneyText(wording, before) : null,
    }),
  ];
}
