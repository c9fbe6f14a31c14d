/** Text that is markup already. Whatever is no `Markup` is escaped, so nothing that a caller wrote becomes markup. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Content = Markup | string;
export type Attributes = Readonly<Record<string, string | number | null>>;

/** What XML 1.0 admits in no form, not even escaped: most control characters, lone surrogates, two non-characters. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escaped(text: string): string {
  return text.replace(NOT_IN_XML, "").replace(/[&<>"']/g, (character) => ESCAPED[character] as string);
}

/** An element; an attribute that is null is left out. */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? coordinate(value) : escaped(value as string)}"`)
    .join("");
  const inner = content.map(markupOf).join("");
  return new Markup(inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`);
}

export function group(...content: readonly Content[]): Markup {
  return new Markup(content.map(markupOf).join(""));
}

/** A tenth of a pixel is as fine as anybody sees. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function markupOf(content: Content): string {
  return content instanceof Markup ? content.text : escaped(content);
}
