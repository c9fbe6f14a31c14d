import { describe, expect, it } from "vitest";
import { type AccountInput, parseAccount, parseProfile, type ProfileInput } from "../../src/index.js";
import { dollars, heldAccount, heldProfile, owedAccount, owedProfile, past } from "../support/build.js";
import { faults } from "../support/faults.js";

const profileWith = (over: object): ProfileInput => ({ ...owedProfile(), ...over });
const accountWith = (over: object): AccountInput => ({ ...owedAccount(), ...over });

describe("null is the same as left out", () => {
  it.each([
    "name",
    "description",
    "customerId",
    "currency",
    "walletId",
    "priority",
    "activeFrom",
    "activeUntil",
    "settlement",
    "credit",
    "inFlightExpiresAfter",
    "cooldown",
    "caps",
    "failures",
    "staleAfter",
  ])("for a profile's %s", (key) => {
    expect(parseProfile(profileWith({ [key]: null }))).toEqual(parseProfile(owedProfile()));
  });

  it.each([
    "timeZone",
    "asOf",
    "owed",
    "billedThrough",
    "limits",
    "wallets",
    "paymentMethod",
    "autoTopupAmount",
    "autoTopupResumedAt",
    "topups",
  ])("for an account's %s", (key) => {
    const { [key as keyof AccountInput]: _, ...without } = owedAccount();
    expect(parseAccount(accountWith({ [key]: null }))).toEqual(parseAccount(without as AccountInput));
  });

  it.each(["min", "max", "step"])("for a topup's %s", (key) => {
    const topup = { mode: "fixedAmount", value: "50" } as const;
    expect(parseProfile(owedProfile({ topup: { ...topup, [key]: null } }))).toEqual(parseProfile(owedProfile({ topup })));
  });

  it("for the limit of a topup, which is then the trigger's", () => {
    const topup = { mode: "toPercentOfLimit", value: "50", referenceLimit: null } as const;
    expect(parseProfile(owedProfile({ topup })).topup).toMatchObject({ referenceLimit: "credit" });
  });

  it("for the parts of a settlement, of credit terms, of a cap and of a failure policy", () => {
    const given = parseProfile(
      profileWith({
        settlement: { kind: "expectedPayment", autoCollect: true, correspondence: { expected: null, card: null } },
        credit: { expiresAfter: null, priority: null, metadata: null },
        caps: [{ window: { calendar: "day" }, maxCharge: null, maxCount: 1 }],
        failures: { retryAfter: null, maxRetryAfter: null, suspendAfter: null },
      }),
    );
    const left = parseProfile(
      profileWith({
        settlement: { kind: "expectedPayment", autoCollect: true, correspondence: {} },
        credit: {},
        caps: [{ window: { calendar: "day" }, maxCount: 1 }],
        failures: {},
      }),
    );
    expect(given).toEqual(left);
    expect(
      parseProfile(profileWith({ settlement: { kind: "expectedPayment", autoCollect: true, correspondence: null } })).settlement,
    ).toEqual({
      kind: "expectedPayment",
      autoCollect: true,
      correspondence: null,
    });
  });

  it("for the parts of a wallet, a lot, a payment method and a past top-up", () => {
    const none = { rate: null, scale: null, balance: null, pendingUsage: null };
    const lot = {
      initial: null,
      effectiveAt: null,
      expiresAt: null,
      createdAt: null,
      priority: null,
      cost: null,
      lineItemTypes: null,
      productIds: null,
    };
    const given = heldAccount({
      wallets: [dollars({ ...none, lots: [{ id: "l", remaining: "1", ...lot }] }), dollars({ ...none, id: "w2", lots: null })],
      paymentMethod: { type: "card", autoCollect: true, minCharge: null },
      topups: [past({ profileId: null, walletId: null, credit: null, creditedAt: null, failedAt: null, failure: null })],
    });
    const left = heldAccount({
      wallets: [
        { id: "w1", unit: "USD", lots: [{ id: "l", remaining: "1" }] },
        { id: "w2", unit: "USD" },
      ],
      paymentMethod: { type: "card", autoCollect: true },
      topups: [{ id: "t1", charge: "50", createdAt: "2026-05-31T09:00:00Z", status: "paid" }],
    });
    expect(parseAccount(given)).toEqual(parseAccount(left));
  });

  it("but in limits it means unlimited", () => {
    expect(parseAccount(accountWith({ limits: { credit: null } })).limits).toEqual({ credit: null });
  });
});

describe("null is a fault", () => {
  it.each([
    ["enabled", { enabled: null }, "enabled: invalid_type"],
    ["requirePaymentMethod", { requirePaymentMethod: null }, "requirePaymentMethod: invalid_type"],
    ["inFlight", { inFlight: null }, "inFlight: invalid_value"],
    ["a boundary", { trigger: { ...owedProfile().trigger, boundary: null } }, "trigger.boundary: invalid_value"],
    ["a type", { trigger: { ...owedProfile().trigger, type: null } }, "trigger.type: invalid_value"],
    ["a basis", { trigger: { ...owedProfile().trigger, basis: null } }, "trigger.basis: invalid_value"],
    ["a mode", { topup: { mode: null, value: "1" } }, "topup.mode: invalid_value"],
    ["repeat", { topup: { mode: "fixedAmount", value: "1", repeat: null } }, "topup.repeat: invalid_value"],
    ["a topup's basis", { topup: { mode: "fixedAmount", value: "1", basis: null } }, "topup.basis: invalid_value"],
    ["a settlement's kind", { settlement: { kind: null } }, "settlement.kind: invalid_value"],
    ["autoCollect", { settlement: { kind: "expectedPayment", autoCollect: null } }, "settlement.autoCollect: invalid_type"],
    ["a backoff", { failures: { backoff: null } }, "failures.backoff: invalid_value"],
    ["onExceed", { caps: [{ window: { calendar: "day" }, maxCount: 1, onExceed: null }] }, "caps.0.onExceed: invalid_value"],
    ["counts", { caps: [{ window: { calendar: "day" }, maxCount: 1, counts: null }] }, "caps.0.counts: invalid_value"],
    ["a calendar window", { caps: [{ window: { calendar: null }, maxCount: 1 }] }, "caps.0.window.calendar: invalid_value"],
    ["a unit of time", { cooldown: { value: 1, unit: null } }, "cooldown.unit: invalid_value"],
    ["a value of time", { cooldown: { value: null, unit: "day" } }, "cooldown.value: required"],
  ])("for %s of a profile: a boolean or an enumeration, or what must be there", (_, over, expected) => {
    expect(faults(() => parseProfile(profileWith(over)))).toEqual([expected]);
  });

  it("for requirePaid", () => {
    const settlement = { kind: "invoice", autoCollect: false, netTermsDays: 0, requirePaid: null } as never;
    expect(faults(() => parseProfile(heldProfile({ settlement })))).toEqual(["settlement.requirePaid: invalid_type"]);
  });

  it.each([
    ["a wallet's status", { wallets: [{ ...dollars(), status: null }] }, "wallets.0.status: invalid_value"],
    ["a wallet's type", { wallets: [{ ...dollars(), type: null }] }, "wallets.0.type: invalid_value"],
    [
      "a lot's status",
      { wallets: [dollars({ lots: [{ id: "l", remaining: "1", status: null as never }] })] },
      "wallets.0.lots.0.status: invalid_value",
    ],
    [
      "promotional",
      { wallets: [dollars({ lots: [{ id: "l", remaining: "1", promotional: null as never }] })] },
      "wallets.0.lots.0.promotional: invalid_type",
    ],
    ["remaining", { wallets: [dollars({ lots: [{ id: "l", remaining: null as never }] })] }, "wallets.0.lots.0.remaining: required"],
    ["a method's type", { paymentMethod: { type: null, autoCollect: true } }, "paymentMethod.type: invalid_value"],
    ["a method's autoCollect", { paymentMethod: { type: "card", autoCollect: null } }, "paymentMethod.autoCollect: invalid_type"],
    ["a record's kind", { topups: [{ ...past(), kind: null }] }, "topups.0.kind: invalid_value"],
    ["a record's status", { topups: [{ ...past(), status: null }] }, "topups.0.status: invalid_value"],
    ["a record's charge", { topups: [{ ...past(), charge: null }] }, "topups.0.charge: required"],
    ["an element of a list", { topups: [null] }, "topups.0: required"],
  ])("for %s of an account", (_, over, expected) => {
    expect(faults(() => parseAccount(accountWith({ currency: "USD", ...over })))).toEqual([expected]);
  });

  it("but not for a record's failure", () => {
    expect(parseAccount(accountWith({ topups: [past({ failure: null })] })).topups[0]?.failure).toBeNull();
    // Of a failed one it is then "declined".
    expect(parseAccount(accountWith({ topups: [past({ status: "failed", failure: null })] })).topups[0]?.failure).toBe("declined");
  });

  it("for text in metadata", () => {
    expect(faults(() => parseProfile(profileWith({ credit: { metadata: { plan: null } } })))).toEqual(["credit.metadata.plan: required"]);
  });
});
