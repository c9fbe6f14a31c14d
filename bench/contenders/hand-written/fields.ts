/** What the hand-written validator refuses. One fault ends it, where the library tells every one. */
export class Refused extends Error {}

export type Raw = Readonly<Record<string, unknown>>;

export function fields(value: unknown, known: ReadonlySet<string>): Raw {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Refused("no object");
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Refused("an instance");
  for (const key of Object.keys(value)) if (!known.has(key)) throw new Refused(`unknown key ${key}`);
  return value as Raw;
}

export function items<Item>(value: unknown, read: (item: unknown) => Item): Item[] {
  if (value == null) return [];
  if (!Array.isArray(value)) throw new Refused("no list");
  const list: Item[] = [];
  for (const item of value) list.push(read(item));
  return list;
}

export function optional<Value>(value: unknown, read: (value: unknown) => Value): Value | null {
  return value == null ? null : read(value);
}

export function distinct<Item extends { readonly id: string }>(list: Item[]): Item[] {
  if (new Set(list.map(({ id }) => id)).size < list.length) throw new Refused("an id twice");
  return list;
}

export function id(value: unknown): string {
  if (typeof value !== "string" || value === "" || value.length > 200) throw new Refused("no id");
  return value;
}

export function text(value: unknown): string {
  if (typeof value !== "string") throw new Refused("no text");
  return value;
}

const CANONICAL_AMOUNT = /^(?:0|-?[1-9]\d{0,19}|-?(?:0|[1-9]\d{0,19})\.\d{0,19}[1-9])$/;
const AMOUNT = /^(-?)0*(\d{1,20})(?:\.(\d{1,20}))?$/;

/** In canonical text. */
export function amount(value: unknown): string {
  if (typeof value === "string" && CANONICAL_AMOUNT.test(value)) return value;
  const match = AMOUNT.exec(typeof value === "number" ? String(value) : text(value));
  if (match === null) throw new Refused("no amount");
  const [, sign, whole, fraction = ""] = match;
  let end = fraction.length;
  while (end > 0 && fraction.charCodeAt(end - 1) === 48) end--;
  const magnitude = end === 0 ? (whole as string) : `${whole}.${fraction.slice(0, end)}`;
  return magnitude === "0" ? "0" : `${sign}${magnitude}`;
}

export function atLeastZero(value: unknown): string {
  const read = amount(value);
  if (read.startsWith("-")) throw new Refused("negative");
  return read;
}

export function aboveZero(value: unknown): string {
  const read = atLeastZero(value);
  if (read === "0") throw new Refused("not positive");
  return read;
}

/** Days that every month has. */
const CANONICAL_INSTANT = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** In canonical text. */
export function instant(value: unknown): string {
  const written = text(value);
  if (CANONICAL_INSTANT.test(written)) return written;
  const ms = INSTANT.test(written) ? Date.parse(written) : Number.NaN;
  if (Number.isNaN(ms)) throw new Refused("no instant");
  return new Date(ms).toISOString();
}

export function oneOf<Word extends string>(value: unknown, words: readonly Word[], fallback?: Word): Word {
  if (value === undefined && fallback !== undefined) return fallback;
  if (!words.includes(value as Word)) throw new Refused("another word");
  return value as Word;
}

export function flag(value: unknown, fallback?: boolean): boolean {
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== "boolean") throw new Refused("no flag");
  return value;
}

export function whole(value: unknown): number {
  if (!Number.isInteger(value) || (value as number) < 0) throw new Refused("no whole number");
  return value as number;
}
