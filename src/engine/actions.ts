import { addInZone } from "../base/calendar.js";
import { LAST_INSTANT } from "../base/instant.js";
import { decimal } from "../base/decimal.js";
import type { Account, PaymentMethod } from "../model/account.js";
import type {
  Action,
  CreateExpectedPayment,
  CreateInvoice,
  CreatePayment,
  GrantCredit,
  RecordTransaction,
  SendCorrespondence,
} from "../model/action.js";
import type { Topup } from "../model/plan.js";
import type { Expiry } from "../model/credit-terms.js";
import type { ExpectedPaymentSettlement, GrantSettlement, InvoiceSettlement } from "../model/settlement.js";
import type { Question } from "./question.js";
import type { Target } from "./target.js";

/** An action of a plan, before it has its id. */
type Draft = DraftOf<Action>;
type DraftOf<Each> = Each extends Action ? Omit<Each, "id"> : never;

/** What the caller carries out, in its order. */
export function actionsOf(question: Question, target: Target, topup: Topup, key: string): Action[] {
  return drafts(question, target, topup).map((draft) => ({ id: `${key}#${draft.kind}`, ...draft }));
}

function drafts(question: Question, target: Target, topup: Topup): Draft[] {
  const { settlement } = question.profile;
  switch (settlement.kind) {
    case "expectedPayment":
      return [...expectedPayment(question, settlement, topup), ...grant(question, target, topup, "pendingPayment", null)];
    case "invoice":
      return [
        invoice(question, settlement, topup),
        ...grant(question, target, topup, settlement.requirePaid ? "pendingPayment" : "active", null),
      ];
    case "grant":
      return target.kind === "account" ? [transaction(settlement, topup)] : grant(question, target, topup, "active", settlement.reason);
  }
}

/** An expected payment; a payment too, where it can be collected; and the correspondence for what was created (SAFE). */
function expectedPayment({ account, at }: Question, settlement: ExpectedPaymentSettlement, { charge, currency }: Topup): Draft[] {
  const method = collectingMethod(account, settlement, charge);
  const expected: DraftOf<CreateExpectedPayment> = { kind: "createExpectedPayment", amount: charge, currency, dueDate: at };
  const payment: DraftOf<CreatePayment>[] =
    method === null ? [] : [{ kind: "createPayment", method: method.type, amount: charge, currency }];
  return [expected, ...payment, ...correspondence(settlement, payment[0]?.method ?? null)];
}

/** The payment method by which an expected payment is collected at once; null where it is not. */
export function collectingMethod(
  { paymentMethod: method }: Account,
  { autoCollect }: ExpectedPaymentSettlement,
  charge: string,
): PaymentMethod | null {
  if (!autoCollect || !method?.autoCollect) return null;
  return method.minCharge === null || !decimal(charge).lessThan(method.minCharge) ? method : null;
}

function correspondence(
  { correspondence: types }: ExpectedPaymentSettlement,
  collectedBy: CreatePayment["method"] | null,
): DraftOf<SendCorrespondence>[] {
  const send = (correspondenceType: string | null | undefined, about: SendCorrespondence["about"]): DraftOf<SendCorrespondence>[] =>
    correspondenceType == null ? [] : [{ kind: "sendCorrespondence", correspondenceType, about }];
  switch (collectedBy) {
    case null:
      return send(types?.expected, "expectedPayment");
    case "card":
      return send(types?.card, "cardPayment");
    case "directDebit":
      return send(types?.directDebit, "directDebitPayment");
    case "other":
      return [];
  }
}

function invoice(
  { account, at }: Question,
  { netTermsDays, memo, autoCollect }: InvoiceSettlement,
  { charge, currency }: Topup,
): DraftOf<CreateInvoice> {
  const dueDate = addInZone(account.timeZone, at, netTermsDays, "day") ?? LAST_INSTANT;
  return { kind: "createInvoice", amount: charge, currency, issueDate: at, dueDate, memo, autoCollect };
}

function transaction({ reason }: GrantSettlement, { charge, currency }: Topup): DraftOf<RecordTransaction> {
  return { kind: "recordTransaction", amount: charge, currency, reason };
}

function grant(
  question: Question,
  target: Target,
  topup: Topup,
  status: GrantCredit["status"],
  reason: string | null,
): DraftOf<GrantCredit>[] {
  if (target.kind === "account") return [];
  const { account, profile, at } = question;
  const { credit, unit, charge, currency } = topup;
  const terms = profile.credit;
  return [
    {
      kind: "grantCredit",
      walletId: target.walletId,
      credit,
      unit,
      charge,
      currency,
      status,
      priority: terms?.priority ?? null,
      effectiveAt: at,
      expiresAt: terms?.expiresAfter ? expiry(account.timeZone, at, terms.expiresAfter) : null,
      reason,
      metadata: terms?.metadata ? { ...terms.metadata } : null,
    },
  ];
}

/** Never "no expiry": a credit that expires beyond year 9999 does so at its end. */
function expiry(zone: string, at: string, { value, unit }: Expiry): string {
  return addInZone(zone, at, value, unit) ?? LAST_INSTANT;
}
