import { isAskedFor } from "../../../ledger/record-credit.js";
import type { Account } from "../../../model/account.js";
import type { ParsedTopupRecord } from "../../../model/topup-record.js";
import type { Draft } from "../finding.js";
import { coolsDown } from "../../../engine/guards/cooldown.js";
import { isFixed, type Ground, type Rule } from "../ground.js";

/** Without the last bill's instant, a paid top-up no longer counts, though unbilled usage is as high as before. */
export const billedThroughMissing: Rule = (ground) => {
  const { profile, account, basis } = ground;
  if (account === null || basis !== "unbilled" || account.billedThrough !== null || profile.inFlight === "ignore") return [];
  if (profile.trigger.basis === "schedule" && isFixed(ground)) return [];
  const message =
    "A payment does not lower what is unbilled. Without billedThrough a paid top-up no longer counts, and the same usage is charged again.";
  return [{ severity: "error", path: ["account", "billedThrough"], message, suggestion: "State up to when usage is billed." }];
};

/** A paid record that does not say since when the figure shows it is taken to be shown since it was made. */
export const creditedAtMissing: Rule = (ground) => {
  const { profile, account, basis } = ground;
  if (account === null || profile.inFlight === "ignore" || (basis === "unbilled" && account.billedThrough !== null)) return [];
  const { asOf } = account;
  if (asOf === null) return [];
  const unsaid = ({ kind, status, creditedAt, createdAt }: ParsedTopupRecord): boolean =>
    kind === "automatic" && status === "paid" && creditedAt === null && createdAt <= asOf;
  const found = indicesOf(account, (record) => unsaid(record) && record.walletId === ground.target?.walletId);
  const [first] = found;
  if (first === undefined) return [];
  const message = `${records(found.length)} paid and ${found.length === 1 ? "does" : "do"} not say since when the figure shows the credit: it is taken to be shown since the top-up was made. If the payment took longer than until asOf, the same gap is charged again.`;
  const instant = account.paymentMethod?.type === "card" && account.paymentMethod.autoCollect;
  const path = ["account", "topups", first, "creditedAt"];
  return [{ severity: instant ? "info" : "warning", path, message, suggestion: "State creditedAt." }];
};

/** Guards that look back, and nothing to look at. */
export const historyLeftOut: Rule = ({ profile, historyLeftOut: leftOut }) => {
  const needed = [
    ...(coolsDown(profile.cooldown) ? ["cooldown"] : []),
    ...(profile.caps.length > 0 ? ["caps"] : []),
    ...(profile.failures === "none" ? [] : ["failures"]),
    ...(profile.inFlight === "ignore" ? [] : [`inFlight: ${profile.inFlight}`]),
    ...(profile.trigger.basis === "schedule" ? ["the schedule"] : []),
  ];
  if (!leftOut || needed.length === 0) return [];
  const message = `The account is given without its past top-ups, which ${needed.join(", ")} ${needed.length === 1 ? "needs" : "need"}: it is judged as if it had none.`;
  return [
    { severity: "warning", path: ["account", "topups"], message, suggestion: "Load the past top-ups; write [] where there are none." },
  ];
};

/** A record of a wallet's top-up that does not name the wallet gates nothing. */
export const recordWithoutWallet: Rule = ({ profile, account, basis, target }: Ground) => {
  if (account === null || basis !== "balance" || account.wallets.length === 0) return [];
  const owesNothingKnown = Object.values(account.owed).every((figure) => figure === null);
  const found = indicesOf(
    account,
    (record) => record.walletId === null && record.kind === "automatic" && (record.profileId === profile.id || owesNothingKnown),
  );
  const [first] = found;
  if (first === undefined) return [];
  const open = found.some((index) => isAskedFor(account.topups[index] as ParsedTopupRecord));
  const [hold, uncounted] = found.length === 1 ? ["holds", "is not counted as on its way"] : ["hold", "are not counted as on their way"];
  const message = `${records(found.length)} of no wallet, and so ${hold} nothing back for ${target?.walletId ?? "one"}${open ? `, and ${uncounted}` : ""}.`;
  return [
    {
      severity: "warning",
      path: ["account", "topups", first, "walletId"],
      message,
      suggestion: "Name the wallet that was topped up.",
    } satisfies Draft,
  ];
};

function indicesOf({ topups }: Account, found: (record: ParsedTopupRecord) => boolean): number[] {
  return topups.flatMap((record, index) => (found(record) ? [index] : []));
}

function records(count: number): string {
  return count === 1 ? "A past top-up is" : `${count} past top-ups are`;
}
