import { frozenCopy } from "../../base/document.js";
import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import { id } from "../../base/fields.js";
import { below, readWith, valueOf } from "../../base/parser.js";
import { object, objectOr, oneOfOr, openObject, record, type Schema } from "../../base/schema.js";
import type { Boundary } from "../../model/basis.js";
import { type ProfileInput, profileParser } from "../../model/profile.js";

/**
 * What a profile can say here and SAFE's document cannot.
 *
 * @example
 * ```ts
 * import type { SafeAdditions } from "auto-topup/safe";
 *
 * const additions: SafeAdditions = { inFlight: "net", caps: [{ window: { calendar: "month" }, maxCharge: "500" }] };
 * additions.inFlight; //=> "net"
 * ```
 */
export type SafeAdditions = Pick<ProfileInput, (typeof ADDABLE)[number]>;

const ADDABLE = [
  "currency",
  "priority",
  "activeFrom",
  "activeUntil",
  "credit",
  "inFlight",
  "inFlightExpiresAfter",
  "caps",
  "failures",
  "requirePaymentMethod",
  "staleAfter",
] as const;

/**
 * How to read what SAFE's documentation leaves open. Give the same options both ways.
 *
 * @example
 * ```ts
 * import type { SafeOptions } from "auto-topup/safe";
 *
 * const options: SafeOptions = { percentMeans: "available", limitNames: { "Credit Limit": "credit" }, additions: { inFlight: "net" } };
 * options.percentMeans; //=> "available"
 * ```
 */
export interface SafeOptions {
  /** Whether exactly the threshold fires; `"exclusive"` when left out: the balance "drops below" it. */
  readonly boundary?: Boundary | undefined;
  /** Which share of the limit `To Percent Of Limit` aims at: the used (owed) one, or what is still available; `"used"` when left out. */
  readonly percentMeans?: "used" | "available" | undefined;
  /** Our name for each of SAFE's limits; one that is not among them keeps its name. */
  readonly limitNames?: Readonly<Record<string, string>> | null | undefined;
  /** `{ inFlight: "ignore", failures: "none" }`, and whatever is given here. */
  readonly additions?: SafeAdditions | null | undefined;
}

/** Options with the defaults filled in. */
export interface Choices {
  readonly boundary: Boundary;
  readonly percentMeans: "used" | "available";
  readonly limitNames: Readonly<Record<string, string>> | null;
  readonly additions: SafeAdditions;
}

const DOCUMENTED: SafeAdditions = /* @__PURE__ */ Object.freeze({ inFlight: "ignore", failures: "none" });

const optionsSchema: Schema<Choices> = object({
  boundary: oneOfOr(["inclusive", "exclusive"], "exclusive"),
  percentMeans: oneOfOr(["used", "available"], "used"),
  limitNames: record<string, string, string>(id, id, { nullable: false }),
  additions: objectOr(openObject({}), {}),
}) as unknown as Schema<Choices>;

/** @throws InvalidInputError */
export function choicesOf(options: SafeOptions): Choices {
  const { additions, ...choices } = valueOf(readWith(optionsSchema, options));
  const issues = additionFaults(additions);
  if (issues.length > 0) throw new InvalidInputError(below("additions", issues));
  return { ...choices, additions: { ...DOCUMENTED, ...frozenCopy(additions) } };
}

/** A sound profile: whatever is wrong with it together with additions is wrong with these. */
const SOUND: ProfileInput = {
  id: "sound",
  trigger: { basis: "outstanding", type: "absoluteAmount", value: "0", referenceLimit: "sound" },
  topup: { mode: "fixedAmount", value: "1" },
};

function additionFaults(additions: SafeAdditions): InputIssue[] {
  const known: readonly string[] = ADDABLE;
  const strangers = Object.keys(additions).filter((key) => !known.includes(key));
  const issues: InputIssue[] = strangers.map((key) => ({ path: [key], code: "unknown_key", message: "is not a key that belongs here" }));
  const reading = profileParser.read({ ...additions, ...SOUND });
  return "issues" in reading ? [...issues, ...reading.issues.filter(({ path }) => !strangers.includes(path[0] as string))] : issues;
}

/** Our name for one of SAFE's limits. */
export function limitName(name: string, { limitNames }: Pick<Choices, "limitNames">): string {
  return limitNames !== null && Object.hasOwn(limitNames, name) ? (limitNames[name] as string) : name;
}

/** SAFE's name for one of our limits; where several are, the first by their code units. */
export function safeLimitName(name: string, { limitNames }: Pick<Choices, "limitNames">): string {
  return Object.entries(limitNames ?? {}).find(([, ours]) => ours === name)?.[0] ?? name;
}
