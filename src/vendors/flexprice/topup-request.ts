import { InvalidInputError, type InputIssue } from "../../base/errors.js";
import { DOTS, isDots, text } from "../../base/fields.js";
import { type Parser, parserOf, readWith, valueOf } from "../../base/parser.js";
import { nullableOneOf, object, oneOfOr, optional, record, type Schema } from "../../base/schema.js";
import type { GrantCredit } from "../../model/action.js";
import { type Plan, planShape, type TopupPlan } from "../../model/plan.js";
import { AUTOMATIC } from "./mark.js";
import { type FlexpriceTopUpBody, type FlexpriceTopUpReason, type FlexpriceTopUpRequest, TOPUP_REASONS } from "./topup-body.js";

/**
 * What a plan does not say of its request.
 *
 * @example
 * ```ts
 * import type { FlexpriceTopUpOptions } from "auto-topup/flexprice";
 *
 * const options: FlexpriceTopUpOptions = { description: "Low balance", metadata: { run: "night-1" } };
 * options.description; //=> "Low balance"
 * ```
 */
export interface FlexpriceTopUpOptions {
  /** `"credits"` (left out): `credits_to_add`, exactly the plan's. `"money"`: `amount`, the charge, which Flexprice turns into credits. */
  readonly by?: "credits" | "money" | undefined;
  /** Left out: as the plan is settled. */
  readonly reason?: FlexpriceTopUpReason | null | undefined;
  /** Left out: the memo of the plan's invoice, else none. */
  readonly description?: string | null | undefined;
  /** Added to the plan's. */
  readonly metadata?: Readonly<Record<string, string | undefined>> | null | undefined;
}

interface Options {
  readonly by: "credits" | "money";
  readonly reason: FlexpriceTopUpReason | null;
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, string>> | null;
}

const optionsSchema: Schema<Options> = object({
  by: oneOfOr(["credits", "money"], "credits"),
  reason: nullableOneOf(TOPUP_REASONS),
  description: optional(text),
  metadata: record<string, string, string>(text, text, { nullable: false }),
});

const planParser: Parser<Plan> = /* @__PURE__ */ parserOf(planShape);

/**
 * The request that carries a plan out: one top-up of its wallet under the plan's idempotency key, marked as
 * automatic. Flexprice answers a key that it has seen with 409, and adds nothing: that top-up has been made.
 *
 * The reason is that of a `grant` settlement, `PURCHASED_CREDIT_DIRECT` where it names none, and
 * `PURCHASED_CREDIT_INVOICED` for an `invoice`: Flexprice makes the invoice, so `createInvoice` is done with it.
 *
 * @param plan what `planTopup` gave
 * @param options what the plan does not say
 * @returns the request, or `null` where there is nothing to top up
 * @throws InvalidInputError where the plan is malformed, tops up no wallet, waits for an expected payment
 * while no `reason` is given, has a reason or priority that Flexprice does not take, or an id that no path can carry
 *
 * @example
 * ```ts
 * import { planTopup } from "auto-topup";
 * import { topUpRequest } from "auto-topup/flexprice";
 *
 * const plan = planTopup({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "50" },
 *     topup: { mode: "fixedAmount", value: "200" },
 *     settlement: { kind: "grant" },
 *   },
 *   account: { id: "cust_1", currency: "USD", wallets: [{ id: "wallet_1", unit: "credits", rate: "0.8", balance: "12" }] },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * topUpRequest(plan)?.path; //=> "/wallets/wallet_1/top-up"
 * topUpRequest(plan)?.body;
 * //=> { credits_to_add: "200", transaction_reason: "PURCHASED_CREDIT_DIRECT", idempotency_key: "cust_1/p1/wallet_1/0",
 * //     metadata: { auto_topup: "true" } }
 * ```
 */
export function topUpRequest(plan: Plan, options: FlexpriceTopUpOptions = {}): FlexpriceTopUpRequest | null {
  const read = planParser.parse(plan);
  const given = valueOf(readWith(optionsSchema, options));
  if (read.outcome === "none") return null;
  const at = read.actions.findIndex(({ kind }) => kind === "grantCredit");
  const grant = read.actions[at];
  if (grant?.kind !== "grantCredit") throw refused(["actions"], "has no wallet to top up");
  if (isDots(grant.walletId)) throw refused(["actions", at, "walletId"], DOTS.message, DOTS.code);
  return {
    method: "POST",
    path: `/wallets/${encodeURIComponent(grant.walletId)}/top-up`,
    headers: { "content-type": "application/json" },
    body: bodyOf(read, grant, { ...given, reason: given.reason ?? reasonOf(read, grant, at) }, at),
  };
}

function bodyOf(plan: TopupPlan, grant: GrantCredit, options: Options & { reason: FlexpriceTopUpReason }, at: number): FlexpriceTopUpBody {
  const { priority, expiresAt } = grant;
  const description = options.description ?? memoOf(plan);
  if (priority !== null && !(Number.isInteger(priority) && priority >= 0)) {
    throw refused(["actions", at, "priority"], "must be a whole number of at least 0", "out_of_range");
  }
  return {
    ...(options.by === "money" ? { amount: plan.topup.charge } : { credits_to_add: plan.topup.credit }),
    transaction_reason: options.reason,
    idempotency_key: plan.idempotencyKey,
    ...(expiresAt !== null && { expiry_date_utc: expiresAt }),
    ...(priority !== null && { priority }),
    ...(description !== null && { description }),
    metadata: { ...grant.metadata, ...options.metadata, ...AUTOMATIC },
  };
}

function reasonOf({ actions }: TopupPlan, grant: GrantCredit, at: number): FlexpriceTopUpReason {
  if (actions.some(({ kind }) => kind === "createInvoice")) return "PURCHASED_CREDIT_INVOICED";
  if (grant.status === "pendingPayment") {
    throw refused(["actions", at, "status"], "waits for a payment that Flexprice knows nothing of: give a reason once it is paid");
  }
  const { reason } = grant;
  if (reason === null) return "PURCHASED_CREDIT_DIRECT";
  const known = TOPUP_REASONS.find((each) => each === reason);
  if (known === undefined) throw refused(["actions", at, "reason"], `must be one of ${TOPUP_REASONS.join(", ")}`, "invalid_value");
  return known;
}

function memoOf({ actions }: TopupPlan): string | null {
  return actions.find((action) => action.kind === "createInvoice")?.memo ?? null;
}

function refused(path: InputIssue["path"], message: string, code: InputIssue["code"] = "conflict"): InvalidInputError {
  return new InvalidInputError([{ path, code, message }]);
}
