import { canonical, decimal } from "../base/decimal.js";
import type { Account } from "../model/account.js";
import type { TopupPlan } from "../model/plan.js";
import type { ParsedTopupRecord, TopupStatus } from "../model/topup-record.js";
import { overtakenBy, withCredit, withRecords } from "./arrival.js";

/** The snapshot after a plan was attempted: its record added and, where the credit has arrived, the figure moved. */
export function attempted(before: Account, plan: TopupPlan, recordId: string, status: TopupStatus): Account {
  const { at } = plan.decision;
  const arrived = hasArrived(plan, status);
  const topups = [...before.topups, recordOf(plan, recordId, status, arrived)];
  if (!arrived) return { ...before, topups };

  const readAt = before.asOf ?? at;
  const asOf = readAt > at ? readAt : at;
  const overtaken = withRecords(before, overtakenBy(before, asOf), recordId);
  return { ...withCredit(overtaken, plan, recordId), asOf, topups };
}

/** Paid, or granted without waiting for the payment. */
function hasArrived({ actions }: TopupPlan, status: TopupStatus): boolean {
  if (status === "failed" || status === "voided") return false;
  return (
    status === "paid" ||
    actions.some((action) => action.kind === "recordTransaction" || (action.kind === "grantCredit" && action.status === "active"))
  );
}

function recordOf({ decision, topup }: TopupPlan, recordId: string, status: TopupStatus, arrived: boolean): ParsedTopupRecord {
  return {
    id: recordId,
    kind: "automatic",
    profileId: decision.profileId,
    walletId: decision.walletId,
    charge: canonical(decimal(topup.charge)),
    credit: canonical(decimal(topup.credit)),
    createdAt: decision.at,
    creditedAt: arrived ? decision.at : null,
    failedAt: null,
    status,
    failure: null, // of a failed one the parser's default, or the payment's result, says why
  };
}
