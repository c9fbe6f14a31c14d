import { describe, expect, it } from "vitest";
import { parseAccount, parseProfile } from "../../src/index.js";
import { heldProfile, owedProfile } from "../support/build.js";

describe("what is left out", () => {
  it("of a profile is filled in", () => {
    expect(parseProfile(owedProfile())).toEqual({
      id: "p1",
      name: null,
      description: null,
      enabled: true,
      customerId: null,
      currency: null,
      walletId: null,
      priority: 0,
      activeFrom: null,
      activeUntil: null,
      trigger: { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: "credit", boundary: "inclusive" },
      topup: { mode: "fixedAmount", value: "50", repeat: "once", min: null, max: null, step: null },
      settlement: { kind: "expectedPayment", autoCollect: false, correspondence: null },
      credit: null,
      inFlight: "net",
      inFlightExpiresAfter: null,
      cooldown: null,
      caps: [],
      failures: {
        retryAfter: { value: 1, unit: "day" },
        backoff: "doubling",
        maxRetryAfter: { value: 7, unit: "day" },
        suspendAfter: 3,
      },
      requirePaymentMethod: false,
      staleAfter: null,
    });
  });

  it("of an account is filled in", () => {
    expect(parseAccount({ id: "a1", currency: "gbp" })).toEqual({
      id: "a1",
      currency: "GBP",
      timeZone: "UTC",
      asOf: null,
      owed: { outstanding: null, overdue: null, unbilled: null },
      billedThrough: null,
      limits: {},
      wallets: [],
      paymentMethod: null,
      autoTopupAmount: null,
      autoTopupResumedAt: null,
      topups: [],
    });
  });

  it("of a wallet, a lot and a past top-up is filled in", () => {
    const { wallets, topups } = parseAccount({
      id: "a1",
      currency: "USD",
      wallets: [{ id: "w1", unit: "USD", lots: [{ id: "l1", remaining: "1.0" }] }],
      topups: [{ id: "t1", charge: 5, createdAt: "2026-06-01T09:00Z", status: "pending" }],
    });
    expect(wallets[0]).toEqual({
      id: "w1",
      unit: "USD",
      status: "active",
      type: "prepaid",
      rate: "1",
      scale: null,
      lots: [
        {
          id: "l1",
          remaining: "1",
          initial: null,
          status: "active",
          effectiveAt: null,
          expiresAt: null,
          createdAt: null,
          priority: null,
          cost: null,
          promotional: false,
          lineItemTypes: [],
          productIds: [],
        },
      ],
      balance: null,
      pendingUsage: "0",
    });
    expect(topups[0]).toEqual({
      id: "t1",
      kind: "automatic",
      profileId: null,
      walletId: null,
      charge: "5",
      credit: null,
      createdAt: "2026-06-01T09:00:00.000Z",
      creditedAt: null,
      failedAt: null,
      status: "pending",
      failure: null,
    });
  });

  it("inside a failure policy is not done, and the backoff is constant", () => {
    expect(parseProfile(owedProfile({ failures: {} })).failures).toEqual({
      retryAfter: null,
      backoff: "constant",
      maxRetryAfter: null,
      suspendAfter: null,
    });
  });

  it("of a cap, an invoice and a schedule's topup is filled in", () => {
    const profile = parseProfile(
      heldProfile({
        caps: [{ window: { calendar: "day" }, maxCharge: "100.00" }],
        settlement: { kind: "invoice", autoCollect: true, netTermsDays: 30 },
      }),
    );
    expect(profile.caps).toEqual([
      { window: { calendar: "day" }, maxCharge: "100", maxCount: null, onExceed: "refuse", counts: "automatic" },
    ]);
    expect(profile.settlement).toEqual({ kind: "invoice", autoCollect: true, netTermsDays: 30, memo: null, requirePaid: false });
    const trigger = { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: "2026-01-01T00:00Z" } as const;
    expect(parseProfile(owedProfile({ trigger })).topup).toMatchObject({ basis: "outstanding" });
  });
});
