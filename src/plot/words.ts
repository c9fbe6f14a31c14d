import { minorDigits } from "../base/currency.js";
import type { Instant } from "../base/instant.js";
import { decimalIn, figureIn, instantIn, moneyIn } from "../base/locale.js";
import { amountIn, gregorian } from "../base/short-forms.js";
import type { Basis } from "../model/basis.js";
import type { Look } from "./options.js";
import type { Played } from "./played.js";

/** How this picture writes figures, money and instants. */
export interface Words {
  /** A figure in the unit of what is watched. */
  figure(text: string): string;
  /** A charge, with its currency. */
  charge(text: string): string;
  /** A charge beside its mark: the currency is left out where it is the axis's unit. */
  shortCharge(text: string): string;
  /** A whole number. */
  count(value: number): string;
  instant(at: Instant): string;
  /** From one instant to another, or at one. */
  period(first: Instant, last: Instant): string;
}

export function wordsFor({ currency, unit, timeZone }: Played, look: Look): Words {
  const { locale } = look;
  const zone = look.timeZone ?? timeZone;
  const dated = gregorian(locale); // as the axis
  const instant = (at: Instant): string => instantIn(dated, zone, at);
  return {
    instant,
    period: (first, last) => (first === last ? instant(first) : `${instant(first)} – ${instant(last)}`),
    figure: (text) => figureIn(locale, text, unit),
    charge: (text) => moneyIn(locale, text, currency),
    shortCharge: (text) => (unit === currency ? amountIn(locale, text, minorDigits(currency) as number) : moneyIn(locale, text, currency)),
    count: (value) => decimalIn(locale, String(value)),
  };
}

const BASIS_NAMES: Readonly<Record<Basis, string>> = {
  outstanding: "Outstanding",
  overdue: "Overdue",
  unbilled: "Unbilled",
  balance: "Balance",
};

export function nameOf(basis: Basis): string {
  return BASIS_NAMES[basis];
}

export function titleOf({ basis, accountId, profileId }: Played, { title }: Look): string {
  const given = title?.trim() ?? "";
  return given === "" ? `${nameOf(basis)} of ${accountId} under ${profileId}` : given;
}
