import type { Profile, Topup, TopupPlan, Trigger, TriggerFigures } from "auto-topup";

/**
 * One line of why, from the figures of the decision:
 * `outstanding 450 reached 400 (80 % of credit 500), 50 past it; maximum: 430 to 300`.
 */
export function why(plan: TopupPlan, profile: Profile): string {
  const { decision, topup } = plan;
  const cause = decision.trigger === null ? occurrence(profile.trigger, topup) : crossing(decision.trigger, profile.trigger);
  return [cause, ...topup.adjustments.map(({ rule, from, to }) => `${rule}: ${from} to ${to}`)].join("; ");
}

function occurrence(trigger: Trigger, { basis, after }: Topup): string {
  if (trigger.basis !== "schedule") return "";
  const { value, unit } = trigger.every;
  const effect = after.effective === null ? "" : `, brings ${basis} to ${after.effective}`;
  return `due every ${value === 1 ? unit : `${value} ${unit}s`} since ${trigger.startingAt.slice(0, 10)}${effect}`;
}

function crossing(figures: TriggerFigures, trigger: Trigger): string {
  const { basis, observed, inFlight, effective, threshold, distance } = figures;
  const netted = inFlight === "0" ? "" : ` (${observed} ${basis === "balance" ? "and" : "less"} ${inFlight} in flight)`;
  const past = distance === null || distance === "0" ? "exactly there" : `${distance.replace("-", "")} past it`;
  return `${basis} ${effective}${netted} ${verb(figures)} ${threshold}${meaning(trigger, figures.limit)}, ${past}`;
}

function verb({ basis, boundary }: TriggerFigures): string {
  if (basis === "balance") return boundary === "exclusive" ? "is below" : "is at or below";
  return boundary === "exclusive" ? "passed" : "reached";
}

/** Where the threshold comes from. */
function meaning(trigger: Trigger, limit: string | null): string {
  if (trigger.basis === "schedule" || !("referenceLimit" in trigger)) return "";
  const { type, value, referenceLimit } = trigger;
  return type === "percentOfLimit" ? ` (${value} % of ${referenceLimit} ${limit})` : ` (${value} left of ${referenceLimit} ${limit})`;
}
