import type { Basis } from "../../model/basis.js";
import type { ActionFacts } from "./action-facts.js";
import type { Catalogue } from "./catalogue.js";
import type { AfterFacts, ChargeFacts, DecidedFacts } from "./told-facts.js";
import { comparedInEnglish, figureInEnglish, standingInEnglish } from "./english-comparison.js";
import { listed } from "./english-list.js";
import { nextInEnglish } from "./english-next.js";
import { reasonsInEnglish } from "./english-reasons.js";

/**
 * The messages of `explain` in English. A catalogue for another language has the same entries; a compiler
 * that is given `Catalogue` as its type finds the ones that are missing.
 *
 * @example
 * ```ts
 * import { english } from "auto-topup";
 *
 * english.verdicts.due({ because: english.reasons.thresholdReached({ comparison: null }) }); //=> "Due: the threshold is reached."
 * ```
 */
export const english: Catalogue = {
  verdicts: {
    due: ({ because }) => `Due: ${because}.`,
    notDue: ({ because }) => `Not due: ${because}.`,
    blocked: ({ because }) => `Blocked: ${because}.`,
    ineligible: ({ because }) => `Not eligible: ${because}.`,
    indeterminate: ({ because }) => `Cannot be decided: ${because}.`,
  },
  reasons: reasonsInEnglish,
  guards: {
    enabled: () => "whether the profile is on",
    customer: () => "the customer",
    activePeriod: () => "the period in force",
    currency: () => "the currency",
    wallet: () => "the wallet",
    freshness: () => "the age of the figures",
    figures: () => "the figures",
    trigger: () => "the trigger",
    inFlight: () => "what is in flight",
    cooldown: () => "the cooldown",
    failures: () => "earlier failures",
    paymentMethod: () => "the payment method",
    amount: () => "the amount",
    caps: () => "the caps",
  },
  comparison: (comparison) => sentence(comparedInEnglish(comparison)),
  alsoInTheWay: ({ reasons }) => `Also in the way: ${reasons.join("; ")}.`,
  notJudged: ({ guards }) => `Could not be judged: ${listed(guards)}.`,
  inFlightIgnored: ({ count: { text, number }, basis }) => {
    const state = basis === "unbilled" ? "not yet in the figures or not yet billed" : "not yet in the figures";
    return number === 1
      ? `One earlier top-up that is ${state} is not taken into account.`
      : `${text} earlier top-ups that are ${state} are not taken into account.`;
  },
  next: nextInEnglish,
  wouldCharge: ({ charge, credit, uncapped }) =>
    uncapped !== null
      ? `The top-up would come to ${charge}, reduced from ${uncapped} by a cap.`
      : `The top-up would come to ${charge}${credit === null || credit === charge ? "" : `, for a credit of ${credit}`}.`,
  charge: charged,
  adjustments: {
    override: ({ from, to }) => `The account's own amount of ${to} takes the place of the profile's ${from}.`,
    rounding: ({ from, to }) => `The credit was rounded up from ${from} to ${to}.`,
    minimum: ({ from, to }) => `The credit was raised from ${from} to the minimum of ${to}.`,
    maximum: ({ from, to }) => `The credit was lowered from ${from} to the maximum of ${to}.`,
    cap: ({ from, to }) => `A cap reduced the top-up from ${from} to ${to}.`,
  },
  after: afterwards,
  actions: {
    createExpectedPayment: ({ amount, due }) => `expect a payment of ${amount}, due on ${due}`,
    createPayment: ({ amount, method }) => `collect ${amount} ${BY_METHOD[method]}`,
    sendCorrespondence: ({ type, about }) => `send ${type} about the ${ABOUT[about]}`,
    createInvoice: ({ amount, due, autoCollect }) =>
      `invoice ${amount}, due on ${due}, ${autoCollect ? "to be collected automatically" : "not collected automatically"}`,
    grantCredit: granted,
    recordTransaction: ({ amount, reason }) => `record a transaction of ${amount}${bracketed(reason)}`,
  },
  toDo: ({ actions }) => (actions.length === 1 ? `To do: ${actions.join("")}.` : `To do, in this order: ${actions.join("; ")}.`),
  decided: ({ at, account, profile, asOf }: DecidedFacts) =>
    `Decided on ${at} for account ${account} by profile ${profile}${asOf === null ? "" : `, from figures read on ${asOf}`}.`,
};

const BY_METHOD = { card: "by card", directDebit: "by direct debit", other: "by the account's payment method" } as const;
const ABOUT = { expectedPayment: "expected payment", cardPayment: "card payment", directDebitPayment: "direct debit payment" } as const;

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

function bracketed(reason: string | null): string {
  return reason === null ? "" : ` (${reason})`;
}

function charged({ charge, credit, basis, wallet, payment }: ChargeFacts): string {
  const where = placeOf(basis, wallet);
  const isSame = credit === charge;
  const worth = isSame ? credit : `${credit} (worth ${charge})`;
  switch (payment) {
    case "collected":
      return isSame
        ? `${charge} will be charged and credited to ${where}.`
        : `${charge} will be charged, for a credit of ${credit} to ${where}.`;
    case "askedFor":
      return `${charge} will be asked for${isSame ? " and" : `, and ${credit}`} credited to ${where}.`;
    case "none":
      return `${worth} will be granted to ${where}; nothing is collected.`;
    case null:
      return `${worth} will be credited to ${where}.`;
  }
}

function placeOf(basis: Basis, wallet: string | null): string {
  if (basis !== "balance") return "the account";
  return wallet === null ? "the wallet" : `wallet ${wallet}`;
}

function afterwards({ basis, wallet, effective, counted, standing, clears }: AfterFacts): string {
  const value = `${figureInEnglish(basis, wallet)} will then ${counted ? "count as" : "be"} ${effective}`;
  const where = standing === null ? "" : standingInEnglish(standing, basis);
  return sentence(`${value}${where}${clears ? "" : ", so the threshold is still reached"}`);
}

function granted({ credit, wallet, status, expires, reason }: ActionFacts["grantCredit"]): string {
  const use = status === "active" ? "usable at once" : "usable once it is paid";
  return `grant ${credit} to wallet ${wallet}, ${use}${expires === null ? "" : `, expiring on ${expires}`}${bracketed(reason)}`;
}
