import { describe, expect, it } from "vitest";
import { evaluate, type Lot, walletBalance } from "../../src/index.js";
import { AT, credits, dollars, held } from "../support/build.js";

const lot = (over: Partial<Lot> = {}): Lot => ({ id: "l1", remaining: "10", ...over });
const BEFORE = "2026-06-01T08:59:59.999Z";
const AFTER = "2026-06-01T09:00:00.001Z";

const bucketOf = (over: Partial<Lot>): string[] => {
  const { available: _, pendingUsage: __, ...buckets } = walletBalance(dollars({ lots: [lot(over)] }), { at: AT });
  return Object.entries(buckets).flatMap(([name, sum]) => (sum === "10" ? [name] : []));
};

describe("a lot", () => {
  it("is active from its effectiveAt on, inclusive", () => {
    expect(bucketOf({ effectiveAt: AFTER })).toEqual(["notYetEffective"]);
    expect(bucketOf({ effectiveAt: AT })).toEqual(["active"]);
    expect(bucketOf({ effectiveAt: BEFORE })).toEqual(["active"]);
  });

  it("is active until its expiresAt, exclusive", () => {
    expect(bucketOf({ expiresAt: AFTER })).toEqual(["active"]);
    expect(bucketOf({ expiresAt: AT })).toEqual(["expired"]);
    expect(bucketOf({ expiresAt: BEFORE })).toEqual(["expired"]);
  });

  it("is not active while it waits for a payment", () => {
    expect(bucketOf({ status: "pendingPayment" })).toEqual(["pendingPayment"]);
  });

  it("is sorted by the first that holds of expired, pendingPayment, notYetEffective, active", () => {
    expect(bucketOf({ status: "pendingPayment", expiresAt: AT, effectiveAt: AFTER })).toEqual(["expired"]);
    expect(bucketOf({ expiresAt: AT, effectiveAt: AFTER })).toEqual(["expired"]);
    expect(bucketOf({ status: "pendingPayment", effectiveAt: AFTER })).toEqual(["pendingPayment"]);
  });

  it("with a scope counts: it is value held", () => {
    expect(bucketOf({ lineItemTypes: ["metered"], productIds: ["p"] })).toEqual(["active"]);
  });
});

describe("a wallet's figures", () => {
  it("are the sums of its lots, and available is what is active less pendingUsage", () => {
    const lots = [
      lot({ id: "a", remaining: "10.50" }),
      lot({ id: "b", remaining: "0.25" }),
      lot({ id: "c", remaining: "25", status: "pendingPayment" }),
      lot({ id: "d", remaining: "7", effectiveAt: AFTER }),
      lot({ id: "e", remaining: "3", expiresAt: AT }),
    ];
    expect(walletBalance(dollars({ lots, pendingUsage: "0.75" }), { at: AT })).toEqual({
      available: "10",
      active: "10.75",
      pendingPayment: "25",
      notYetEffective: "7",
      expired: "3",
      pendingUsage: "0.75",
    });
  });

  it("may be negative", () => {
    expect(walletBalance(dollars({ lots: [lot({ remaining: "1" })], pendingUsage: "1.5" }), { at: AT }).available).toBe("-0.5");
    expect(walletBalance(dollars({ balance: "-5", pendingUsage: "1" }), { at: AT })).toMatchObject({ available: "-6", active: "-5" });
  });

  it("are balance − pendingUsage where the wallet gives its balance alone", () => {
    expect(walletBalance(dollars({ balance: "10", pendingUsage: "2.5" }), { at: AT })).toEqual({
      available: "7.5",
      active: "10",
      pendingPayment: "0",
      notYetEffective: "0",
      expired: "0",
      pendingUsage: "2.5",
    });
  });

  it("are unknown with neither lots nor balance, and zero with no lots", () => {
    expect(walletBalance({ id: "w1", unit: "USD" }, { at: AT })).toMatchObject({ available: null, active: null });
    expect(walletBalance(dollars({ lots: [] }), { at: AT })).toMatchObject({ available: "0", active: "0" });
  });

  it.each(["active", "frozen", "closed"] as const)("are given whatever the wallet's status: %s", (status) => {
    expect(walletBalance(dollars({ status }), { at: AT }).available).toBe("4");
  });

  it("are exact to 20 digits on either side of the point", () => {
    const most = `${"9".repeat(20)}.${"9".repeat(20)}`;
    const least = `0.${"0".repeat(19)}1`;
    const lots = [lot({ id: "a", remaining: most }), lot({ id: "b", remaining: least })];
    expect(walletBalance(dollars({ lots }), { at: AT }).active).toBe(`1${"0".repeat(20)}`);
    expect(walletBalance(dollars({ balance: "0", pendingUsage: least }), { at: AT }).available).toBe(`-${least}`);
  });

  it("need no rate where the wallet stands alone, and may be read at a Date", () => {
    expect(walletBalance({ id: "w1", unit: "credits", balance: "5.0" }, { at: new Date(AT) }).available).toBe("5");
  });
});

describe("the basis of a profile on a balance", () => {
  it("is the available figure at `at`", () => {
    const lots = [
      lot({ id: "a", remaining: "8" }),
      lot({ id: "b", remaining: "100", expiresAt: AT }),
      lot({ id: "c", remaining: "50", status: "pendingPayment" }),
    ];
    const { trigger } = evaluate(held({}, { wallets: [credits({ lots, pendingUsage: "1" })] }));
    expect(trigger).toMatchObject({ observed: "7", effective: "7", threshold: "10", distance: "-3" });
  });

  it("changes at the instant at which a lot expires", () => {
    const wallets = [dollars({ lots: [lot({ remaining: "100", expiresAt: AT })] })];
    expect(evaluate(held({}, { wallets }, BEFORE)).outcome).toBe("notDue");
    expect(evaluate(held({}, { wallets }, AT)).outcome).toBe("due");
  });
});
