import type { Amount, InstantInput } from "../../base/fields.js";
import { amount, id, instant, pathId, text, unit } from "../../base/fields.js";
import type { InputIssue } from "../../base/errors.js";
import type { Instant } from "../../base/instant.js";
import { flagOr, object, oneOfOr, optional, required, type Schema } from "../../base/schema.js";
import { exactNumber } from "../../base/decimal.js";

/**
 * The body of a Transaction to create. m3ter takes its amounts as JSON numbers.
 *
 * @example
 * ```ts
 * import type { M3terTransactionBody } from "auto-topup/m3ter";
 *
 * const body: M3terTransactionBody = {
 *   amount: 50,
 *   transactionTypeId: "type_topup",
 *   appliedDate: "2026-06-01T09:00:00.000Z",
 *   transactionDate: "2026-06-01T09:00:00.000Z",
 *   description: "Automatic top-up acc_1/p1/bal_1/0",
 * };
 * body.amount; //=> 50
 * ```
 */
export interface M3terTransactionBody {
  amount: number;
  transactionTypeId: string;
  appliedDate: string;
  transactionDate: string;
  description: string;
  paid?: number;
  currencyPaid?: string;
}

/**
 * A request as plain data; `path` goes after the address of the API. The token is the caller's to add.
 * `balanceId` and `body` are what the vendor's clients take.
 *
 * @example
 * ```ts
 * import type { M3terTransactionRequest } from "auto-topup/m3ter";
 *
 * const send = ({ method, path }: M3terTransactionRequest): string => `${method} ${path}`;
 * typeof send; //=> "function"
 * ```
 */
export interface M3terTransactionRequest {
  readonly method: "POST";
  readonly path: string;
  readonly headers: Readonly<Record<"content-type", "application/json">>;
  readonly balanceId: string;
  readonly body: M3terTransactionBody;
}

/**
 * What a plan does not say of its Transaction.
 *
 * @example
 * ```ts
 * import type { M3terTransactionOptions } from "auto-topup/m3ter";
 *
 * const options: M3terTransactionOptions = { orgId: "org_1", transactionTypeId: "type_topup", paid: "46.10", currencyPaid: "EUR" };
 * options.currencyPaid; //=> "EUR"
 * ```
 */
export interface M3terTransactionOptions {
  readonly orgId: string;
  /** One of the organization's Transaction Types; best one that nothing else uses. */
  readonly transactionTypeId: string;
  /** Left out: the reason of the plan's grant, else `"Automatic top-up"`. */
  readonly description?: string | null | undefined;
  /** Where the plan's idempotency key goes: at the end of the description (left out), or nowhere. */
  readonly key?: "description" | "none" | undefined;
  /** When the balance is affected. Left out: when the plan's credit is effective. */
  readonly appliedDate?: InstantInput | null | undefined;
  /** When it occurred. Left out: the `at` of the plan. */
  readonly transactionDate?: InstantInput | null | undefined;
  /** What was paid, where that was in another currency than the balance's. Together with `currencyPaid`. */
  readonly paid?: Amount | null | undefined;
  readonly currencyPaid?: string | null | undefined;
  /** A plan that waits for a payment may be sent: it has come in. `false` when left out. */
  readonly paymentReceived?: boolean | undefined;
}

export interface RequestOptions {
  readonly orgId: string;
  readonly transactionTypeId: string;
  readonly description: string | null;
  readonly key: "description" | "none";
  readonly appliedDate: Instant | null;
  readonly transactionDate: Instant | null;
  readonly paid: string | null;
  readonly currencyPaid: string | null;
  readonly paymentReceived: boolean;
}

export const requestOptionsSchema: Schema<RequestOptions> = object(
  {
    orgId: required(pathId),
    transactionTypeId: required(id),
    description: optional(text),
    key: oneOfOr(["description", "none"], "description"),
    appliedDate: optional(instant),
    transactionDate: optional(instant),
    paid: optional(amount()),
    currencyPaid: optional(unit),
    paymentReceived: flagOr(false),
  },
  [
    { fields: ["paid", "currencyPaid"], faults: paidFaults },
    { fields: ["paid"], faults: exactnessFaults },
  ],
);

function paidFaults({ paid, currencyPaid }: Pick<RequestOptions, "paid" | "currencyPaid">): InputIssue[] {
  if ((paid === null) === (currencyPaid === null)) return [];
  const [path, other] = paid === null ? ["paid", "currencyPaid"] : ["currencyPaid", "paid"];
  return [{ path: [path as string], code: "missing_companion", message: `is needed beside ${other}` }];
}

function exactnessFaults({ paid }: Pick<RequestOptions, "paid">): InputIssue[] {
  return paid === null || exactNumber(paid) !== null
    ? []
    : [{ path: ["paid"], code: "invalid_amount", message: "has more digits than the number in m3ter's request can carry" }];
}
