import {
  type M3terTransactionOptions,
  overageSurcharge,
  parseM3terBalance,
  parseM3terCommitment,
  parseM3terTransactions,
  potFromBalance,
  sourceFromBalance,
  sourceFromCommitment,
  topupsFromTransactions,
  transactionFromPlan,
} from "auto-topup/m3ter";
import { describe, expect, it } from "vitest";
import { faults, issues } from "../../support/faults.js";
import { owedPlan, planOf } from "./build.js";
import { BALANCE } from "./documents.js";

const COMMITMENT = { id: "com_1", accountId: "acc_1", amount: 100, currency: "USD", startDate: "2026-01-01", endDate: "2027-01-01" };
const SPENT = { ...COMMITMENT, amountSpent: 0 };

const requestOf = (plan: ReturnType<typeof planOf>, more: Partial<M3terTransactionOptions> = {}) =>
  transactionFromPlan(plan, { orgId: "org_1", transactionTypeId: "type_1", ...more });

describe("a fault is told in words", () => {
  const noField = "must be null: a Transaction has no field for it";
  const noNumber = "has more digits than the number in m3ter's request can carry";
  const cases: readonly (readonly [string, () => unknown, string, string])[] = [
    [
      "of a rollover without its end",
      () => parseM3terBalance({ ...BALANCE, rolloverAmount: 1 }),
      "required",
      "is required where there is a rolloverAmount",
    ],
    [
      "of a rollover that ends with the balance",
      () => parseM3terBalance({ ...BALANCE, rolloverEndDate: BALANCE.endDate }),
      "conflict",
      "must be later than endDate",
    ],
    [
      "of a long code",
      () => parseM3terBalance({ ...BALANCE, code: "x".repeat(81) }),
      "invalid_value",
      "must be text of 1 to 80 characters",
    ],
    [
      "of a commitment that ends as it starts",
      () => sourceFromCommitment({ ...SPENT, endDate: "2026-01-01T05:00:00Z" }, { timeZone: "America/New_York" }),
      "conflict",
      "must be later than startDate",
    ],
    [
      "of a commitment that nobody knows the use of",
      () => sourceFromCommitment(COMMITMENT),
      "required",
      "is required, or the option spent",
    ],
    [
      "of a commitment before year 1",
      () => sourceFromCommitment({ ...SPENT, startDate: "0001-01-01" }, { timeZone: "Asia/Tokyo" }),
      "invalid_instant",
      "must not begin before year 1 in UTC",
    ],
    ["of a balance that nobody knows the rest of", () => sourceFromBalance(BALANCE), "required", "is required, or the option remaining"],
    [
      "of a transaction before the start",
      () => potFromBalance(BALANCE, [{ id: "t1", amount: 1, appliedDate: "2025-12-31T00:00:00Z" }], { beforeStart: "fault" }),
      "conflict",
      "must not be before the balance's startDate",
    ],
    [
      "of a rate of nothing",
      () => topupsFromTransactions([], { balanceId: "bal_1", transactionTypeId: "type_1", rate: 0 }),
      "out_of_range",
      "must be more than 0",
    ],
    ["of a plan without a balance", () => requestOf(owedPlan()), "conflict", "has no balance to top up"],
    ["of a balance called ..", () => requestOf(planOf({}, { id: ".." })), "conflict", "must not be . or .., which a path cannot carry"],
    [
      "of an organization called .",
      () => requestOf(planOf(), { orgId: "." }),
      "invalid_id",
      "must not be . or .., which a path cannot carry",
    ],
    ["of a priority", () => requestOf(planOf({ credit: { priority: 1 } })), "conflict", noField],
    [
      "of an expiry",
      () => requestOf(planOf({ credit: { expiresAfter: { value: 1, unit: "month" } } })),
      "conflict",
      "must be null: a Transaction expires with its balance",
    ],
    [
      "of a payment to wait for",
      () => requestOf(planOf({ settlement: { kind: "expectedPayment", autoCollect: true } })),
      "conflict",
      "waits for its payment: say paymentReceived once it has come in",
    ],
    [
      "of a credit that is no number",
      () => requestOf(planOf({ topup: { mode: "fixedAmount", value: "9007199254740993" } })),
      "conflict",
      noNumber,
    ],
    [
      "of a payment that is no number",
      () => requestOf(planOf(), { paid: "9007199254740993", currencyPaid: "EUR" }),
      "invalid_amount",
      noNumber,
    ],
    [
      "of a payment in the balance's currency",
      () => requestOf(planOf(), { paid: "50", currencyPaid: "USD" }),
      "conflict",
      "must be another currency than the balance's",
    ],
    ["of a payment in no currency", () => requestOf(planOf(), { paid: "50" }), "missing_companion", "is needed beside paid"],
    [
      "of a currency without a payment",
      () => requestOf(planOf(), { currencyPaid: "EUR" }),
      "missing_companion",
      "is needed beside currencyPaid",
    ],
  ];

  it.each(cases)("%s", (_, run, code, message) => {
    expect(issues(run)).toMatchObject([{ code, message }]);
  });
});

describe("a field with a fault of its own is not judged beside others", () => {
  const never = "yesterday";
  const later = "2027-06-01T00:00:00Z";
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    ["a balance's end", () => parseM3terBalance({ ...BALANCE, endDate: never, rolloverEndDate: later }), "endDate: invalid_instant"],
    [
      "a rollover's end",
      () => parseM3terBalance({ ...BALANCE, rolloverAmount: 1, rolloverEndDate: never }),
      "rolloverEndDate: invalid_instant",
    ],
    ["a commitment's start", () => parseM3terCommitment({ ...COMMITMENT, startDate: never, endDate: later }), "startDate: invalid_instant"],
    ["a commitment's end", () => parseM3terCommitment({ ...COMMITMENT, startDate: later, endDate: never }), "endDate: invalid_instant"],
    ["what was paid", () => requestOf(planOf(), { paid: "x" }), "paid: invalid_amount"],
    ["what was paid, in a currency", () => requestOf(planOf(), { paid: "x", currencyPaid: "EUR" }), "paid: invalid_amount"],
    ["the currency of a payment", () => requestOf(planOf(), { currencyPaid: "" }), "currencyPaid: invalid_id"],
  ];

  it.each(cases)("%s", (_, run, fault) => {
    expect(faults(run)).toEqual([fault]);
  });
});

describe("a payment in another currency", () => {
  it("has its fault at the part that is missing", () => {
    expect(faults(() => requestOf(planOf(), { paid: "50" }))).toEqual(["currencyPaid: missing_companion"]);
    expect(faults(() => requestOf(planOf(), { currencyPaid: "EUR" }))).toEqual(["paid: missing_companion"]);
  });
});

describe("dates", () => {
  it("alone and with a time are compared in the zone, not as text", () => {
    const mixed = { ...SPENT, startDate: "2026-01-01T03:00:00Z", endDate: "2026-01-01" };
    expect(parseM3terCommitment(mixed)).toEqual(mixed);
    expect(sourceFromCommitment(mixed, { timeZone: "America/New_York" }).endsAt).toBe("2026-01-01T05:00:00.000Z");
    expect(faults(() => sourceFromCommitment(mixed))).toEqual(["endDate: conflict"]);
  });

  it("before year 1 are told of the field", () => {
    const start = { ...SPENT, startDate: "0001-01-01" };
    const end = { ...SPENT, startDate: "0001-01-01T00:00:00Z", endDate: "0001-01-01" };
    expect(faults(() => sourceFromCommitment(start, { timeZone: "Asia/Tokyo" }))).toEqual(["startDate: invalid_instant"]);
    expect(faults(() => sourceFromCommitment(end, { timeZone: "Asia/Tokyo" }))).toEqual(["endDate: invalid_instant"]);
  });

  it("alone have four digits for the year, and nothing before it", () => {
    for (const startDate of ["12026-01-01", "+002026-01-01", "-2026-01-01", " 2026-01-01"])
      expect(faults(() => parseM3terCommitment({ ...COMMITMENT, startDate }))).toEqual(["startDate: invalid_instant"]);
  });

  it("of a transaction may be the one on which it occurred", () => {
    const transaction = { id: "t1", amount: 1, transactionDate: "2026-02-01T00:00:00Z" };
    expect(parseM3terTransactions([transaction])).toEqual([transaction]);
  });
});

it("a code may be 80 characters long", () => {
  expect(parseM3terBalance({ ...BALANCE, code: "x".repeat(80) }).code).toHaveLength(80);
});

it("a custom field is text or a figure", () => {
  expect(parseM3terBalance({ ...BALANCE, customFields: { a: 1.5, b: "c" } }).customFields).toEqual({ a: 1.5, b: "c" });
  expect(faults(() => parseM3terBalance({ ...BALANCE, customFields: { a: "x", b: [1] } }))).toEqual(["customFields.b: invalid_type"]);
  expect(faults(() => parseM3terBalance({ ...BALANCE, customFields: { a: null } }))).toEqual(["customFields.a: required"]);
});

it("no surcharge is the same as one of nothing", () => {
  expect(overageSurcharge({}, { unpaid: "10" })).toEqual({ unpaid: "10", surcharge: "0", total: "10" });
});

it("an automatic top-up of no known profile names none", () => {
  const transaction = { id: "t1", amount: 1, transactionTypeId: "type_1", appliedDate: "2026-02-01T00:00:00Z" };
  const [record] = topupsFromTransactions([transaction], { balanceId: "bal_1", transactionTypeId: "type_1" });
  expect(record).toMatchObject({ kind: "automatic" });
  expect(record).not.toHaveProperty("profileId");
});

it("the key may be asked to stand at the end of the description", () => {
  expect(requestOf(planOf(), { key: "description" })?.body.description).toBe("Automatic top-up acc_1/p1/bal_1/0");
});
