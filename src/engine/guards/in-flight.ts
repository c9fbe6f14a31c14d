import { type Instant, later, latest } from "../../base/instant.js";
import type { Check } from "../../model/decision.js";
import { durationMs } from "../../model/duration.js";
import type { ParsedTopupRecord } from "../../model/topup-record.js";
import { fail, pass, unjudged } from "../check.js";
import type { Situation } from "../situation.js";

/** Under the policy `block`, earlier money that is still on its way holds back the next (Orb, Flexprice invoiced). */
export function inFlight({ profile, history }: Situation): Check {
  const policy = profile.inFlight;
  if (history === null) return unjudged("inFlight", { policy });
  const records = history.inFlight;
  const facts = { policy, count: records.length };
  if (policy !== "block" || records.length === 0) return pass("inFlight", facts);
  const expiresAfter = profile.inFlightExpiresAfter && durationMs(profile.inFlightExpiresAfter);
  return fail("inFlight", "topupInFlight", facts, latestExpiry(records, expiresAfter));
}

/** When the last of them grows too old to count; null where one of them never does. */
function latestExpiry(records: readonly ParsedTopupRecord[], expiresAfter: number | null): Instant | null {
  if (expiresAfter === null) return null;
  const expiries = records.map(({ status, createdAt }) => (status === "pending" ? later(createdAt, expiresAfter) : null));
  return expiries.includes(null) ? null : latest(expiries as Instant[]);
}
