import { type Decimal, decimal, ZERO } from "../../base/decimal.js";
import type { Account, Owed } from "../../model/account.js";

/** The books of the simulated account, as whoever bills keeps them. */
export interface Books {
  readonly account: Account;
  /** The part of what is outstanding that is not due: the rest is overdue. Null where one of the two is unknown. */
  readonly notYetDue: Decimal | null;
  /** What each wallet's lots could not cover: part of its pending usage, and taken from the next lot that comes. */
  readonly overdrawn: ReadonlyMap<string, Decimal>;
}

export function booksOf(account: Account): Books {
  return { account, notYetDue: notYetDueOf(account.owed), overdrawn: new Map() };
}

/** Who is in credit owes nothing that is still to fall due. */
function notYetDueOf({ outstanding, overdue }: Owed): Decimal | null {
  if (outstanding === null || overdue === null) return null;
  const rest = decimal(outstanding).minus(decimal(overdue));
  return rest.isNegative() && !decimal(overdue).greaterThan(ZERO) ? ZERO : rest;
}
