import { canonical, type Decimal, decimal, ZERO } from "../base/decimal.js";
import { instant, type InstantInput } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { readWith, valueOf } from "../base/parser.js";
import { made, object, required } from "../base/schema.js";
import type { ParsedLot } from "../model/lot.js";
import { type Wallet, type WalletInput, walletParser } from "../model/wallet.js";

/**
 * A wallet's figures at an instant, as canonical decimals in the wallet's unit. `available` and `active` are
 * null where the wallet gives neither lots nor balance.
 *
 * @example
 * ```ts
 * import { type WalletBalance, walletBalance } from "auto-topup";
 *
 * const figures: WalletBalance = walletBalance({ id: "w1", unit: "USD", balance: "10", pendingUsage: "2.5" }, { at: "2026-06-01T09:00:00Z" });
 * figures.available; //=> "7.5"
 * ```
 */
export interface WalletBalance {
  /** `active` less `pendingUsage`; may be negative. What a profile on `balance` watches. */
  readonly available: string | null;
  /** Lots that are paid for, effective and not expired; or the balance alone. */
  readonly active: string | null;
  /** Lots that wait for a payment. */
  readonly pendingPayment: string;
  /** Lots whose `effectiveAt` is still to come. */
  readonly notYetEffective: string;
  /** Lots whose `expiresAt` has come. */
  readonly expired: string;
  /** Usage not yet billed to the wallet. */
  readonly pendingUsage: string;
}

type Bucket = "active" | "pendingPayment" | "notYetEffective" | "expired";

/** Where a lot's remainder counts: the first that holds of expired, waiting for payment, not yet effective, active. */
export function bucketOf(lot: ParsedLot, at: Instant): Bucket {
  if (lot.expiresAt !== null && at >= lot.expiresAt) return "expired";
  if (lot.status === "pendingPayment") return "pendingPayment";
  if (lot.effectiveAt !== null && at < lot.effectiveAt) return "notYetEffective";
  return "active";
}

/** What the wallet has to spend, or `null` where that is unknown. */
export function availableBalance(wallet: Wallet, at: Instant): Decimal | null {
  const active = activeBalance(wallet, at);
  if (active === null || wallet.pendingUsage === "0") return active;
  return active.minus(decimal(wallet.pendingUsage));
}

function activeBalance(wallet: Wallet, at: Instant): Decimal | null {
  if (wallet.lots !== null) return sumOf(wallet.lots, "active", at);
  return wallet.balance === null ? null : decimal(wallet.balance);
}

function sumOf(lots: readonly ParsedLot[], bucket: Bucket, at: Instant): Decimal {
  let total: Decimal | null = null;
  for (const lot of lots) {
    if (bucketOf(lot, at) !== bucket) continue;
    const remaining = decimal(lot.remaining);
    total = total === null ? remaining : total.plus(remaining);
  }
  return total ?? ZERO;
}

const optionsSchema = /* @__PURE__ */ made(() => object({ at: required(instant) }));

/**
 * Sorts what a wallet holds, whatever the wallet's status: what can be spent, what waits, what is gone.
 *
 * @param wallet a wallet as a caller writes it, or one of a parsed account
 * @param options `at`: the instant to look at
 * @returns the sums as canonical decimals in the wallet's unit
 * @throws InvalidInputError where the wallet or `at` is malformed
 *
 * @example
 * ```ts
 * import { walletBalance } from "auto-topup";
 *
 * const wallet = {
 *   id: "w1",
 *   unit: "USD",
 *   pendingUsage: "1",
 *   lots: [
 *     { id: "paid", remaining: "10" },
 *     { id: "unpaid", remaining: "25", status: "pendingPayment" },
 *     { id: "old", remaining: "3", expiresAt: "2026-06-01T00:00:00Z" },
 *   ],
 * } as const;
 * walletBalance(wallet, { at: "2026-06-01T00:00:00Z" });
 * //=> { available: "9", active: "10", pendingPayment: "25", notYetEffective: "0", expired: "3", pendingUsage: "1" }
 * ```
 */
export function walletBalance(wallet: WalletInput | Wallet, options: { readonly at: InstantInput }): WalletBalance {
  const parsed = walletParser.parse(wallet);
  const { at } = valueOf(readWith(optionsSchema, options));
  const held = (bucket: Bucket): string => canonical(sumOf(parsed.lots ?? [], bucket, at));
  const available = availableBalance(parsed, at);
  const active = activeBalance(parsed, at);
  return {
    available: available && canonical(available),
    active: active && canonical(active),
    pendingPayment: held("pendingPayment"),
    notYetEffective: held("notYetEffective"),
    expired: held("expired"),
    pendingUsage: parsed.pendingUsage,
  };
}
