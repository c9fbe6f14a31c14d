import type { InputIssue } from "../../base/errors.js";
import { amount, type Amount, id } from "../../base/fields.js";
import { type Parser, parserOf } from "../../base/parser.js";
import { Fault, oneOf, openObject, type Reader, required, type Schema, UNTOLD } from "../../base/schema.js";
import { MAX_DAYS } from "../../model/duration.js";
import type { SafeTopupMode, SafeTriggerBasis, SafeTriggerType } from "./presets.js";
import {
  amountOf,
  anyText,
  flagOrBlank,
  kept,
  maybe,
  nameOrBlank,
  orBlank,
  type SafeFlag,
  type SafeId,
  safeId,
  safeIdOrBlank,
} from "./written.js";

/**
 * An Auto Top-up Profile as SAFE's API writes it. Fields that are not named here pass through unharmed. An
 * optional field may be missing, `null` or `""`, which all say the same.
 *
 * @example
 * ```ts
 * import type { SafeProfile } from "auto-topup/safe";
 *
 * const profile: SafeProfile = {
 *   id: "12",
 *   name: "Prepay £20",
 *   enabled: "Yes",
 *   triggerBasis: "Outstanding",
 *   triggerType: "Absolute Amount",
 *   triggerValue: "20.00",
 *   referenceLimit: "Credit Limit",
 *   topupMode: "Fixed Amount",
 *   topupValue: "50.00",
 *   autoCollect: "Yes",
 *   minDaysBetweenTopups: 7,
 * };
 * profile.triggerBasis; //=> "Outstanding"
 * ```
 */
export interface SafeProfile {
  readonly id: SafeId;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** Only an enabled profile is applied; what is not said to be enabled is not. */
  readonly enabled?: SafeFlag | "" | null | undefined;
  readonly triggerBasis: SafeTriggerBasis;
  readonly triggerType: SafeTriggerType;
  /** Money, or a percentage where the type is `Percent of Limit`. */
  readonly triggerValue: Amount;
  /** The name of a limit, such as `Credit Limit`. */
  readonly referenceLimit: string;
  readonly topupMode: SafeTopupMode;
  /** Money, or a percentage where the mode is `To Percent Of Limit`. */
  readonly topupValue: Amount;
  /** Used with `To Percent Of Limit` alone; `referenceLimit` when not set. */
  readonly topupReferenceLimit?: string | null | undefined;
  /** Whether a payment is created where the payment method allows it; no when not set. */
  readonly autoCollect?: SafeFlag | "" | null | undefined;
  /** The correspondence where only an expected payment was created. */
  readonly correspondenceTypeExpected?: string | null | undefined;
  /** The correspondence where a payment by card was created. */
  readonly correspondenceTypeCard?: string | null | undefined;
  /** The correspondence where a payment by direct debit was created. */
  readonly correspondenceTypeDirectDebit?: string | null | undefined;
  /** Dates from one expected payment to the next; `0` is every day. */
  readonly minDaysBetweenTopups?: number | string | null | undefined;
  /** The one customer to whom the profile is restricted. */
  readonly customerID?: SafeId | null | undefined;
  readonly [field: string]: unknown;
}

const NO_DAYS = /* @__PURE__ */ new Fault("invalid_number", "must be a whole number of days");
const TOO_MANY_DAYS = /* @__PURE__ */ new Fault("out_of_range", `must be from 0 to ${MAX_DAYS}`);

const days: Reader<number | string, number | string> = {
  json: UNTOLD,
  read(value) {
    const count = typeof value === "string" && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
    if (typeof count !== "number" || !Number.isInteger(count)) return NO_DAYS;
    return count < 0 || count > MAX_DAYS ? TOO_MANY_DAYS : (value as number | string);
  },
};

export const safeProfileShape: Schema<SafeProfile> = openObject(
  {
    id: required(safeId),
    name: maybe(anyText),
    description: maybe(anyText),
    enabled: maybe(flagOrBlank),
    triggerBasis: oneOf(["Outstanding", "Overdue", "Unbilled Calls", "Unbilled Calls (approximation until invoiced)"]),
    triggerType: oneOf(["Absolute Amount", "Percent of Limit"]),
    triggerValue: required(kept(amount())),
    referenceLimit: required(kept(id)),
    topupMode: oneOf(["Fixed Amount", "To Percent Of Limit"]),
    topupValue: required(kept(amount())),
    topupReferenceLimit: maybe(nameOrBlank),
    autoCollect: maybe(flagOrBlank),
    correspondenceTypeExpected: maybe(nameOrBlank),
    correspondenceTypeCard: maybe(nameOrBlank),
    correspondenceTypeDirectDebit: maybe(nameOrBlank),
    minDaysBetweenTopups: maybe(orBlank(days)),
    customerID: maybe(safeIdOrBlank),
  },
  [
    { fields: ["triggerType", "triggerValue"], faults: triggerValueFaults },
    { fields: ["topupMode", "topupValue"], faults: topupValueFaults },
  ],
) as unknown as Schema<SafeProfile>;

const safeProfileParser: Parser<SafeProfile> = /* @__PURE__ */ parserOf(safeProfileShape);

/**
 * Checks a SAFE profile and gives it back as it came: the same JSON, frozen at the top, unknown fields included.
 *
 * @param input what SAFE's API gave for a profile
 * @returns the same document, checked
 * @throws InvalidInputError with one issue per fault, paths by SAFE's field names
 *
 * @example
 * ```ts
 * import { parseSafeProfile } from "auto-topup/safe";
 *
 * const document = {
 *   id: 12,
 *   enabled: true,
 *   triggerBasis: "Unbilled Calls",
 *   triggerType: "Percent of Limit",
 *   triggerValue: 80,
 *   referenceLimit: "Unbilled Calls Credit Limit",
 *   topupMode: "To Percent Of Limit",
 *   topupValue: 20,
 *   colour: "green",
 * };
 * parseSafeProfile(document).colour; //=> "green"
 * ```
 */
export function parseSafeProfile(input: unknown): SafeProfile {
  return safeProfileParser.parse(input);
}

function triggerValueFaults({ triggerType, triggerValue }: { triggerType: unknown; triggerValue: unknown }): InputIssue[] {
  if (triggerType !== "Percent of Limit" || !isNegative(triggerValue)) return [];
  return [{ path: ["triggerValue"], code: "out_of_range", message: "must not be negative: it is a percentage" }];
}

function topupValueFaults({ topupMode, topupValue }: { topupMode: unknown; topupValue: unknown }): InputIssue[] {
  if (isNegative(topupValue)) return [{ path: ["topupValue"], code: "out_of_range", message: "must not be negative" }];
  if (topupMode !== "Fixed Amount" || amountOf(topupValue as Amount) !== "0") return [];
  return [{ path: ["topupValue"], code: "out_of_range", message: "must be more than 0" }];
}

function isNegative(value: unknown): boolean {
  return amountOf(value as Amount).startsWith("-");
}
