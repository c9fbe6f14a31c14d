import { canonical, type Decimal, decimal, ZERO } from "../../base/decimal.js";
import type { Instant } from "../../base/instant.js";
import { paidOff } from "../../ledger/arrival.js";
import type { Owed } from "../../model/account.js";
import type { Books } from "./books.js";
import type { InvoiceEvent } from "./timeline.js";

/** Usage that is owed. */
export function owe(books: Books, basis: "outstanding" | "unbilled", amount: Decimal): Books {
  const { owed } = books.account;
  const used = withOwed(books, { ...owed, [basis]: more(owed[basis], amount) });
  return basis === "outstanding" ? { ...used, notYetDue: used.notYetDue && used.notYetDue.plus(amount) } : used;
}

/** What an invoice bills: all that is unbilled, where it does not say how much. */
export function billedBy({ amount }: InvoiceEvent, { account }: Books): Decimal {
  return decimal((amount ?? account.owed.unbilled) as string); // checked when the timeline was read
}

/** What is unbilled becomes outstanding; `billedThrough` moves where the account states it at all. */
export function invoice(books: Books, amount: Decimal, at: Instant): Books {
  const { owed, billedThrough } = books.account;
  const billed = withOwed(books, { ...owed, unbilled: more(owed.unbilled, amount.negated()), outstanding: more(owed.outstanding, amount) });
  return {
    ...billed,
    account: { ...billed.account, billedThrough: billedThrough && at },
    notYetDue: billed.notYetDue && billed.notYetDue.plus(amount),
  };
}

/** What of an invoice is not paid by now becomes overdue. */
export function fallDue(books: Books, amount: Decimal): Books {
  if (books.notYetDue !== null) return aged({ ...books, notYetDue: books.notYetDue.minus(amount) });
  const { owed } = books.account;
  return withOwed(books, { ...owed, overdue: more(owed.overdue, amount) });
}

/** The customer pays what is owed. */
export function pay(books: Books, amount: Decimal): Books {
  return aged(withOwed(books, paidOff(books.account.owed, amount, true)));
}

/** What is overdue once something was paid: the oldest was paid first. */
export function aged(books: Books): Books {
  const { owed } = books.account;
  if (books.notYetDue === null || owed.outstanding === null) return books;
  const due = decimal(owed.outstanding).minus(books.notYetDue);
  return withOwed(books, { ...owed, overdue: canonical(due.isNegative() ? ZERO : due) });
}

function withOwed(books: Books, owed: Owed): Books {
  return { ...books, account: { ...books.account, owed } };
}

function more(figure: string | null, amount: Decimal): string | null {
  return figure && canonical(decimal(figure).plus(amount));
}
