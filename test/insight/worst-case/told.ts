import type { AccountInput, ProfileInput } from "../../../src/index.js";
import type { DeclineBound, PeriodBound, TopupBound } from "../../../src/insight/worst-case/bounds.js";
import { worstCase } from "../../../src/insight/worst-case/worst-case.js";
import { heldProfile } from "../../support/build.js";

/** A profile in dollars that adds $50, with an account or without. */
export function worst(over: Partial<ProfileInput> = {}, account?: Partial<AccountInput>): ReturnType<typeof worstCase> {
  const profile = heldProfile({ currency: "USD", ...over });
  return account === undefined ? worstCase(profile) : worstCase(profile, accountIn(account));
}

export function accountIn(over: Partial<AccountInput>): AccountInput {
  return { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "0" }], ...over };
}

/** A bound in one line: `600.00 in 12, tight`; `~` where it is not. */
export function told(bound: TopupBound | PeriodBound | DeclineBound): string {
  const count = "maxCount" in bound && bound.maxCount !== null ? ` in ${bound.maxCount}` : "";
  if (!bound.bounded) return `${bound.reason}${count}`;
  return `${bound.tight ? "" : "~"}${"maxCharge" in bound ? bound.maxCharge : ""}${count}`.trim();
}

/** Day, week, month, year. */
export function charged(over: Partial<ProfileInput> = {}, account?: Partial<AccountInput>): string[] {
  const { day, week, month, year } = worst(over, account).charged;
  return [day, week, month, year].map(told);
}

/** Day, week, month, year, and in all. */
export function declined(over: Partial<ProfileInput> = {}, account?: Partial<AccountInput>): string[] {
  const { day, week, month, year, total } = worst(over, account).declines;
  return [day, week, month, year, total].map(told);
}

/** The rules that a bound names, each with its path. */
export function rules(bound: TopupBound | PeriodBound | DeclineBound): string[] {
  return bound.bounded ? bound.because.map(({ rule, path }) => `${rule} ${path.join(".")}`) : [];
}
