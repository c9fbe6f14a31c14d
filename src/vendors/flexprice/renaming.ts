import { InvalidInputError, type IssueCode } from "../../base/errors.js";
import { readPlain, valueOf } from "../../base/parser.js";
import { isPlainObject } from "../../base/plain.js";

interface Renaming {
  readonly name: (key: string) => string;
  /** Where in the data we are. One list throughout: to copy it at each step would cost more than all the rest. */
  readonly path: (string | number)[];
  /** What stands in several places is renamed once. */
  readonly done: Map<object, unknown>;
}

/** Plain data with its keys renamed, but for those under `metadata`. */
export function renamedKeys(data: unknown, name: (key: string) => string): unknown {
  const path: (string | number)[] = [];
  if (data === undefined) throw fault(path, "required", "is required");
  return renamed(valueOf(readPlain(data)), { name, path, done: new Map() });
}

function renamed(value: unknown, renaming: Renaming): unknown {
  const { path, done } = renaming;
  if (typeof value === "number" && !Number.isFinite(value)) throw fault(path, "invalid_number", "must be a finite number");
  if (typeof value !== "object" || value === null) return value;
  if (done.has(value)) return done.get(value);
  const copy = Array.isArray(value) ? value.map((each, index) => stepped(index, each, renaming)) : renamedObject(value, renaming);
  done.set(value, copy);
  return copy;
}

function renamedObject(value: object, renaming: Renaming): unknown {
  const { name, path } = renaming;
  if (!isPlainObject(value)) throw fault(path, "not_plain_data", "is an instance of a class, not plain data");
  const fields = new Map<string, unknown>();
  for (const [key, each] of Object.entries(value)) {
    if (each === undefined) continue;
    const other = name(key);
    if (other === "__proto__") throw fault([...path, key], "forbidden_key", "must not become the key __proto__");
    if (fields.has(other)) throw fault([...path, key], "conflict", `becomes ${other}, as another key does`);
    fields.set(other, stepped(key, each, key === "metadata" ? asItIs(renaming) : renaming));
  }
  return Object.fromEntries(fields);
}

function stepped(step: string | number, value: unknown, renaming: Renaming): unknown {
  renaming.path.push(step);
  const copy = renamed(value, renaming);
  renaming.path.pop();
  return copy;
}

const same = (key: string): string => key;

function asItIs(renaming: Renaming): Renaming {
  return renaming.name === same ? renaming : { name: same, path: renaming.path, done: new Map() };
}

function fault(path: readonly (string | number)[], code: IssueCode, message: string): InvalidInputError {
  return new InvalidInputError([{ path: [...path], code, message }]);
}
