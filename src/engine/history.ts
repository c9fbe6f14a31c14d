import { type Decimal, sum } from "../base/decimal.js";
import { earlier, type Instant } from "../base/instant.js";
import { creditedSince, isAskedFor, recordCredit } from "../ledger/record-credit.js";
import type { Account } from "../model/account.js";
import { durationMs } from "../model/duration.js";
import type { Profile } from "../model/profile.js";
import type { ParsedTopupRecord } from "../model/topup-record.js";
import type { Question } from "./question.js";
import type { Target } from "./target.js";

/** The past top-ups of one target. */
export interface History {
  /** Those that gate: the automatic ones, whichever profile made them. */
  readonly automatic: readonly ParsedTopupRecord[];
  /** The others, which only a cap that counts all looks at. */
  readonly manual: readonly ParsedTopupRecord[];
  readonly newest: ParsedTopupRecord | null;
  /** What is asked for and not yet seen in the basis; under the policy `block`, any unsettled one even if it is seen. */
  readonly inFlight: readonly ParsedTopupRecord[];
}

/** Of what was never topped up. */
export const NO_HISTORY: History = /* @__PURE__ */ Object.freeze({ automatic: [], manual: [], newest: null, inFlight: [] });

export function historyOf({ profile, account, at }: Question, target: Target): History {
  const automatic: ParsedTopupRecord[] = [];
  const manual: ParsedTopupRecord[] = [];
  const counts = stillCounts(profile, at);
  const shows = basisShows(account, target, at);
  const holdsBack = (record: ParsedTopupRecord): boolean => profile.inFlight === "block" && record.status !== "paid";
  const inFlight: ParsedTopupRecord[] = [];
  let newest: ParsedTopupRecord | null = null;
  for (const record of account.topups) {
    if (record.walletId !== target.walletId) continue;
    if (record.kind === "manual") {
      manual.push(record);
      continue;
    }
    automatic.push(record);
    if (newest === null || isNewer(record, newest)) newest = record;
    if (isAskedFor(record) && counts(record) && (holdsBack(record) || !shows(record))) inFlight.push(record);
  }
  return { automatic, manual, newest, inFlight };
}

/** The newest by `createdAt`, then by id. */
export function newestOf(records: readonly ParsedTopupRecord[]): ParsedTopupRecord | null {
  return records.reduce<ParsedTopupRecord | null>((newest, each) => (newest === null || isNewer(each, newest) ? each : newest), null);
}

/** The sum of what the records add, in the target's unit. */
export function creditOf(records: readonly ParsedTopupRecord[], target: Target): Decimal {
  return sum(records.map((record) => recordCredit(record, target)));
}

function isNewer(a: ParsedTopupRecord, b: ParsedTopupRecord): boolean {
  return a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt;
}

/** A pending one grows too old to count; an unknown one never does, since it may have been charged. */
function stillCounts({ inFlightExpiresAfter }: Profile, at: Instant): (record: ParsedTopupRecord) => boolean {
  if (inFlightExpiresAfter === null) return () => true;
  const expired = earlier(at, durationMs(inFlightExpiresAfter));
  return ({ status, createdAt }) => status !== "pending" || createdAt > expired;
}

/**
 * A payment does not lower unbilled usage, the next bill run does: for that basis, what was created since
 * the last run is not seen, and what was created before it pays the bill.
 */
function basisShows({ asOf, billedThrough }: Account, { basis }: Target, at: Instant): (record: ParsedTopupRecord) => boolean {
  if (basis === "unbilled" && billedThrough !== null) return ({ createdAt }) => createdAt < billedThrough;
  const readAt = asOf ?? at;
  return (record) => {
    const since = creditedSince(record);
    return since !== null && since <= readAt;
  };
}
