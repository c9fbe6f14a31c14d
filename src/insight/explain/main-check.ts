import type { Check, Decision } from "../../model/decision.js";

/** The check that gives the decision its reason; when due, the trigger's. */
export function mainCheck({ outcome, reason, checks }: Decision): Check | null {
  const isMain = (check: Check): boolean => (outcome === "due" ? check.guard === "trigger" : check.reason === reason);
  return checks.find(isMain) ?? null;
}
