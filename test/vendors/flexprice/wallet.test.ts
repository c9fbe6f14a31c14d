import { drawDown, parseAccount, walletBalance, walletSources } from "auto-topup";
import {
  accountFromFlexprice,
  type FlexpriceTransaction,
  type FlexpriceWallet,
  parseFlexpriceWallet,
  sourcesFromWallet,
  walletFromFlexprice,
} from "auto-topup/flexprice";
import { describe, expect, it } from "vitest";
import { issues } from "../../support/faults.js";
import { credit, prepaid } from "./build.js";

const AT = "2026-06-15T00:00:00.000Z";
const available = (wallet: FlexpriceWallet, transactions?: readonly FlexpriceTransaction[]) =>
  walletBalance(walletFromFlexprice(wallet, { transactions }), { at: AT }).available;

describe("walletFromFlexprice", () => {
  it("takes what the real-time figure lies below the stored one for pending usage", () => {
    const wallet = walletFromFlexprice(prepaid({ credit_balance: "120.5", real_time_credit_balance: "-3.25" }));
    expect(wallet).toMatchObject({
      id: "w1",
      unit: "credits",
      status: "active",
      type: "prepaid",
      balance: "120.5",
      pendingUsage: "123.75",
    });
    expect(available(prepaid({ credit_balance: "120.5", real_time_credit_balance: "-3.25" }))).toBe("-3.25");
  });

  it("keeps floats by their shortest decimal: 0.1 + 0.2 less 0.3", () => {
    expect(walletFromFlexprice(prepaid({ credit_balance: 0.1 + 0.2, real_time_credit_balance: 0.3 })).pendingUsage).toBe(
      "0.00000000000000004",
    );
  });

  it("does not know the balance of a prepaid wallet without a real-time figure, unless the usage is stated", () => {
    const wallet = prepaid({ real_time_credit_balance: null });
    expect(walletFromFlexprice(wallet)).toEqual({ id: "w1", unit: "credits", status: "active", type: "prepaid", rate: "1" });
    expect(walletFromFlexprice(wallet, { pendingUsage: 7 })).toMatchObject({ balance: "120", pendingUsage: "7" });
    expect(walletFromFlexprice(prepaid({ credit_balance: null }))).not.toHaveProperty("balance");
    expect(accountFromFlexprice(wallet, [], { pendingUsage: "0" }).wallets).toMatchObject([{ balance: "120", pendingUsage: "0" }]);
  });

  it.each([
    [{}, "1"],
    [{ conversion_rate: "0" }, "1"],
    [{ conversion_rate: "0.5" }, "0.5"],
    [{ conversion_rate: "0.5", topup_conversion_rate: null }, "0.5"],
    [{ conversion_rate: "0.5", topup_conversion_rate: "0.40" }, "0.4"],
  ])("has the rate of a top-up: %j gives %s", (rates, rate) => {
    expect(walletFromFlexprice(prepaid(rates)).rate).toBe(rate);
  });

  it.each([
    ["PRE_PAID", "prepaid"],
    ["POST_PAID", "postpaid"],
    ["PROMOTIONAL", "promotional"],
    [null, "prepaid"],
  ] as const)("has the type of %s: %s", (wallet_type, type) => {
    expect(walletFromFlexprice(prepaid({ wallet_type })).type).toBe(type);
  });

  it("does not take the 0 that a wallet out of use answers for its ongoing balance", () => {
    const wallet = walletFromFlexprice(prepaid({ wallet_status: "frozen", real_time_credit_balance: "0" }));
    expect(wallet).toMatchObject({ status: "frozen", balance: "120", pendingUsage: "0" });
  });

  it("has lots where the transactions are given, of this wallet alone", () => {
    const wallet = prepaid({ real_time_credit_balance: "100", config: { allowed_price_types: ["USAGE"] } });
    const transactions = [credit({ id: "a", credits_available: "120" }), credit({ id: "b", wallet_id: "w2" })];
    expect(walletFromFlexprice(wallet, { transactions })).toMatchObject({
      lots: [{ id: "a", lineItemTypes: ["USAGE"] }],
      pendingUsage: "20",
    });
    expect(available(wallet, transactions)).toBe("100");
  });

  it("keeps a hole that a manual debit left, which no lot can show", () => {
    const wallet = prepaid({ credit_balance: "-30", real_time_credit_balance: "-45" });
    expect(available(wallet, [credit({ credits_available: "0" })])).toBe("-45");
  });

  it("leaves out what has expired and waits for payment", () => {
    const transactions = [
      credit({ id: "a", credits_available: "10", expiry_date: "2026-06-14T23:59:59Z" }),
      credit({ id: "b", transaction_status: "pending", credit_amount: "20", credits_available: null }),
      credit({ id: "c", credits_available: "30", expiry_date: "2026-06-15T00:00:01Z" }),
    ];
    const wallet = walletFromFlexprice(prepaid({ credit_balance: "40", real_time_credit_balance: "40" }), { transactions });
    expect(walletBalance(wallet, { at: AT })).toMatchObject({ available: "30", expired: "10", pendingPayment: "20" });
  });
});

it("a wallet that states no credits has no balance, whatever usage is pending", () => {
  const wallet = walletFromFlexprice(prepaid({ credit_balance: null, real_time_credit_balance: null }), { pendingUsage: "1" });
  expect(wallet).not.toHaveProperty("balance");
  expect(wallet).not.toHaveProperty("pendingUsage");
});

describe("accountFromFlexprice", () => {
  it("is an account as the engine takes it, as of the balance's own instant", () => {
    const wallet = prepaid({ currency: "inr", balance_updated_at: "2026-06-01T08:59:58.123456789Z" });
    const account = parseAccount(accountFromFlexprice(wallet, [credit({ wallet_id: "w2" })], { timeZone: "Asia/Kolkata" }));
    expect(account).toMatchObject({ id: "c1", currency: "INR", timeZone: "Asia/Kolkata", asOf: "2026-06-01T08:59:58.123Z", topups: [] });
    expect(accountFromFlexprice(wallet, [], { asOf: AT }).asOf).toBe(AT);
  });
});

describe("sourcesFromWallet", () => {
  const at = AT;
  const charges = [
    { id: "u", amount: "70", at, type: "USAGE", currency: "USD" },
    { id: "f", amount: "40", at, type: "FIXED", currency: "USD" },
  ];
  const unpaid = (wallet: FlexpriceWallet) =>
    drawDown({ charges, sources: sourcesFromWallet(wallet), order: "flexprice" }).charges.map((charge) => charge.unpaid);

  it.each([
    [["USAGE"], ["0", "40"]],
    [["FIXED"], ["70", "0"]],
    [["ALL"], ["0", "10"]],
    [
      ["USAGE", "ALL"],
      ["0", "10"],
    ],
    [
      ["USAGE", "FIXED"],
      ["0", "10"],
    ],
    [[], ["0", "10"]],
    [null, ["0", "10"]],
  ] as const)("pays for what the allowed price types %j admit", (allowed_price_types, left) => {
    expect(unpaid(prepaid({ balance: "100", config: { allowed_price_types } }))).toEqual(left);
  });

  it("is in money: the balance, else the credits at the rate of use", () => {
    expect(sourcesFromWallet(prepaid({ balance: "60" }))).toMatchObject([{ remaining: "60", currency: "USD" }]);
    expect(sourcesFromWallet(prepaid({ conversion_rate: "0.5", topup_conversion_rate: "0.4" }))).toMatchObject([{ remaining: "60" }]);
    expect(sourcesFromWallet(prepaid({ credit_balance: "-1" }))).toMatchObject([{ remaining: "0" }]);
    expect(sourcesFromWallet(prepaid({ balance: "60", credit_balance: null }))).toMatchObject([{ remaining: "60" }]);
    expect(issues(() => sourcesFromWallet(prepaid({ credit_balance: null })))).toEqual([
      { path: ["balance"], code: "required", message: "is required, or credit_balance" },
    ]);
  });

  it("draws credits by priority, then expiry, then the larger first", () => {
    const transactions = [
      credit({ id: "small", credit_amount: "10", credits_available: "10", expiry_date: "2026-07-01T00:00:00Z" }),
      credit({ id: "large", credit_amount: "20", credits_available: "10", expiry_date: "2026-07-01T00:00:00Z" }),
      credit({ id: "never", credits_available: "10" }),
      credit({ id: "first", credits_available: "10", priority: 0 }),
      credit({ id: "pending", transaction_status: "pending" }),
      credit({ id: "debit", type: "debit" }),
      credit({ id: "gone", credits_available: "0" }),
      credit({ id: "deleted", status: "deleted" }),
      credit({ id: "foreign", wallet_id: "w2" }),
    ];
    const wallet = prepaid({ conversion_rate: "2" });
    const { allocations } = drawDown({
      charges: charges.slice(0, 1),
      sources: sourcesFromWallet(wallet, { transactions }),
      order: "flexprice",
    });
    expect(allocations.map(({ sourceId, amount }) => `${sourceId} ${amount}`)).toEqual(["first 20", "large 20", "small 20", "never 10"]);
    const inCredits = walletSources(walletFromFlexprice(wallet, { transactions }));
    expect(inCredits.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "small active",
      "large active",
      "never active",
      "first active",
      "pending pendingPayment",
    ]);
  });

  it("gives none of a credit that is used up, and the scope of both price types is none", () => {
    const transactions = [credit({ credits_available: "0" }), credit({ id: "t2" })];
    const wallet = prepaid({ config: { allowed_price_types: ["USAGE", "FIXED"] } });
    expect(sourcesFromWallet(wallet, { transactions })).toMatchObject([{ id: "t2", lineItemTypes: [] }]);
  });

  it("gives none of a wallet that is not active", () => {
    expect(sourcesFromWallet(prepaid({ wallet_status: "closed" }))).toEqual([]);
  });
});

it("reads a parsed wallet without checking it again, and writes a date as JSON does", () => {
  const wallet = parseFlexpriceWallet({ ...prepaid(), balance_updated_at: new Date(0) });
  expect(wallet.balance_updated_at).toBe("1970-01-01T00:00:00.000Z");
  expect(parseFlexpriceWallet(wallet)).toBe(wallet);
  expect(Object.isFrozen(wallet)).toBe(true);
});
