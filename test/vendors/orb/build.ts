import { type AccountInput, type Plan, planTopup, type ProfileInput } from "auto-topup";
import type { OrbCreditBlock, OrbTopUp } from "auto-topup/orb";

export const AT = "2026-06-01T09:00:00.000Z";

export function topUp(over: Partial<OrbTopUp> = {}): OrbTopUp {
  return {
    id: "topup_1",
    currency: "credits",
    threshold: "100",
    amount: "500",
    per_unit_cost_basis: "0.02",
    invoice_settings: { auto_collection: true, net_terms: 0 },
    ...over,
  };
}

export function block(over: Partial<OrbCreditBlock> = {}): OrbCreditBlock {
  return {
    id: "b1",
    balance: 50,
    status: "active",
    effective_date: "2026-05-01T00:00:00Z",
    expiry_date: null,
    maximum_initial_balance: 500,
    per_unit_cost_basis: "0.02",
    filters: [],
    metadata: {},
    credit_block_source: "manual",
    ...over,
  };
}

/** A profile that an Orb top-up can say; due with `account()`. */
export function profile(over: Partial<ProfileInput> = {}): ProfileInput {
  return {
    id: "p1",
    currency: "credits",
    trigger: { basis: "balance", type: "absoluteAmount", value: "100" },
    topup: { mode: "fixedAmount", value: "500" },
    settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0 },
    failures: "none",
    ...over,
  };
}

export function account(over: Partial<AccountInput> = {}): AccountInput {
  return { id: "cus_1", currency: "USD", wallets: [{ id: "w1", unit: "credits", rate: "0.02", balance: "80" }], ...over };
}

export function plan(overProfile: Partial<ProfileInput> = {}, overAccount: Partial<AccountInput> = {}): Plan {
  return planTopup({ profile: profile(overProfile), account: account(overAccount), at: AT });
}
