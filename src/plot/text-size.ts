/** Sizes of letters in pixels. */
export const SMALL = 12;
export const LARGE = 15;

const NARROW = /[\s.,:;'’|!()[\]iIjlftr/-]/;
const BROAD = /[A-Z@%&mwMW—×]/;
const FULL_WIDTH = /[\u{1100}-\u{11FF}\u{2E80}-\u{D7A3}\u{F900}-\u{FAFF}\u{FF00}-\u{FF60}\u{1F000}-\u{3FFFF}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * About how wide a text is. Nobody can measure it without the font that will be there, so it is guessed on the wide
 * side: what is kept free for it is enough in the usual sans-serif fonts.
 */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

function emsOf(character: string): number {
  if (FULL_WIDTH.test(character)) return 1.05;
  if (NO_WIDTH.test(character)) return 0;
  if (NARROW.test(character)) return 0.4;
  return BROAD.test(character) ? 0.8 : 0.63;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitted(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let kept = "";
  let ems = 0;
  for (const character of text) {
    ems += emsOf(character);
    if ((ems + emsOf("…")) * size > width) break; // summed as widthOf does: in another order it may come to a trifle more
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in at most so many lines, broken between words; what does not fit ends in an ellipsis. */
export function wrapped(text: string, width: number, size: number, mostLines: number): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (lines.length < mostLines - 1) {
    const line = leadingWords(rest, width, size);
    if (line === "") break; // one long word, or nothing
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  return rest === "" ? lines : [...lines, fitted(rest, width, size)];
}

function leadingWords(text: string, width: number, size: number): string {
  let end = 0;
  let ems = 0;
  for (const { index } of text.matchAll(/\s+|$/g)) {
    for (const character of text.slice(end, index)) ems += emsOf(character);
    if (ems * size > width) break;
    end = index;
  }
  return text.slice(0, end);
}
