import type { InputIssue, IssueCode } from "./errors.js";
import { isDate } from "./instant.js";

/** Deeper than any input of this library can be. */
const MAX_DEPTH = 16;

type Path = readonly (string | number)[];

/** What a walk over a value found. */
export interface Survey {
  /** Whatever is no plain JSON-like data: class instances, functions, symbols, big integers, a `__proto__` or symbol as a key, endless nesting. */
  readonly issues: InputIssue[];
  /** Where dates stand. An instant may be one; nothing else may. */
  readonly dates: Path[];
}

interface Walk extends Survey {
  /** What stands in several places is looked at once; whether it is being looked at just now, so that it stands in itself. */
  readonly visited: Map<object, boolean>;
}

export function survey(value: unknown): Survey {
  const found: Walk = { issues: [], dates: [], visited: new Map() };
  visit(value, [], found);
  return found;
}

/** One issue for each date that did not become the text of an instant. */
export function strayDates(dates: readonly Path[], output: unknown): InputIssue[] {
  return dates
    .filter((path) => typeof path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], output) !== "string")
    .map((path) => issue(path, "invalid_type", "must not be a Date"));
}

function visit(value: unknown, path: (string | number)[], found: Walk): void {
  const { issues, visited } = found;
  if (typeof value !== "object" || value === null) {
    if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") {
      issues.push(issue(path, "not_plain_data", `is a ${typeof value}, not plain data`));
    }
  } else if (Array.isArray(value) || isPlainObject(value)) {
    const inside = visited.get(value);
    if (inside === true) issues.push(issue(path, "not_plain_data", "stands in itself"));
    if (inside !== undefined) return;
    visited.set(value, true);
    if (path.length > MAX_DEPTH) issues.push(issue(path, "too_deep", `is nested deeper than ${MAX_DEPTH} levels`));
    else visitAll(value, path, found);
    visited.set(value, false);
  } else if (isDate(value)) {
    found.dates.push([...path]);
  } else {
    issues.push(issue(path, "not_plain_data", "is an instance of a class, not plain data"));
  }
}

function visitAll(value: readonly unknown[] | Readonly<Record<string, unknown>>, path: (string | number)[], found: Walk): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) step(value[index], index, path, found);
    return;
  }
  if (Object.getOwnPropertySymbols(value).length > 0) found.issues.push(issue(path, "not_plain_data", "has a symbol as a key"));
  for (const key of Object.keys(value)) {
    if (key === "__proto__") found.issues.push(issue([...path, key], "forbidden_key", "must not be a key"));
    else step((value as Readonly<Record<string, unknown>>)[key], key, path, found);
  }
}

function step(value: unknown, key: string | number, path: (string | number)[], found: Walk): void {
  path.push(key);
  visit(value, path, found);
  path.pop();
}

/** An object of this realm or another whose prototype is null, or the last of its chain. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

function issue(path: Path, code: IssueCode, message: string): InputIssue {
  return { path: [...path], code, message };
}
