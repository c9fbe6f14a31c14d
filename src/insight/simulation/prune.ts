import { DAY, type Instant, toMs } from "../../base/instant.js";
import { creditedSince } from "../../ledger/record-credit.js";
import type { Account } from "../../model/account.js";
import type { CapWindow } from "../../model/cap.js";
import { durationMs } from "../../model/duration.js";
import { basisOf, type Profile } from "../../model/profile.js";
import type { TopupRecord } from "../../model/topup-record.js";

/** Longer than any calendar window, whatever the zone's clocks do. */
const LONGEST_DAYS = { day: 3, week: 9, month: 33, year: 368 };

/**
 * Without the history that no rule looks at any more, so that a long simulation stays in flat memory. What is
 * left is what a caller has to load: for each target the newest, all that is not settled or not yet shown, the
 * failed ones that count since the last paid, those since the last bill, and all that caps and schedules reach.
 */
export function prune(account: Account, profile: Profile, at: Instant): Account {
  return { ...account, topups: account.topups.filter(reachedBy(account, profile, at)) };
}

function reachedBy(account: Account, profile: Profile, at: Instant): (record: TopupRecord) => boolean {
  const { topups, billedThrough } = account;
  const isCounted = failureCounts(account, profile, at);
  const since = toMs(at) - Math.max(0, ...profile.caps.map(({ window }) => reachOf(window)));
  const newest = newestByTarget(topups, profile);
  return (record) =>
    record.status === "pending" ||
    record.status === "unknown" ||
    (creditedSince(record) ?? "") > at ||
    toMs(record.createdAt) >= since ||
    (isCounted(record) && record.createdAt > (newest.paidAt.get(record.walletId) ?? "")) ||
    (basisOf(profile) === "unbilled" && billedThrough !== null && record.createdAt >= billedThrough) ||
    newest.ids.has(record.id);
}

/** Whether a failure can count; those of before the account was resumed never do again. */
function failureCounts({ autoTopupResumedAt }: Account, { failures }: Profile, at: Instant): (record: TopupRecord) => boolean {
  if (failures === "none") return () => false;
  const resumedAt = autoTopupResumedAt !== null && autoTopupResumedAt <= at ? autoTopupResumedAt : "";
  return ({ status, failure, createdAt }) => status === "failed" && failure !== "infrastructure" && createdAt > resumedAt;
}

function reachOf(window: CapWindow): number {
  return "rolling" in window ? durationMs(window.rolling) : LONGEST_DAYS[window.calendar] * DAY;
}

interface Newest {
  /** The newest automatic one of each target: of all, of those not voided, and of those that a schedule counts. */
  readonly ids: ReadonlySet<string>;
  readonly paidAt: ReadonlyMap<string | null, Instant>;
}

function newestByTarget(records: readonly TopupRecord[], { id }: Profile): Newest {
  const isNewer = (a: TopupRecord, b: TopupRecord | undefined): boolean =>
    b === undefined || a.createdAt > b.createdAt || (a.createdAt === b.createdAt && a.id > b.id);
  const kinds: ((record: TopupRecord) => boolean)[] = [
    () => true,
    ({ status }) => status !== "voided",
    ({ status }) => status === "paid",
    ({ status, profileId }) => status !== "voided" && status !== "failed" && (profileId === null || profileId === id),
    // The newest of those two may yet be voided: the newest for which that is past.
    ({ status }) => status === "paid" || status === "failed",
    ({ status, profileId }) => status === "paid" && (profileId === null || profileId === id),
  ];
  const newest = kinds.map((isOne) => {
    const byTarget = new Map<string | null, TopupRecord>();
    for (const record of records) {
      if (record.kind === "automatic" && isOne(record) && isNewer(record, byTarget.get(record.walletId)))
        byTarget.set(record.walletId, record);
    }
    return byTarget;
  });
  const paid = newest[2] as Map<string | null, TopupRecord>;
  return {
    ids: new Set(newest.flatMap((byTarget) => [...byTarget.values()].map((record) => record.id))),
    paidAt: new Map([...paid].map(([walletId, { createdAt }]) => [walletId, createdAt])),
  };
}
