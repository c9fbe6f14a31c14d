import { fingerprint } from "./fingerprint.js";
import { isHolder } from "./places.js";

/**
 * What is wrong with an answer: whatever in it is no plain JSON. Where the library gives back a part of the input as it
 * was given, that part is the caller's.
 */
export function faultOf(answer: unknown, args: unknown): string | null {
  const judged: Judged = { callers: callersObjects(args), texts: [] };
  return notPlain(answer, "", judged, 0) ?? notText(judged.texts, args);
}

interface Judged {
  readonly callers: ReadonlySet<unknown>;
  /** All that the answer says. */
  readonly texts: string[];
}

function callersObjects(args: unknown): ReadonlySet<unknown> {
  const objects = new Set<unknown>();
  const collect = (value: unknown): void => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || objects.has(value)) return;
    objects.add(value);
    if (!isHolder(value)) return;
    for (const held of Object.values(Object.getOwnPropertyDescriptors(value))) if ("value" in held) collect(held.value);
  };
  collect(args);
  return objects;
}

const DEEPEST = 100;

function notPlain(value: unknown, path: string, judged: Judged, depth: number): string | null {
  if (value === null || typeof value === "boolean" || judged.callers.has(value)) return null;
  if (typeof value === "string") judged.texts.push(value);
  if (typeof value === "string") return null;
  if (typeof value === "number") return Number.isFinite(value) ? null : `${path} is ${value}`;
  if (!isHolder(value)) return `${path} is ${value === undefined ? "undefined" : `no plain data (${typeof value})`}`;
  if (depth > DEEPEST) return `${path.slice(0, 40)} has no end`;
  if (Object.getOwnPropertySymbols(value).length > 0) return `${path} has a symbol for a key`;
  for (const key of Object.keys(value)) {
    if (key === "__proto__") return `${path} has __proto__ for a key`;
    const wrong = notPlain(value[key], `${path}.${key}`, judged, depth + 1);
    if (wrong !== null) return wrong;
  }
  return null;
}

const MARKS = ["NaN", "Infinity", "undefined", "[object"];

/** A mark of a value that went wrong on the way to text, unless the caller wrote it. */
function notText(texts: readonly string[], args: unknown): string | null {
  const met = MARKS.filter((mark) => texts.some((text) => text.includes(mark)));
  if (met.length === 0) return null;
  const given = fingerprint(args);
  const own = met.find((mark) => !given.includes(mark));
  const text = texts.find((each) => own !== undefined && each.includes(own));
  if (own === undefined || text === undefined) return null;
  return `says ${own}: …${text.slice(Math.max(0, text.indexOf(own) - 60), text.indexOf(own) + 60)}…`;
}
