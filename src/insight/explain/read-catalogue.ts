import { InvalidInputError, type IssueCode } from "../../base/errors.js";
import { readKeys, type Reading } from "../../base/parser.js";
import type { Catalogue } from "./catalogue.js";
import { english } from "./english.js";
import { onOneLine } from "./quotation.js";

type Message = (facts: unknown) => string;
type Entries = { readonly [name: string]: Message | Entries };
type Path = readonly string[];

/** A caller's catalogue: the entries of the English one, each a function. What they give is checked when they speak. */
export function readCatalogue(input: unknown): Reading<Catalogue> {
  if (input === undefined || input === null || input === english) return { value: english };
  return readEntries(english as unknown as Entries, input, ["catalogue"]) as Reading<unknown> as Reading<Catalogue>;
}

function readEntries(model: Entries, input: unknown, path: Path): Reading<Entries> {
  const readers = Object.entries(model).map(([name, entry]) => {
    const here = [...path, name];
    const read = (value: unknown): Reading<Message | Entries> =>
      typeof entry === "function" ? readMessage(value, here) : readEntries(entry, value, here);
    return [name, read] as const;
  });
  try {
    return { value: readKeys<Entries>(input, Object.fromEntries(readers)) };
  } catch (error) {
    return { issues: (error as InvalidInputError).issues }; // it throws nothing else
  }
}

function readMessage(value: unknown, path: Path): Reading<Message> {
  if (typeof value === "function") return { value: (facts) => spoken(value as Message, facts, path) };
  const code = value === undefined ? "required" : "invalid_type";
  return { issues: [{ path: [], code, message: "must be a function that gives text" }] };
}

/** What a message gives, on one line. */
function spoken(message: Message, facts: unknown, path: Path): string {
  let text: unknown;
  try {
    text = message(facts);
  } catch {
    throw fault(path, "invalid_value", "must not throw");
  }
  if (typeof text !== "string") throw fault(path, "invalid_type", "must give text");
  return onOneLine(text);
}

function fault(path: Path, code: IssueCode, message: string): InvalidInputError {
  return new InvalidInputError([{ path, code, message }]);
}
