import { type AccountInput, InvalidInputError, type Plan, planTopup, type ProfileInput } from "auto-topup";

const profile: ProfileInput = {
  id: "prepaid-api-credits",
  trigger: { basis: "balance", type: "absoluteAmount", value: "100" },
  topup: { mode: "toTarget", value: "500" },
  settlement: { kind: "grant" },
  caps: [{ window: { calendar: "month" }, maxCharge: "1000" }],
};
const account: AccountInput = {
  id: "acme",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  wallets: [{ id: "w1", unit: "EUR", balance: "12.34" }],
};

export const plan: Plan = planTopup({ profile, account, at: "2025-06-01T09:00:00Z" });
export const charge: string | null = plan.outcome === "topup" ? plan.topup.charge : plan.topup;

export function refused(): InvalidInputError | undefined {
  try {
    // @ts-expect-error no such trigger
    planTopup({ profile: { ...profile, trigger: { basis: "mood" } }, account, at: "2025-06-01T09:00:00Z" });
  } catch (error) {
    if (error instanceof InvalidInputError) return error;
  }
  return undefined;
}
