import { planTopup } from "auto-topup";
import {
  accountFromFlexprice,
  parseFlexpriceTransactions,
  parseFlexpriceWallet,
  profileFromWallet,
  topUpRequest,
} from "auto-topup/flexprice";
import type { Shown } from "./shown.js";

export interface FlexpriceDocuments {
  readonly at: string;
  /** `GET /wallets/{id}/balance/real-time` */
  readonly wallet: unknown;
  /** `GET /wallets/{id}/transactions`, its `items`. */
  readonly transactions: unknown;
}

export function flexprice({ at, ...documents }: FlexpriceDocuments): Shown {
  const wallet = parseFlexpriceWallet(documents.wallet);
  const transactions = parseFlexpriceTransactions(documents.transactions);
  const profile = profileFromWallet(wallet);
  if (profile === null) throw new Error(`the automatic top-up of ${wallet.id} is off`);
  const plan = planTopup({ profile, account: accountFromFlexprice(wallet, transactions), at });
  const request = topUpRequest(plan);
  return {
    system: "Flexprice",
    cameIn: `wallet ${wallet.id} with its auto_topup and real-time balance, transactions: ${transactions.length}`,
    profile,
    plan,
    requests: request === null ? [] : [request],
  };
}
