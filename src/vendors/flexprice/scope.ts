import type { WalletReading } from "./wallet.js";

/** The price types that a wallet may pay for; empty = all, as Flexprice takes none, `ALL`, and both others together. */
export function scopeOf({ config }: Pick<WalletReading, "config">): readonly string[] {
  const allowed = new Set(config?.allowed_price_types ?? []);
  return allowed.size === 1 && !allowed.has("ALL") ? [...allowed] : [];
}
