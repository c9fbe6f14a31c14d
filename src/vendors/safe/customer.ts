import { frozenCopy } from "../../base/document.js";
import { amount, type Amount } from "../../base/fields.js";
import { type InputIssue, InvalidInputError } from "../../base/errors.js";
import { parserOf, readPlain, valueOf } from "../../base/parser.js";
import { isPlainObject } from "../../base/plain.js";
import { openObject, required, type Schema } from "../../base/schema.js";
import { type AccountInput, accountParser } from "../../model/account.js";
import { choicesOf, limitName, type SafeOptions } from "./options.js";
import { amountOf, idText, kept, maybe, orBlank, type SafeId, safeId, stated } from "./written.js";

/**
 * What is read of a Customer as SAFE's API writes it; all its other fields pass through.
 *
 * @example
 * ```ts
 * import type { SafeCustomer } from "auto-topup/safe";
 *
 * const customer: SafeCustomer = { id: 7, autoTopupAmount: "25.00" };
 * customer.id; //=> 7
 * ```
 */
export interface SafeCustomer {
  readonly id: SafeId;
  /** Money: tops up by this amount, whatever the profile's mode; none where it is blank or zero. */
  readonly autoTopupAmount?: Amount | null | undefined;
  readonly [field: string]: unknown;
}

/**
 * The figures of a customer, as read from SAFE's reports; limits by SAFE's names.
 *
 * @example
 * ```ts
 * import type { SafeSnapshot } from "auto-topup/safe";
 *
 * const snapshot: SafeSnapshot = { asOf: "2026-06-20T08:59:00Z", outstanding: "430", limits: { "Credit Limit": "500" } };
 * snapshot.outstanding; //=> "430"
 * ```
 */
export interface SafeSnapshot extends Pick<
  AccountInput,
  "asOf" | "billedThrough" | "limits" | "paymentMethod" | "autoTopupResumedAt" | "topups"
> {
  /** `"GBP"` when left out. */
  readonly currency?: string | null | undefined;
  /** `"Europe/London"` when left out. */
  readonly timeZone?: string | null | undefined;
  /** Owed on all unpaid invoices; negative where the customer is in credit. */
  readonly outstanding?: Amount | null | undefined;
  /** Owed on invoices whose due date has passed. */
  readonly overdue?: Amount | null | undefined;
  /** The approximate charge for calls that are not invoiced yet. */
  readonly unbilledCalls?: Amount | null | undefined;
}

/** The platform bills in the United Kingdom. */
export const HOME = { currency: "GBP", timeZone: "Europe/London" } as const;

const customerParser = /* @__PURE__ */ parserOf(
  openObject({ id: required(safeId), autoTopupAmount: maybe(orBlank(kept(amount({ atLeast: "0" })))) }) as unknown as Schema<SafeCustomer>,
);

/** Where each of a snapshot's keys stands in an account. */
const PLACES = {
  currency: ["currency"],
  timeZone: ["timeZone"],
  asOf: ["asOf"],
  outstanding: ["owed", "outstanding"],
  overdue: ["owed", "overdue"],
  unbilledCalls: ["owed", "unbilled"],
  billedThrough: ["billedThrough"],
  limits: ["limits"],
  paymentMethod: ["paymentMethod"],
  autoTopupResumedAt: ["autoTopupResumedAt"],
  topups: ["topups"],
} as const satisfies Record<keyof SafeSnapshot, readonly [string, ...string[]]>;

/**
 * A SAFE customer, with the figures read for it, as an account. Its `autoTopupAmount` overrides the amount
 * of every profile.
 *
 * @param customer the document, as SAFE gave it
 * @param snapshot the figures; what is left out is unknown, a limit of `null` is unlimited
 * @param options the same as for `profileFromSafe`, for the names of limits
 * @returns the account
 * @throws InvalidInputError with one issue per fault, paths relative to the argument at fault
 *
 * @example
 * ```ts
 * import { accountFromSafeCustomer } from "auto-topup/safe";
 *
 * accountFromSafeCustomer({ id: 7, autoTopupAmount: "25.00" }, { outstanding: "430", limits: { "Credit Limit": 500 } });
 * //=> {
 * //   id: "7",
 * //   currency: "GBP",
 * //   timeZone: "Europe/London",
 * //   owed: { outstanding: "430" },
 * //   limits: { "Credit Limit": 500 },
 * //   autoTopupAmount: "25",
 * // }
 * ```
 */
export function accountFromSafeCustomer(customer: SafeCustomer, snapshot: SafeSnapshot, options: SafeOptions = {}): AccountInput {
  const { id, autoTopupAmount } = customerParser.parse(customer);
  const choices = choicesOf(options);
  const { currency, timeZone, outstanding, overdue, unbilledCalls, limits: named, ...rest } = snapshotOf(snapshot);
  const { limits, safeNames, faults } = renamed(named, (name) => limitName(name, choices));
  const override = stated(autoTopupAmount);
  const owed = given({ outstanding, overdue, unbilled: unbilledCalls });
  const account: AccountInput = {
    id: idText(id),
    currency: currency ?? HOME.currency,
    timeZone: timeZone ?? HOME.timeZone,
    ...(Object.keys(owed).length === 0 ? {} : { owed }),
    ...given({ ...rest, limits }),
    ...(override === null || amountOf(override) === "0" ? {} : { autoTopupAmount: amountOf(override) }),
  };
  const reading = accountParser.read(account);
  const issues = [...faults, ...("issues" in reading ? reading.issues.map((issue) => asSnapshot(issue, safeNames)) : [])];
  if (issues.length > 0) throw new InvalidInputError(issues);
  return frozenCopy(account);
}

function snapshotOf(given: SafeSnapshot): SafeSnapshot {
  const snapshot = valueOf(readPlain(given));
  if (!isPlainObject(snapshot)) throw new InvalidInputError([{ path: [], code: "invalid_type", message: "must be a plain object" }]);
  const strangers = Object.keys(snapshot).filter((key) => !Object.hasOwn(PLACES, key));
  if (strangers.length === 0) return snapshot as SafeSnapshot;
  throw new InvalidInputError(strangers.map((key) => ({ path: [key], code: "unknown_key", message: "is not a key that belongs here" })));
}

interface Renamed {
  readonly limits: SafeSnapshot["limits"];
  readonly safeNames: ReadonlyMap<string, string>;
  readonly faults: readonly InputIssue[];
}

function renamed(limits: SafeSnapshot["limits"], ours: (name: string) => string): Renamed {
  const safeNames = new Map<string, string>();
  if (!isPlainObject(limits)) return { limits, safeNames, faults: [] };
  const faults: InputIssue[] = [];
  const entries = Object.entries(limits as Record<string, Amount | null>).map(([name, limit]) => {
    const other = safeNames.get(ours(name));
    if (other !== undefined) faults.push({ path: ["limits", name], code: "conflict", message: `has the same name of ours as ${other}` });
    safeNames.set(ours(name), name);
    return [ours(name), limit] as const;
  });
  return { limits: Object.fromEntries(entries), safeNames, faults };
}

function given<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}

/** An issue of the account, told where its value stands in the snapshot. */
function asSnapshot(issue: InputIssue, safeNames: ReadonlyMap<string, string>): InputIssue {
  const place = Object.entries(PLACES).find(([, path]) => path.every((step, index) => issue.path[index] === step));
  if (place === undefined) return issue;
  const [key, path] = place;
  const rest = issue.path.slice(path.length);
  const [first, ...further] = rest;
  const named = key === "limits" && typeof first === "string" ? [safeNames.get(first) ?? first, ...further] : rest;
  return { ...issue, path: [key, ...named] };
}
