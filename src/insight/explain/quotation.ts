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

const PLAIN_NAME = /^\p{L}[\p{L}\p{M}\p{N}]*(?:[ _-][\p{L}\p{M}\p{N}]+)*$/u;

/** The name of a unit as it is, where it cannot be taken for anything else. */
export function unitWord(unit: string): string {
  return PLAIN_NAME.test(unit) ? unit : quoted(unit);
}

/** Text on one line. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
