import { planTopup, type Plan, type ProfileInput, type TopupPlan } from "auto-topup";
import { accountFromSafeCustomer, profileFromSafe, requestsFromPlan, type SafeRequestOptions, type SafeSnapshot } from "auto-topup/safe";
import { describe, expect, it } from "vitest";
import { issues } from "../../support/faults.js";
import { pathsOf, safeProfile } from "./build.js";

const profile = profileFromSafe(safeProfile({ autoCollect: "Yes", correspondenceTypeCard: "Card", correspondenceTypeExpected: "Due" }));

function planned(over: Partial<ProfileInput> = {}, snapshot: SafeSnapshot = {}, id = "7"): Plan {
  const account = accountFromSafeCustomer({ id }, { outstanding: "430", limits: { "Credit Limit": "500" }, ...snapshot });
  return planTopup({ profile: { ...profile, ...over }, account, at: "2025-06-20T09:00:00Z" });
}

function payingBy(type: "card" | "directDebit" | "other"): SafeSnapshot {
  return { paymentMethod: { type, autoCollect: true } };
}

describe("requestsFromPlan", () => {
  it("has nothing to request where nothing is due", () => {
    expect(requestsFromPlan(planned({ enabled: false }))).toEqual([]);
  });

  it("keeps the actions' order and ids, so that a stored plan is found again", () => {
    const plan = planned({}, payingBy("card")) as TopupPlan;
    const requests = requestsFromPlan(plan);
    expect(requests.map(({ path }) => path)).toEqual([
      "/backend/api/v1/customers/7/expectedPayments/",
      "/backend/api/v1/customers/7/payments/",
      "/backend/api/v1/customers/7/correspondence/",
    ]);
    expect(requests.slice(0, 2).map(({ body }) => body.ourReference)).toEqual(plan.actions.slice(0, 2).map(({ id }) => id));
    expect(requestsFromPlan(JSON.parse(JSON.stringify(plan)) as Plan)).toStrictEqual(requests);
  });

  it.each([
    ["card", { paymentType: "Card" }],
    ["directDebit", { paymentType: "Direct Debit" }],
    ["other", {}],
  ] as const)("adds the fields for the method: %s", (method, extra) => {
    const payment = { card: { paymentType: "Card" }, directDebit: { paymentType: "Direct Debit" } };
    const request = requestsFromPlan(planned({}, payingBy(method)), { payment })[1];
    expect(request?.body).toStrictEqual({
      ourReference: "7/12/-/0#createPayment",
      customerID: "7",
      paymentAmount: "50.00",
      paymentDate: "2025-06-20",
      ...extra,
    });
  });

  it("dates by the zone", () => {
    const dates = ["Europe/London", "Pacific/Auckland", "America/Los_Angeles"].map((timeZone) => {
      const account = accountFromSafeCustomer({ id: 7 }, { outstanding: "430", limits: { "Credit Limit": "500" } });
      const plan = planTopup({ profile, account, at: "2025-01-01T00:30:00Z" });
      return requestsFromPlan(plan, { timeZone })[0]?.body.expectedPaymentDueDate;
    });
    expect(dates).toEqual(["2025-01-01", "2025-01-01", "2024-12-31"]);
  });

  it("escapes the customer's id in the path alone", () => {
    const [request] = requestsFromPlan(planned({}, {}, "A/7 ?"));
    expect(request?.path).toBe("/backend/api/v1/customers/A%2F7%20%3F/expectedPayments/");
    expect(request?.body.customerID).toBe("A/7 ?");
  });

  it.each([".", ".."])("refuses a customer called %s, which a path cannot carry", (id) => {
    expect(issues(() => requestsFromPlan(planned({}, {}, id)))).toEqual([
      { path: ["decision", "accountId"], code: "invalid_id", message: "must not be . or .., which a path cannot carry" },
    ]);
  });

  it("refuses another currency, and actions that are not SAFE's", () => {
    expect(pathsOf(() => requestsFromPlan(planned({}, { currency: "EUR" })))).toEqual([["topup", "currency"]]);
    expect(requestsFromPlan(planned({}, { currency: "EUR" }), { currency: "eur" })[0]?.body.expectedPaymentAmount).toBe("50.00");
    expect(pathsOf(() => requestsFromPlan(planned({ settlement: { kind: "grant" } })))).toEqual([["actions", 0, "kind"]]);
  });

  it("says what the plan must be, and what it gives itself", () => {
    expect(issues(() => requestsFromPlan(planned({ settlement: { kind: "grant" } }, { currency: "EUR" })))).toEqual([
      { path: ["topup", "currency"], code: "conflict", message: "must be GBP, the installation's currency" },
      { path: ["actions", 0, "kind"], code: "conflict", message: "is nothing that SAFE does" },
    ]);
    expect(issues(() => requestsFromPlan(planned(), { expectedPayment: { customerID: 8, ourReference: "r", colour: "green" } }))).toEqual([
      { path: ["expectedPayment", "customerID"], code: "conflict", message: "is given by the plan" },
      { path: ["expectedPayment", "ourReference"], code: "conflict", message: "is given by the plan" },
    ]);
  });

  it.each<[unknown, (string | number)[]]>([
    [{ expectedPayment: { customerID: 8 } }, ["expectedPayment", "customerID"]],
    [{ payment: { card: { paymentAmount: 1 } } }, ["payment", "card", "paymentAmount"]],
    [{ correspondence: { correspondenceType: "x" } }, ["correspondence", "correspondenceType"]],
    [{ timeZone: "Mars" }, ["timeZone"]],
    [{ currency: "pounds" }, ["currency"]],
    [{ payment: { cheque: {} } }, ["payment", "cheque"]],
    [{ expectedPayment: 1 }, ["expectedPayment"]],
    [{ host: "x" }, ["host"]],
    [null, []],
  ])("names the faulty option: %j", (options, path) => {
    expect(pathsOf(() => requestsFromPlan(planned({}, payingBy("card")), options as SafeRequestOptions))).toEqual([path]);
  });

  it("takes a plan only", () => {
    expect(pathsOf(() => requestsFromPlan(null as never))).not.toEqual([]);
  });
});
