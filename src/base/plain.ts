import { type InputIssue, type IssueCode, MOST_ISSUES } from "./errors.js";
import { isDate } from "./instant.js";

/** Deeper than any input of this library can be. */
const MAX_DEPTH = 16;

type Path = readonly (string | number)[];

/** What a walk over a value found. */
export interface Survey {
  /**
   * A copy of the value in which an accessor or proxy cannot change its mind: each property was asked for once.
   * What stands in several places does so here too.
   */
  readonly plain: unknown;
  /**
   * Whatever is no plain JSON-like data: class instances, functions, symbols, big integers, a `__proto__` or symbol
   * as a key, a gap in a list, endless nesting.
   */
  readonly issues: InputIssue[];
  /** NaN and the infinities: whoever reads a number there has a better word for it, but nobody may. */
  readonly endless: InputIssue[];
  /** Where dates stand. An instant may be one; nothing else may. */
  readonly dates: Path[];
  /** Whether the walk ended before the value did: there were issues enough. */
  readonly isCutShort: boolean;
}

interface Walk extends Omit<Survey, "plain" | "isCutShort"> {
  /** What stands in several places is looked at once. */
  readonly copies: Map<object, unknown>;
  /** What is being looked at just now, from the outermost inwards. */
  readonly around: object[];
}

export function survey(value: unknown): Survey {
  const found: Walk = { issues: [], endless: [], dates: [], copies: new Map(), around: [] };
  const plain = visit(value, [], found);
  return { ...found, plain, isCutShort: isEnough(found) };
}

/** One issue for each date that did not become the text of an instant. */
export function strayDates(dates: readonly Path[], output: unknown): InputIssue[] {
  return dates
    .filter((path) => typeof path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], output) !== "string")
    .map((path) => issue(path, "invalid_type", "must not be a Date"));
}

function isEnough({ issues, endless }: Walk): boolean {
  return issues.length + endless.length >= MOST_ISSUES;
}

/** Gives the copy. */
function visit(value: unknown, path: (string | number)[], found: Walk): unknown {
  const { issues, copies, around } = found;
  if (typeof value !== "object" || value === null) return leaf(value, path, found);
  if (copies.has(value)) {
    if (around.includes(value)) issues.push(issue(path, "not_plain_data", "stands in itself"));
    return copies.get(value);
  }
  if (Array.isArray(value) || isPlainObject(value)) {
    const copy = Array.isArray(value) ? [] : {};
    copies.set(value, copy);
    around.push(value);
    if (path.length > MAX_DEPTH) issues.push(issue(path, "too_deep", `is nested deeper than ${MAX_DEPTH} levels`));
    else if (Array.isArray(value)) visitList(value, copy as unknown[], path, found);
    else visitObject(value, copy as Record<string, unknown>, path, found);
    around.pop();
    return copy;
  }
  if (isDate(value)) found.dates.push([...path]);
  else issues.push(issue(path, "not_plain_data", "is an instance of a class, not plain data"));
  return value;
}

function leaf(value: unknown, path: Path, { issues, endless }: Walk): unknown {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) endless.push(issue(path, "invalid_number", "must be a finite number"));
  } else if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") {
    issues.push(issue(path, "not_plain_data", `is a ${typeof value}, not plain data`));
  }
  return value;
}

function visitList(value: readonly unknown[], copy: unknown[], path: (string | number)[], found: Walk): void {
  const { length } = value;
  for (let index = 0; index < length && !isEnough(found); index++) {
    const each = value[index];
    path.push(index);
    if (each === undefined) found.issues.push(issue(path, "required", "is required"));
    copy.push(visit(each, path, found));
    path.pop();
  }
}

function visitObject(
  value: Readonly<Record<string, unknown>>,
  copy: Record<string, unknown>,
  path: (string | number)[],
  found: Walk,
): void {
  if (Object.getOwnPropertySymbols(value).length > 0) found.issues.push(issue(path, "not_plain_data", "has a symbol as a key"));
  for (const key of Object.keys(value)) {
    if (isEnough(found)) return;
    path.push(key);
    if (key === "__proto__") found.issues.push(issue(path, "forbidden_key", "must not be a key"));
    else copy[key] = visit(value[key], path, found);
    path.pop();
  }
}

/** An object of this realm or another whose prototype is null, or the last of its chain. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function issue(path: Path, code: IssueCode, message: string): InputIssue {
  return { path: [...path], code, message };
}
