import { canonical, decimal, ONE, unitOf } from "../../base/decimal.js";
import { minorDigits } from "../../base/currency.js";
import { earlier } from "../../base/instant.js";
import { chargeOf } from "../../engine/amount.js";
import { withRecords } from "../../ledger/arrival.js";
import type { ResolvedOrder } from "../../model/draw-order.js";
import type { ParsedTopupRecord } from "../../model/topup-record.js";
import type { Happening } from "./agenda.js";
import type { Books } from "./books.js";
import { billedBy, invoice, owe, pay } from "./receivables.js";
import type { PaymentEvent, UsageEvent } from "./timeline.js";
import { use } from "./use.js";
import { type PaidInto, paidIntoOf, type UsageTarget, usageTargetOf } from "./usage-target.js";

/** The books after an event of the timeline; `recordId` is for the record of a payment by hand. */
export function happen(books: Books, event: Happening["event"], order: ResolvedOrder, recordId: string): Books {
  const { account } = books;
  switch (event.type) {
    case "usage":
      return used(books, event, order);
    case "invoice":
      return invoice(books, billedBy(event, books), event.at);
    case "payment":
      return paidByHand(books, event, recordId);
    case "limit":
      return { ...books, account: { ...account, limits: { ...account.limits, [event.name]: event.value } } };
    case "paymentMethod": {
      // A failure at this very instant is one of the new method: the engine is asked after what happens.
      const autoTopupResumedAt = event.resumes ? earlier(event.at, 1) : account.autoTopupResumedAt;
      return { ...books, account: { ...account, paymentMethod: event.paymentMethod, autoTopupResumedAt } };
    }
  }
}

function used(books: Books, event: UsageEvent, order: ResolvedOrder): Books {
  const target = usageTargetOf(event, books.account) as UsageTarget; // checked when the timeline was read
  const amount = decimal(event.amount);
  return target.kind === "owed" ? owe(books, target.basis, amount) : use(books, target.walletId, { ...event, amount }, order);
}

function paidByHand(books: Books, event: PaymentEvent, id: string): Books {
  const { account } = books;
  const { at, amount } = event;
  const { walletId } = paidIntoOf(event, account) as PaidInto; // checked when the timeline was read
  const credit = decimal(amount);
  const wallet = account.wallets.find((each) => each.id === walletId);
  const rate = wallet === undefined ? ONE : decimal(wallet.rate as string);
  const moneyDigits = minorDigits(account.currency) as number;
  const record: ParsedTopupRecord = {
    id,
    kind: "manual",
    profileId: null,
    walletId,
    charge: canonical(chargeOf(credit, { rate, moneyDigits, quantum: unitOf(moneyDigits) })),
    credit: amount,
    createdAt: at,
    creditedAt: at,
    failedAt: null,
    status: "paid",
    failure: null,
  };
  const recorded = { ...account, topups: [...account.topups, record] };
  return wallet === undefined ? pay({ ...books, account: recorded }, credit) : { ...books, account: withRecords(recorded, [record]) };
}
