import { type InputIssue, planTopup, type Plan, type ProfileInput } from "auto-topup";
import { topUpRequest } from "auto-topup/flexprice";
import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../support/build.js";
import { issues } from "../../support/faults.js";

const profile: ProfileInput = {
  id: "p/1",
  trigger: { basis: "balance", type: "absoluteAmount", value: "50" },
  topup: { mode: "fixedAmount", value: "10.5" },
  settlement: { kind: "grant" },
};

function planOf(over: Partial<ProfileInput> = {}, balance = "1"): Plan {
  const account = { id: "a 1", currency: "USD", wallets: [{ id: "w/1", unit: "credits", rate: "0.333", balance }] };
  return deepFreeze(planTopup({ profile: { ...profile, ...over }, account, at: "2026-06-01T09:00:00Z" }));
}
const bodyOf = (over: Partial<ProfileInput> = {}, options = {}) => topUpRequest(planOf(over), options)?.body;

describe("topUpRequest", () => {
  it("adds the plan's credits to its wallet under its key, with the mark", () => {
    expect(topUpRequest(planOf())).toEqual({
      method: "POST",
      path: "/wallets/w%2F1/top-up",
      headers: { "content-type": "application/json" },
      body: {
        credits_to_add: "10.5",
        transaction_reason: "PURCHASED_CREDIT_DIRECT",
        idempotency_key: "a%201/p%2F1/w%2F1/0",
        metadata: { auto_topup: "true" },
      },
    });
  });

  it.each([".", ".."])("refuses a wallet called %s, which a path cannot carry", (id) => {
    const account = { id: "a1", currency: "USD", wallets: [{ id, unit: "USD", balance: "1" }] };
    expect(issues(() => topUpRequest(planTopup({ profile, account, at: "2026-06-01T09:00:00Z" })))).toEqual([
      { path: ["actions", 0, "walletId"], code: "invalid_id", message: "must not be . or .., which a path cannot carry" },
    ]);
  });

  it("is null where nothing is due", () => {
    expect(topUpRequest(planOf({}, "51"))).toBeNull();
  });

  it("survives JSON, as does the plan", () => {
    const stored = JSON.parse(JSON.stringify(planOf())) as Plan;
    expect(JSON.parse(JSON.stringify(topUpRequest(stored)))).toEqual(topUpRequest(planOf()));
  });

  it("states the charge instead, never both", () => {
    const body = bodyOf({}, { by: "money" });
    expect(body).toMatchObject({ amount: "3.50" });
    expect(body).not.toHaveProperty("credits_to_add");
    expect(bodyOf({}, { by: "credits" })).toEqual(bodyOf());
  });

  it("carries expiry, priority, description and metadata; the mark stays", () => {
    const credit = { expiresAfter: { value: 1, unit: "month" }, priority: 3, metadata: { team: "a", run: "1" } } as const;
    expect(bodyOf({ credit }, { description: "Low", metadata: { run: "2", auto_topup: "no" } })).toMatchObject({
      expiry_date_utc: "2026-07-01T09:00:00.000Z",
      priority: 3,
      description: "Low",
      metadata: { team: "a", run: "2", auto_topup: "true" },
    });
    expect(bodyOf({ credit: { priority: 0 } })).toMatchObject({ priority: 0 });
  });

  it("is invoiced by Flexprice where the settlement is an invoice, its memo the description", () => {
    const settlement = { kind: "invoice", autoCollect: false, netTermsDays: 0, memo: "Top-up" } as const;
    expect(bodyOf({ settlement })).toMatchObject({ transaction_reason: "PURCHASED_CREDIT_INVOICED", description: "Top-up" });
    expect(bodyOf({ settlement }, { description: "Other" })).toMatchObject({ description: "Other" });
  });

  it("takes a grant's reason, or the one that is given", () => {
    expect(bodyOf({ settlement: { kind: "grant", reason: "FREE_CREDIT_GRANT" } })).toMatchObject({
      transaction_reason: "FREE_CREDIT_GRANT",
    });
    expect(bodyOf({ settlement: { kind: "grant", reason: "gift" } }, { reason: "CREDIT_NOTE" })).toMatchObject({
      transaction_reason: "CREDIT_NOTE",
    });
  });

  const PRIORITY = { path: ["actions", 0, "priority"], code: "out_of_range", message: "must be a whole number of at least 0" };
  it.each<[string, Partial<ProfileInput>, InputIssue]>([
    [
      "a reason that Flexprice does not take",
      { settlement: { kind: "grant", reason: "gift" } },
      {
        path: ["actions", 0, "reason"],
        code: "invalid_value",
        message: expect.stringMatching(/^must be one of [A-Z_]+, [A-Z_, ]+$/) as string,
      },
    ],
    [
      "a payment elsewhere",
      { settlement: { kind: "expectedPayment", autoCollect: false } },
      {
        path: ["actions", 1, "status"],
        code: "conflict",
        message: "waits for a payment that Flexprice knows nothing of: give a reason once it is paid",
      },
    ],
    ["a negative priority", { credit: { priority: -1 } }, PRIORITY as InputIssue],
    ["a broken priority", { credit: { priority: 1.5 } }, PRIORITY as InputIssue],
  ])("refuses %s", (_, over, issue) => {
    expect(issues(() => topUpRequest(planOf(over)))).toEqual([issue]);
  });

  it("refuses metadata that are null", () => {
    expect(issues(() => topUpRequest(planOf(), { metadata: { a: null } } as never))).toMatchObject([{ path: ["metadata", "a"] }]);
  });

  it("sends credits once their payment elsewhere has come, where a reason is given", () => {
    const settlement = { kind: "expectedPayment", autoCollect: false } as const;
    expect(bodyOf({ settlement }, { reason: "PURCHASED_CREDIT_DIRECT" })).toMatchObject({ credits_to_add: "10.5" });
  });

  it("refuses a plan that tops up no wallet", () => {
    const plan = planTopup({
      profile: {
        id: "p",
        trigger: { basis: "outstanding", type: "absoluteAmount", value: "1", referenceLimit: "l" },
        topup: { mode: "fixedAmount", value: "1" },
      },
      account: { id: "a", currency: "USD", owed: { outstanding: "9" }, limits: { l: "1" } },
      at: "2026-06-01T09:00:00Z",
    });
    expect(issues(() => topUpRequest(plan))).toEqual([{ path: ["actions"], code: "conflict", message: "has no wallet to top up" }]);
  });
});
