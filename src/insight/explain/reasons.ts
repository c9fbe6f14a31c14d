import { toMs } from "../../base/instant.js";
import { BASES } from "../../model/basis.js";
import type { Check, Decision, Reason } from "../../model/decision.js";
import { windowOf } from "./cap-window.js";
import type { Counted } from "./told-facts.js";
import { factOf, type FactReader, factsOf } from "./facts.js";
import { quoted, unitWord } from "./quotation.js";
import type { DeclineFacts, PeriodFacts, ReasonFacts } from "./reason-facts.js";
import type { Telling } from "./telling.js";
import { counted, instantText, lengthText, maybe, moneyText, valueText, type Wording } from "./wording.js";

/** What a reason's facts are read from. */
interface Grounds extends Telling {
  /** The facts of the check that gives the reason. */
  readonly facts: FactReader;
  /** When this guard alone would pass, unless that is the decision's own date. */
  readonly until: string | null;
}

/** A reason's clause, from the check that gives it. */
export function clauseOf<Which extends Reason>(reason: Which, check: Check | null, telling: Telling): string {
  const { decision, wording, catalogue } = telling;
  const alone = check?.eligibleAt ?? null;
  const until = alone === decision.nextEligibleAt ? null : maybe(alone, (each) => instantText(wording, each));
  return catalogue.reasons[reason](READERS[reason]({ ...telling, facts: factsOf(check), until }));
}

type Readers = { readonly [Which in Reason]: (grounds: Grounds) => ReasonFacts[Which] };

const READERS: Readers = {
  thresholdReached: ({ comparison }) => ({ comparison }),
  scheduleReached: ({ wording, facts }) => ({
    occurrence: instantFact(facts, "occurrence", wording),
    next: instantFact(facts, "next", wording),
  }),
  profileDisabled: () => ({}),
  otherCustomer: ({ facts }) => ({ customer: maybe(facts.text("customerId"), quoted) }),
  notYetActive: period,
  expired: period,
  currencyMismatch: ({ decision, facts }) => ({
    required: maybe(facts.text("required"), unitWord),
    actual: maybe(facts.text("actual"), unitWord),
    wallet: maybe(decision.walletId, quoted),
  }),
  noWallet: ({ decision, facts }) => ({ wallet: maybe(facts.text("walletId"), quoted), unit: unitAskedFor(decision) }),
  walletInactive: ({ decision, facts }) => ({
    wallet: maybe(decision.walletId, quoted),
    status: facts.word("status", ["frozen", "closed"]),
  }),
  walletAmbiguous: ({ decision, wording, facts }) => ({
    candidates: countFact(facts, "candidates", wording),
    unit: unitAskedFor(decision),
  }),
  staleSnapshot: ({ decision, wording, facts }) => ({ asOf: instantFact(facts, "asOf", wording), age: ageOf(decision, facts, wording) }),
  inFuture: ({ wording, facts }) => ({ latest: instantFact(facts, "latest", wording) }),
  basisUnknown: ({ decision, facts }) => ({ basis: facts.word("unknown", BASES), wallet: maybe(decision.walletId, quoted) }),
  limitUnknown: ({ facts }) => ({ limit: maybe(facts.text("unknown"), quoted) }),
  thresholdNotReached: ({ comparison }) => ({ comparison }),
  // Where there is a threshold, or a schedule, the limit without a ceiling is the amount's.
  unlimited: ({ decision: { trigger } }) => ({ limitOf: trigger !== null && trigger.threshold === null ? "threshold" : "amount" }),
  alreadyAtTarget: ({ wording, facts }) => ({ credit: maybe(facts.figure("credit"), (credit) => valueText(wording, credit)) }),
  scheduleNotReached: ({ decision, wording, facts, until }) => ({
    occurrence: instantFact(facts, "occurrence", wording),
    topup: maybe(facts.text("topupId"), quoted),
    inForceFrom: instantFact(factOf(decision, "activePeriod"), "activeFrom", wording),
    until,
  }),
  topupInFlight: ({ decision, wording, facts, until }) => ({
    count: countFact(facts, "count", wording),
    basis: decision.trigger?.basis ?? null,
    until,
  }),
  cooldown: ({ wording, facts, until }) => ({
    topup: maybe(facts.text("topupId"), quoted),
    since: instantFact(facts, "createdAt", wording),
    until,
  }),
  retryBackoff: ({ wording, facts, until }) => ({ ...declines(facts, wording), until }),
  suspended: ({ wording, facts }) => ({ ...declines(facts, wording), final: isFinal(facts) }),
  noPaymentMethod: ({ facts }) => ({ method: facts.word("type", ["card", "directDebit", "other"]) }),
  belowMinimum: ({ wording, facts }) => ({
    min: valueFact(facts, "min", wording),
    max: valueFact(facts, "max", wording),
    step: valueFact(facts, "step", wording),
  }),
  capReached: ({ decision, wording, facts, until }) => ({
    window: windowOf(facts, wording),
    charge: moneyFact(factOf(decision, "amount"), "charge", wording),
    usedCharge: moneyFact(facts, "usedCharge", wording),
    maxCharge: moneyFact(facts, "maxCharge", wording),
    usedCount: countFact(facts, "usedCount", wording),
    maxCount: countFact(facts, "maxCount", wording),
    until,
  }),
};

function instantFact(facts: FactReader, name: string, wording: Wording): string | null {
  return maybe(facts.instant(name), (each) => instantText(wording, each));
}

function moneyFact(facts: FactReader, name: string, wording: Wording): string | null {
  return maybe(facts.figure(name), (each) => moneyText(wording, each));
}

function valueFact(facts: FactReader, name: string, wording: Wording): string | null {
  return maybe(facts.figure(name), (each) => valueText(wording, each));
}

function countFact(facts: FactReader, name: string, wording: Wording): Counted | null {
  return maybe(facts.count(name), (each) => counted(wording, each));
}

function period({ wording, facts }: Grounds): PeriodFacts {
  return { from: instantFact(facts, "activeFrom", wording), until: instantFact(facts, "activeUntil", wording) };
}

function declines(facts: FactReader, wording: Wording): DeclineFacts {
  return { declines: countFact(facts, "count", wording), suspendAfter: countFact(facts, "suspendAfter", wording) };
}

/** Fewer declines than it takes suspend only where one of them is final. */
function isFinal(facts: FactReader): boolean {
  const count = facts.count("count");
  const suspendAfter = facts.count("suspendAfter");
  return count !== null && (suspendAfter === null || count < suspendAfter);
}

function unitAskedFor(decision: Decision): string | null {
  return maybe(factOf(decision, "currency").text("required"), unitWord);
}

function ageOf({ at }: Decision, facts: FactReader, wording: Wording): string | null {
  const asOf = facts.instant("asOf");
  return asOf === null || asOf > at ? null : lengthText(wording, toMs(at) - toMs(asOf));
}
