import type { AccountInput, ProfileInput, WalletInput } from "../../../src/index.js";
import { lintProfile } from "../../../src/insight/lint/lint-profile.js";

/** Nothing to be found: $50 by card where a wallet holds $10 or less. */
export function heldRule(over: Partial<ProfileInput> = {}): ProfileInput {
  return {
    id: "p1",
    trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
    topup: { mode: "fixedAmount", value: "50" },
    settlement: { kind: "expectedPayment", autoCollect: true },
    ...over,
  };
}

/** Nothing to be found: £150 by card where £100 or less of the `credit` limit is left. */
export function owedRule(over: Partial<ProfileInput> = {}): ProfileInput {
  return heldRule({
    trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit" },
    topup: { mode: "fixedAmount", value: "150" },
    ...over,
  });
}

const card = { type: "card", autoCollect: true } as const;

export function holder(over: Partial<AccountInput> = {}, wallet: Partial<WalletInput> = {}): AccountInput {
  const wallets: WalletInput[] = [{ id: "w1", unit: "USD", balance: "30", ...wallet }];
  return { id: "a1", currency: "USD", wallets, paymentMethod: card, topups: [], ...over };
}

export function debtor(over: Partial<AccountInput> = {}): AccountInput {
  return {
    id: "a1",
    currency: "GBP",
    owed: { outstanding: "120", overdue: "0", unbilled: "60" },
    limits: { credit: "500" },
    paymentMethod: card,
    topups: [],
    ...over,
  };
}

/** What is found, one line a finding: its severity, its code, its path. */
export function found(profile: ProfileInput, account?: AccountInput | null): string[] {
  return lintProfile(profile, account).map(({ severity, code, path }) => `${severity} ${code} ${path.join(".")}`);
}

/** The findings of one code, one line each: severity and path. */
export function foundOf(code: string, profile: ProfileInput, account?: AccountInput): string[] {
  return found(profile, account)
    .map((line) => line.split(" "))
    .filter(([, each]) => each === code)
    .map(([severity, , path]) => `${severity} ${path}`);
}
