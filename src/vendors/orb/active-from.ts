import type { InputIssue } from "../../base/errors.js";
import { DAY, earlier, type Instant } from "../../base/instant.js";

const MAX_DAYS_PAST = 10;

/** Orb refuses a top-up that is made to be active from more than ten days before it is made (10 × 24 hours). */
export function activeFromFaults(activeFrom: Instant | null, at: Instant): InputIssue[] {
  if (activeFrom === null || activeFrom >= earlier(at, MAX_DAYS_PAST * DAY)) return [];
  return [{ path: ["active_from"], code: "out_of_range", message: `must not be more than ${MAX_DAYS_PAST} days before ${at}` }];
}
