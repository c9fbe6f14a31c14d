import { currencyCode, minorDigits } from "../base/currency.js";
import type { InputIssue } from "../base/errors.js";
import { amount, type Amount, id, number, unit } from "../base/fields.js";
import { type Parser, parserOf } from "../base/parser.js";
import { listOf, object, oneOfOr, optional, optionalObject, required, type Schema, uniqueIds, withDefault } from "../base/schema.js";
import { type ParsedLot, type Lot, lotSchema } from "./lot.js";

/**
 * A store of value in one unit, a currency or credits, normalised. `scale` is null for a currency; `lots`
 * and `balance` are both null where the balance is unknown.
 *
 * @example
 * ```ts
 * import { parseAccount, type Wallet } from "auto-topup";
 *
 * const account = parseAccount({ id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "credits", rate: "0.010", balance: 250 }] });
 * const wallet = account.wallets[0] as Wallet;
 * wallet.rate; //=> "0.01"
 * wallet.scale; //=> 9
 * ```
 */
export interface Wallet {
  readonly id: string;
  readonly unit: string;
  readonly status: "active" | "frozen" | "closed";
  readonly type: "prepaid" | "promotional" | "postpaid";
  /** Null only in a wallet that was read on its own, without an account to say its currency. */
  readonly rate: string | null;
  readonly scale: number | null;
  readonly lots: readonly ParsedLot[] | null;
  readonly balance: string | null;
  readonly pendingUsage: string;
}

/**
 * A wallet as a caller writes it: `lots`, or the figure `balance` alone; with neither, the balance is unknown.
 *
 * @example
 * ```ts
 * import type { WalletInput } from "auto-topup";
 *
 * const wallet: WalletInput = { id: "w1", unit: "credits", rate: "0.01", balance: "250", pendingUsage: "12" };
 * wallet.unit; //=> "credits"
 * ```
 */
export interface WalletInput {
  readonly id: string;
  /** A currency code, or a custom unit such as `"credits"`. */
  readonly unit: string;
  /** `"active"` when left out. */
  readonly status?: "active" | "frozen" | "closed" | undefined;
  /** A label without effect; `"prepaid"` when left out. */
  readonly type?: "prepaid" | "promotional" | "postpaid" | undefined;
  /** More than 0: money in the account's currency that one unit costs. `"1"` where the unit is that currency, else required. */
  readonly rate?: Amount | null | undefined;
  /** 0 to 12 decimal places of a custom unit; 9 when left out. */
  readonly scale?: number | null | undefined;
  readonly lots?: readonly Lot[] | null | undefined;
  readonly balance?: Amount | null | undefined;
  /** Usage not yet billed to the wallet; `"0"` when left out. */
  readonly pendingUsage?: Amount | null | undefined;
}

const DEFAULT_SCALE = 9;
const MAX_SCALE = 12;

export const walletSchema: Schema<Wallet, WalletInput> = object(
  {
    id: required(id),
    unit: required(unit),
    status: oneOfOr(["active", "frozen", "closed"], "active"),
    type: oneOfOr(["prepaid", "promotional", "postpaid"], "prepaid"),
    rate: optional(amount({ above: "0" })),
    scale: optional(number({ whole: true, min: 0, max: MAX_SCALE })),
    lots: optionalObject(listOf(lotSchema)),
    balance: optional(amount()),
    pendingUsage: withDefault(amount(), "0"),
  },
  [{ fields: ["balance"], list: "lots", faults: balanceFaults }, { fields: ["unit", "scale"], faults: scaleFaults }, uniqueIds("lots")],
  (wallet) => {
    if (currencyCode(wallet.unit) === null) wallet.scale ??= DEFAULT_SCALE;
  },
);

export const walletParser: Parser<Wallet> = /* @__PURE__ */ parserOf(walletSchema);

/** The decimal places of a wallet's unit: a currency's minor digits, or the custom unit's scale. */
export function scaleOf(wallet: { readonly unit: string; readonly scale: number | null }): number {
  return minorDigits(wallet.unit) ?? (wallet.scale as number);
}

function balanceFaults({ lots, balance }: Wallet): InputIssue[] {
  if (lots === null || balance === null) return [];
  return [{ path: ["balance"], code: "conflict", message: "must not stand beside lots" }];
}

function scaleFaults({ unit: name, scale }: Wallet): InputIssue[] {
  if (scale === null || currencyCode(name) === null) return [];
  return [{ path: ["scale"], code: "conflict", message: "belongs to custom units: a currency has its own" }];
}
