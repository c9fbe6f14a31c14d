import type { AccountInput } from "auto-topup";

/** One line of the accounts file: a customer's snapshot, and the profiles of the book that are assigned to it. */
export interface AccountLine {
  readonly account: AccountInput;
  readonly profileIds: readonly string[];
}
