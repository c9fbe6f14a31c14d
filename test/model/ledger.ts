// 4 and 11: what a wallet holds, and how far the limits are used.
import { instant } from "./clock.js";
import {
  add,
  canonical,
  divide,
  halfUpTo,
  HUNDRED,
  multiply,
  optionalRational,
  rational,
  subtract,
  unitOf,
  ZERO,
  type Rational,
} from "./rational.js";
import type { AccountInput, Instant, LotInput, WalletInput } from "./shapes.js";

type Kind = "active" | "pendingPayment" | "notYetEffective" | "expired";

// 11: a lot is the first that holds of expired, pendingPayment, notYetEffective, active.
function kindOf(lot: LotInput, at: number): Kind {
  if (lot.expiresAt && instant(lot.expiresAt) <= at) return "expired";
  if (lot.status === "pendingPayment") return "pendingPayment";
  if (lot.effectiveAt && instant(lot.effectiveAt) > at) return "notYetEffective";
  return "active";
}

function figures(wallet: WalletInput, at: number) {
  const held = { active: ZERO, pendingPayment: ZERO, notYetEffective: ZERO, expired: ZERO };
  for (const lot of wallet.lots ?? []) {
    const kind = kindOf(lot, at);
    held[kind] = add(held[kind], rational(lot.remaining));
  }
  // 4: a balance alone; with neither lots nor balance it is unknown.
  const active = wallet.lots ? held.active : optionalRational(wallet.balance);
  const pendingUsage = rational(wallet.pendingUsage ?? 0);
  return { ...held, active, pendingUsage, available: active && subtract(active, pendingUsage) };
}

// 4: the lots that are active, effective and not expired, less the usage not yet billed to the wallet.
export const walletAvailable = (wallet: WalletInput, at: number): Rational | null => figures(wallet, at).available;

export interface WalletBalance {
  available: string | null;
  active: string | null;
  pendingPayment: string;
  notYetEffective: string;
  expired: string;
  pendingUsage: string;
}

export function modelWalletBalance(wallet: WalletInput, { at }: { at: Instant }): WalletBalance {
  const { available, active, pendingPayment, notYetEffective, expired, pendingUsage } = figures(wallet, instant(at));
  return {
    available: available && canonical(available),
    active: active && canonical(active),
    pendingPayment: canonical(pendingPayment),
    notYetEffective: canonical(notYetEffective),
    expired: canonical(expired),
    pendingUsage: canonical(pendingUsage),
  };
}

export interface LimitUsage {
  limit: string;
  basis: "outstanding" | "overdue" | "unbilled";
  used: string;
  headroom: string | null;
  percentUsed: string | null;
}

// 11: by limit, then basis; percentUsed is rounded half-up to 4 places, null for a limit of 0 or null.
export function modelLimitUsage(account: AccountInput): LimitUsage[] {
  const usages: LimitUsage[] = [];
  for (const limit of Object.keys(account.limits ?? {}).sort()) {
    for (const basis of ["outstanding", "overdue", "unbilled"] as const) {
      const ceiling = optionalRational(account.limits?.[limit]);
      const used = optionalRational(account.owed?.[basis]);
      if (account.limits?.[limit] === undefined || used === null) continue;
      const percentUsed = ceiling === null || ceiling.n === 0n ? null : halfUpTo(divide(multiply(used, HUNDRED), ceiling), unitOf(4));
      usages.push({
        limit,
        basis,
        used: canonical(used),
        headroom: ceiling && canonical(subtract(ceiling, used)),
        percentUsed: percentUsed && canonical(percentUsed),
      });
    }
  }
  return usages;
}
