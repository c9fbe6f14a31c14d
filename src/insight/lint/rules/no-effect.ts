import { decimal, unitOf } from "../../../base/decimal.js";
import { durationMs } from "../../../model/duration.js";
import type { RetryPolicy } from "../../../model/failure-policy.js";
import { measureOf } from "../../../engine/amount.js";
import type { Draft } from "../finding.js";
import { isFixed, type Ground, type Rule } from "../ground.js";
import { amountIn, supposeFarPast } from "../supposition.js";

/** A key that does nothing where it stands: most likely something else was meant. */
export const noEffect: Rule = (ground) =>
  [...ofWaiting(ground), ...ofFailures(ground), ...ofCaps(ground), ...ofCredit(ground), ...ofAmount(ground), ...ofAccount(ground)].map(
    ([path, why]) => ({ severity: "info", path, message: `It has no effect: ${why}.`, suggestion: "Leave it out." }) satisfies Draft,
  );

type Idle = readonly [path: Draft["path"], why: string];

function ofWaiting(ground: Ground): Idle[] {
  const { cooldown, inFlight, inFlightExpiresAfter, trigger } = ground.profile;
  const idle: Idle[] = [];
  if (cooldown?.value === 0) idle.push([["cooldown"], "a cooldown of 0 never holds back"]);
  if (inFlightExpiresAfter === null) return idle;
  if (inFlight === "ignore") idle.push([["inFlightExpiresAfter"], "under inFlight: ignore, nothing on its way counts"]);
  if (inFlight === "net" && trigger.basis === "schedule" && isFixed(ground)) {
    idle.push([["inFlightExpiresAfter"], "a fixed amount on a schedule goes by no figure that could be netted"]);
  }
  return idle;
}

function ofFailures({ profile: { failures, settlement } }: Ground): Idle[] {
  if (failures === "none") return [];
  if (settlement.kind === "grant") return isDefault(failures) ? [] : [[["failures"], "a grant collects nothing that could be declined"]];
  const { retryAfter, backoff, maxRetryAfter, suspendAfter } = failures;
  const waits = retryAfter !== null && retryAfter.value > 0;
  if (!waits) return backoff === "doubling" ? [[["failures", "backoff"], "there is no retryAfter that could be doubled"]] : [];
  if (suspendAfter === 1) return [[["failures", "retryAfter"], "the first decline suspends"]];
  if (maxRetryAfter === null || durationMs(maxRetryAfter) > durationMs(retryAfter)) return [];
  return [[["failures", "backoff"], "maxRetryAfter is no longer than retryAfter, so that each wait is the same"]];
}

/** What a profile gets that says nothing cannot be told from the same, written out. */
function isDefault({ retryAfter, maxRetryAfter, suspendAfter }: RetryPolicy): boolean {
  const days = [retryAfter, maxRetryAfter].map((wait) => (wait?.unit === "day" ? wait.value : null));
  return suspendAfter === 3 && days[0] === 1 && days[1] === 7; // and doubling, without which there is no maxRetryAfter
}

function ofCaps({ profile: { caps } }: Ground): Idle[] {
  return caps.flatMap(({ onExceed, maxCharge }, index): Idle[] =>
    onExceed === "reduce" && maxCharge === null ? [[["caps", index, "onExceed"], "a number of top-ups cannot be reduced"]] : [],
  );
}

function ofCredit({ profile: { credit }, basis }: Ground): Idle[] {
  return credit !== null && basis !== "balance" ? [[["credit"], "no credit is granted where money owed is paid"]] : [];
}

/** What an account makes of the amount: another account may have an amount of its own. */
function ofAmount(ground: Ground): Idle[] {
  const { profile, override, target, trials } = ground;
  const { topup } = profile;
  if (target === null) return [];
  const idle: Idle[] = [];
  if (override !== null && topup.mode === "fixedAmount" && topup.repeat === "untilClear") {
    idle.push([["topup", "repeat"], "this customer's own amount replaces the rule's, and is added once"]);
  }
  const unit = unitOf(target.scale);
  if (topup.step !== null && decimal(topup.step).equals(unit) && measureOf(topup, target, 0).quantum.equals(unit)) {
    idle.push([["topup", "step"], "amounts are whole units of that size anyway"]);
  }
  if (!isFixed(ground)) return idle;
  const [trial] = trials; // a fixed amount is the same on each
  const amount = amountIn(supposeFarPast(ground, trial));
  const acts = (rule: "minimum" | "maximum"): boolean => amount === null || amount.adjustments.some((each) => each.rule === rule);
  if (topup.min !== null && !acts("minimum")) idle.push([["topup", "min"], "the fixed amount is never below it"]);
  if (topup.max !== null && !acts("maximum")) idle.push([["topup", "max"], "the fixed amount is never above it"]);
  return idle;
}

function ofAccount({ account, target, override }: Ground): Idle[] {
  if (account === null || target === null || account.autoTopupAmount === null || override !== null) return [];
  return [[["account", "autoTopupAmount"], `it is money in ${account.currency}, and the wallet holds ${target.unit}`]];
}
