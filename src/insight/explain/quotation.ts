import { currencyCode } from "../../base/currency.js";

/** What breaks a line, cannot be seen, turns the direction of writing, or is half a character. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text of others in quotation marks, so that whatever is in it can neither end them nor the line. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replace(UNSEEN, escaped)}"`;
}

/** As `\u200b`, each UTF-16 code unit by itself. */
function escaped(character: string): string {
  return character.replace(/[^]/g, (unit) => `\\u${hex(unit.charCodeAt(0))}`);
}

const HEX = "0123456789abcdef";

function hex(code: number): string {
  return [12, 8, 4, 0].map((shift) => HEX.charAt((code >> shift) & 15)).join("");
}

/** One word or two, without a digit. */
const PLAIN_NAME = /^\p{L}[\p{L}\p{M}]*(?:[ _-]\p{L}[\p{L}\p{M}]*)?$/u;

/** The name of a unit as it is, where it cannot be taken for anything else: neither for a clause nor for a sum of money. */
export function unitWord(unit: string): string {
  const isPlain = currencyCode(unit) !== null || (PLAIN_NAME.test(unit) && !namesMoney(unit));
  return isPlain ? unit : quoted(unit);
}

/** A currency's code as a word in either case, or in capitals within a word. */
function namesMoney(unit: string): boolean {
  const capitals = [...unit.matchAll(/(?=([A-Z]{3}))/g)].map(([, code]) => code as string);
  return [...unit.split(/[ _-]/), ...capitals].some((code) => currencyCode(code) !== null);
}

/** Text on one line. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
