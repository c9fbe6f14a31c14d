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

/** A plan about what is owed, so that no balance is topped up. */
export function owedPlan(): Plan {
  return planTopup({
    profile: {
      id: "p1",
      trigger: { basis: "outstanding", type: "absoluteAmount", value: "0", referenceLimit: "credit" },
      topup: { mode: "fixedAmount", value: "50" },
      settlement: { kind: "grant" },
    },
    account: { id: "acc_1", currency: "USD", owed: { outstanding: "100" }, limits: { credit: "100" } },
    at: AT,
  });
}
