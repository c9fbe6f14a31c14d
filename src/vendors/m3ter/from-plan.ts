import { InvalidInputError, type InputIssue } from "../../base/errors.js";
import { DOTS, isDots } from "../../base/fields.js";
import type { GrantCredit } from "../../model/action.js";
import type { Plan, TopupPlan } from "../../model/plan.js";
import { exactNumber } from "../../base/decimal.js";
import { marked, planParser } from "./mark.js";
import { optionsOf } from "./options.js";
import {
  type M3terTransactionBody,
  type M3terTransactionOptions,
  type M3terTransactionRequest,
  type RequestOptions,
  requestOptionsSchema,
} from "./transaction-request.js";

/**
 * The request that carries a plan's `grantCredit` out: one Transaction on the balance that is its wallet, of
 * the plan's credit, in the balance's currency. What else the plan has (an invoice, a payment) is the caller's.
 *
 * m3ter takes the amount as a JSON number. It is sent where it is the shortest decimal of such a number,
 * as every amount of up to 15 digits is; another one is a fault, and never rounded.
 *
 * @param plan what `planTopup` gave
 * @param options what the plan does not say
 * @returns the request, or `null` where there is nothing to top up
 * @throws InvalidInputError where the plan or the options are malformed, the plan tops up no balance, waits for a
 * payment, or says what a Transaction has no field for (an expiry, a priority, metadata)
 * @see m3ter API reference, Create Balance Transaction
 *
 * @example
 * ```ts
 * import { planTopup } from "auto-topup";
 * import { transactionFromPlan } from "auto-topup/m3ter";
 *
 * const plan = planTopup({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *     settlement: { kind: "grant" },
 *   },
 *   account: { id: "acc_1", currency: "USD", wallets: [{ id: "bal_1", unit: "USD", balance: "4.20" }] },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * const request = transactionFromPlan(plan, { orgId: "org_1", transactionTypeId: "type_topup" });
 * request?.path; //=> "/organizations/org_1/balances/bal_1/transactions"
 * request?.body;
 * //=> { amount: 50, transactionTypeId: "type_topup", appliedDate: "2026-06-01T09:00:00.000Z",
 * //     transactionDate: "2026-06-01T09:00:00.000Z", description: "Automatic top-up acc_1/p1/bal_1/0" }
 * ```
 */
export function transactionFromPlan(plan: Plan, options: M3terTransactionOptions): M3terTransactionRequest | null {
  const read = planParser.parse(plan);
  const given = optionsOf(requestOptionsSchema, options);
  if (read.outcome === "none") return null;
  const at = read.actions.findIndex(({ kind }) => kind === "grantCredit");
  const grant = read.actions[at];
  if (grant?.kind !== "grantCredit") throw new InvalidInputError([conflict(["actions"], "has no balance to top up")]);
  const issues = [...unsendable(grant, given, ["actions", at]), ...samePaid(grant, given)];
  if (issues.length > 0) throw new InvalidInputError(issues);
  return {
    method: "POST",
    path: `/organizations/${encodeURIComponent(given.orgId)}/balances/${encodeURIComponent(grant.walletId)}/transactions`,
    headers: { "content-type": "application/json" },
    balanceId: grant.walletId,
    body: bodyOf(read, grant, given),
  };
}

function bodyOf({ decision, idempotencyKey }: TopupPlan, grant: GrantCredit, options: RequestOptions): M3terTransactionBody {
  const description = options.description ?? grant.reason ?? "Automatic top-up";
  return {
    amount: exactNumber(grant.credit) as number,
    transactionTypeId: options.transactionTypeId,
    appliedDate: options.appliedDate ?? grant.effectiveAt,
    transactionDate: options.transactionDate ?? decision.at,
    description: options.key === "none" ? description : marked(description, idempotencyKey),
    ...(options.paid !== null && { paid: exactNumber(options.paid) as number, currencyPaid: options.currencyPaid as string }),
  };
}

/** What keeps a grant from being one Transaction. */
function unsendable(grant: GrantCredit, { paymentReceived }: RequestOptions, path: InputIssue["path"]): InputIssue[] {
  const NO_FIELD = "must be null: a Transaction has no field for it";
  const wrong: readonly (readonly [keyof GrantCredit, boolean, string])[] = [
    ["walletId", isDots(grant.walletId), DOTS.message],
    ["credit", exactNumber(grant.credit) === null, "has more digits than the number in m3ter's request can carry"],
    ["status", grant.status === "pendingPayment" && !paymentReceived, "waits for its payment: say paymentReceived once it has come in"],
    ["priority", grant.priority !== null, NO_FIELD],
    ["expiresAt", grant.expiresAt !== null, "must be null: a Transaction expires with its balance"],
    ["metadata", grant.metadata !== null, NO_FIELD],
  ];
  return wrong.filter(([, isWrong]) => isWrong).map(([field, , message]) => conflict([...path, field], message));
}

function samePaid(grant: GrantCredit, { currencyPaid }: RequestOptions): InputIssue[] {
  return currencyPaid === grant.unit ? [conflict(["currencyPaid"], "must be another currency than the balance's")] : [];
}

function conflict(path: InputIssue["path"], message: string): InputIssue {
  return { path, code: "conflict", message };
}
