import { canonical, decimal } from "../../base/decimal.js";
import type { Instant } from "../../base/instant.js";
import { decimalIn, figureIn, instantIn, lengthIn } from "../../base/locale.js";
import type { Account } from "../../model/account.js";
import type { Decision } from "../../model/decision.js";
import type { Topup } from "../../model/plan.js";
import type { Counted } from "./told-facts.js";
import { factOf } from "./facts.js";
import { unitWord } from "./quotation.js";

/** How values are put into words: in one locale and zone, and in the units of one decision. */
export interface Wording {
  readonly locale: string;
  readonly timeZone: string;
  /** The unit of the basis; null where it is not known. */
  readonly unit: string | null;
  /** The account's currency; null where it is not known. */
  readonly currency: string | null;
}

/** A decision does not carry its units: its plan does, or the account, or a profile that asks for one. */
export function wordingOf(
  spoken: Pick<Wording, "locale" | "timeZone">,
  decision: Decision,
  topup: Topup | null,
  account: Account | null,
): Wording {
  const asked = factOf(decision, "currency").text("actual");
  const unit = topup?.unit ?? (account && targetUnit(account, decision)) ?? asked;
  const currency = topup?.currency ?? account?.currency ?? (decision.walletId === null ? asked : null);
  return { locale: spoken.locale, timeZone: spoken.timeZone, unit, currency };
}

function targetUnit({ currency, wallets }: Account, { walletId }: Decision): string | null {
  return walletId === null ? currency : (wallets.find(({ id }) => id === walletId)?.unit ?? null);
}

/** An amount of money or of a custom unit; a plain number where the unit is not known. */
export function amountText({ locale }: Wording, given: string, unit: string | null): string {
  return figureIn(locale, canonical(decimal(given)), unit, maybe(unit, unitWord));
}

/** A figure in the unit of the basis. */
export function valueText(wording: Wording, figure: string): string {
  return amountText(wording, figure, wording.unit);
}

/** A figure in the account's currency. */
export function moneyText(wording: Wording, figure: string): string {
  return amountText(wording, figure, wording.currency);
}

export function instantText({ locale, timeZone }: Wording, instant: Instant): string {
  return instantIn(locale, timeZone, instant);
}

export function lengthText({ locale }: Wording, ms: number): string {
  return lengthIn(locale, ms);
}

export function counted({ locale }: Wording, number: number): Counted {
  return { text: decimalIn(locale, String(number)), number };
}

/** What is there to be said, of what is there. */
export function maybe<Value, Text>(value: Value | null, say: (value: Value) => Text): Text | null {
  return value === null ? null : say(value);
}
