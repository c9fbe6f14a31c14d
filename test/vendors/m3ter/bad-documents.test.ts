import {
  drawOrderFrom,
  overageSurcharge,
  parseM3terBalance,
  parseM3terCommitment,
  parseM3terTransactions,
  potFromBalance,
  profileForBalance,
  sourceFromBalance,
  sourceFromCommitment,
  topupsFromTransactions,
  transactionFromPlan,
  walletFromBalance,
} from "auto-topup/m3ter";
import { describe, expect, it } from "vitest";
import { issues } from "../../support/faults.js";
import { BALANCE } from "./documents.js";

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

class Instance {
  readonly value = 1;
}

const UNPLAIN: readonly unknown[] = [() => 1, Symbol("s"), 10n, new Instance(), new Map()];
const NEVER_DATES: readonly unknown[] = ["", "yesterday", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00", 0, true, {}, [], new Date(0)];
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  id: ["", "x".repeat(201), "\ud800", 1, true, {}, []],
  text: [1, true, {}, []],
  code: ["", "x".repeat(81), 1, true, {}, []],
  name: ["", 1, true, {}, []],
  amount: ["", " ", "NaN", "1e5", "+1", "1,000", "0x1f", NaN, Infinity, 1e21, true, {}, []],
  notNegative: ["-1", -0.01, "ten", NaN, false, {}, []],
  dateTime: [...NEVER_DATES, "2026-01-01"],
  date: [...NEVER_DATES, "2026-13-01"],
  boolean: [0, 1, "true", {}, []],
  whole: [0.5, NaN, Infinity, "1", true, {}, []],
  version: [-1, 0.5, NaN, "1", true, {}, []],
  word: ["", "usage", 1, true, {}, []],
  list: ["USAGE", 1, true, {}],
  record: ["a", 1, true, [1]],
};

type Kind =
  | "id"
  | "text"
  | "code"
  | "name"
  | "amount"
  | "notNegative"
  | "dateTime"
  | "date"
  | "boolean"
  | "whole"
  | "version"
  | "word"
  | "list"
  | "record";

const BALANCE_FIELDS: Readonly<Record<string, Kind>> = {
  id: "id",
  accountId: "id",
  code: "code",
  name: "name",
  currency: "id",
  startDate: "dateTime",
  endDate: "dateTime",
  amount: "amount",
  rolloverAmount: "notNegative",
  rolloverEndDate: "dateTime",
  lineItemTypes: "list",
  productIds: "list",
  overageSurchargePercent: "amount",
  allowOverdraft: "boolean",
  description: "text",
  balanceDrawDownDescription: "text",
  overageDescription: "text",
  consumptionsAccountingProductId: "text",
  feesAccountingProductId: "text",
  contractId: "text",
  customFields: "record",
  version: "version",
  dtCreated: "dateTime",
  dtLastModified: "dateTime",
  createdBy: "text",
  lastModifiedBy: "text",
};
const TRANSACTION_FIELDS: Readonly<Record<string, Kind>> = {
  id: "id",
  amount: "amount",
  appliedDate: "dateTime",
  transactionDate: "dateTime",
  transactionTypeId: "id",
  description: "text",
  paid: "amount",
  currencyPaid: "id",
  entityType: "word",
  entityId: "text",
  version: "version",
  dtCreated: "dateTime",
  dtLastModified: "dateTime",
  createdBy: "text",
  lastModifiedBy: "text",
};
const COMMITMENT_FIELDS: Readonly<Record<string, Kind>> = {
  id: "id",
  accountId: "id",
  amount: "notNegative",
  amountSpent: "amount",
  amountPrePaid: "notNegative",
  amountFirstBill: "notNegative",
  currency: "id",
  startDate: "date",
  endDate: "date",
  lineItemTypes: "list",
  productIds: "list",
  overageSurchargePercent: "amount",
  separateOverageUsage: "boolean",
  overageDescription: "text",
  billingPlanId: "text",
  feeDates: "list",
  billEpoch: "date",
  billingInterval: "whole",
  billingOffset: "whole",
  childBillingMode: "word",
  commitmentFeeBillInAdvance: "boolean",
  contractId: "text",
  version: "version",
  dtCreated: "dateTime",
  dtLastModified: "dateTime",
};

const balance: Json = { ...BALANCE };
const transaction: Json = { id: "txn_1", amount: 10, appliedDate: "2026-02-01T00:00:00Z" };
const commitment: Json = {
  id: "com_1",
  accountId: "acc_1",
  amount: 100,
  amountSpent: 0,
  currency: "USD",
  startDate: "2026-01-01",
  endDate: "2027-01-01",
};

function pathsOf(run: () => unknown): Path[] {
  return issues(run).map(({ path }) => path);
}

const documents = [
  { what: "balance", good: balance, fields: BALANCE_FIELDS, parse: parseM3terBalance, at: [] as Path, needed: Object.keys(balance) },
  {
    what: "transaction",
    good: transaction,
    fields: TRANSACTION_FIELDS,
    parse: (each: unknown) => parseM3terTransactions([each]),
    at: [0] as Path,
    needed: Object.keys(transaction),
  },
  {
    what: "commitment",
    good: commitment,
    fields: COMMITMENT_FIELDS,
    parse: parseM3terCommitment,
    at: [] as Path,
    needed: Object.keys(commitment).filter((field) => field !== "amountSpent"),
  },
];

describe.each(documents)("a bad $what", ({ good, fields, parse, at, needed }) => {
  const table = Object.entries(fields).flatMap(([field, kind]) =>
    [...(WRONG[kind] as unknown[]), ...UNPLAIN].map((value, index) => ({ field, value, name: `${field} #${index}` })),
  );

  it.each(table)("has one fault at the field's own path: $name", ({ field, value }) => {
    const companion = field === "rolloverAmount" ? { rolloverEndDate: "2027-06-01T00:00:00Z" } : {};
    expect(pathsOf(() => parse({ ...good, ...companion, [field]: value }))).toEqual([[...at, field]]);
  });

  it.each(needed)("lacks %s, or has null for it", (field) => {
    const { [field]: _, ...rest } = good;
    for (const bad of [rest, { ...good, [field]: null }, { ...good, [field]: undefined }]) {
      expect(issues(() => parse(bad))).toMatchObject([{ path: [...at, field], code: "required" }]);
    }
  });

  it("may have null for whatever it may leave out", () => {
    const optional = Object.keys(fields).filter((field) => !needed.includes(field));
    expect(() => parse({ ...good, ...Object.fromEntries(optional.map((field) => [field, null])) })).not.toThrow();
  });

  it.each([null, undefined, "text", 1, true, [], () => 1, new Instance()])("is no object: %s", (value) => {
    expect(pathsOf(() => parse(value))).toEqual([at]);
  });

  it("has each of several faults told", () => {
    const both = { ...good, id: 1, currency: 2, amount: "ten", version: "1" };
    const expected = ["id", "currency", "amount", "version"].filter((field) => field in fields);
    expect(new Set(pathsOf(() => parse(both)).map((path) => path.at(-1)))).toEqual(new Set(expected));
  });

  it("throws when it is read", () => {
    const trap = {
      ...good,
      get id(): string {
        throw new RangeError("no");
      },
    };
    expect(issues(() => parse(trap))).toMatchObject([{ code: "not_plain_data" }]);
  });
});

describe("fields that belong together", () => {
  const cases: readonly { name: string; over: Json; path: Path; code: string }[] = [
    { name: "a rollover amount alone", over: { rolloverAmount: 800 }, path: ["rolloverEndDate"], code: "required" },
    { name: "a rollover that ends at the end", over: { rolloverEndDate: BALANCE.endDate }, path: ["rolloverEndDate"], code: "conflict" },
    { name: "an end at the start", over: { endDate: BALANCE.startDate }, path: ["endDate"], code: "conflict" },
    { name: "an unknown line item type", over: { lineItemTypes: ["USAGE", "TAX"] }, path: ["lineItemTypes", 1], code: "invalid_value" },
    { name: "an empty product id", over: { productIds: ["p1", ""] }, path: ["productIds", 1], code: "invalid_id" },
    { name: "a custom field of another type", over: { customFields: { a: true } }, path: ["customFields", "a"], code: "invalid_type" },
    { name: "a date deep in an unknown field", over: { more: { on: new Date(0) } }, path: ["more", "on"], code: "invalid_type" },
    {
      name: "a forbidden key",
      over: JSON.parse('{ "more": { "__proto__": 1 } }') as Json,
      path: ["more", "__proto__"],
      code: "forbidden_key",
    },
  ];

  it.each(cases)("of a balance: $name", ({ over, path, code }) => {
    expect(issues(() => parseM3terBalance({ ...balance, ...over }))).toMatchObject([{ path, code }]);
  });

  it("of a transaction: one date at least", () => {
    expect(issues(() => parseM3terTransactions([{ id: "txn_1", amount: 1 }]))).toMatchObject([
      { path: [0, "appliedDate"], code: "required" },
    ]);
    expect(() => parseM3terTransactions([{ id: "txn_1", amount: 1, dtCreated: "2026-02-01T00:00:00Z" }])).not.toThrow();
  });

  it("of a list of transactions: an id is there once", () => {
    expect(issues(() => parseM3terTransactions([transaction, transaction]))).toMatchObject([{ path: [1, "id"], code: "duplicate_id" }]);
  });

  it("of a commitment: it ends after it starts, and AD_HOC lines don't draw from it", () => {
    expect(pathsOf(() => parseM3terCommitment({ ...commitment, endDate: "2026-01-01" }))).toEqual([["endDate"]]);
    const overage = (overageSurchargePercent: number | null, separateOverageUsage: boolean | null): unknown => {
      return parseM3terCommitment({ ...commitment, overageSurchargePercent, separateOverageUsage });
    };
    expect(issues(() => overage(10, true))).toEqual([
      { path: ["separateOverageUsage"], code: "conflict", message: "must not be true where there is an overageSurchargePercent" },
    ]);
    expect(pathsOf(() => overage("x" as never, true))).toEqual([["overageSurchargePercent"]]);
    expect(() => [overage(0, true), overage(null, true), overage(10, false), overage(10, null)]).not.toThrow();
    expect(pathsOf(() => parseM3terCommitment({ ...commitment, lineItemTypes: ["AD_HOC"] }))).toEqual([["lineItemTypes", 0]]);
    const fee = { date: "2026-04-01", amount: "x", servicePeriodStartDate: "2026-04-01T00:00:00Z", servicePeriodEndDate: 1 };
    expect(pathsOf(() => parseM3terCommitment({ ...commitment, feeDates: [fee] }))).toEqual([
      ["feeDates", 0, "amount"],
      ["feeDates", 0, "servicePeriodEndDate"],
    ]);
  });
});

describe("bad arguments", () => {
  const at = "2026-06-01T09:00:00Z";
  const rule = {
    id: "p1",
    trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
    topup: { mode: "fixedAmount", value: "50" },
  } as const;
  const none = { outcome: "none" } as never;
  const cases: readonly { name: string; run: () => unknown; paths: readonly Path[] }[] = [
    { name: "a pot in no currency", run: () => potFromBalance({ ...BALANCE, currency: "credits" }, []), paths: [["currency"]] },
    { name: "a pot of no list", run: () => potFromBalance(BALANCE, {} as never), paths: [[]] },
    { name: "a pot's option", run: () => potFromBalance(BALANCE, [], { beforeStart: "drop" as never }), paths: [["beforeStart"]] },
    {
      name: "a transaction before the start, where that is a fault",
      run: () => potFromBalance(BALANCE, [{ id: "t", amount: 1, appliedDate: "2025-12-31T23:59:59.999Z" }], { beforeStart: "fault" }),
      paths: [[0, "appliedDate"]],
    },
    { name: "a wallet at no instant", run: () => walletFromBalance(BALANCE, { at: "today" }), paths: [["at"]] },
    { name: "a wallet without options", run: () => walletFromBalance(BALANCE, undefined as never), paths: [[]] },
    {
      name: "a wallet's figures",
      run: () => walletFromBalance(BALANCE, { at, available: "x", pendingUsage: NaN, rate: 0 }),
      paths: [["available"], ["pendingUsage"], ["rate"]],
    },
    { name: "a wallet's unknown option", run: () => walletFromBalance(BALANCE, { at, balance: 1 } as never), paths: [["balance"]] },
    { name: "a source that nobody knows the rest of", run: () => sourceFromBalance(BALANCE), paths: [["amount"]] },
    { name: "a source's rest", run: () => sourceFromBalance(BALANCE, { remaining: "x" }), paths: [["remaining"]] },
    {
      name: "a commitment that nobody knows the use of",
      run: () => sourceFromCommitment({ ...commitment, amountSpent: null } as never),
      paths: [["amountSpent"]],
    },
    { name: "a zone", run: () => sourceFromCommitment(commitment as never, { timeZone: "Mars" }), paths: [["timeZone"]] },
    {
      name: "a commitment that ends before it starts in its zone",
      run: () =>
        sourceFromCommitment({ ...commitment, startDate: "2026-01-01", endDate: "2026-01-01T04:00:00Z" } as never, {
          timeZone: "America/New_York",
        }),
      paths: [["endDate"]],
    },
    {
      name: "a commitment before year 1",
      run: () => sourceFromCommitment({ ...commitment, startDate: "0001-01-01" } as never, { timeZone: "Asia/Tokyo" }),
      paths: [["startDate"]],
    },
    { name: "an order of nothing", run: () => drawOrderFrom(null as never), paths: [[]] },
    {
      name: "an order's word",
      run: () => drawOrderFrom({ account: { creditApplicationOrder: ["COMMITMENT" as never] } }),
      paths: [["account", "creditApplicationOrder", 0]],
    },
    {
      name: "an order's repetition",
      run: () => drawOrderFrom({ organization: { creditApplicationOrder: ["BALANCE", "BALANCE"] } }),
      paths: [["organization", "creditApplicationOrder", 1]],
    },
    { name: "an order's flag", run: () => drawOrderFrom({ inHierarchy: null as never }), paths: [["inHierarchy"]] },
    {
      name: "a surcharge",
      run: () => overageSurcharge({ overageSurchargePercent: "x" }, { unpaid: "1" }),
      paths: [["overageSurchargePercent"]],
    },
    { name: "a surcharge on a negative figure", run: () => overageSurcharge({}, { unpaid: "-1" }), paths: [["unpaid"]] },
    { name: "a rule that is none", run: () => profileForBalance(BALANCE, null as never), paths: [[]] },
    { name: "a rule's field", run: () => profileForBalance(BALANCE, { ...rule, colldown: 1 } as never), paths: [["colldown"]] },
    {
      name: "a rule about what is owed",
      run: () => profileForBalance(BALANCE, { ...rule, trigger: { ...rule.trigger, basis: "outstanding", referenceLimit: "credit" } }),
      paths: [["walletId"]],
    },
    {
      name: "top-ups of no balance",
      run: () => topupsFromTransactions([], { balanceId: "", transactionTypeId: 1 } as never),
      paths: [["balanceId"], ["transactionTypeId"]],
    },
    { name: "no plan", run: () => transactionFromPlan(null as never, { orgId: "o", transactionTypeId: "t" }), paths: [[]] },
    {
      name: "half a plan",
      run: () => transactionFromPlan(none, { orgId: "o", transactionTypeId: "t" }),
      paths: [["version"], ["decision"], ["topup"], ["actions"], ["idempotencyKey"]],
    },
  ];

  it.each(cases)("$name", ({ run, paths }) => {
    expect(pathsOf(run)).toEqual(paths);
  });
});

describe("a rule for a balance", () => {
  it("is asked once for each of its fields", () => {
    const trigger = { basis: "balance", type: "absoluteAmount", value: "20" } as const;
    const rule = { id: "p1", trigger, topup: { mode: "fixedAmount", value: "50" } } as const;
    const asked: PropertyKey[] = [];
    const noted = new Proxy(rule, { get: (target, key): unknown => (asked.push(key), Reflect.get(target, key)) });
    expect(profileForBalance(BALANCE, noted)).toEqual(profileForBalance(BALANCE, rule));
    expect(asked).toEqual(Object.keys(rule));
  });
});
