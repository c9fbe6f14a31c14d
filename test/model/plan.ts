// 6 and 10: the decision, and the plan that the caller carries out.
import { addMonths, DAY, instantOf, iso, isoOrNull, LAST_INSTANT, wallOf } from "./clock.js";
import { minorUnits } from "./currency.js";
import { add, canonical, compare, fixed, rational, subtract } from "./rational.js";
import type { Proposal } from "./amount.js";
import { judge, type Judgement } from "./guards.js";
import { OUTCOMES, type Action, type Decision, type ModelInput, type Plan, type SettlementInput, type Topup } from "./shapes.js";
import { situate, type Situation } from "./situation.js";
import { distanceOf, isPast, triggerFigures, type Threshold } from "./threshold.js";

export function modelEvaluate(input: ModelInput): Decision {
  const s = situate(input);
  return decide(s, judge(s));
}

export function modelPlan(input: ModelInput): Plan {
  const s = situate(input);
  const judgement = judge(s);
  const decision = decide(s, judgement);
  if (decision.outcome !== "due" || judgement.topup === null) {
    return { version: 1, outcome: "none", decision, topup: null, actions: [], idempotencyKey: null };
  }
  const idempotencyKey = keyOf(s);
  const topup = topupOf(s, judgement.threshold, judgement.topup);
  const actions = actionsOf(s, topup, judgement.topup).map((action) => ({
    id: `${idempotencyKey}#${action.kind}`,
    ...action,
  }));
  return { version: 1, outcome: "topup", decision, topup, actions, idempotencyKey };
}

function decide(s: Situation, { verdicts, threshold }: Judgement): Decision {
  const failed = verdicts.flatMap(([, { reason, eligibleAt }]) => (reason === null ? [] : [{ reason, eligibleAt: isoOrNull(eligibleAt) }]));
  // 6: the first of these outcomes that any guard gives; the reason is that of the first guard with it.
  const outcomes = ["ineligible", "indeterminate", "notDue", "blocked"] as const;
  const worst = outcomes.flatMap((outcome) => failed.filter(({ reason }) => OUTCOMES[reason] === outcome))[0];
  const dates = failed.map(({ eligibleAt }) => eligibleAt);
  const figuresKnown = verdicts.some(([guard, { passed }]) => guard === "figures" && passed === true);
  return {
    version: 1,
    profileId: s.profile.id,
    accountId: s.account.id,
    walletId: s.wallet?.id ?? null,
    at: iso(s.at),
    outcome: worst ? OUTCOMES[worst.reason] : "due",
    reason: worst ? worst.reason : s.scheduled ? "scheduleReached" : "thresholdReached",
    trigger: figuresKnown ? triggerFigures(s, threshold) : null,
    checks: verdicts.map(([guard, { passed, reason, eligibleAt }]) => ({
      guard,
      passed,
      reason,
      eligibleAt: isoOrNull(eligibleAt),
    })),
    nextEligibleAt: dates.includes(null) ? null : (dates.sort().at(-1) ?? null),
  };
}

function topupOf(s: Situation, threshold: Threshold | null, { credit, charge, adjustments }: Proposal): Topup {
  const after = s.effective && (s.held ? add(s.effective, credit) : subtract(s.effective, credit));
  const distance = threshold && after && distanceOf(s, after, threshold.value);
  // 9: under a schedule, without a distance; and without an effective figure for a fixed amount or an override.
  const unneeded = s.scheduled && (s.profile.topup.mode === "fixedAmount" || s.override !== null);
  const places = minorUnits(s.unit);
  return {
    credit: places === undefined ? canonical(credit) : fixed(credit, places),
    unit: s.unit,
    charge: fixed(charge, minorUnits(s.currency) ?? 2),
    currency: s.currency,
    adjustments,
    after: {
      effective: after && !unneeded ? canonical(after) : null,
      distance: distance && canonical(distance),
      clears: threshold && distance ? !isPast(distance, threshold.boundary) : true,
    },
  };
}

// 10: it comes from the state seen, and contains neither the amount nor the time.
function keyOf(s: Situation): string {
  const part = (id: string): string => (id === "-" ? "%2D" : id === "0" ? "%30" : encodeURIComponent(id));
  const newest = s.automatic[0];
  return [part(s.account.id), part(s.profile.id), s.wallet ? part(s.wallet.id) : "-", newest ? part(newest.id) : "0"].join("/");
}

type Unnamed = Omit<Action, "id"> & { kind: string };
const DEFAULT_SETTLEMENT: SettlementInput = { kind: "expectedPayment", autoCollect: false };

function actionsOf(s: Situation, { credit, unit, charge, currency }: Topup, proposal: Proposal): Unnamed[] {
  const settlement = s.profile.settlement ?? DEFAULT_SETTLEMENT;
  const at = iso(s.at);
  const money = { amount: charge, currency };
  const grant = (status: "active" | "pendingPayment", reason: string | null = null): Unnamed => ({
    kind: "grantCredit",
    walletId: s.wallet?.id ?? null,
    credit,
    unit,
    charge,
    currency,
    status,
    priority: s.profile.credit?.priority ?? null,
    effectiveAt: at,
    expiresAt: expiresAt(s),
    reason,
    metadata: s.profile.credit?.metadata ?? null,
  });

  if (settlement.kind === "grant") {
    const reason = settlement.reason ?? null;
    return [s.held ? grant("active", reason) : { kind: "recordTransaction", ...money, reason }];
  }
  if (settlement.kind === "invoice") {
    const { memo = null, autoCollect, netTermsDays } = settlement;
    return [
      { kind: "createInvoice", ...money, issueDate: at, dueDate: datesOn(s, netTermsDays), memo, autoCollect },
      grant(settlement.requirePaid ? "pendingPayment" : "active"),
    ];
  }
  const actions: Unnamed[] = [{ kind: "createExpectedPayment", ...money, dueDate: at }];
  const { paymentMethod: method } = s.account;
  const collects =
    settlement.autoCollect && method?.autoCollect && compare(proposal.charge, rational(method.minCharge ?? 0)) >= 0 ? method.type : null;
  if (collects) actions.push({ kind: "createPayment", method: collects, ...money });
  const letters = settlement.correspondence ?? {};
  const correspond = (correspondenceType: string | null | undefined, about: string): void => {
    if (correspondenceType !== null && correspondenceType !== undefined)
      actions.push({ kind: "sendCorrespondence", correspondenceType, about });
  };
  if (collects === null) correspond(letters.expected, "expectedPayment");
  if (collects === "card") correspond(letters.card, "cardPayment");
  if (collects === "directDebit") correspond(letters.directDebit, "directDebitPayment");
  return s.held ? [...actions, grant("pendingPayment")] : actions;
}

const clampedIso = (t: number): string => iso(Math.min(t, LAST_INSTANT));

// 3: the same wall-clock time, so many dates on; none on is the same instant, also in a repeated hour.
const datesOn = (s: Situation, days: number): string =>
  clampedIso(days === 0 ? s.at : instantOf(wallOf(s.at, s.zone) + days * DAY, s.zone));

function expiresAt(s: Situation): string | null {
  const after = s.profile.credit?.expiresAfter;
  if (!after) return null;
  return after.unit === "day" ? datesOn(s, after.value) : clampedIso(instantOf(addMonths(wallOf(s.at, s.zone), after.value), s.zone));
}
