import type { InputIssue } from "auto-topup";
import {
  accountFromFlexprice,
  autoTopupFromProfile,
  beyondFlexprice,
  type FlexpriceAutoTopup,
  flatAutoTopupFromProfile,
  fromFlexpriceSdk,
  lotsFromTransactions,
  parseFlexpriceTransactions,
  parseFlexpriceWallet,
  profileFromWallet,
  sourcesFromWallet,
  topupsFromTransactions,
  topUpRequest,
  walletFromFlexprice,
} from "auto-topup/flexprice";
import { describe, expect, it } from "vitest";
import { issues } from "../../support/faults.js";

type Path = (string | number)[];

const wallet = {
  ...{ id: "w", customer_id: "c", currency: "usd", name: "Main", description: "", metadata: { team: "a" } },
  ...{
    balance: "1",
    credit_balance: "1",
    conversion_rate: "1",
    topup_conversion_rate: "1",
    real_time_balance: "1",
    real_time_credit_balance: "1",
  },
  ...{
    wallet_status: "active",
    wallet_type: "PRE_PAID",
    config: { allowed_price_types: ["USAGE"] },
    balance_updated_at: "2026-06-01T09:00:00Z",
  },
  auto_topup: { enabled: true, threshold: "5", amount: "10", invoicing: true, cooldown: { value: 5, unit: "minute" } },
  ...{ auto_topup_trigger: "disabled", auto_topup_min_balance: "1", auto_topup_amount: "1" },
};
const transaction = {
  ...{ id: "t", wallet_id: "w", type: "credit", amount: "1", credit_amount: "1", credits_available: "1", transaction_status: "completed" },
  ...{
    transaction_reason: "FREE_CREDIT_GRANT",
    expiry_date: "2026-07-01T00:00:00Z",
    priority: 1,
    conversion_rate: "1",
    topup_conversion_rate: "1",
  },
  ...{ metadata: { a: "b" }, created_at: "2026-06-01T09:00:00Z", updated_at: "2026-06-01T09:00:00Z", status: "published" },
};

const AMOUNTS = [
  "",
  " ",
  "NaN",
  "Infinity",
  "1e5",
  "0x1f",
  "+1",
  "1,000",
  "1.",
  ".5",
  "$5",
  NaN,
  Infinity,
  true,
  [],
  {},
  ["1"],
  "1".repeat(21),
];
const TEXTS = [1, true, [], {}];
const IDS = ["", "\uD800", "x".repeat(201), ...TEXTS];
const INSTANTS = [
  "",
  "2026-06-01",
  "2026-06-01T09:00:00",
  "2026-02-30T00:00:00Z",
  "2026-06-01T24:00:00Z",
  "soon",
  1_780_000_000,
  true,
  [],
  {},
];
const WORDS = ["", "nonsense", 1, true, [], {}];
const FLAGS = ["true", "", 0, 1, [], {}];
const OBJECTS = ["x", "", 1, true, []];
const WHOLE = ["1", "", 1.5, -1, NaN, true, [], {}];
const REQUIRED = [undefined, null];

const walletTable: [Path, readonly unknown[]][] = [
  [["id"], [...IDS, ...REQUIRED]],
  [["customer_id"], [...IDS, ...REQUIRED]],
  [["currency"], ["", "us", "usdd", "zzz", "ⅰdr", ...TEXTS, ...REQUIRED]],
  [["name"], TEXTS],
  [["description"], TEXTS],
  [["metadata"], OBJECTS],
  [
    ["metadata", "team"],
    [...TEXTS, null],
  ],
  [["balance"], AMOUNTS],
  [["credit_balance"], AMOUNTS],
  [["conversion_rate"], [...AMOUNTS, "-1", -0.5]],
  [["topup_conversion_rate"], [...AMOUNTS, "-1", "0", 0]],
  [["wallet_status"], [...WORDS, "ACTIVE"]],
  [["wallet_type"], [...WORDS, "prepaid", "PREPAID"]],
  [["config"], OBJECTS],
  [
    ["config", "allowed_price_types"],
    ["USAGE", 1, true, {}],
  ],
  [
    ["config", "allowed_price_types", 0],
    [...WORDS, "usage", null],
  ],
  [["auto_topup"], OBJECTS],
  [["auto_topup", "enabled"], FLAGS],
  [["auto_topup", "threshold"], AMOUNTS],
  [["auto_topup", "amount"], AMOUNTS],
  [["auto_topup", "invoicing"], FLAGS],
  [["auto_topup", "cooldown"], OBJECTS],
  [
    ["auto_topup", "cooldown", "value"],
    [...WHOLE, 1e12, ...REQUIRED],
  ],
  [
    ["auto_topup", "cooldown", "unit"],
    [...WORDS, "MINUTE", "week", ...REQUIRED],
  ],
  [["auto_topup_trigger"], WORDS],
  [["auto_topup_min_balance"], AMOUNTS],
  [["auto_topup_amount"], AMOUNTS],
  [["real_time_balance"], AMOUNTS],
  [["real_time_credit_balance"], AMOUNTS],
  [["balance_updated_at"], INSTANTS],
];
const transactionTable: [Path, readonly unknown[]][] = [
  [["id"], [...IDS, ...REQUIRED]],
  [["wallet_id"], [...IDS, ...REQUIRED]],
  [["type"], [...WORDS, "CREDIT", ...REQUIRED]],
  [["amount"], [...AMOUNTS, "-1", ...REQUIRED]],
  [["credit_amount"], [...AMOUNTS, "-1", ...REQUIRED]],
  [["credits_available"], [...AMOUNTS, "-1", ...REQUIRED]],
  [["transaction_status"], [...WORDS, "COMPLETED", ...REQUIRED]],
  [["transaction_reason"], TEXTS],
  [["expiry_date"], INSTANTS],
  [["priority"], WHOLE],
  [["conversion_rate"], [...AMOUNTS, "-1"]],
  [["topup_conversion_rate"], [...AMOUNTS, "-1"]],
  [["metadata"], OBJECTS],
  [
    ["metadata", "a"],
    [...TEXTS, null],
  ],
  [["created_at"], [...INSTANTS, ...REQUIRED]],
  [["updated_at"], INSTANTS],
  [["status"], WORDS],
];

function withValue(document: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(document);
  const last = path.at(-1) as string;
  const parent = path.slice(0, -1).reduce((at, step) => (at as Record<string | number, unknown>)[step], copy) as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const pathsOf = (action: () => unknown): InputIssue["path"][] => issues(action).map(({ path }) => path);

describe("a bad wallet", () => {
  it.each(walletTable)("is told by its path: %j", (path, junk) => {
    for (const value of junk) {
      const found = pathsOf(() => parseFlexpriceWallet(withValue(wallet, path, value)));
      expect(found, JSON.stringify(value)).toEqual([path]);
    }
  });

  it("tells every fault at once, one issue each", () => {
    const document = { ...wallet, id: "", balance: "x", auto_topup: { enabled: 1, cooldown: { value: -1, unit: "MINUTE" } } };
    expect(pathsOf(() => parseFlexpriceWallet(document))).toEqual([
      ["id"],
      ["balance"],
      ["auto_topup", "enabled"],
      ["auto_topup", "cooldown", "value"],
      ["auto_topup", "cooldown", "unit"],
    ]);
  });

  it.each([undefined, null, "x", 1, true, [], () => wallet, new Map(), new Date(0), 1n, Symbol("w")])("that is none: %s", (value) => {
    for (const read of [parseFlexpriceWallet, profileFromWallet, walletFromFlexprice, sourcesFromWallet, accountFromFlexprice]) {
      expect(issues(() => (read as (input: unknown) => unknown)(value)).length).toBeGreaterThan(0);
    }
  });

  it("has no cooldown of more than a century", () => {
    const cooldown = { value: 36_526, unit: "day" };
    expect(pathsOf(() => parseFlexpriceWallet({ ...wallet, auto_topup: { cooldown } }))).toEqual([["auto_topup", "cooldown", "value"]]);
    expect(parseFlexpriceWallet({ ...wallet, auto_topup: { cooldown: { ...cooldown, value: 36_525 } } }).auto_topup).toBeDefined();
  });

  it("may hold no class instances, also in fields that nobody reads", () => {
    expect(pathsOf(() => parseFlexpriceWallet({ ...wallet, extra: { when: new Map() } }))).toEqual([["extra", "when"]]);
    expect(pathsOf(() => parseFlexpriceWallet({ ...wallet, extra: new Date(0) }))).toEqual([["extra"]]);
    expect(
      pathsOf(() => parseFlexpriceWallet(JSON.parse('{ "__proto__": {}, "id": "w", "customer_id": "c", "currency": "usd" }'))),
    ).toEqual([["__proto__"]]);
  });

  it("is checked by each function that takes one", () => {
    const bad = { ...wallet, currency: "x" } as never;
    for (const read of [profileFromWallet, walletFromFlexprice, sourcesFromWallet, accountFromFlexprice]) {
      expect(pathsOf(() => (read as (input: unknown) => unknown)(bad))).toEqual([["currency"]]);
    }
  });
});

describe("a switched-on setting that lacks a figure", () => {
  const setting = (auto_topup: FlexpriceAutoTopup) =>
    pathsOf(() => profileFromWallet({ id: "w", customer_id: "c", currency: "usd", auto_topup }));

  it("is a fault of the profile, not of the wallet, which Flexprice stores like that", () => {
    expect(setting({ enabled: true })).toEqual([
      ["auto_topup", "threshold"],
      ["auto_topup", "amount"],
    ]);
    expect(setting({ enabled: true, threshold: null, amount: "1" })).toEqual([["auto_topup", "threshold"]]);
    expect(parseFlexpriceWallet({ ...wallet, auto_topup: { enabled: true } }).auto_topup).toEqual({ enabled: true });
  });

  it.each(["0", "-1", 0, "0.00"])("has no amount of %j", (amount) => {
    expect(setting({ enabled: true, threshold: "1", amount })).toEqual([["auto_topup", "amount"]]);
  });

  it("tells the flat fields by their own names", () => {
    const flat = { id: "w", customer_id: "c", currency: "usd", auto_topup_trigger: "balance_below_threshold" } as const;
    expect(pathsOf(() => profileFromWallet(flat))).toEqual([["auto_topup_min_balance"], ["auto_topup_amount"]]);
    expect(pathsOf(() => profileFromWallet({ ...flat, auto_topup_min_balance: "1", auto_topup_amount: "-1" }))).toEqual([
      ["auto_topup_amount"],
    ]);
  });
});

describe("a bad transaction", () => {
  it.each(transactionTable)("is told by its path: %j", (path, junk) => {
    for (const value of junk) {
      const bad = [transaction, withValue(transaction, path, value)] as never;
      for (const read of [parseFlexpriceTransactions, lotsFromTransactions, topupsFromTransactions]) {
        expect(
          pathsOf(() => read(bad)),
          JSON.stringify(value),
        ).toEqual([[1, ...path]]);
      }
    }
  });

  it("is told under the option or argument that it stands in", () => {
    const bad = [{ ...transaction, type: "x" }] as never;
    expect(pathsOf(() => walletFromFlexprice(wallet as never, { transactions: bad }))).toEqual([["transactions", 0, "type"]]);
    expect(pathsOf(() => sourcesFromWallet(wallet as never, { transactions: bad }))).toEqual([["transactions", 0, "type"]]);
    expect(pathsOf(() => accountFromFlexprice(wallet as never, bad))).toEqual([["transactions", 0, "type"]]);
  });

  it.each([undefined, null, "x", 1, {}, () => []])("list that is none: %s", (value) => {
    expect(issues(() => parseFlexpriceTransactions(value)).length).toBe(1);
  });
});

describe("bad arguments", () => {
  const junk = [null, "x", 1, [], { nonsense: 1 }] as never[];
  const plan = { outcome: "none" } as never;

  it.each(junk)("options of %j", (options) => {
    for (const call of [
      () => profileFromWallet(wallet as never, options),
      () => walletFromFlexprice(wallet as never, options),
      () => sourcesFromWallet(wallet as never, options),
      () => accountFromFlexprice(wallet as never, [], options),
      () => topupsFromTransactions([], options),
    ]) {
      expect(issues(call).length).toBeGreaterThan(0);
    }
  });

  it.each([...junk, plan])("plan or profile of %j", (value) => {
    expect(issues(() => topUpRequest(value)).length).toBeGreaterThan(0);
    expect(issues(() => beyondFlexprice(value)).length).toBeGreaterThan(0);
    if (value === null) return;
    expect(issues(() => autoTopupFromProfile(value)).length).toBeGreaterThan(0);
    expect(issues(() => flatAutoTopupFromProfile(value)).length).toBeGreaterThan(0);
  });

  it("base documents", () => {
    expect(pathsOf(() => autoTopupFromProfile(null, { threshold: "x" }))).toEqual([["threshold"]]);
    expect(pathsOf(() => autoTopupFromProfile(null, "x" as never))).toEqual([[]]);
    expect(pathsOf(() => flatAutoTopupFromProfile(null, { auto_topup_amount: "x" }))).toEqual([["auto_topup_amount"]]);
  });

  it("what the client gave", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 20; depth++) deep = { deep };
    expect(issues(() => fromFlexpriceSdk(deep))[0]?.code).toBe("too_deep");
    expect(pathsOf(() => fromFlexpriceSdk({ a: [new Map()] }))).toEqual([["a", 0]]);
  });
});
