import { ceilTo, decimal, unitOf } from "../../../base/decimal.js";
import { minorDigits } from "../../../base/currency.js";
import type { Draft } from "../finding.js";
import type { Ground, Rule } from "../ground.js";
import { countText } from "../words.js";

/** Places that the unit does not have are rounded away: what is charged is not what is written. A value that is replaced is not charged at all. */
export const finerThanUnit: Rule = (ground) => {
  const { topup, caps } = ground.profile;
  const unit = digitsOfUnit(ground);
  const money = digitsOfMoney(ground);
  const written: [path: Draft["path"], figure: string | null, digits: number | null][] = [
    [["topup", "value"], topup.mode === "toPercentOfLimit" || ground.override !== null ? null : topup.value, unit],
    [["topup", "min"], topup.min, unit],
    [["topup", "max"], topup.max, unit],
    [["topup", "step"], topup.step, unit],
    ...caps.map(({ maxCharge }, index): [Draft["path"], string | null, number | null] => [["caps", index, "maxCharge"], maxCharge, money]),
    [["account", "autoTopupAmount"], ground.override, money],
  ];
  return written.flatMap(([path, figure, digits]) => {
    if (figure === null || digits === null || isWhole(figure, digits)) return [];
    const message = `${figure} has more decimal places than the ${digits} that can be charged, and is rounded.`;
    return [{ severity: "warning", path, message, suggestion: fewer(digits) } satisfies Draft];
  });
};

function fewer(digits: number): string {
  return digits === 0 ? "Write a whole number." : `Write at most ${countText(digits, "decimal place")}.`;
}

function isWhole(figure: string, digits: number): boolean {
  const amount = decimal(figure);
  return ceilTo(amount, unitOf(digits)).equals(amount);
}

/** Of the basis's unit; null where that is not known. */
function digitsOfUnit({ profile: { currency }, target }: Ground): number | null {
  if (target !== null) return target.scale;
  return currency === null ? null : minorDigits(currency);
}

function digitsOfMoney({ profile: { currency }, account, basis }: Ground): number | null {
  if (account !== null) return minorDigits(account.currency);
  return currency === null || basis === "balance" ? null : minorDigits(currency);
}
