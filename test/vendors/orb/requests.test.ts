import { type Plan, planTopup, type SettlementInput } from "auto-topup";
import { createTopUpRequest, deleteTopUpRequest, incrementFromPlan } from "auto-topup/orb";
import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../support/build.js";
import { faults, faultsIfAny, messages } from "../../support/faults.js";
import { account, AT, plan, profile, topUp } from "./build.js";

describe("createTopUpRequest", () => {
  const options = { customerId: "cus_1", at: AT, idempotencyKey: "change-17" };

  it("sends the document without its id, unknown fields included", () => {
    const document = deepFreeze({ ...topUp(), newer: { field: [1] } });
    expect(createTopUpRequest(document, options)).toStrictEqual({
      method: "POST",
      path: "/customers/cus_1/credits/top_ups",
      headers: { "Idempotency-Key": "change-17" },
      body: {
        currency: "credits",
        threshold: "100",
        amount: "500",
        per_unit_cost_basis: "0.02",
        invoice_settings: { auto_collection: true, net_terms: 0 },
        newer: { field: [1] },
      },
    });
  });

  it("escapes an id that a path cannot carry", () => {
    const path = createTopUpRequest(topUp(), { at: AT, idempotencyKey: "k", externalCustomerId: "a/b?c#d é" }).path;
    expect(path).toBe("/customers/external_customer_id/a%2Fb%3Fc%23d%20%C3%A9/credits/top_ups");
  });

  it.each([
    [{ at: AT, idempotencyKey: "k" }, "customerId: required"],
    [{ ...options, externalCustomerId: "acme" }, "externalCustomerId: conflict"],
    [{ ...options, customerId: ".." }, "customerId: invalid_id"],
    [{ ...options, customerId: "." }, "customerId: invalid_id"],
    [{ ...options, customerId: "", externalCustomerId: "acme" }, "customerId: invalid_id"],
    [{ ...options, externalCustomerId: "" }, "externalCustomerId: invalid_id"],
    [{ ...options, customerId: "" }, "customerId: invalid_id"],
    [{ ...options, at: undefined }, "at: required"],
    [{ ...options, idempotencyKey: "" }, "idempotencyKey: invalid_id"],
    [{ ...options, invoicingCurrency: "XYZ" }, "invoicingCurrency: invalid_currency"],
    [{ ...options, idempotency: "k" }, "idempotency: unknown_key"],
  ])("refuses the options %j", (wrong, fault) => {
    expect(faults(() => createTopUpRequest(topUp(), wrong as never))).toEqual([fault]);
  });

  it("says what is wrong with the customer", () => {
    const customer = (ids: object) => messages(() => createTopUpRequest(topUp(), { ...options, ...ids }));
    expect(customer({ customerId: null })).toEqual(["customerId: is required, or externalCustomerId"]);
    expect(customer({ externalCustomerId: "acme" })).toEqual(["externalCustomerId: must not stand beside customerId"]);
    expect(customer({ customerId: "." })).toEqual(["customerId: must not be . or .., which a path cannot carry"]);
  });

  it("refuses a currency other than the customer's, and takes any pricing unit", () => {
    const create = (currency: string) =>
      faultsIfAny(() => createTopUpRequest(topUp({ currency }), { ...options, invoicingCurrency: "USD" }));
    expect([create("EUR"), create("usd"), create("credits")]).toEqual([["currency: conflict"], [], []]);
  });
});

describe("deleteTopUpRequest", () => {
  it("names the top-up and the customer", () => {
    expect(deleteTopUpRequest("topup_1", { customerId: "cus_1" })).toStrictEqual({
      method: "DELETE",
      path: "/customers/cus_1/credits/top_ups/topup_1",
      headers: {},
      body: null,
    });
    expect(faults(() => deleteTopUpRequest("..", { customerId: "cus_1" }))).toEqual([": invalid_id"]);
    expect(faults(() => deleteTopUpRequest("t1", {}))).toEqual(["customerId: required"]);
  });
});

describe("incrementFromPlan", () => {
  it("is nothing where the plan is to do nothing", () => {
    expect(incrementFromPlan(plan({ enabled: false }))).toBeNull();
  });

  it("carries the plan's key, also for retries of a stored plan", () => {
    const stored = JSON.parse(JSON.stringify(plan())) as Plan;
    expect(incrementFromPlan(deepFreeze(stored))).toStrictEqual(incrementFromPlan(plan()));
    expect(incrementFromPlan(plan())?.headers).toEqual({ "Idempotency-Key": "cus_1/p1/w1/0" });
  });

  it("grants without an invoice, and so without a cost", () => {
    const granted = plan({
      settlement: { kind: "grant", reason: "Goodwill" },
      credit: { metadata: { ticket: "17" }, expiresAfter: { value: 1, unit: "day" } },
    });
    expect(incrementFromPlan(granted, { externalCustomerId: "acme" })).toStrictEqual({
      method: "POST",
      path: "/customers/external_customer_id/acme/credits/ledger_entry",
      headers: { "Idempotency-Key": "cus_1/p1/w1/0" },
      body: {
        entry_type: "increment",
        amount: 500,
        currency: "credits",
        effective_date: AT,
        expiry_date: "2026-06-02T09:00:00.000Z",
        description: "Goodwill",
        metadata: { ticket: "17" },
      },
    });
  });

  it("asks nothing of the account's id where another customer is named", () => {
    const { path } = incrementFromPlan(plan({}, { id: ".." }), { externalCustomerId: "acme" }) ?? {};
    expect(path).toBe("/customers/external_customer_id/acme/credits/ledger_entry");
  });

  it("scopes the new block where the caller says so", () => {
    const filters = [{ field: "item_id", operator: "excludes", values: ["item_api"] }] as const;
    expect(incrementFromPlan(plan(), { filters })?.body.filters).toStrictEqual(filters);
    expect(faults(() => incrementFromPlan(plan(), { filters: [{}] as never }))).toHaveLength(3);
  });

  it.each([
    ["2026-03-07T12:00:00Z", "America/New_York", 2],
    ["2026-10-31T12:00:00Z", "America/New_York", 2],
    ["2026-06-01T09:00:00Z", "UTC", 30],
  ])("counts net terms in dates across a clock change: from %s in %s", (at, timeZone, netTermsDays) => {
    const settlement = { kind: "invoice", autoCollect: true, netTermsDays } as const;
    const moved = planAt(at, timeZone, settlement);
    expect(incrementFromPlan(moved)?.body.invoice_settings?.net_terms).toBe(netTermsDays);
  });

  it("makes Orb's invoice come to the plan's charge", () => {
    const odd = plan(
      { topup: { mode: "fixedAmount", value: "333" } },
      { wallets: [{ id: "w1", unit: "credits", rate: "0.0125", balance: "0" }] },
    );
    expect(odd.topup?.charge).toBe("4.16");
    expect(faults(() => incrementFromPlan(odd))).toEqual(["costBasis: required"]);
    expect(incrementFromPlan(odd, { costBasis: "0.0125" })?.body.per_unit_cost_basis).toBe("0.0125");
    expect(faults(() => incrementFromPlan(odd, { costBasis: "0.02" }))).toEqual(["costBasis: conflict"]);
    expect(incrementFromPlan(plan())?.body.per_unit_cost_basis).toBe("0.02");
  });

  it.each([
    [
      "a number with too many digits",
      plan({ topup: { mode: "fixedAmount", value: "12345678901.123456789" } }),
      "actions.1.credit: invalid_value",
    ],
    ["a priority", plan({ credit: { priority: 1 } }), "actions.1.priority: invalid_value"],
    [
      "an expected payment",
      plan({ settlement: { kind: "expectedPayment", autoCollect: false } }),
      "actions.0.kind: invalid_value actions.1.status: invalid_value",
    ],
    [
      "money owed, granted",
      plan(
        {
          currency: null,
          trigger: { basis: "outstanding", type: "absoluteAmount", value: "1", referenceLimit: "l" },
          settlement: { kind: "grant" },
        },
        { owed: { outstanding: "5" }, limits: { l: "5" } },
      ),
      "actions.0.kind: invalid_value",
    ],
    [
      "a wallet in another currency",
      plan({ currency: "EUR" }, { wallets: [{ id: "w1", unit: "EUR", rate: "1.1", balance: "0" }] }),
      "actions.1.unit: invalid_value",
    ],
    ["an account that a path cannot carry", plan({}, { id: ".." }), "decision.accountId: invalid_id"],
  ])("refuses %s", (_, wrong, fault) => {
    expect(wrong.outcome).toBe("topup");
    const costBasis = wrong.topup?.credit === "12345678901.123456789" ? { costBasis: "0.02" } : {};
    expect(faults(() => incrementFromPlan(wrong, costBasis)).join(" ")).toBe(fault);
  });

  it("refuses a malformed plan and malformed options", () => {
    expect(faults(() => incrementFromPlan({} as never)).length).toBeGreaterThan(0);
    const options = (given: object) => faults(() => incrementFromPlan(plan(), given));
    expect(options({ customerId: "a", externalCustomerId: "b" })).toEqual(["externalCustomerId: conflict"]);
    expect(options({ customerId: "", externalCustomerId: "b" })).toEqual(["customerId: invalid_id"]);
    expect(options({ customerId: "a", externalCustomerId: ".." })).toEqual(["externalCustomerId: invalid_id"]);
    expect(options({ costBasis: "0" })).toEqual(["costBasis: out_of_range"]);
    expect(faults(() => incrementFromPlan({ ...plan(), actions: [] } as never))).toEqual(["actions: invalid_value"]);
  });
});

function planAt(at: string, timeZone: string, settlement: SettlementInput): Plan {
  return planTopup({ profile: profile({ settlement }), account: account({ timeZone }), at });
}
