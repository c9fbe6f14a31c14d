import { frozenCopy } from "../../base/document.js";
import { wallClockOf } from "../../base/calendar.js";
import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import { currency, DOTS, isDots, timeZone } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { parserOf, readWith, valueOf } from "../../base/parser.js";
import { object, objectOr, openObject, optionalObject, type Schema, withDefault } from "../../base/schema.js";
import type { Action } from "../../model/action.js";
import { type Plan, planShape, type TopupPlan } from "../../model/plan.js";
import { HOME } from "./customer.js";

/**
 * A request to SAFE's API, to be sent with the caller's own host and authorisation.
 *
 * @example
 * ```ts
 * import type { SafeRequest } from "auto-topup/safe";
 *
 * const method: SafeRequest["method"] = "POST";
 * method; //=> "POST"
 * ```
 */
export interface SafeRequest {
  readonly method: "POST";
  readonly path: string;
  readonly headers: { readonly "Content-Type": "application/json" };
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * What each kind of record gets beside what the plan says, such as `expectedPaymentType` or a payment's type:
 * SAFE's installations choose these from lists of their own.
 *
 * @example
 * ```ts
 * import type { SafeRequestOptions } from "auto-topup/safe";
 *
 * const options: SafeRequestOptions = { expectedPayment: { expectedPaymentType: "Auto Top-up", directDebitAccountID: 31 } };
 * options.expectedPayment?.directDebitAccountID; //=> 31
 * ```
 */
export interface SafeRequestOptions {
  /** Dates are those of this zone; `"Europe/London"` when left out. */
  readonly timeZone?: string | null | undefined;
  /** The installation's currency, which its records don't name; `"GBP"` when left out. */
  readonly currency?: string | null | undefined;
  readonly expectedPayment?: SafeExtraFields | null | undefined;
  /** Of a payment, by the method that collects it. */
  readonly payment?:
    | {
        readonly card?: SafeExtraFields | null | undefined;
        readonly directDebit?: SafeExtraFields | null | undefined;
        readonly other?: SafeExtraFields | null | undefined;
      }
    | null
    | undefined;
  readonly correspondence?: SafeExtraFields | null | undefined;
}

/**
 * Fields of a record by SAFE's names, added as they are; those that the plan gives cannot be among them.
 *
 * @example
 * ```ts
 * import type { SafeExtraFields } from "auto-topup/safe";
 *
 * const extra: SafeExtraFields = { expectedPaymentType: "Auto Top-up" };
 * extra.expectedPaymentType; //=> "Auto Top-up"
 * ```
 */
export type SafeExtraFields = Readonly<Record<string, unknown>>;

const NONE: SafeExtraFields = /* @__PURE__ */ Object.freeze({});
const extraFields = (): Schema<SafeExtraFields> => objectOr(openObject({}) as unknown as Schema<SafeExtraFields>, NONE);

interface Extras {
  readonly timeZone: string;
  readonly currency: string;
  readonly expectedPayment: SafeExtraFields;
  readonly payment: Readonly<Record<"card" | "directDebit" | "other", SafeExtraFields>> | null;
  readonly correspondence: SafeExtraFields;
}

const optionsSchema = /* @__PURE__ */ object({
  timeZone: withDefault(timeZone, HOME.timeZone),
  currency: withDefault(currency, HOME.currency),
  expectedPayment: extraFields(),
  payment: optionalObject(object({ card: extraFields(), directDebit: extraFields(), other: extraFields() })),
  correspondence: extraFields(),
}) as unknown as Schema<Extras>;

/** What SAFE does of what a plan can say. */
type SafeAction = Extract<Action, { readonly kind: "createExpectedPayment" | "createPayment" | "sendCorrespondence" }>;

const planParser = /* @__PURE__ */ parserOf(planShape);

/**
 * The requests that carry a plan out, in their order: the expected payment; the payment, where it is
 * collected; the correspondence. The id of each action, which is stable, is the record's `ourReference`: SAFE
 * documents no idempotency key, so look for the reference before sending again.
 *
 * @param plan of a profile that SAFE can have; without a top-up there is nothing to request
 * @param options the fields that no plan can know
 * @returns the requests; amounts in text with the currency's digits, dates as `YYYY-MM-DD`
 * @throws InvalidInputError where an argument is malformed, the plan has actions or a currency that SAFE has
 * not, or an extra field is one that the plan gives; paths are relative to the argument at fault
 *
 * @example
 * ```ts
 * import { planTopup } from "auto-topup";
 * import { accountFromSafeCustomer, profileFromSafe, requestsFromPlan } from "auto-topup/safe";
 *
 * const profile = profileFromSafe({
 *   id: 12,
 *   enabled: "Yes",
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: 100,
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: 50,
 * });
 * const account = accountFromSafeCustomer({ id: 7 }, { outstanding: 430, limits: { "Credit Limit": 500 } });
 * const [request] = requestsFromPlan(planTopup({ profile, account, at: "2026-06-20T09:00:00Z" }));
 * request?.path; //=> "/backend/api/v1/customers/7/expectedPayments/"
 * request?.body.expectedPaymentAmount; //=> "50.00"
 * request?.body.expectedPaymentDueDate; //=> "2026-06-20"
 * ```
 */
export function requestsFromPlan(plan: Plan, options: SafeRequestOptions = {}): readonly SafeRequest[] {
  const checked = planParser.parse(plan);
  const extras = valueOf(readWith(optionsSchema, options));
  if (checked.outcome === "none") return [];
  const faults = planFaults(checked, extras);
  if (faults.length > 0) throw new InvalidInputError(faults);
  return (checked.actions as readonly SafeAction[]).map((action) => requestOf(action, checked, extras));
}

function planFaults({ decision, topup, actions }: TopupPlan, extras: Extras): InputIssue[] {
  const issues: InputIssue[] = [];
  if (isDots(decision.accountId)) issues.push({ path: ["decision", "accountId"], code: DOTS.code, message: DOTS.message });
  if (topup.currency !== extras.currency) {
    issues.push({ path: ["topup", "currency"], code: "conflict", message: `must be ${extras.currency}, the installation's currency` });
  }
  actions.forEach(({ kind }, index) => {
    if (kind === "createExpectedPayment" || kind === "createPayment" || kind === "sendCorrespondence") return;
    issues.push({ path: ["actions", index, "kind"], code: "conflict", message: "is nothing that SAFE does" });
  });
  return issues;
}

function requestOf(action: SafeAction, { decision }: TopupPlan, extras: Extras): SafeRequest {
  const customerID = decision.accountId;
  const ourReference = action.id;
  switch (action.kind) {
    case "createExpectedPayment": {
      const expectedPaymentDueDate = dateIn(extras.timeZone, action.dueDate);
      const body = { ourReference, customerID, expectedPaymentAmount: action.amount, expectedPaymentDueDate };
      return post(customerID, "expectedPayments", body, extras.expectedPayment, ["expectedPayment"]);
    }
    case "createPayment": {
      const body = { ourReference, customerID, paymentAmount: action.amount, paymentDate: dateIn(extras.timeZone, decision.at) };
      return post(customerID, "payments", body, extras.payment?.[action.method] ?? NONE, ["payment", action.method]);
    }
    case "sendCorrespondence": {
      const body = { customerID, correspondenceType: action.correspondenceType };
      return post(customerID, "correspondence", body, extras.correspondence, ["correspondence"]);
    }
  }
}

function post(customerID: string, records: string, given: SafeExtraFields, extra: SafeExtraFields, path: readonly string[]): SafeRequest {
  const twice = Object.keys(extra).filter((field) => Object.hasOwn(given, field));
  if (twice.length > 0) {
    throw new InvalidInputError(twice.map((field) => ({ path: [...path, field], code: "conflict", message: "is given by the plan" })));
  }
  const customer = encodeURIComponent(customerID);
  return {
    method: "POST",
    path: `/backend/api/v1/customers/${customer}/${records}/`,
    headers: { "Content-Type": "application/json" },
    body: { ...given, ...frozenCopy(extra) },
  };
}

/** The local date of an instant, as `YYYY-MM-DD`. */
function dateIn(zone: string, instant: Instant): string {
  return wallClockOf(zone, instant).toISOString().split("T", 1)[0] as string;
}
