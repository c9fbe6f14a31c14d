import { canonical, type Decimal, decimal, unitOf, ZERO } from "../../base/decimal.js";
import type { Instant } from "../../base/instant.js";
import type { Amount } from "../../engine/amount.js";
import { toppedUp } from "../../engine/figures.js";
import { afterOf } from "../../engine/plan.js";
import type { Firing } from "../../engine/firing.js";
import { type Situation, situationOf } from "../../engine/situation.js";
import type { Target } from "../../engine/target.js";
import { distanceTo, fires, type Threshold } from "../../engine/threshold.js";
import type { Account } from "../../model/account.js";
import type { After } from "../../model/plan.js";
import type { Profile } from "../../model/profile.js";
import { hasGoal, knowsCharge, type Ground } from "./ground.js";

/** No rule that is tried here goes by the time. */
export const SOME_TIME: Instant = "2000-01-01T00:00:00.000Z";

/** Further out than any threshold or target that can be stated. */
const FAR = /* @__PURE__ */ decimal(`1${"0".repeat(50)}`);

/** As fine as any unit. */
const BIT = /* @__PURE__ */ unitOf(12);

/** A trial account has what is topped up, and all figures: whether the trigger fires can always be told. */
export interface Supposed extends Situation {
  readonly target: Target;
  readonly firing: Firing;
}

/** What the engine makes of a trial account whose watched figure stands there. */
export function suppose({ profile, basis }: Pick<Ground, "profile" | "basis">, trial: Account, figure: Decimal): Supposed {
  const text = canonical(figure);
  const account =
    basis === "balance"
      ? { ...trial, wallets: trial.wallets.map((wallet) => ({ ...wallet, balance: text })) }
      : { ...trial, owed: { ...trial.owed, [basis]: text } };
  const at = profile.trigger.basis === "schedule" ? profile.trigger.startingAt : SOME_TIME;
  return situationOf({ profile: { ...profile, activeFrom: null }, account, at }) as Supposed;
}

/** Far past the threshold, where each trigger fires that ever does. */
export function supposeFarPast(ground: Ground, trial: Account): Supposed {
  return suppose(ground, trial, farPast(ground));
}

/**
 * Where the least is needed that ever is: at the threshold, which is to fire there, or the least bit past it; or past
 * the target, where that is met at the threshold. On a schedule it is the target alone, or, for a fixed amount, anywhere.
 * Null where nothing fires.
 */
export function supposeLeast(ground: Ground, trial: Account): Supposed | null {
  const inclusive = { ...ground, profile: firingAt(ground.profile) };
  const threshold = thresholdIn(ground, trial)?.value ?? null;
  const goal = goalIn(ground, trial);
  const figures = [threshold, threshold && pastBy(ground, threshold), goal && pastBy(ground, goal), ZERO];
  const situations = figures.map((figure) => figure && suppose(inclusive, trial, figure));
  return situations.find((situation) => situation?.firing.fires) ?? null;
}

/** Where nothing is left: a wallet is empty, the trigger's limit is used up. Null where there is no such limit. */
export function supposeUsedUp(ground: Ground, trial: Account): Supposed | null {
  if (ground.basis === "balance") return suppose(ground, trial, ZERO);
  const { trigger } = ground.profile;
  const limit = "referenceLimit" in trigger ? trial.limits[trigger.referenceLimit] : null;
  return limit == null ? null : suppose(ground, trial, decimal(limit));
}

/** A threshold that is not unlimited. */
export type Edge = Threshold & { readonly value: Decimal };

/** Where a trigger fires on a trial account; null for a schedule, or under an unlimited limit. */
export function thresholdIn(ground: Ground, trial: Account): Edge | null {
  const threshold = suppose(ground, trial, ZERO).firing.position?.threshold;
  return threshold?.value ? (threshold as Edge) : null;
}

/** Where a computed amount leads; null where the amount is fixed, or the limit is unlimited. */
export function goalIn(ground: Ground, trial: Account): Decimal | null {
  if (!hasGoal(ground)) return null;
  const { firing, target } = supposeFarPast(ground, trial);
  return firing.fires ? toppedUp(farPast(ground), firing.wanted.credit, target) : null;
}

/** Whether the trigger fires on a trial account where the figure stands there. */
export function firesAt(ground: Ground, trial: Account, figure: Decimal): boolean {
  const threshold = thresholdIn(ground, trial);
  return threshold !== null && fires(distanceTo(threshold.value, figure, suppose(ground, trial, figure).target), threshold.boundary);
}

/** What would be charged before the caps; null where nothing fires, or nothing can be. */
export function amountIn({ amount }: Situation): Amount | null {
  return amount === "belowMinimum" ? null : amount;
}

/** The one account on which a charge can be told; null where a limit, or what a credit costs, is not known. */
export function pricedTrial(ground: Ground): Account | null {
  const { trials } = ground;
  return trials.length === 1 && knowsCharge(ground) ? trials[0] : null;
}

/** The least that a top-up charges; null where that is not known, or where there is none. */
export function leastCharged(ground: Ground): Amount | null {
  const trial = pricedTrial(ground);
  const situation = trial && supposeLeast(ground, trial);
  return situation && amountIn(situation);
}

/** Where an amount leads. */
export function after(situation: Supposed, { credit }: Amount): After {
  return afterOf(situation, situation.target, credit);
}

/** The least bit past a figure: less held, or more owed. */
function pastBy({ basis }: Ground, figure: Decimal): Decimal {
  return basis === "balance" ? figure.minus(BIT) : figure.plus(BIT);
}

function farPast({ basis }: Ground): Decimal {
  return basis === "balance" ? FAR.negated() : FAR;
}

/** The same profile, firing at its threshold too. */
function firingAt(profile: Profile): Profile {
  const { trigger } = profile;
  return "boundary" in trigger ? { ...profile, trigger: { ...trigger, boundary: "inclusive" } } : profile;
}
