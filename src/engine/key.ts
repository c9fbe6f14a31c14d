import type { Question } from "./question.js";
import type { History } from "./history.js";
import type { Target } from "./target.js";

const NO_WALLET = "-";
const NO_TOPUP = "0";

/**
 * Comes from the state seen: evaluators of one snapshot give one key, retries keep it, a recorded attempt
 * changes it. Neither the amount nor the time is in it: Lago and Gumroad charged twice that way.
 */
export function idempotencyKey({ profile, account }: Question, { walletId }: Target, { newest }: History): string {
  const wallet = walletId === null ? NO_WALLET : encoded(walletId);
  const last = newest === null ? NO_TOPUP : encoded(newest.id);
  return [encoded(account.id), encoded(profile.id), wallet, last].join("/");
}

/** An id that looks like one of the placeholders must not be taken for it. */
function encoded(id: string): string {
  if (id === NO_WALLET) return "%2D";
  if (id === NO_TOPUP) return "%30";
  return encodeURIComponent(id);
}
