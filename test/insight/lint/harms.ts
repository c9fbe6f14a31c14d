import type { Account, Decision, Profile, SimulationStep, TopupPlan } from "../../../src/index.js";
import { DAY } from "../../../src/base/instant.js";
import { lengthOf } from "../../model/situation.js";
import { type Exact, exact } from "../../properties/support/exact.js";

/** A simulation that was played: all in UTC, and nothing past at its start. */
export interface Played {
  readonly profile: Profile;
  readonly account: Account;
  readonly steps: readonly SimulationStep[];
}

/** A top-up that was attempted, as it stands at a later step. */
interface Attempt {
  readonly step: SimulationStep;
  readonly index: number;
  readonly plan: TopupPlan;
  readonly ms: number;
  readonly status: string;
}

/** What the harms look at: an evaluation, and the attempts before it. */
interface Moment extends Played {
  readonly step: SimulationStep;
  readonly index: number;
  readonly ms: number;
  readonly decision: Decision;
  readonly plan: TopupPlan | null;
  readonly earlier: readonly Attempt[];
}

export type Harm = (moment: Moment) => boolean;

/** The instants at which a harm was done. */
export function instantsOf(harm: Harm, moments: readonly Moment[]): string[] {
  return moments.filter(harm).map(({ step }) => step.at);
}

/** Every evaluation of a simulation, with what went before it. */
export function momentsOf(played: Played): Moment[] {
  const moments: Moment[] = [];
  let earlier: readonly Attempt[] = [];
  played.steps.forEach((step, index) => {
    const results = new Map(step.settled.map(({ topupId, status }) => [topupId, status]));
    earlier = earlier.map((each) => ({ ...each, status: results.get(each.step.attempted?.topupId ?? "") ?? each.status }));
    const { decision, attempted, at } = step;
    const plan = step.plan?.outcome === "topup" ? step.plan : null;
    const ms = Date.parse(at);
    if (decision !== null) moments.push({ ...played, step, index, ms, decision, plan, earlier });
    if (plan !== null && attempted !== null) earlier = [...earlier, { step, index, plan, ms, status: attempted.status }];
  });
  return moments;
}

const isHeld = ({ profile: { trigger, topup } }: Played): boolean =>
  (trigger.basis === "schedule" ? topup.basis : trigger.basis) === "balance";

/** Whether the figure is past the threshold by no more than there is: a wallet not below zero, a limit not exceeded. */
function isWithinMeans({ decision: { trigger } }: Pick<Moment, "decision">, played: Played): boolean {
  if (trigger === null) return false;
  const figure = exact(trigger.observed);
  return isHeld(played) ? figure >= 0n : trigger.limit !== null && figure <= exact(trigger.limit);
}

function wouldFire(trigger: NonNullable<Decision["trigger"]>, figure: Exact, held: boolean): boolean {
  if (trigger.threshold === null) return false;
  const distance = held ? figure - exact(trigger.threshold) : exact(trigger.threshold) - figure;
  return distance < 0n || (distance === 0n && trigger.boundary === "inclusive");
}

/** Whether it was given up: pending for longer than the profile cares for, or for a month where that ignores it. */
function isGivenUp({ status, ms }: Attempt, moment: Moment): boolean {
  const { inFlight, inFlightExpiresAfter: expiry } = moment.profile;
  // A cooldown of 30 dates can be little more than 29 days.
  const expires = inFlight === "ignore" ? 29 * DAY : expiry !== null && expiry.value > 0 ? lengthOf(expiry) : Infinity;
  return status === "pending" && moment.ms - ms >= expires;
}

const isCut = ({ topup }: TopupPlan): boolean => topup.adjustments.some(({ rule }) => rule === "cap");

export const HARMS = {
  /** A loop: charged again, and nothing was used in between. */
  chargedAgainWithoutUsage(moment) {
    const last = moment.earlier.at(-1);
    const { profile } = moment;
    if (moment.plan === null || last === undefined || profile.trigger.basis === "schedule" || profile.credit?.expiresAfter) return false;
    const used = moment.steps.slice(last.index + 1, moment.index + 1).some(({ events }) => events.some(({ type }) => type === "usage"));
    const { decision } = last.plan;
    const givenUp = moment.earlier.some((each) => isGivenUp(each, moment) && !isGivenUp(each, { ...moment, ms: last.ms }));
    return !used && last.status !== "failed" && !givenUp && !isCut(last.plan) && isWithinMeans({ decision }, moment);
  },

  /** It fires, and there is nothing to add, or nothing that may be. */
  firesAndAddsNothing({ decision: { reason }, profile }) {
    return reason === "belowMinimum" || (reason === "alreadyAtTarget" && profile.trigger.basis !== "schedule");
  },

  /** A cap refuses the very first charge, though no more is missing than there is room for. */
  cappedFromTheStart(moment) {
    return moment.decision.reason === "capReached" && moment.earlier.length === 0 && isWithinMeans(moment, moment);
  },

  /** What is on its way would have been enough. */
  chargedTwiceForOneGap(moment) {
    const { decision, plan, profile, earlier } = moment;
    const { settlement } = profile;
    if (plan === null || decision.trigger === null) return false;
    const waits = settlement.kind === "expectedPayment" || (settlement.kind === "invoice" && settlement.requirePaid);
    const isOnItsWay = (each: Attempt): boolean => {
      if (isGivenUp(each, moment)) return false;
      return profile.trigger.basis === "unbilled" ? each.status !== "failed" : waits && each.status === "pending";
    };
    const onItsWay = earlier.filter(isOnItsWay).reduce((sum, each) => sum + exact(each.plan.topup.credit), 0n);
    const held = isHeld(moment);
    const coming = exact(decision.trigger.observed) + (held ? onItsWay : -onItsWay);
    return onItsWay > 0n && !wouldFire(decision.trigger, coming, held);
  },

  /** Two letters on one date. */
  lettersOnOneDate({ plan, earlier, ms }) {
    const isLetter = (each: TopupPlan): boolean =>
      each.actions.some((action) => action.kind === "sendCorrespondence" && action.about === "expectedPayment");
    const isToday = (each: Attempt): boolean => Math.floor(each.ms / DAY) === Math.floor(ms / DAY);
    return plan !== null && isLetter(plan) && earlier.some((each) => isToday(each) && isLetter(each.plan));
  },

  /** A letter sooner after the last than the cooldown has it. */
  letterInCooldown({ plan, earlier, ms, profile: { cooldown } }) {
    const last = earlier.at(-1);
    if (plan === null || last === undefined || cooldown === null) return false;
    const dates = Math.floor(ms / DAY) - Math.floor(last.ms / DAY);
    return cooldown.unit === "day" ? dates < cooldown.value : ms - last.ms < lengthOf(cooldown);
  },

  /** A payment method that declined, asked again within the hour. */
  askedAgainAtOnce({ plan, earlier, ms }) {
    const last = earlier.at(-1);
    return plan !== null && last?.status === "failed" && ms - last.ms < DAY / 24;
  },

  /** A payment method asked once more although it has declined five times in a row within four weeks. */
  askedForEver({ plan, earlier, ms }) {
    const last = earlier.slice(-5);
    return plan !== null && last.length === 5 && last.every((each) => each.status === "failed" && ms - each.ms <= 28 * DAY);
  },

  /** Charged although nothing is owed, and not in advance. */
  chargedForNothing({ plan, decision: { trigger } }) {
    return plan !== null && trigger !== null && trigger.basis !== "balance" && trigger.limit !== "0" && exact(trigger.observed) <= 0n;
  },

  /** Left owing by a top-up, although the customer pays in advance. */
  leftOwingInAdvance({ plan, profile, decision: { trigger } }) {
    const after = plan?.topup.after.effective;
    const inAdvance = trigger !== null && trigger.basis !== "balance" && trigger.limit === "0";
    return inAdvance && profile.topup.mode !== "fixedAmount" && after != null && exact(after) > 0n;
  },

  /** Nothing left, what was bought has expired, and the cooldown still holds back. */
  starvedInCooldown({ decision: { reason, trigger }, earlier, ms, profile: { credit } }) {
    const last = earlier.at(-1);
    const expiry = credit?.expiresAfter;
    if (reason !== "cooldown" || trigger === null || last?.status !== "paid" || !expiry) return false;
    return exact(trigger.observed) <= 0n && ms - last.ms >= expiry.value * (expiry.unit === "day" ? 1 : 31) * DAY;
  },

  /** A fixed amount was written, and another one is charged. */
  notAsWritten({ plan, profile: { topup }, account }) {
    if (plan === null || isCut(plan) || topup.mode !== "fixedAmount" || topup.repeat !== "once" || account.autoTopupAmount !== null)
      return false;
    return exact(plan.topup.credit) !== exact(topup.value);
  },

  /** A computed amount of any size leads to the threshold and not an inch further: the next can be a cent. */
  landsOnTheEdge({ plan, profile: { topup } }) {
    const ofAnySize = topup.mode !== "fixedAmount" && topup.min === null && topup.step === null;
    return plan !== null && ofAnySize && plan.topup.after.clears && plan.topup.after.distance === "0";
  },

  /** There is a method that collects, and it is not used. */
  askedForAndNotCollected({ plan, profile: { settlement }, account }) {
    if (plan === null || settlement.kind !== "expectedPayment" || !settlement.autoCollect || !account.paymentMethod?.autoCollect)
      return false;
    return !plan.actions.some(({ kind }) => kind === "createPayment");
  },

  /** An invoice on top of one that nobody has paid. */
  invoicesStacked(moment) {
    const { plan, profile, earlier } = moment;
    const { settlement } = profile;
    if (plan === null || settlement.kind !== "invoice" || !settlement.requirePaid || settlement.autoCollect) return false;
    return earlier.some((each) => each.status === "pending" && !isGivenUp(each, moment));
  },

  /** Something is missing, and for six weeks nothing was done but to count on a request that nobody pays. */
  silenced({ decision: { reason, trigger }, earlier, ms, ...played }) {
    if (reason !== "thresholdNotReached" || trigger === null || !wouldFire(trigger, exact(trigger.observed), isHeld(played))) return false;
    const unpaid = earlier.filter(({ status }) => status === "pending");
    return trigger.basis !== "unbilled" && unpaid.length > 0 && unpaid.every((each) => ms - each.ms > 42 * DAY);
  },

  /** It fires, and for six weeks nothing was done but to wait for a request that nobody pays. */
  blockedByUnpaid({ decision: { reason }, profile: { settlement }, earlier, ms }) {
    const unpaid = earlier.filter(({ status }) => status === "pending");
    const waits = reason === "topupInFlight" && settlement.kind === "expectedPayment";
    return waits && unpaid.length > 0 && unpaid.every((each) => ms - each.ms > 42 * DAY);
  },

  /** It is due but for a payment method, and the account has none that collects. */
  neverAsked({ decision: { reason } }) {
    return reason === "noPaymentMethod";
  },

  /** It cannot be told whether anything is due, or the profile is not for this account at all. */
  noAnswer({ decision: { outcome, reason } }) {
    return outcome === "indeterminate" || outcome === "ineligible" || reason === "unlimited";
  },
} satisfies Record<string, Harm>;
