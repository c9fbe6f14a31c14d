// 6: the guards, in order. Each is judged independently of the others.
import { dayAt, optionalInstant, startOfDay } from "./clock.js";
import { propose, wantedCredit, type Proposal } from "./amount.js";
import { capped, capsEligibleAt } from "./caps.js";
import { unitName } from "./currency.js";
import { compare, ZERO, type Rational } from "./rational.js";
import type { FailReason, FailuresInput, Guard } from "./shapes.js";
import { lengthOf, type Situation } from "./situation.js";
import { scheduleOf, thresholdOf, type Threshold } from "./threshold.js";

export interface Verdict {
  passed: boolean | null;
  reason: FailReason | null;
  eligibleAt: number | null;
}
const PASS: Verdict = { passed: true, reason: null, eligibleAt: null };
const UNJUDGED: Verdict = { passed: null, reason: null, eligibleAt: null };
const fail = (reason: FailReason, eligibleAt: number | null = null): Verdict => ({ passed: false, reason, eligibleAt });

export interface Judgement {
  verdicts: [Guard, Verdict][];
  threshold: Threshold | null;
  topup: Proposal | null;
}

export function judge(s: Situation): Judgement {
  const figures = figuresGuard(s);
  const known = s.hasTarget && figures.passed === true;
  const threshold = known ? thresholdOf(s) : null;
  const [trigger, wanted] = known ? triggerGuard(s, threshold) : [UNJUDGED, null];
  const proposal = wanted && propose(s, wanted);
  const topup = proposal && capped(s, proposal, s.at);
  const amount = wanted === null ? UNJUDGED : proposal === null ? fail("belowMinimum") : PASS;
  const caps = proposal === null ? UNJUDGED : topup === null ? fail("capReached", capsEligibleAt(s, proposal)) : PASS;
  return {
    threshold,
    topup,
    verdicts: [
      ["enabled", (s.profile.enabled ?? true) ? PASS : fail("profileDisabled")],
      ["customer", [null, s.account.id].includes(s.profile.customerId ?? null) ? PASS : fail("otherCustomer")],
      ["activePeriod", activePeriodGuard(s)],
      ["currency", currencyGuard(s)],
      ["wallet", s.walletFault ? fail(s.walletFault) : PASS],
      ["freshness", freshnessGuard(s)],
      ["figures", figures],
      ["trigger", trigger],
      ["inFlight", inFlightGuard(s)],
      ["cooldown", cooldownGuard(s)],
      ["failures", failuresGuard(s)],
      ["paymentMethod", s.profile.requirePaymentMethod && !s.account.paymentMethod?.autoCollect ? fail("noPaymentMethod") : PASS],
      ["amount", amount],
      ["caps", caps],
    ],
  };
}

function activePeriodGuard(s: Situation): Verdict {
  const from = optionalInstant(s.profile.activeFrom);
  const until = optionalInstant(s.profile.activeUntil);
  if (from !== null && s.at < from) return fail("notYetActive", from);
  return until !== null && s.at >= until ? fail("expired") : PASS;
}

function currencyGuard(s: Situation): Verdict {
  if ((s.profile.currency ?? null) === null) return PASS;
  if (!s.hasTarget) return UNJUDGED;
  return unitName(s.profile.currency ?? "") === s.unit ? PASS : fail("currencyMismatch");
}

function freshnessGuard(s: Situation): Verdict {
  const { staleAfter } = s.profile;
  if (staleAfter && (s.asOf === null || s.at - s.asOf > lengthOf(staleAfter))) return fail("staleSnapshot");
  const seen = [s.asOf, ...s.automatic.flatMap((r) => [r.createdAt, r.creditedAt])];
  const latest = Math.max(...seen.map((t) => t ?? -Infinity));
  return latest > s.at ? fail("inFuture", latest) : PASS;
}

function figuresGuard(s: Situation): Verdict {
  const fixed = s.profile.topup.mode === "fixedAmount";
  if (s.scheduled && fixed) return PASS; // 9: needs no figure
  if (!s.hasTarget) return UNJUDGED;
  if (s.scheduled && s.override) return PASS;
  if (s.observed === null) return fail("basisUnknown");
  return s.triggerLimit === "unknown" || s.topupLimit === "unknown" ? fail("limitUnknown") : PASS;
}

/** With the credit that is wanted, where the trigger fires. */
function triggerGuard(s: Situation, threshold: Threshold | null): [Verdict, Rational | null] {
  if (s.scheduled) {
    const { due, next } = scheduleOf(s);
    if (!due) return [fail("scheduleNotReached", next), null];
  } else {
    if (threshold === null) return [fail("unlimited"), null];
    if (!threshold.fires) return [fail("thresholdNotReached"), null];
  }
  const wanted = wantedCredit(s, threshold);
  if (wanted === null) return [fail("unlimited"), null];
  return compare(wanted, ZERO) <= 0 ? [fail("alreadyAtTarget"), null] : [PASS, wanted]; // 5, 2
}

// 7: `block`: any in flight, and any pending or unknown one even if shown.
function inFlightGuard(s: Situation): Verdict {
  if (!s.hasTarget) return UNJUDGED;
  if (s.profile.inFlight !== "block" || s.blocking.length === 0) return PASS;
  const allExpire = s.expiry !== Infinity && s.blocking.every((r) => r.status === "pending");
  return fail("topupInFlight", allExpire ? Math.max(...s.blocking.map((r) => r.createdAt)) + s.expiry : null);
}

// 8: since the newest automatic top-up that isn't voided; a day is a calendar date.
function cooldownGuard(s: Situation): Verdict {
  const { cooldown } = s.profile;
  if (!cooldown) return PASS;
  if (!s.hasTarget) return UNJUDGED;
  const newest = s.automatic.find((r) => r.status !== "voided");
  if (!newest || cooldown.value === 0) return PASS;
  const over =
    cooldown.unit === "day" ? startOfDay(dayAt(newest.createdAt, s.zone) + cooldown.value, s.zone) : newest.createdAt + lengthOf(cooldown);
  return s.at >= over ? PASS : fail("cooldown", over);
}

// 8: left out, 1 day, doubling, at most 7 days, suspended after 3.
const DEFAULT_FAILURES: FailuresInput = {
  retryAfter: { value: 1, unit: "day" },
  backoff: "doubling",
  maxRetryAfter: { value: 7, unit: "day" },
  suspendAfter: 3,
};

function failuresGuard(s: Situation): Verdict {
  const policy = s.profile.failures ?? DEFAULT_FAILURES;
  if (policy === "none") return PASS;
  if (!s.hasTarget) return UNJUDGED;
  const newestPaid = s.automatic.find((r) => r.status === "paid")?.createdAt ?? -Infinity;
  const since = Math.max(newestPaid, optionalInstant(s.account.autoTopupResumedAt) ?? -Infinity);
  const counted = s.automatic.filter((r) => r.status === "failed" && r.failure !== "infrastructure" && r.createdAt > since);
  const newest = counted[0];
  if (!newest) return PASS;
  if (counted.some((r) => r.failure === "hardDeclined") || counted.length >= (policy.suspendAfter ?? Infinity)) return fail("suspended");
  if (!policy.retryAfter) return PASS;
  const longest = policy.maxRetryAfter ? lengthOf(policy.maxRetryAfter) : Infinity;
  const times = policy.backoff === "doubling" ? 2 ** Math.min(counted.length - 1, 60) : 1; // 2 ** 60 seconds are for ever
  const over = (newest.failedAt ?? newest.createdAt) + Math.min(lengthOf(policy.retryAfter) * times, longest);
  return s.at >= over ? PASS : fail("retryBackoff", over);
}
