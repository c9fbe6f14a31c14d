import type { ParsedSource } from "../model/source.js";
import { type Wallet, type WalletInput, walletParser } from "../model/wallet.js";

/**
 * The lots of a wallet as sources for `drawDown`, of the wallet's unit. A wallet that gives a balance alone,
 * or nothing, has no lots; one that is not active serves nothing.
 *
 * @param wallet a wallet as a caller writes it, or one of a parsed account
 * @returns one source for each lot
 * @throws InvalidInputError where the wallet is malformed
 *
 * @example
 * ```ts
 * import { drawDown, walletSources } from "auto-topup";
 *
 * const sources = walletSources({ id: "w1", unit: "credits", lots: [{ id: "l1", remaining: "20" }] });
 * const { charges } = drawDown({
 *   charges: [{ id: "c1", amount: "25", at: "2026-06-01T00:00:00Z", currency: "credits" }],
 *   sources,
 *   order: "orb",
 * });
 * charges[0]?.unpaid; //=> "5"
 * ```
 */
export function walletSources(wallet: WalletInput | Wallet): ParsedSource[] {
  return sourcesOf(walletParser.parse(wallet));
}

export function sourcesOf({ unit, status, lots }: Wallet): ParsedSource[] {
  if (status !== "active") return [];
  return (lots ?? []).map((lot) => ({
    kind: "lot",
    id: lot.id,
    remaining: lot.remaining,
    initial: lot.initial,
    currency: unit,
    status: lot.status,
    startsAt: lot.effectiveAt,
    endsAt: lot.expiresAt,
    rollover: null,
    priority: lot.priority,
    cost: lot.cost,
    createdAt: lot.createdAt,
    promotional: lot.promotional,
    lineItemTypes: lot.lineItemTypes,
    productIds: lot.productIds,
    allowOverdraft: false,
  }));
}
