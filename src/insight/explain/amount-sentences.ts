import { decimalIn } from "../../base/locale.js";
import type { Action } from "../../model/action.js";
import type { Adjustment, Topup, TopupPlan } from "../../model/plan.js";
import type { Catalogue } from "./catalogue.js";
import { standingOf } from "./comparison.js";
import { quoted } from "./quotation.js";
import type { Telling } from "./telling.js";
import type { ChargeFacts } from "./told-facts.js";
import { amountText, instantText, maybe, moneyText, valueText, type Wording } from "./wording.js";

/** What a plan charges, where that comes from, where it leads, and what is to be done. */
export function amountSentences({ topup, actions }: TopupPlan, telling: Telling): string[] {
  const { wording, catalogue } = telling;
  return [
    charge(topup, actions, telling),
    ...topup.adjustments.map((adjustment) => adjusted(adjustment, telling)),
    ...after(topup, telling),
    ...(actions.length === 0 ? [] : [catalogue.toDo({ actions: actions.map((each) => actionClause(each, wording, catalogue)) })]),
  ];
}

function charge(topup: Topup, actions: readonly Action[], { decision, wording, catalogue }: Telling): string {
  return catalogue.charge({
    charge: moneyText(wording, topup.charge),
    credit: valueText(wording, topup.credit),
    basis: topup.basis,
    wallet: maybe(decision.walletId, quoted),
    payment: paymentOf(actions),
  });
}

function paymentOf(actions: readonly Action[]): ChargeFacts["payment"] {
  if (actions.length === 0) return null;
  if (actions.some((each) => each.kind === "createPayment" || (each.kind === "createInvoice" && each.autoCollect))) return "collected";
  return actions.some(({ kind }) => kind === "createExpectedPayment" || kind === "createInvoice") ? "askedFor" : "none";
}

/** A cap is about the charge, the others about the credit; an override starts from a value of which the plan does not say the unit. */
function adjusted({ rule, from, to }: Adjustment, { wording, catalogue }: Telling): string {
  const text = rule === "cap" ? moneyText : valueText;
  return catalogue.adjustments[rule]({
    from: rule === "override" ? decimalIn(wording.locale, from) : text(wording, from),
    to: text(wording, to),
  });
}

function after({ basis, after: { effective, distance, clears } }: Topup, { decision, comparison, wording, catalogue }: Telling): string[] {
  if (effective === null) return [];
  const { trigger, walletId } = decision;
  return [
    catalogue.after({
      basis,
      wallet: maybe(walletId, quoted),
      effective: valueText(wording, effective),
      counted: basis === "unbilled" || (comparison !== null && comparison.inFlight !== null), // no payment lowers what is unbilled: it counts until the next bill
      standing: distance === null || trigger === null ? null : standingOf(distance, trigger.threshold, trigger.boundary, wording),
      clears,
    }),
  ];
}

function actionClause(action: Action, wording: Wording, { actions }: Catalogue): string {
  const money = (amount: string, unit: string): string => amountText(wording, amount, unit);
  switch (action.kind) {
    case "createExpectedPayment":
      return actions[action.kind]({ amount: money(action.amount, action.currency), due: instantText(wording, action.dueDate) });
    case "createPayment":
      return actions[action.kind]({ amount: money(action.amount, action.currency), method: action.method });
    case "sendCorrespondence":
      return actions[action.kind]({ type: quoted(action.correspondenceType), about: action.about });
    case "createInvoice":
      return actions[action.kind]({
        amount: money(action.amount, action.currency),
        issued: instantText(wording, action.issueDate),
        due: instantText(wording, action.dueDate),
        autoCollect: action.autoCollect,
      });
    case "grantCredit":
      return actions[action.kind]({
        credit: money(action.credit, action.unit),
        charge: money(action.charge, action.currency),
        wallet: quoted(action.walletId),
        status: action.status,
        expires: maybe(action.expiresAt, (each) => instantText(wording, each)),
        reason: maybe(action.reason, quoted),
      });
    case "recordTransaction":
      return actions[action.kind]({ amount: money(action.amount, action.currency), reason: maybe(action.reason, quoted) });
  }
}
