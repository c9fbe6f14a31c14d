import { type InputIssue, InvalidInputError, type IssueCode } from "../base/errors.js";
import { oneOfThese } from "../base/parser.js";
import { Fault, type Reader } from "../base/schema.js";

type Path = readonly (string | number)[];

/** What reads one field. It is never asked about null, nor about what is missing. */
export type FieldOf<Out> = Pick<Reader<Out, unknown>, "read">;

/**
 * Reads what is wanted of an object field by field, and leaves the rest alone. A step of a simulation is large, and
 * there may be a hundred thousand: a schema for all of it would take longer than the picture.
 */
export class FieldReader {
  readonly #issues: InputIssue[] = [];

  /** A field that must be there. Where it is faulty, the value is of no use: `done` will throw. */
  required<Out>(reader: FieldOf<Out>, value: unknown, ...path: Path): Out {
    if (value === undefined || value === null) this.fault("required", "is required", ...path);
    return this.optional(reader, value, ...path) as Out;
  }

  optional<Out>(reader: FieldOf<Out>, value: unknown, ...path: Path): Out | null {
    if (value === undefined || value === null) return null;
    const result = reader.read(value);
    if (!(result instanceof Fault)) return result;
    this.fault(result.code, result.message, ...path);
    return null;
  }

  /** What is read of an object that must be there. Where it is none, nothing else is said of it. */
  within<Out>(value: unknown, path: Path, read: (object: Fields) => Out): Out {
    const object = this.required(fields, value, ...path) as Fields | null | undefined;
    return object == null ? (undefined as Out) : read(object);
  }

  fault(code: IssueCode, message: string, ...path: Path): void {
    this.#issues.push({ path: [...path], code, message });
  }

  /** Throws `InvalidInputError` where anything was faulty. */
  done(): void {
    if (this.#issues.length > 0) throw new InvalidInputError(this.#issues);
  }
}

/** One of some words. */
export function word<Word extends string>(words: readonly Word[]): FieldOf<Word> {
  const fault = new Fault("invalid_value", oneOfThese(words));
  return { read: (value) => (words.includes(value as Word) ? (value as Word) : fault) };
}

type Fields = Readonly<Record<string, unknown>>;
const NO_OBJECT = /* @__PURE__ */ new Fault("invalid_type", "must be an object");

/** An object, whatever is in it. */
const fields: FieldOf<Fields> = {
  read: (value) => (typeof value === "object" ? (value as Fields) : NO_OBJECT),
};

/** An accessor or iterator that throws is a fault like any other; what was refused already stays as it is. */
export function refusal(error: unknown, ...path: Path): InvalidInputError {
  if (error instanceof InvalidInputError) return error;
  return new InvalidInputError([{ path: [...path], code: "not_plain_data", message: "cannot be read" }]);
}
