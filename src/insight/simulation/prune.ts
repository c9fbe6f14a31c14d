import { MOST_DATES } from "../../base/calendar.js";
import { DAY, type Instant, toMs } from "../../base/instant.js";
import { isDecline } from "../../engine/guards/failures.js";
import { newestOf } from "../../engine/history.js";
import { creditedSince } from "../../ledger/record-credit.js";
import type { Account } from "../../model/account.js";
import type { CapWindow } from "../../model/cap.js";
import { durationMs } from "../../model/duration.js";
import { basisOf, type Profile } from "../../model/profile.js";
import type { ParsedTopupRecord } from "../../model/topup-record.js";

/** Longer by these days than any calendar window, whatever the zone's clocks do. */
const SLACK_DAYS = 2;

/**
 * Without the history that no rule looks at any more, so that a long simulation stays in flat memory. What is
 * left is what a caller has to load: for each target the newest, all that is not settled or not yet shown, the
 * failed ones that count since the last paid, those since the last bill, and all that caps and schedules reach.
 */
export function prune(account: Account, profile: Profile, at: Instant): Account {
  return { ...account, topups: account.topups.filter(reachedBy(account, profile, at)) };
}

function reachedBy(account: Account, profile: Profile, at: Instant): (record: ParsedTopupRecord) => boolean {
  const { topups, billedThrough } = account;
  const isCounted = failureCounts(account, profile, at);
  const since = toMs(at) - Math.max(0, ...profile.caps.map(({ window }) => reachOf(window)));
  const newest = newestByTarget(topups, profile);
  return (record) =>
    record.status === "pending" ||
    record.status === "unknown" ||
    (creditedSince(record) ?? "") > at ||
    toMs(record.createdAt) > since ||
    (isCounted(record) && record.createdAt > (newest.paidAt.get(record.walletId) ?? "")) ||
    (basisOf(profile) === "unbilled" && billedThrough !== null && record.createdAt >= billedThrough) ||
    newest.ids.has(record.id);
}

/** Whether a failure can count; those of before the account was resumed never do again. */
function failureCounts({ autoTopupResumedAt }: Account, { failures }: Profile, at: Instant): (record: ParsedTopupRecord) => boolean {
  const resumedAt = autoTopupResumedAt !== null && autoTopupResumedAt <= at ? autoTopupResumedAt : "";
  return (record) => failures !== "none" && isDecline(record) && record.createdAt > resumedAt;
}

function reachOf(window: CapWindow): number {
  return "rolling" in window ? durationMs(window.rolling) : (MOST_DATES[window.calendar] + SLACK_DAYS) * DAY;
}

interface Newest {
  /** The newest automatic one of each target: of all, and of the settled ones of each kind that a rule asks for. */
  readonly ids: ReadonlySet<string | undefined>;
  readonly paidAt: ReadonlyMap<string | null, Instant | undefined>;
}

function newestByTarget(records: readonly ParsedTopupRecord[], { id }: Profile): Newest {
  const isOwn = ({ profileId }: ParsedTopupRecord): boolean => profileId === null || profileId === id;
  const kinds: ((record: ParsedTopupRecord) => boolean)[] = [
    () => true,
    isPaid,
    // One that is not settled is kept anyway, and may yet be voided: the newest for which that is past.
    (record) => isPaid(record) || record.status === "failed",
    (record) => isPaid(record) && isOwn(record),
  ];
  const automatic = records.filter(({ kind }) => kind === "automatic");
  const byTarget = [...new Set(automatic.map(({ walletId }) => walletId))].map((walletId) => {
    const own = automatic.filter((record) => record.walletId === walletId);
    return { walletId, paid: newestOf(own.filter(isPaid)), kept: kinds.map((isOne) => newestOf(own.filter(isOne))?.id) };
  });
  return {
    ids: new Set(byTarget.flatMap(({ kept }) => kept)),
    paidAt: new Map(byTarget.map(({ walletId, paid }) => [walletId, paid?.createdAt])),
  };
}

function isPaid({ status }: ParsedTopupRecord): boolean {
  return status === "paid";
}
