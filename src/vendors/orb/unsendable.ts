import { currencyCode } from "../../base/currency.js";
import { exactNumber } from "../../base/decimal.js";
import type { InputIssue } from "../../base/errors.js";
import type { Action, CreateInvoice, GrantCredit } from "../../model/action.js";
import type { TopupPlan } from "../../model/plan.js";

/** What keeps a plan from being one ledger increment. */
export function unsendable({ topup, actions }: TopupPlan, grant: GrantCredit | null, invoice: CreateInvoice | null): InputIssue[] {
  const foreign = actions.flatMap((action, index) =>
    isOurs(action) ? [] : [wrong(["actions", index, "kind"], `${action.kind} is nothing that Orb does`)],
  );
  if (grant === null) return foreign.length > 0 ? foreign : [wrong(["actions"], "must have a grantCredit: Orb tops up balances")];
  const at = actions.indexOf(grant);
  return [
    ...foreign,
    ...(exactNumber(grant.credit) !== null
      ? []
      : [wrong(["actions", at, "credit"], "has more digits than the number in Orb's request can carry")]),
    ...(grant.priority === null ? [] : [wrong(["actions", at, "priority"], "must be null: Orb's blocks have no priority")]),
    ...(invoice === null && grant.status === "pendingPayment"
      ? [wrong(["actions", at, "status"], "must be active: there is no invoice to wait for")]
      : []),
    ...(currencyCode(grant.unit) === null || grant.unit === topup.currency
      ? []
      : [wrong(["actions", at, "unit"], `must be ${topup.currency}, the customer's currency, or a pricing unit`)]),
  ];
}

function isOurs({ kind }: Action): boolean {
  return kind === "grantCredit" || kind === "createInvoice";
}

function wrong(path: readonly (string | number)[], message: string): InputIssue {
  return { path, code: "invalid_value", message };
}
