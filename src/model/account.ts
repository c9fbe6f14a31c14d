import type { InputIssue } from "../base/errors.js";
import { amount, type Amount, currency, id, instant, type InstantInput, timeZone } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { type Parser, parserOf, standardSchemaOf } from "../base/parser.js";
import {
  flag,
  list,
  object,
  objectOr,
  oneOf,
  optional,
  optionalObject,
  record,
  required,
  type Schema,
  uniqueIds,
  withDefault,
} from "../base/schema.js";
import type { StandardSchema } from "../base/standard-schema.js";
import { type ParsedTopupRecord, type TopupRecord, topupRecordSchema } from "./topup-record.js";
import { type Wallet, type WalletInput, walletSchema } from "./wallet.js";

/**
 * A snapshot of one customer as `parseAccount` gives it: frozen, defaults filled in, amounts and instants in
 * canonical text, `null` for what is unknown.
 *
 * @example
 * ```ts
 * import { type Account, parseAccount } from "auto-topup";
 *
 * const account: Account = parseAccount({ id: "a1", currency: "gbp", owed: { outstanding: "12.50" } });
 * account.currency; //=> "GBP"
 * account.owed; //=> { outstanding: "12.5", overdue: null, unbilled: null }
 * ```
 */
export interface Account {
  readonly id: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly asOf: Instant | null;
  readonly owed: Owed;
  readonly billedThrough: Instant | null;
  readonly limits: Limits;
  readonly wallets: readonly Wallet[];
  readonly paymentMethod: PaymentMethod | null;
  readonly autoTopupAmount: string | null;
  readonly autoTopupResumedAt: Instant | null;
  readonly topups: readonly ParsedTopupRecord[];
}

/**
 * What an account owes: positive = the customer owes, negative = in credit, `null` = unknown.
 *
 * @example
 * ```ts
 * import type { Owed } from "auto-topup";
 *
 * const owed: Owed = { outstanding: "120", overdue: "0", unbilled: null };
 * owed.unbilled; //=> null
 * ```
 */
export interface Owed {
  readonly outstanding: string | null;
  readonly overdue: string | null;
  readonly unbilled: string | null;
}

/**
 * Named ceilings. `"0"` is a real limit, `null` = unlimited, a missing name = unknown.
 *
 * @example
 * ```ts
 * import type { Limits } from "auto-topup";
 *
 * const limits: Limits = { credit: "500", unbilled: null };
 * limits.credit; //=> "500"
 * ```
 */
export type Limits = Readonly<Record<string, string | null>>;

/**
 * How the customer pays, normalised. `autoCollect`: money can be collected without asking; `minCharge`: not
 * below this.
 *
 * @example
 * ```ts
 * import type { PaymentMethod } from "auto-topup";
 *
 * const method: PaymentMethod = { type: "directDebit", autoCollect: true, minCharge: "1" };
 * method.type; //=> "directDebit"
 * ```
 */
export interface PaymentMethod {
  readonly type: "card" | "directDebit" | "other";
  readonly autoCollect: boolean;
  readonly minCharge: string | null;
}

/**
 * A snapshot of one customer as a caller writes it. `topups` left out means that there are none: load them,
 * for the target at least the newest automatic one, all that are pending, unknown, or paid and not yet
 * shown in the figures, the failed ones since the last paid, those since `billedThrough` for an unbilled
 * basis, and all that cooldown, caps and the schedule's period reach.
 *
 * @example
 * ```ts
 * import { type AccountInput, evaluate } from "auto-topup";
 *
 * const account: AccountInput = {
 *   id: "a1",
 *   currency: "USD",
 *   timeZone: "America/New_York",
 *   asOf: "2026-06-01T08:59:30Z",
 *   wallets: [{ id: "w1", unit: "USD", balance: "4.20" }],
 * };
 * const profile = {
 *   id: "p1",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "fixedAmount", value: "50" },
 * } as const;
 * evaluate({ profile, account, at: "2026-06-01T09:00:00Z" }).outcome; //=> "due"
 * ```
 */
export interface AccountInput {
  readonly id: string;
  /** ISO 4217, in either case. */
  readonly currency: string;
  /** IANA name; `"UTC"` when left out. Calendar days, weeks, months and years are those of this zone. */
  readonly timeZone?: string | null | undefined;
  /** When these figures were read. */
  readonly asOf?: InstantInput | null | undefined;
  readonly owed?:
    | {
        readonly outstanding?: Amount | null | undefined;
        readonly overdue?: Amount | null | undefined;
        readonly unbilled?: Amount | null | undefined;
      }
    | null
    | undefined;
  /** Usage up to here is billed: top-ups created since then are in flight for the basis `unbilled`. */
  readonly billedThrough?: InstantInput | null | undefined;
  readonly limits?: Readonly<Record<string, Amount | null | undefined>> | null | undefined;
  readonly wallets?: readonly WalletInput[] | null | undefined;
  readonly paymentMethod?:
    | {
        readonly type: "card" | "directDebit" | "other";
        readonly autoCollect: boolean;
        readonly minCharge?: Amount | null | undefined;
      }
    | null
    | undefined;
  /** More than 0: the customer-level override, money (SAFE `autoTopupAmount`). */
  readonly autoTopupAmount?: Amount | null | undefined;
  /** Failures up to this no longer count: a new card, an operator's word. */
  readonly autoTopupResumedAt?: InstantInput | null | undefined;
  /** In any order; ids unique. */
  readonly topups?: readonly TopupRecord[] | null | undefined;
}

const UNKNOWN: Owed = /* @__PURE__ */ Object.freeze({ outstanding: null, overdue: null, unbilled: null });
const NO_LIMITS: Limits = /* @__PURE__ */ Object.freeze({});

type RawAccount = Omit<Account, "limits"> & { readonly limits: Limits | null };

export const accountShape: Schema<Account, AccountInput> = object(
  {
    id: required(id),
    currency: required(currency),
    timeZone: withDefault(timeZone, "UTC"),
    asOf: optional(instant),
    owed: objectOr(object({ outstanding: optional(amount()), overdue: optional(amount()), unbilled: optional(amount()) }), UNKNOWN),
    billedThrough: optional(instant),
    limits: record<string, Amount, string | null>(id, amount({ atLeast: "0" }), { nullable: true }),
    wallets: list(walletSchema),
    paymentMethod: optionalObject(
      object({ type: oneOf(["card", "directDebit", "other"]), autoCollect: flag(), minCharge: optional(amount({ atLeast: "0" })) }),
    ),
    autoTopupAmount: optional(amount({ above: "0" })),
    autoTopupResumedAt: optional(instant),
    topups: list(topupRecordSchema),
  },
  [{ fields: ["currency"], list: "wallets", faults: rateFaults }, uniqueIds("wallets"), uniqueIds("topups")],
  complete,
) as Schema<Account, AccountInput>;

export const accountParser: Parser<Account> = /* @__PURE__ */ parserOf(accountShape);

/**
 * Reads an account: checks it whole, fills in the defaults and brings figures to canonical text. What it
 * gives is frozen and recognised by every function here, so it is not checked again.
 *
 * @param input an account as a caller writes it, or what this function gave before
 * @returns the normalised account
 * @throws InvalidInputError with one issue per fault, paths relative to `input`
 *
 * @example
 * ```ts
 * import { parseAccount } from "auto-topup";
 *
 * const account = parseAccount({
 *   id: "a1",
 *   currency: "usd",
 *   limits: { credit: 500, unbilled: null },
 *   wallets: [{ id: "w1", unit: "usd", balance: "4.20" }],
 * });
 * account.limits; //=> { credit: "500", unbilled: null }
 * account.wallets[0]?.rate; //=> "1"
 * ```
 */
export function parseAccount(input: AccountInput): Account {
  return accountParser.parse(input);
}

/**
 * `parseAccount` as a Standard Schema (version 1).
 *
 * @example
 * ```ts
 * import { accountSchema } from "auto-topup";
 *
 * const result = accountSchema["~standard"].validate({ id: "a1", currency: "EUR" });
 * "value" in result; //=> true
 * ```
 */
export const accountSchema: StandardSchema<AccountInput, Account> = /* @__PURE__ */ standardSchemaOf(accountParser);

/** A ceiling by its name: null where it is unlimited, undefined where it is not stated. */
export function statedLimit({ limits }: Pick<Account, "limits">, name: string): string | null | undefined {
  return Object.hasOwn(limits, name) ? limits[name] : undefined;
}

/** A wallet in the account's own currency costs 1 for 1. */
function complete(raw: { limits: Limits | null; wallets: readonly Wallet[] }): void {
  raw.limits ??= NO_LIMITS;
  if (raw.wallets.every(({ rate }) => rate !== null)) return;
  raw.wallets = Object.freeze(raw.wallets.map((wallet) => (wallet.rate === null ? Object.freeze({ ...wallet, rate: "1" }) : wallet)));
}

/** A forgotten rate of 0.01 would charge a hundredfold. */
function rateFaults({ currency: accountCurrency, wallets }: RawAccount): InputIssue[] {
  return wallets.flatMap((wallet: Partial<Wallet> | null | undefined, index) => {
    const { unit, rate } = wallet ?? {};
    if (rate !== null || typeof unit !== "string" || unit === accountCurrency) return [];
    return [{ path: ["wallets", index, "rate"], code: "missing_companion", message: `is needed: ${unit} is not the account's currency` }];
  });
}
