import { planTopup } from "auto-topup";
import {
  accountFromFlexprice,
  autoTopupFromProfile,
  flatAutoTopupFromProfile,
  parseFlexpriceTransactions,
  parseFlexpriceWallet,
  profileFromWallet,
  topUpRequest,
} from "auto-topup/flexprice";
import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../support/build.js";
import { cases } from "./documents.js";

describe("a wallet's documents go in, and a request comes out", () => {
  it.each(cases)("$name: $title", ({ wallet, transactions, at, voided = [], expect: wanted, request }) => {
    const read = parseFlexpriceWallet(deepFreeze(wallet));
    const profile = profileFromWallet(read);
    if (profile === null) {
      expect(wanted).toBeNull();
      return;
    }
    const account = accountFromFlexprice(read, parseFlexpriceTransactions(deepFreeze(transactions)), { voided });
    const plan = planTopup({ profile, account, at });
    expect({ reason: plan.decision.reason, charge: plan.topup?.charge ?? null }).toEqual({
      reason: wanted?.reason,
      charge: wanted?.charge,
    });
    if (wanted?.nextEligibleAt !== undefined) expect(plan.decision.nextEligibleAt).toBe(wanted.nextEligibleAt);
    expect(topUpRequest(plan)).toEqual(request);
  });

  it.each(cases)("$name: comes back as it was", ({ wallet, transactions }) => {
    expect(parseFlexpriceWallet(wallet)).toEqual(wallet);
    expect(parseFlexpriceTransactions(transactions)).toEqual(transactions);
    const profile = profileFromWallet(wallet);
    if (wallet.auto_topup) expect(autoTopupFromProfile(profile, wallet.auto_topup)).toEqual(wallet.auto_topup);
    else if (profile) expect({ ...wallet, ...flatAutoTopupFromProfile(profile, wallet) }).toEqual(wallet);
  });
});

it("says nothing of the money's spelling: a document gives the same decision with numbers as with texts", () => {
  const document = (figure: (text: string) => string | number) =>
    parseFlexpriceWallet({
      id: "w",
      customer_id: "c",
      currency: "usd",
      credit_balance: figure("120.25"),
      real_time_credit_balance: figure("0.3"),
      conversion_rate: figure("1"),
      auto_topup: { enabled: true, threshold: figure("0.3"), amount: figure("12.5") },
    });
  const [texts, numbers] = [String, Number].map((figure) => {
    const wallet = document(figure);
    const profile = profileFromWallet(wallet);
    return profile && planTopup({ profile, account: accountFromFlexprice(wallet), at: "2026-06-01T09:00:00Z" });
  });
  expect(numbers).toEqual(texts);
});
