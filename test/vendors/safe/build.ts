import { InvalidInputError, type InputIssue } from "auto-topup";
import type { SafeProfile } from "auto-topup/safe";

/** Fires below £100 left of the Credit Limit, and then adds £50. */
export function safeProfile(over: Partial<SafeProfile> = {}): SafeProfile {
  return {
    id: "12",
    enabled: "Yes",
    triggerBasis: "Outstanding",
    triggerType: "Absolute Amount",
    triggerValue: "100",
    referenceLimit: "Credit Limit",
    topupMode: "Fixed Amount",
    topupValue: "50",
    ...over,
  };
}

/** The issues of the `InvalidInputError` that it throws; anything else that it throws is a failure. */
export function issuesOf(act: () => unknown): readonly InputIssue[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues;
    throw error;
  }
  return [];
}

export function pathsOf(act: () => unknown): (readonly (string | number)[])[] {
  return issuesOf(act).map(({ path }) => path);
}
