import { evaluate, planTopup } from "auto-topup";
import {
  accountFromSafeCustomer,
  profileFromSafe,
  requestsFromPlan,
  type SafeCustomer,
  type SafeSnapshot,
  topupFromExpectedPayment,
} from "auto-topup/safe";
import { describe, expect, it } from "vitest";
import { issues } from "../../support/faults.js";
import { pathsOf, safeProfile } from "./build.js";

describe("accountFromSafeCustomer", () => {
  it("puts every figure in its place", () => {
    const topup = topupFromExpectedPayment({ id: 501, expectedPaymentAmount: "50.00" }, { createdAt: "2025-06-13T09:00:00Z" });
    const snapshot: SafeSnapshot = {
      currency: "eur",
      timeZone: "Europe/Dublin",
      asOf: "2025-06-20T08:59:00Z",
      outstanding: "-15.50",
      overdue: 0,
      unbilledCalls: 0.1,
      billedThrough: "2025-06-01T00:00:00Z",
      limits: { "Credit Limit": "500", "Unbilled Calls Credit Limit": null },
      paymentMethod: { type: "card", autoCollect: true },
      topups: [topup],
    };
    expect(
      accountFromSafeCustomer({ id: 7, autoTopupAmount: "25.00" }, snapshot, { limitNames: { "Credit Limit": "credit" } }),
    ).toStrictEqual({
      id: "7",
      currency: "eur",
      timeZone: "Europe/Dublin",
      asOf: "2025-06-20T08:59:00Z",
      owed: { outstanding: "-15.50", overdue: 0, unbilled: 0.1 },
      billedThrough: "2025-06-01T00:00:00Z",
      limits: { credit: "500", "Unbilled Calls Credit Limit": null },
      paymentMethod: { type: "card", autoCollect: true },
      autoTopupAmount: "25",
      topups: [topup],
    });
  });

  it("is at home in the United Kingdom, and knows no figure that is not given", () => {
    expect(accountFromSafeCustomer({ id: "7" }, {})).toStrictEqual({ id: "7", currency: "GBP", timeZone: "Europe/London" });
  });

  it.each([[""], [null], [undefined], [0], ["0.00"]])("takes an autoTopupAmount of %j for none", (autoTopupAmount) => {
    expect(accountFromSafeCustomer({ id: 7, autoTopupAmount }, {})).not.toHaveProperty("autoTopupAmount");
  });

  it.each<[string, SafeCustomer, unknown, (string | number)[][]]>([
    ["the customer's id", { id: "" }, {}, [["id"]]],
    ["a negative amount", { id: 7, autoTopupAmount: "-1" }, {}, [["autoTopupAmount"]]],
    ["an amount that is none", { id: 7, autoTopupAmount: "lots" }, {}, [["autoTopupAmount"]]],
    ["a figure", { id: 7 }, { outstanding: "lots" }, [["outstanding"]]],
    ["a figure by SAFE's name", { id: 7 }, { unbilledCalls: "lots", overdue: "few" }, [["overdue"], ["unbilledCalls"]]],
    ["a limit by SAFE's name", { id: 7 }, { limits: { "Credit Limit": "" } }, [["limits", "Credit Limit"]]],
    ["limits that are none", { id: 7 }, { limits: "500" }, [["limits"]]],
    ["two limits of one name", { id: 7 }, { limits: { "Credit Limit": "1", credit: "2" } }, [["limits", "credit"]]],
    [
      "a record",
      { id: 7 },
      { topups: [{ id: "t1" }] },
      [
        ["topups", 0, "charge"],
        ["topups", 0, "createdAt"],
        ["topups", 0, "status"],
      ],
    ],
    ["a currency", { id: 7 }, { currency: "pounds" }, [["currency"]]],
    ["a key that is not known", { id: 7 }, { unbilled: "1" }, [["unbilled"]]],
    ["no snapshot", { id: 7 }, null, [[]]],
  ])("names the fault: %s", (_title, customer, snapshot, paths) => {
    const options = { limitNames: { "Credit Limit": "credit" } };
    expect(pathsOf(() => accountFromSafeCustomer(customer, snapshot as SafeSnapshot, options))).toEqual(paths);
  });
});

describe("the fault of a customer's figures", () => {
  it("says which limit had the name of ours before", () => {
    const snapshot = { limits: { "Credit Limit": "1", credit: "2" } };
    expect(issues(() => accountFromSafeCustomer({ id: 7 }, snapshot, { limitNames: { "Credit Limit": "credit" } }))).toEqual([
      { path: ["limits", "credit"], code: "conflict", message: "has the same name of ours as Credit Limit" },
    ]);
  });

  it("is at SAFE's name among the limits alone", () => {
    const snapshot = { limits: { "Credit Limit": "lots" }, paymentMethod: { type: "cheque", autoCollect: true } };
    const options = { limitNames: { "Credit Limit": "type" } };
    expect(pathsOf(() => accountFromSafeCustomer({ id: 7 }, snapshot as never, options))).toEqual([
      ["limits", "Credit Limit"],
      ["paymentMethod", "type"],
    ]);
  });
});

describe("what is handed through as it was given", () => {
  const undefineds = (value: unknown): string[] => {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, each]) => [...(each === undefined ? [key] : []), ...undefineds(each)]);
  };

  it("is plain data: nothing undefined is left in it, and dates are text", () => {
    const account = accountFromSafeCustomer(
      { id: 7 },
      {
        asOf: new Date("2025-06-13T09:00:00Z"),
        outstanding: undefined,
        limits: { "Credit Limit": undefined, Other: null },
        paymentMethod: { type: "card", autoCollect: true, minCharge: undefined },
        topups: [{ id: "t1", charge: "1", createdAt: "2025-06-13T09:00:00Z", creditedAt: undefined, status: "paid" }],
      },
    );
    expect(undefineds(account)).toEqual([]);
    expect(account).toMatchObject({ asOf: "2025-06-13T09:00:00.000Z", limits: { Other: null } });
    const window = { calendar: "day" } as const;
    const profile = profileFromSafe(safeProfile(), { additions: { caps: [{ window, maxCount: 1, maxCharge: undefined }] } });
    expect(undefineds(profile)).toEqual([]);
    const plan = planTopup({
      profile,
      account: { ...account, owed: { outstanding: "500" }, limits: { "Credit Limit": "500" } },
      at: "2025-06-20T09:00:00Z",
    });
    const requests = requestsFromPlan(plan, { expectedPayment: { kind: "A", nested: { left: "out", right: undefined } } });
    expect(requests[0]?.body).toMatchObject({ kind: "A", nested: { left: "out" } });
    expect(undefineds(requests)).toEqual([]);
  });

  it("is still a fault where a date is none", () => {
    expect(pathsOf(() => accountFromSafeCustomer({ id: 7 }, { asOf: new Date(Number.NaN) }))).toEqual([["asOf"]]);
  });
});

describe("topupFromExpectedPayment", () => {
  const createdAt = "2025-06-13T09:00:00.000Z";

  it.each([
    ["open", {}, {}, { status: "pending" }],
    ["open, by an empty payment", { paymentID: "" }, {}, { status: "pending" }],
    ["matched", { paymentID: 9001 }, { creditedAt: "2025-06-16T09:00:00Z" }, { status: "paid", creditedAt: "2025-06-16T09:00:00.000Z" }],
    [
      "failed, though matched",
      { paymentID: 9001 },
      { failedAt: "2025-06-16T09:00:00Z" },
      { status: "failed", failedAt: "2025-06-16T09:00:00.000Z" },
    ],
    ["raised by hand", {}, { kind: "manual", profileId: "12" }, { status: "pending", kind: "manual", profileId: "12" }],
  ] as const)("is a past top-up: %s", (_title, document, facts, told) => {
    expect(topupFromExpectedPayment({ id: 501, expectedPaymentAmount: 50, ...document }, { createdAt, ...facts })).toStrictEqual({
      id: "501",
      kind: "automatic",
      charge: "50",
      createdAt,
      ...told,
    });
  });

  it("holds the next one back, unless a person raised it", () => {
    const profile = profileFromSafe(safeProfile({ minDaysBetweenTopups: 7 }));
    const reasons = (["automatic", "manual"] as const).map((kind) => {
      const topup = topupFromExpectedPayment({ id: 501, expectedPaymentAmount: 50 }, { createdAt, kind });
      const account = accountFromSafeCustomer({ id: 7 }, { outstanding: 430, limits: { "Credit Limit": 500 }, topups: [topup] });
      return evaluate({ profile, account, at: "2025-06-19T09:00:00Z" }).reason;
    });
    expect(reasons).toEqual(["cooldown", "thresholdReached"]);
  });

  it.each<[unknown, unknown, (string | number)[]]>([
    [{ id: 501, expectedPaymentAmount: "-1" }, { createdAt }, ["expectedPaymentAmount"]],
    [{ id: 501 }, { createdAt }, ["expectedPaymentAmount"]],
    [{ id: null, expectedPaymentAmount: 1 }, { createdAt }, ["id"]],
    [{ id: 501, expectedPaymentAmount: 1, paymentID: true }, { createdAt }, ["paymentID"]],
    [{ id: 501, expectedPaymentAmount: 1, customerID: {} }, { createdAt }, ["customerID"]],
    [{ id: 501, expectedPaymentAmount: 1, expectedPaymentDueDate: 1 }, { createdAt }, ["expectedPaymentDueDate"]],
    [{ id: 501, expectedPaymentAmount: 1 }, {}, ["createdAt"]],
    [{ id: 501, expectedPaymentAmount: 1 }, { createdAt, kind: "robot" }, ["kind"]],
    [{ id: 501, expectedPaymentAmount: 1 }, { createdAt, creditedAt: "soon" }, ["creditedAt"]],
    [{ id: 501, expectedPaymentAmount: 1 }, { createdAt, creditedAt: "2000-01-01T00:00:00Z" }, ["creditedAt"]],
    [null, { createdAt }, []],
    [{ id: 501, expectedPaymentAmount: 1 }, null, []],
  ])("names the fault: %j %j", (document, facts, path) => {
    expect(pathsOf(() => topupFromExpectedPayment(document as never, facts as never))).toEqual([path]);
  });
});
