import { findTarget, type Target } from "../../engine/target.js";
import { overrideOf } from "../../engine/figures.js";
import type { Account } from "../../model/account.js";
import type { Basis } from "../../model/basis.js";
import { basisOf, type Profile } from "../../model/profile.js";
import type { Draft } from "./finding.js";
import { type Trials, trialsOf } from "./trial.js";

/** What the rules look at. */
export interface Ground {
  readonly profile: Profile;
  readonly account: Account | null;
  readonly historyLeftOut: boolean;
  readonly basis: Basis;
  /** What the profile tops up; null without an account, or where no single wallet was found. */
  readonly target: Target | null;
  /** The customer's own amount, where it replaces the rule's. */
  readonly override: string | null;
  /** Accounts on which the rule is tried out: what holds on all of them holds for the profile. */
  readonly trials: Trials;
}

/** A rule of this linter: it looks for one thing. */
export type Rule = (ground: Ground) => readonly Draft[];

export function groundOf(profile: Profile, account: Account | null, historyLeftOut: boolean): Ground {
  const found = account && findTarget(profile, account);
  const target = found === null || found.kind === "none" ? null : found;
  return {
    profile,
    account,
    historyLeftOut,
    basis: basisOf(profile),
    target,
    override: account && target && overrideOf(account, target),
    trials: trialsOf(profile, account, target),
  };
}

/** Whether every top-up adds the same, whatever the figure. */
export function isFixed({ profile: { topup }, override }: Ground): boolean {
  return override !== null || (topup.mode === "fixedAmount" && topup.repeat === "once");
}

/** Whether the amount is computed from the figure and where it shall be. */
export function hasGoal({ profile: { topup }, override }: Ground): boolean {
  return override === null && topup.mode !== "fixedAmount";
}

/** Whether what a credit costs is known: without its wallet, the rate is not. */
export function knowsCharge({ basis, target }: Ground): boolean {
  return target !== null || basis !== "balance";
}

/** Where the amount of a fixed top-up is written. */
export function amountPath({ override }: Ground): Draft["path"] {
  return override === null ? ["topup", "value"] : ["account", "autoTopupAmount"];
}

/** A figure of the basis in words. */
export function inUnit({ target }: Ground, figure: string): string {
  return target === null ? figure : `${figure} ${target.unit}`;
}

/** Money in words. */
export function inMoney({ account }: Ground, figure: string): string {
  return account === null ? figure : `${figure} ${account.currency}`;
}
