import type { CreatePayment, GrantCredit, SendCorrespondence } from "../../model/action.js";

/**
 * What each action's message is told: amounts and instants are formatted, ids, names and reasons in
 * quotation marks.
 *
 * @example
 * ```ts
 * import { type ActionFacts, english } from "auto-topup";
 *
 * const facts: ActionFacts["createPayment"] = { amount: "USD 50.00", method: "card" };
 * english.actions.createPayment(facts); //=> "collect USD 50.00 by card"
 * ```
 */
export interface ActionFacts {
  readonly createExpectedPayment: { readonly amount: string; readonly due: string };
  readonly createPayment: { readonly amount: string; readonly method: CreatePayment["method"] };
  readonly sendCorrespondence: { readonly type: string; readonly about: SendCorrespondence["about"] };
  readonly createInvoice: { readonly amount: string; readonly issued: string; readonly due: string; readonly autoCollect: boolean };
  readonly grantCredit: {
    readonly credit: string;
    readonly charge: string;
    readonly wallet: string;
    readonly status: GrantCredit["status"];
    readonly expires: string | null;
    readonly reason: string | null;
  };
  readonly recordTransaction: { readonly amount: string; readonly reason: string | null };
}
