import { type Instant, toMs } from "../../base/instant.js";
import type { Check } from "../../model/decision.js";
import { durationMs } from "../../model/duration.js";
import { fail, pass } from "../check.js";
import type { Situation } from "../situation.js";

/** The snapshot is not too old, and nothing in it comes from the future: `at` is taken after reading. */
export function freshness(situation: Situation): Check {
  const { profile, account, at } = situation;
  const facts = { asOf: account.asOf };
  if (profile.staleAfter !== null && isStale(account.asOf, at, durationMs(profile.staleAfter))) {
    return fail("freshness", "staleSnapshot", facts);
  }
  const newest = newestInstant(situation);
  return newest === null || newest <= at ? pass("freshness", facts) : fail("freshness", "inFuture", { ...facts, latest: newest }, newest);
}

/** A snapshot that does not say when it was taken could be of any age. */
function isStale(asOf: Instant | null, at: Instant, length: number): boolean {
  return asOf === null || toMs(at) - toMs(asOf) > length;
}

function newestInstant({ account, history }: Situation): Instant | null {
  let newest = account.asOf;
  for (const { createdAt, creditedAt } of history?.automatic ?? []) {
    const last = creditedAt ?? createdAt; // never before createdAt
    if (newest === null || last > newest) newest = last;
  }
  return newest;
}
