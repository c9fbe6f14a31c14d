import type { SafeProfile } from "auto-topup/safe";
import { issues } from "../../support/faults.js";

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

/** Where the input is wrong. */
export function pathsOf(act: () => unknown): (readonly (string | number)[])[] {
  return issues(act).map(({ path }) => path);
}
