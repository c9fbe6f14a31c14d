import { evaluate, parseProfile, planTopup } from "auto-topup";
import {
  createTopUpRequest,
  parseOrbTopUp,
  profileFromOrb,
  replaceTopUp,
  topupsFromOrb,
  topUpFromProfile,
  walletFromOrb,
} from "auto-topup/orb";
import { describe, expect, it } from "vitest";
import { faults, faultsIfAny, messages } from "../../support/faults.js";
import { account, AT, block, profile, topUp } from "./build.js";

describe("profileFromOrb", () => {
  it("gives all that Orb documents, and nothing more", () => {
    const full = topUp({
      invoice_settings: { auto_collection: false, net_terms: 30, memo: "Credits", require_successful_payment: true },
      expires_after: 12,
      expires_after_unit: "month",
      active_from: "2026-06-01T02:00:00+02:00",
    });
    expect(profileFromOrb(full, { customerId: "cus_1", walletId: "w1" })).toEqual({
      id: "topup_1",
      customerId: "cus_1",
      currency: "credits",
      walletId: "w1",
      activeFrom: "2026-06-01T00:00:00.000Z",
      trigger: { basis: "balance", type: "absoluteAmount", value: "100", boundary: "inclusive" },
      topup: { mode: "fixedAmount", value: "500", repeat: "once" },
      settlement: { kind: "invoice", autoCollect: false, netTermsDays: 30, memo: "Credits", requirePaid: true },
      credit: { expiresAfter: { value: 12, unit: "month" } },
      inFlight: "block",
      failures: "none",
    });
  });

  it.each([
    [true, "block", "blocked / topupInFlight"],
    [false, "net", "notDue / thresholdNotReached"],
    [undefined, "net", "notDue / thresholdNotReached"],
  ] as const)("lets a pending block pause it exactly when a successful payment is required: %s", (required, inFlight, verdict) => {
    const settings = { auto_collection: true, net_terms: 0, ...(required !== undefined && { require_successful_payment: required }) };
    const made = profileFromOrb(topUp({ invoice_settings: settings }));
    expect(made.inFlight).toBe(inFlight);
    const blocks = [block(), block({ id: "b2", balance: 500, status: "pending_payment", credit_block_source: "top_up" })];
    const wallets = [walletFromOrb(blocks, { currency: "credits", costBasis: "0.02", at: AT })];
    const topups = topupsFromOrb(blocks, { currency: "credits", invoicingCurrency: "USD", at: AT });
    const { outcome, reason } = evaluate({ profile: made, account: account({ wallets, topups }), at: AT });
    expect(`${outcome} / ${reason}`).toBe(verdict);
  });

  it("goes on once the pending block is paid or voided", () => {
    const made = profileFromOrb(topUp({ invoice_settings: { auto_collection: true, net_terms: 0, require_successful_payment: true } }));
    const question = (status: "pending" | "paid" | "voided") => {
      const record = { id: "b2", walletId: "w1", charge: "10", credit: "500", createdAt: "2026-05-20T00:00:00Z", status };
      return evaluate({ profile: made, account: account({ topups: [record] }), at: AT }).outcome;
    };
    expect([question("pending"), question("paid"), question("voided")]).toEqual(["blocked", "due", "due"]);
  });

  it("adds the amount once, or as often as it takes where the caller says that Orb does", () => {
    const held = account({ wallets: [{ id: "w1", unit: "credits", rate: "0.02", balance: "-900" }] });
    const credit = (increments: "once" | "untilClear") =>
      planTopup({ profile: profileFromOrb(topUp(), { increments }), account: held, at: AT }).topup?.credit;
    expect([credit("once"), credit("untilClear")]).toEqual(["500", "1500"]);
  });

  it.each([
    ["2026-05-22T09:00:00.000Z", []],
    ["2026-05-22T08:59:59.999Z", ["active_from: out_of_range"]],
    ["2026-05-22T10:59:59.999+02:00", ["active_from: out_of_range"]],
    ["2027-01-01T00:00:00Z", []],
  ])("takes an active_from of ten days before at the earliest: %s", (activeFrom, expected) => {
    const document = topUp({ active_from: activeFrom });
    expect(faultsIfAny(() => profileFromOrb(document, { at: AT }))).toEqual(expected);
    expect(faultsIfAny(() => createTopUpRequest(document, { customerId: "cus_1", at: AT, idempotencyKey: "k1" }))).toEqual(expected);
    expect(faultsIfAny(() => profileFromOrb(document))).toEqual([]);
  });

  it("says what is wrong with an active_from of eleven days ago", () => {
    const call = () => profileFromOrb(topUp({ active_from: "2026-05-21T09:00:00Z" }), { at: AT });
    expect(call).toThrow("active_from: must not be more than 10 days before 2026-06-01T09:00:00.000Z");
  });

  it("refuses options that it doesn't know", () => {
    expect(faults(() => profileFromOrb(topUp(), { wallet: "w1" } as never))).toEqual(["wallet: unknown_key"]);
    expect(faults(() => profileFromOrb(topUp(), null as never))).toEqual([": required"]);
  });
});

describe("topUpFromProfile", () => {
  it("says no more than is needed", () => {
    expect(topUpFromProfile(profile({ name: "Low", customerId: "cus_1", walletId: "w1" }), { costBasis: 0.02 })).toStrictEqual({
      currency: "credits",
      threshold: "100",
      amount: "500",
      per_unit_cost_basis: "0.02",
      invoice_settings: { auto_collection: true, net_terms: 0, require_successful_payment: false },
    });
  });

  it("says all that there is to say", () => {
    const made = topUpFromProfile(
      parseProfile(
        profile({
          activeFrom: AT,
          settlement: { kind: "invoice", autoCollect: false, netTermsDays: 14, memo: "Credits", requirePaid: true },
          credit: { expiresAfter: { value: 90, unit: "day" } },
          inFlight: "block",
        }),
      ),
      { costBasis: "1" },
    );
    expect(made).toStrictEqual({
      currency: "credits",
      threshold: "100",
      amount: "500",
      per_unit_cost_basis: "1",
      invoice_settings: { auto_collection: false, net_terms: 14, memo: "Credits", require_successful_payment: true },
      expires_after: 90,
      expires_after_unit: "day",
      active_from: AT,
    });
  });

  it("has no expiry where the credit of the profile has none", () => {
    expect(topUpFromProfile(profile({ credit: {} }), { costBasis: "1" })).not.toHaveProperty("expires_after");
  });

  it("costs nothing at the least", () => {
    expect(topUpFromProfile(profile(), { costBasis: "0" }).per_unit_cost_basis).toBe("0");
    expect(faults(() => topUpFromProfile(profile(), { costBasis: "-0.01" }))).toEqual(["costBasis: out_of_range"]);
  });

  it("changes in the document it came from what has changed, and keeps the rest as it is written", () => {
    const base = parseOrbTopUp({ ...topUp({ threshold: "100.00", amount: "500.00", currency: "usd" }), created_by: "api" } as never);
    const made = profileFromOrb(base);
    expect(topUpFromProfile({ ...made, topup: { mode: "fixedAmount", value: "750" } }, { base })).toStrictEqual({ ...base, amount: "750" });
    expect(topUpFromProfile(made, { base, costBasis: "0.020" })).toStrictEqual(base);
  });

  it.each([
    [{ currency: null }, "currency: required"],
    [{ enabled: false }, "enabled: invalid_value"],
    [{ priority: 1 }, "priority: invalid_value"],
    [{ activeUntil: AT }, "activeUntil: invalid_value"],
    [{ trigger: { basis: "balance", type: "absoluteAmount", value: "1", boundary: "exclusive" } }, "trigger.boundary: invalid_value"],
    [{ trigger: { basis: "balance", type: "percentOfLimit", value: "1", referenceLimit: "credit" } }, "trigger.type: invalid_value"],
    [
      {
        trigger: { basis: "schedule", every: { value: 1, unit: "day" }, startingAt: AT },
        topup: { mode: "fixedAmount", value: "5", basis: "balance" },
      },
      "trigger.basis: invalid_value",
    ],
    [{ topup: { mode: "toTarget", value: "5" } }, "topup.mode: invalid_value"],
    [{ topup: { mode: "fixedAmount", value: "5", min: "1" } }, "topup.min: invalid_value"],
    [{ topup: { mode: "fixedAmount", value: "5", max: "9" } }, "topup.max: invalid_value"],
    [{ topup: { mode: "fixedAmount", value: "5", step: "5" } }, "topup.step: invalid_value"],
    [{ settlement: { kind: "grant" } }, "settlement.kind: invalid_value"],
    [{ settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0, requirePaid: true } }, "inFlight: invalid_value"],
    [{ inFlight: "block" }, "inFlight: invalid_value"],
    [{ inFlight: "ignore" }, "inFlight: invalid_value"],
    [{ inFlightExpiresAfter: { value: 1, unit: "day" } }, "inFlightExpiresAfter: invalid_value"],
    [{ credit: { priority: 1 } }, "credit.priority: invalid_value"],
    [{ credit: { metadata: { a: "b" } } }, "credit.metadata: invalid_value"],
    [{ cooldown: { value: 1, unit: "day" } }, "cooldown: invalid_value"],
    [{ caps: [{ window: { calendar: "day" }, maxCount: 1 }] }, "caps: invalid_value"],
    [{ failures: { suspendAfter: 3 } }, "failures: invalid_value"],
    [{ requirePaymentMethod: true }, "requirePaymentMethod: invalid_value"],
    [{ staleAfter: { value: 1, unit: "hour" } }, "staleAfter: invalid_value"],
  ])("refuses what Orb cannot say: %j", (over, fault) => {
    expect(faults(() => topUpFromProfile(profile(over as never), { costBasis: "1" }))).toEqual([fault]);
  });

  it("says why it refuses one that is not enabled", () => {
    expect(messages(() => topUpFromProfile(profile({ enabled: false }), { costBasis: "1" }))).toEqual([
      "enabled: must be true: a top-up is either there or deleted",
    ]);
  });

  it("refuses a profile without a cost, a malformed one, and a malformed base", () => {
    expect(faults(() => topUpFromProfile(profile()))).toEqual(["costBasis: required"]);
    expect(faults(() => topUpFromProfile({} as never))).toEqual(["id: required", "trigger: required", "topup: required"]);
    expect(faults(() => topUpFromProfile(profile(), { base: topUp({ amount: "x" }) }))).toEqual(["base.amount: invalid_amount"]);
  });
});

describe("replaceTopUp", () => {
  const dollars = topUp({ id: "t1", currency: "USD" });
  const credits = topUp({ id: "t2" });
  const ids = (topUps: readonly { readonly id?: string }[]) => topUps.map(({ id }) => id);

  it("puts a new one in the place of the old in its currency", () => {
    const before = Object.freeze([dollars, credits]);
    expect(replaceTopUp(before, topUp({ id: "t3", currency: "USD" })).map(({ id }) => id)).toEqual(["t3", "t2"]);
    expect(before).toEqual([dollars, credits]);
  });

  it("adds one in another currency at the end", () => {
    expect(ids(replaceTopUp([dollars, credits], topUp({ id: "t3", currency: "EUR" })))).toEqual(["t1", "t2", "t3"]);
    expect(ids(replaceTopUp([], dollars))).toEqual(["t1"]);
  });

  it("knows a currency in either case, and a pricing unit as it is written", () => {
    expect(ids(replaceTopUp([dollars, credits], topUp({ id: "t3", currency: "usd" })))).toEqual(["t3", "t2"]);
    expect(ids(replaceTopUp([dollars, credits], topUp({ id: "t3", currency: "Credits" })))).toEqual(["t1", "t2", "t3"]);
  });

  it("leaves one where a list had several", () => {
    expect(ids(replaceTopUp([credits, dollars, credits], topUp({ id: "t3" })))).toEqual(["t3", "t1"]);
  });

  it("refuses a malformed one", () => {
    expect(faults(() => replaceTopUp([dollars, topUp({ amount: "x" })], credits))).toEqual(["1.amount: invalid_amount"]);
    expect(faults(() => replaceTopUp([dollars], null as never))).toEqual([": required"]);
  });
});
