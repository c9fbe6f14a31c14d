import { canonical, type Decimal, decimal, ZERO } from "../../base/decimal.js";
import { toMs } from "../../base/instant.js";
import { findTarget } from "../../engine/target.js";
import { type Outcome, OUTCOMES, type Reason } from "../../model/decision.js";
import type { Profile } from "../../model/profile.js";
import { dateCount } from "./local-dates.js";
import type { Played } from "./play.js";
import type { Scenario } from "./read-scenario.js";
import type { Standing } from "./standing.js";
import type { SimulationStep } from "./step.js";
import type { SimulatedFees, SimulationSummary } from "./summary.js";

/** Sums up what was played, step by step; nothing of it is kept. */
export function summaryOf(profile: Profile, scenario: Scenario, played: Iterable<Played>): SimulationSummary {
  const { account, from, to } = scenario;
  const target = findTarget(profile, account);
  const answers = answerCount();
  const topups = topupTally(profile, scenario.costPerCharge, account.timeZone);
  const figures = figureTally(account.timeZone);
  let expired = ZERO;
  let last: Played | null = null;
  for (const each of played) {
    if (last !== null) figures.hold(last.after, last.step.at, each.step.at);
    answers.add(each.step);
    topups.add(each.step);
    figures.meet(each);
    if (target.kind === "wallet") expired = expired.plus(each.expired.get(target.walletId) ?? ZERO);
    last = each;
  }
  if (last !== null) figures.hold(last.after, last.step.at, to);
  return {
    profileId: profile.id,
    accountId: account.id,
    from,
    to,
    currency: account.currency,
    unit: target.kind === "none" ? null : target.unit,
    ...answers.result(),
    ...topups.result(),
    ...figures.result(),
    expired: canonical(expired),
  };
}

function answerCount(): {
  add(step: SimulationStep): void;
  result(): Pick<SimulationSummary, "steps" | "evaluations" | "outcomes" | "reasons">;
} {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const reasons: Partial<Record<Reason, number>> = {};
  let steps = 0;
  let evaluations = 0;
  return {
    add({ decision }) {
      steps += 1;
      if (decision === null) return;
      evaluations += 1;
      outcomes[decision.outcome] += 1;
      reasons[decision.reason] = (reasons[decision.reason] ?? 0) + 1;
    },
    result: () => ({ steps, evaluations, outcomes, reasons }),
  };
}

function topupTally(
  { settlement }: Profile,
  costPerCharge: Decimal | null,
  zone: string,
): { add(step: SimulationStep): void; result(): Pick<SimulationSummary, "topups" | "asked" | "charged" | "fees"> } {
  const open = new Map<string, { readonly charge: string; readonly leftFiring: boolean }>();
  const usedOn = dateCount(zone);
  let [attempted, paid, failed, wasted] = [0, 0, 0, 0];
  let [asked, charged] = [ZERO, ZERO];
  const end = (topupId: string, status: string): void => {
    const topup = open.get(topupId);
    if (topup === undefined || status === "pending" || status === "unknown") return; // one that the account had before, or one still to settle
    open.delete(topupId);
    if (status === "paid") {
      paid += 1;
      charged = charged.plus(decimal(topup.charge));
    } else {
      failed += 1;
      if (!topup.leftFiring) wasted += 1;
    }
  };
  return {
    add({ at, events, settled, attempted: made, plan }) {
      if (events.some((event) => event.type === "usage" && event.amount !== "0")) usedOn.add(toMs(at), toMs(at));
      for (const { topupId, status } of settled) end(topupId, status);
      if (made === null || plan?.outcome !== "topup") return;
      attempted += 1;
      asked = asked.plus(decimal(made.charge));
      const leftFiring = !plan.topup.after.clears;
      if (leftFiring) wasted += 1;
      open.set(made.topupId, { charge: made.charge, leftFiring });
      end(made.topupId, made.status);
    },
    result() {
      const cost = settlement.kind === "grant" ? ZERO : costPerCharge;
      const fees: SimulatedFees | null = costPerCharge &&
        cost && {
          total: canonical(cost.times(attempted)),
          wasted: canonical(cost.times(wasted)),
          saved: canonical(cost.times(usedOn.count - attempted)),
        };
      return { topups: { attempted, paid, failed, unsettled: open.size }, asked: canonical(asked), charged: canonical(charged), fees };
    },
  };
}

type FigureSummary = Pick<
  SimulationSummary,
  "lowest" | "highest" | "pastThresholdMs" | "pastLimitMs" | "daysWithoutFunds" | "firstWithoutFundsAt"
>;

interface FigureTally {
  /** What stood at an instant, before and after a top-up. */
  meet(played: Played): void;
  /** What stood from one instant to the next. */
  hold(standing: Standing, from: string, to: string): void;
  result(): FigureSummary;
}

function figureTally(zone: string): FigureTally {
  let lowest: { figure: Decimal; at: string } | null = null;
  let highest: { figure: Decimal; at: string } | null = null;
  let [pastThresholdMs, pastLimitMs] = [0, 0];
  let firstWithoutFundsAt: string | null = null;
  const withoutFunds = dateCount(zone);
  return {
    meet({ step: { at }, reached, after }) {
      for (const { figure, withoutFunds: dry } of [reached, after]) {
        if (dry) {
          firstWithoutFundsAt ??= at;
          withoutFunds.add(toMs(at), toMs(at));
        }
        if (figure === null) continue;
        if (lowest === null || figure.lessThan(lowest.figure)) lowest = { figure, at };
        if (highest === null || figure.greaterThan(highest.figure)) highest = { figure, at };
      }
    },
    hold(standing, from, to) {
      const [first, end] = [toMs(from), toMs(to)];
      if (standing.pastThreshold) pastThresholdMs += end - first;
      if (standing.pastLimit) pastLimitMs += end - first;
      if (standing.withoutFunds) withoutFunds.add(first, end - 1);
    },
    result: () => ({
      lowest: lowest && { figure: canonical(lowest.figure), at: lowest.at },
      highest: highest && { figure: canonical(highest.figure), at: highest.at },
      pastThresholdMs,
      pastLimitMs,
      daysWithoutFunds: withoutFunds.count,
      firstWithoutFundsAt,
    }),
  };
}
