import { type Plan, planTopup, type ProfileInput, type WalletInput } from "auto-topup";

export const AT = "2026-06-01T09:00:00Z";

/** A plan to grant 50 to a balance that holds 5. */
export function planOf(profile: Partial<ProfileInput> = {}, wallet: Partial<WalletInput> = {}): Plan {
  return planTopup({
    profile: {
      id: "p1",
      trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
      topup: { mode: "fixedAmount", value: "50" },
      settlement: { kind: "grant" },
      ...profile,
    },
    account: { id: "acc_1", currency: "USD", wallets: [{ id: "bal_1", unit: "USD", balance: "5", ...wallet }] },
    at: AT,
  });
}
