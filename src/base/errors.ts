/**
 * One fault of an input.
 *
 * `path` leads to the faulty value, relative to the argument of the function that was called; `code` is
 * stable and meant for programs; `message` is meant for people.
 *
 * @example
 * ```ts
 * import { evaluate, InvalidInputError } from "auto-topup";
 *
 * try {
 *   evaluate({ profile: {}, account: {}, at: "yesterday" } as never);
 * } catch (error) {
 *   const issue = (error as InvalidInputError).issues.find(({ path }) => path[0] === "at");
 *   issue?.code; //=> "invalid_instant"
 * }
 * ```
 */
export interface InputIssue {
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  readonly message: string;
}

/**
 * What can be wrong with a value.
 *
 * @example
 * ```ts
 * import type { IssueCode } from "auto-topup";
 *
 * const codes: IssueCode[] = ["required", "unknown_key", "invalid_amount"];
 * codes.length; //=> 3
 * ```
 */
export type IssueCode =
  | "required" // missing, or null where null means nothing
  | "invalid_type" // another JSON type than the one expected
  | "invalid_value" // not one of the words allowed here
  | "unknown_key" // a key that nothing here has, or one of another variant
  | "forbidden_key" // `__proto__`
  | "not_plain_data" // a class instance, a function, a symbol, an accessor that throws
  | "too_deep" // nested deeper than any input can be
  | "invalid_amount" // not a decimal of at most 20 digits on either side of the point
  | "invalid_number" // not a finite number, or not a whole one
  | "out_of_range" // a number, amount or duration beyond its bounds
  | "invalid_instant" // no ISO 8601 instant with a zone, or one that does not exist
  | "invalid_currency" // no ISO 4217 code with minor units
  | "invalid_time_zone" // no IANA time zone
  | "invalid_locale" // no BCP 47 locale, or none that the runtime knows
  | "invalid_id" // empty, longer than 200 code units, or with a lone surrogate
  | "duplicate_id" // the same id twice in one list
  | "conflict" // two values that cannot stand together
  | "missing_companion"; // a value that another one needs

const SHOWN_IN_MESSAGE = 5;

/** A list of a million faulty entries is refused after so many of them: the rest would tell nothing new, and take long. */
export const MOST_ISSUES = 1000;

/**
 * The one error that this library throws: the input is not well formed.
 *
 * `issues` has one entry per fault; of more than a thousand faults it has a thousand. Where two copies of the package meet (ESM and CommonJS, say), tell the
 * error by `code` rather than by `instanceof`.
 *
 * @example
 * ```ts
 * import { InvalidInputError, parseAccount } from "auto-topup";
 *
 * try {
 *   parseAccount({ id: "a1", currency: "XYZ" });
 * } catch (error) {
 *   error instanceof InvalidInputError; //=> true
 *   (error as InvalidInputError).code; //=> "invalid_input"
 *   (error as InvalidInputError).issues[0]?.path; //=> ["currency"]
 * }
 * ```
 */
export class InvalidInputError extends Error {
  override readonly name = "InvalidInputError";
  readonly code = "invalid_input";
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[]) {
    const told = issues.slice(0, MOST_ISSUES);
    super(summary(told));
    this.issues = told;
  }
}

function summary(issues: readonly InputIssue[]): string {
  const shown = issues.slice(0, SHOWN_IN_MESSAGE).map((issue) => `${pathText(issue.path)}: ${issue.message}`);
  const hidden = issues.length - shown.length;
  if (hidden === 0) return shown.join("; ");
  return `${shown.join("; ")}; and ${issues.length < MOST_ISSUES ? "" : "at least "}${hidden} more`;
}

function pathText(path: readonly (string | number)[]): string {
  if (path.length === 0) return "input";
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}
