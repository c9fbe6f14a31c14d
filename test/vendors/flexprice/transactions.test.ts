import { parseAccount } from "auto-topup";
import { type FlexpriceTransaction, lotsFromTransactions, parseFlexpriceTransactions, topupsFromTransactions } from "auto-topup/flexprice";
import { describe, expect, it } from "vitest";
import { issues } from "../../support/faults.js";
import { credit } from "./build.js";

const AUTOMATIC = { auto_topup: "true" };

describe("lotsFromTransactions", () => {
  it("gives what is left of a credit, with its expiry, priority and cost", () => {
    const transaction = credit({
      credits_available: "40.5",
      priority: 2,
      expiry_date: "2026-07-01T00:00:00Z",
      topup_conversion_rate: "0.8",
    });
    expect(lotsFromTransactions([transaction])).toEqual([
      {
        ...{
          id: "t1",
          remaining: "40.5",
          initial: "200",
          status: "active",
          priority: 2,
          cost: "0.8",
          promotional: false,
          lineItemTypes: [],
        },
        ...{ expiresAt: "2026-07-01T00:00:00.000Z", createdAt: "2026-06-01T09:00:00.000Z" },
      },
    ]);
  });

  it.each([
    ["PURCHASED_CREDIT_DIRECT", "1", false],
    ["CREDIT_NOTE", "1", false],
    [null, "1", false],
    ["FREE_CREDIT_GRANT", "0", true],
    ["SUBSCRIPTION_CREDIT_GRANT", "0", true],
    ["PURCHASED_CREDIT_BONUS", "0", true],
  ])("of the reason %s costs %s, promotional: %s", (transaction_reason, cost, promotional) => {
    expect(lotsFromTransactions([credit({ transaction_reason })])).toMatchObject([{ cost, promotional }]);
  });

  it("gives none for debits, failed ones, deleted ones and what is used up", () => {
    const none = [
      credit({ id: "t1", type: "debit" }),
      credit({ id: "t2", transaction_status: "failed" }),
      credit({ id: "t3", status: "archived" }),
      credit({ id: "t4", credits_available: "0.000" }),
    ];
    expect(lotsFromTransactions(none)).toEqual([]);
  });
});

describe("transactions of one id", () => {
  it("are a fault: a page that was fetched twice", () => {
    expect(issues(() => parseFlexpriceTransactions([credit({ id: "t1" }), credit({ id: "t1" })]))).toMatchObject([
      { path: [1, "id"], code: "duplicate_id" },
    ]);
  });
});

describe("topupsFromTransactions", () => {
  const records = (over: Partial<FlexpriceTransaction>, voided: string[] = []) => topupsFromTransactions([credit(over)], { voided });

  it("tells automatic ones by their mark alone", () => {
    expect(records({ metadata: AUTOMATIC })).toMatchObject([{ kind: "automatic" }]);
    expect(records({ metadata: { auto_topup: "false" } })).toMatchObject([{ kind: "manual" }]);
    expect(records({ metadata: null })).toMatchObject([{ kind: "manual" }]);
    expect(records({ metadata: AUTOMATIC, transaction_reason: "FREE_CREDIT_GRANT" })).toMatchObject([{ kind: "automatic" }]);
  });

  it("leaves out grants, bonuses, debits and deleted records", () => {
    expect(records({ transaction_reason: "FREE_CREDIT_GRANT" })).toEqual([]);
    expect(records({ transaction_reason: "PURCHASED_CREDIT_BONUS", metadata: AUTOMATIC })).toEqual([]);
    expect(records({ transaction_reason: null })).toEqual([]);
    expect(records({ type: "debit", metadata: AUTOMATIC })).toEqual([]);
    expect(records({ type: "debit", credits_available: null })).toEqual([]);
    expect(records({ status: "deleted", metadata: AUTOMATIC })).toEqual([]);
  });

  it("credits a direct one when it was made, an invoiced one no later than its last change", () => {
    const updated_at = "2026-06-03T10:00:00Z";
    expect(records({ updated_at })).toEqual([
      {
        ...{ id: "t1", kind: "manual", walletId: "w1", charge: "200", credit: "200", status: "paid" },
        ...{ createdAt: "2026-06-01T09:00:00.000Z", creditedAt: "2026-06-01T09:00:00.000Z" },
      },
    ]);
    const invoiced = { transaction_reason: "PURCHASED_CREDIT_INVOICED" };
    expect(records({ ...invoiced, updated_at })).toMatchObject([{ creditedAt: "2026-06-03T10:00:00.000Z" }]);
    expect(records(invoiced)).toMatchObject([{ creditedAt: "2026-06-01T09:00:00.000Z" }]);
    expect(records({ ...invoiced, updated_at: "2026-05-01T00:00:00Z" })).toMatchObject([{ creditedAt: "2026-06-01T09:00:00.000Z" }]);
  });

  it("has pending, failed and voided ones", () => {
    expect(records({ transaction_status: "pending" })).toMatchObject([{ status: "pending" }]);
    expect(records({ transaction_status: "failed" })).toMatchObject([{ status: "failed" }]);
    expect(records({ transaction_status: "failed" })[0]).not.toHaveProperty("failedAt");
    expect(records({ transaction_status: "failed", updated_at: "2026-06-02T00:00:00Z" })).toMatchObject([
      { failedAt: "2026-06-02T00:00:00.000Z" },
    ]);
    expect(records({ transaction_status: "pending" }, ["t1"])).toMatchObject([{ status: "voided" }]);
    expect(records({ transaction_status: "completed" }, ["t1"])).toMatchObject([{ status: "paid" }]);
  });

  it("is a history as the engine takes it", () => {
    const topups = topupsFromTransactions([credit(), credit({ id: "t2", transaction_status: "pending", metadata: AUTOMATIC })]);
    expect(parseAccount({ id: "a1", currency: "USD", topups }).topups).toHaveLength(2);
  });
});
