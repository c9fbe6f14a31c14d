import { planTopup, type ProfileInput } from "auto-topup";
import {
  type M3terTransactionBody,
  type M3terTransactionOptions,
  topupsFromTransactions,
  transactionFromPlan,
  transactionOfPlan,
} from "auto-topup/m3ter";
import { describe, expect, expectTypeOf, it } from "vitest";
import { issues } from "../../support/faults.js";
import { AT, owedPlan, planOf } from "./build.js";

const OPTIONS: M3terTransactionOptions = { orgId: "org_1", transactionTypeId: "type_1" };

describe("the amount", () => {
  const exact = ["0.01", "19.99", "0.1", "123456789012.34", "9007199254740992.00", "999999999999999"];

  it.each(exact)("is sent where it is the shortest decimal of a number: %s", (value) => {
    const amount = transactionFromPlan(planOf({ topup: { mode: "fixedAmount", value } }), OPTIONS)?.body.amount;
    expect(amount).toBe(Number(value));
    expect(JSON.stringify({ amount })).toBe(`{"amount":${value.replace(/\.00$/, "")}}`);
  });

  it.each(["9007199254740993", "12345678901234567.89", "99999999999999999999"])("is a fault where it is not: %s", (value) => {
    const plan = planOf({ topup: { mode: "fixedAmount", value } });
    expect(issues(() => transactionFromPlan(plan, OPTIONS))).toMatchObject([{ path: ["actions", 0, "credit"] }]);
  });

  it("is a fault where it has more digits than any amount", () => {
    const plan = planOf({ topup: { mode: "fixedAmount", value: "9".repeat(20), repeat: "untilClear" } }, { balance: `-${"9".repeat(20)}` });
    expect(plan.topup?.credit).toBe("199999999999999999998.00");
    expect(issues(() => transactionFromPlan(plan, OPTIONS))).toMatchObject([{ path: ["actions", 0, "credit"] }]);
  });

  it("is the credit in the balance's unit, not the charge", () => {
    const plan = planOf({}, { unit: "credits", rate: "0.02" });
    expect(plan.topup?.charge).toBe("1.00");
    expect(transactionFromPlan(plan, OPTIONS)?.body.amount).toBe(50);
  });
});

describe("the request", () => {
  it("carries ids as a path can", () => {
    const plan = planOf({}, { id: "bal/1 ü" });
    expect(transactionFromPlan(plan, { ...OPTIONS, orgId: "org?1" })?.path).toBe(
      "/organizations/org%3F1/balances/bal%2F1%20%C3%BC/transactions",
    );
    expect(transactionFromPlan(plan, OPTIONS)?.balanceId).toBe("bal/1 ü");
    expect(issues(() => transactionFromPlan(planOf({}, { id: ".." }), OPTIONS))).toMatchObject([{ path: ["actions", 0, "walletId"] }]);
    expect(issues(() => transactionFromPlan(planOf(), { ...OPTIONS, orgId: "." }))).toMatchObject([{ path: ["orgId"] }]);
  });

  it("takes description and dates from the options before the plan", () => {
    const options = { ...OPTIONS, description: "Low", appliedDate: "2026-06-02T00:00:00+02:00", transactionDate: "2026-05-31T00:00Z" };
    const plan = planOf({ settlement: { kind: "grant", reason: "Goodwill" } });
    expect(transactionFromPlan(plan, options)?.body).toMatchObject({
      description: "Low acc_1/p1/bal_1/0",
      appliedDate: "2026-06-01T22:00:00.000Z",
      transactionDate: "2026-05-31T00:00:00.000Z",
    });
  });

  it.each([{ appliedDate: "2026-05-01T00:00:00Z" }, { appliedDate: "2026-05-01T00:00:00Z", transactionDate: "2026-05-01T00:00:00Z" }])(
    "that is booked earlier is still the newest top-up when it is read again: %j",
    (dates) => {
      const body = transactionFromPlan(planOf(), { ...OPTIONS, ...dates })?.body as M3terTransactionBody;
      const read = { ...body, id: "t1", dtCreated: "2026-06-01T09:00:01Z" };
      const topups = topupsFromTransactions([read], { balanceId: "bal_1", transactionTypeId: "type_1" });
      const account = { id: "acc_1", currency: "USD", wallets: [{ id: "bal_1", unit: "USD", balance: "5" }], topups };
      const profile: ProfileInput = {
        id: "p1",
        trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
        topup: { mode: "fixedAmount", value: "50" },
        cooldown: { value: 7, unit: "day" },
      };
      expect(planTopup({ profile, account, at: "2026-06-02T09:00:00Z" }).decision.reason).toBe("cooldown");
      expect(planTopup({ profile: { ...profile, cooldown: null }, account, at: "2026-06-02T09:00:00Z" }).idempotencyKey).toBe(
        "acc_1/p1/bal_1/t1",
      );
    },
  );

  it("can do without the key", () => {
    const request = transactionFromPlan(planOf(), { ...OPTIONS, key: "none" });
    expect(request?.body.description).toBe("Automatic top-up");
  });

  it("is none where there is nothing to do", () => {
    expect(transactionFromPlan(planOf({}, { balance: "20.01" }), OPTIONS)).toBeNull();
  });

  it("is data: the same after a trip through JSON, and for a plan that made one", () => {
    const plan = planOf();
    const request = transactionFromPlan(plan, OPTIONS);
    expect(JSON.parse(JSON.stringify(request))).toEqual(request);
    expect(transactionFromPlan(JSON.parse(JSON.stringify(plan)), OPTIONS)).toEqual(request);
  });

  it("has the types that m3ter documents", () => {
    expectTypeOf<M3terTransactionBody>().toEqualTypeOf<{
      amount: number;
      transactionTypeId: string;
      appliedDate: string;
      transactionDate: string;
      description: string;
      paid?: number;
      currencyPaid?: string;
    }>();
  });
});

describe("a plan that is no Transaction", () => {
  const cases: readonly { name: string; profile: Partial<ProfileInput>; path: readonly (string | number)[] }[] = [
    { name: "expires", profile: { credit: { expiresAfter: { value: 1, unit: "month" } } }, path: ["actions", 0, "expiresAt"] },
    { name: "has a priority", profile: { credit: { priority: 1 } }, path: ["actions", 0, "priority"] },
    { name: "has metadata", profile: { credit: { metadata: { a: "b" } } }, path: ["actions", 0, "metadata"] },
    {
      name: "waits for a payment",
      profile: { settlement: { kind: "expectedPayment", autoCollect: true } },
      path: ["actions", 1, "status"],
    },
    {
      name: "waits for an invoice",
      profile: { settlement: { kind: "invoice", autoCollect: true, netTermsDays: 0, requirePaid: true } },
      path: ["actions", 1, "status"],
    },
  ];

  it.each(cases)("$name", ({ profile, path }) => {
    expect(issues(() => transactionFromPlan(planOf(profile), OPTIONS))).toMatchObject([{ path, code: "conflict" }]);
  });

  it("is sent once its payment has come in", () => {
    const plan = planOf({ settlement: { kind: "expectedPayment", autoCollect: true } });
    expect(transactionFromPlan(plan, { ...OPTIONS, paymentReceived: true })?.body.amount).toBe(50);
  });

  it("is sent beside an invoice that nothing waits for", () => {
    const plan = planOf({ settlement: { kind: "invoice", autoCollect: true, netTermsDays: 30 } });
    expect(transactionFromPlan(plan, OPTIONS)?.body.amount).toBe(50);
  });

  it("is about what is owed", () => {
    expect(issues(() => transactionFromPlan(owedPlan(), OPTIONS))).toMatchObject([{ path: ["actions"] }]);
  });
});

describe("what was paid", () => {
  it("stands beside the amount, exactly", () => {
    expect(transactionFromPlan(planOf(), { ...OPTIONS, paid: "46.10", currencyPaid: "eur" })?.body).toMatchObject({
      paid: 46.1,
      currencyPaid: "EUR",
    });
  });

  const cases: readonly { name: string; options: Partial<M3terTransactionOptions>; path: string }[] = [
    { name: "without its currency", options: { paid: "1" }, path: "currencyPaid" },
    { name: "a currency of nothing", options: { currencyPaid: "EUR" }, path: "paid" },
    { name: "in the balance's own currency", options: { paid: "1", currencyPaid: "USD" }, path: "currencyPaid" },
    { name: "more digits than a number has", options: { paid: "9007199254740993", currencyPaid: "EUR" }, path: "paid" },
  ];

  it.each(cases)("is a fault: $name", ({ options, path }) => {
    expect(issues(() => transactionFromPlan(planOf(), { ...OPTIONS, ...options }))).toMatchObject([{ path: [path] }]);
  });
});

describe("a plan's transaction", () => {
  const made = (description: string | null) => ({ id: "t", amount: 50, appliedDate: AT, description });

  it("is the one whose description ends with the key, and no other", () => {
    const plan = planOf();
    expect(transactionOfPlan([made("acc_1/p1/bal_1/0")], plan)?.id).toBe("t");
    expect(transactionOfPlan([made("by acc_1/p1/bal_1/0")], plan)?.id).toBe("t");
    for (const other of [null, "", "acc_1/p1/bal_1/01", "xacc_1/p1/bal_1/0", "acc_1/p1/bal_1/0 again"]) {
      expect(transactionOfPlan([made(other)], plan)).toBeNull();
    }
  });

  it("is none for a plan of nothing", () => {
    expect(transactionOfPlan([made("null")], planOf({}, { balance: "99" }))).toBeNull();
  });
});
