import type { FlexpriceTransaction, FlexpriceWallet } from "auto-topup/flexprice";

/** Holds 120 credits, all of them free to use. */
export function prepaid(over: Partial<FlexpriceWallet> = {}): FlexpriceWallet {
  return { id: "w1", customer_id: "c1", currency: "usd", credit_balance: "120", real_time_credit_balance: "120", ...over };
}

/** 200 credits bought at once, none of them used. */
export function credit(over: Partial<FlexpriceTransaction> = {}): FlexpriceTransaction {
  return {
    ...{ id: "t1", wallet_id: "w1", type: "credit", amount: "200", credit_amount: "200", credits_available: "200" },
    ...{ transaction_status: "completed", transaction_reason: "PURCHASED_CREDIT_DIRECT", created_at: "2026-06-01T09:00:00Z" },
    ...over,
  };
}
