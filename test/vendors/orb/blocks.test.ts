import { drawDown, parseAccount, walletBalance, walletSources } from "auto-topup";
import { blocksForItem, lotFromOrbBlock, NO_ITEM, type OrbCreditBlock, topupsFromOrb, walletFromOrb } from "auto-topup/orb";
import { describe, expect, it } from "vitest";
import { faults, messages } from "../../support/faults.js";
import { AT, block } from "./build.js";

const includes = (...values: string[]) => ({ field: "item_id", operator: "includes", values }) as const;
const excludes = (...values: string[]) => ({ field: "item_id", operator: "excludes", values }) as const;

/** What a charge of one item is paid from, in order. */
function drawn(
  blocks: readonly OrbCreditBlock[],
  item: string,
  amount: string,
  options: { items?: string[]; createdAt?: Record<string, string> } = {},
): string[] {
  const sources = walletSources(walletFromOrb(blocks, { currency: "credits", at: AT, ...options }));
  const charges = [{ id: "c1", amount, at: AT, currency: "credits", productId: item }];
  return drawDown({ charges, sources, order: "orb" }).allocations.map(({ sourceId, amount: paid }) => `${sourceId} ${paid}`);
}

describe("lotFromOrbBlock", () => {
  it("carries over dates, balances, cost and status", () => {
    const lot = lotFromOrbBlock(block({ balance: 12.5, expiry_date: "2026-12-31T19:00:00-05:00", status: "pending_payment" }));
    expect(lot).toStrictEqual({
      id: "b1",
      remaining: "12.5",
      initial: "500",
      status: "pendingPayment",
      effectiveAt: "2026-05-01T00:00:00.000Z",
      expiresAt: "2027-01-01T00:00:00.000Z",
      createdAt: "2026-05-01T00:00:00.000Z",
      cost: "0.02",
      productIds: [],
    });
  });

  it("keeps a float as its shortest decimal, and takes text too", () => {
    expect(lotFromOrbBlock(block({ balance: 0.1 + 0.2 })).remaining).toBe("0.30000000000000004");
    expect(lotFromOrbBlock(block({ balance: "0.30" })).remaining).toBe("0.3");
  });

  it("takes a block without a cost basis as one of cost 0", () => {
    expect(lotFromOrbBlock(block({ per_unit_cost_basis: null })).cost).toBe("0");
  });

  it("names the items that the filters let through", () => {
    const scope = (filters: OrbCreditBlock["filters"], items?: string[]) =>
      lotFromOrbBlock(block({ filters: filters ?? null }), items === undefined ? {} : { items }).productIds;
    expect(scope(null)).toEqual([]);
    expect(scope([includes("a", "b", "a")])).toEqual(["a", "b"]);
    expect(scope([includes("a", "b"), includes("b", "c")])).toEqual(["b"]);
    expect(scope([includes("a", "b"), excludes("b")])).toEqual(["a"]);
    expect(scope([excludes("b")], ["a", "b", "c"])).toEqual(["a", "c"]);
    expect(scope([excludes("a"), excludes("b")], ["a", "b"])).toEqual([NO_ITEM]);
    expect(scope([includes()])).toEqual([NO_ITEM]);
    expect(scope([includes("a"), excludes("a")])).toEqual([NO_ITEM]);
    expect(scope([excludes()])).toEqual([]);
    expect(scope([excludes(), excludes("b")], ["a", "b"])).toEqual(["a"]);
    expect(scope([includes()], ["a"])).toEqual([NO_ITEM]);
  });

  it("pays for nothing where the filters let no item through, and counts in the balance", () => {
    const blocks = [block({ balance: 5, filters: [includes()] })];
    expect(drawn(blocks, "api", "5")).toEqual([]);
    expect(walletBalance(walletFromOrb(blocks, { currency: "USD", at: AT }), { at: AT }).available).toBe("5");
  });

  it("refuses an excludes filter without the items, rather than let it pay for all", () => {
    const filtered = block({ filters: [excludes("a")] });
    expect(faults(() => lotFromOrbBlock(filtered))).toEqual(["filters.0.operator: missing_companion"]);
    expect(messages(() => lotFromOrbBlock(filtered))).toEqual([
      "filters.0.operator: excludes needs the option items: a lot names what it pays for",
    ]);
    expect(faults(() => walletFromOrb([block({ id: "b0" }), filtered], { currency: "credits", at: AT }))).toEqual([
      "1.filters.0.operator: missing_companion",
    ]);
  });
});

describe("Orb's draw order", () => {
  it("takes filtered blocks before others, also those that exclude", () => {
    const blocks = [
      block({ id: "plain", balance: 5, expiry_date: "2026-07-01T00:00:00Z", per_unit_cost_basis: null }),
      block({ id: "scoped", balance: 5, filters: [includes("api")] }),
      block({ id: "other", balance: 5, filters: [includes("storage")] }),
    ];
    expect(drawn(blocks, "api", "8")).toEqual(["scoped 5", "plain 3"]);
    const excluding = [blocks[0] as OrbCreditBlock, block({ id: "but", balance: 5, filters: [excludes("storage")] })];
    expect(drawn(excluding, "api", "8", { items: ["api", "storage"] })).toEqual(["but 5", "plain 3"]);
    expect(drawn(excluding, "storage", "8", { items: ["api", "storage"] })).toEqual(["plain 5"]);
  });

  it("then the soonest expiry, blocks that never expire last", () => {
    const blocks = [
      block({ id: "never", balance: 5 }),
      block({ id: "later", balance: 5, expiry_date: "2026-08-01T00:00:00Z" }),
      block({ id: "soon", balance: 5, expiry_date: "2026-07-01T00:00:00Z", per_unit_cost_basis: "9" }),
    ];
    expect(drawn(blocks, "api", "15")).toEqual(["soon 5", "later 5", "never 5"]);
  });

  it("then the lower cost basis, none before all", () => {
    const blocks = [
      block({ id: "dear", balance: 5, per_unit_cost_basis: "0.9" }),
      block({ id: "cheap", balance: 5, per_unit_cost_basis: "0.10" }),
      block({ id: "free", balance: 5, per_unit_cost_basis: null }),
    ];
    expect(drawn(blocks, "api", "15")).toEqual(["free 5", "cheap 5", "dear 5"]);
  });

  it("then the one created first: by the ledger where it is given, else by its effective date", () => {
    const blocks = [
      block({ id: "a", balance: 5, effective_date: "2026-03-01T00:00:00Z" }),
      block({ id: "b", balance: 5, effective_date: "2026-02-01T00:00:00Z" }),
      block({ id: "c", balance: 5, effective_date: null }),
    ];
    expect(drawn(blocks, "api", "15")).toEqual(["b 5", "a 5", "c 5"]);
    expect(drawn(blocks, "api", "15", { createdAt: { c: "2026-01-01T00:00:00Z", b: "2026-04-01T00:00:00Z" } })).toEqual([
      "c 5",
      "a 5",
      "b 5",
    ]);
  });

  it("never a block that waits for its payment, has expired or is not effective yet", () => {
    const blocks = [
      block({ id: "pending", balance: 5, status: "pending_payment" }),
      block({ id: "expired", balance: 5, expiry_date: AT }),
      block({ id: "future", balance: 5, effective_date: "2026-06-01T09:00:00.001Z" }),
      block({ id: "good", balance: 5, effective_date: AT }),
    ];
    expect(drawn(blocks, "api", "20")).toEqual(["good 5"]);
  });
});

describe("blocksForItem", () => {
  it("gives the blocks that admit the item, as they are", () => {
    const blocks = [block({ id: "a", filters: [includes("api")] }), block({ id: "b", filters: [excludes("api")] }), block({ id: "c" })];
    expect(blocksForItem(blocks, "api")).toEqual([blocks[0], blocks[2]]);
    expect(blocksForItem(blocks, "storage")).toEqual([blocks[1], blocks[2]]);
    expect(faults(() => blocksForItem(blocks, ""))).toEqual([": invalid_id"]);
  });

  it("leaves out a block that comes to the list once it has been read", () => {
    const blocks: OrbCreditBlock[] = [];
    blocks.push({
      ...block(),
      get status() {
        if (blocks.length === 1) blocks.push(block({ id: "late" }));
        return "active" as const;
      },
    });
    expect(blocksForItem(blocks, "api").map(({ id }) => id)).toEqual(["b1"]);
    expect(blocks).toHaveLength(2);
  });
});

describe("walletFromOrb", () => {
  it("comes to Orb's balance: active, effective and unexpired blocks, less what is overdrawn", () => {
    const blocks = [
      block({ id: "a", balance: 100.1 }),
      block({ id: "b", balance: -0.2 }),
      block({ id: "c", balance: -7, expiry_date: AT }),
      block({ id: "d", balance: 500, status: "pending_payment" }),
    ];
    const wallet = walletFromOrb(blocks, { currency: "credits", costBasis: "0.02", at: AT });
    expect(wallet.pendingUsage).toBe("0.2");
    expect(walletBalance(wallet, { at: AT })).toMatchObject({ available: "99.9", pendingPayment: "500" });
  });

  it.each([
    ["active from no date", { effective_date: null }, "7"],
    ["active from the time of reading", { effective_date: AT }, "7"],
    ["active from a millisecond later", { effective_date: "2026-06-01T09:00:00.001Z" }, "0"],
    ["active until a millisecond later", { expiry_date: "2026-06-01T09:00:00.001Z" }, "7"],
    ["active until the time of reading", { expiry_date: AT }, "0"],
    ["waiting for its payment", { status: "pending_payment" }, "0"],
  ] as const)("counts what a block is overdrawn by where the block counts: %s", (_, over, pendingUsage) => {
    expect(walletFromOrb([block({ balance: -7, ...over })], { currency: "credits", at: AT }).pendingUsage).toBe(pendingUsage);
  });

  it("has a rate and a scale where they were given", () => {
    const given = { currency: "credits", at: AT };
    expect(Object.keys(walletFromOrb([], given))).toEqual(["id", "unit", "lots", "pendingUsage"]);
    expect(walletFromOrb([], { ...given, costBasis: "0.02", scale: 0 })).toMatchObject({ rate: "0.02", scale: 0 });
  });

  it("is a wallet that an account takes", () => {
    const wallets = [
      walletFromOrb([block()], { currency: "credits", costBasis: 0.02, scale: 2, at: AT }),
      walletFromOrb([], { id: "w2", currency: "usd", at: AT }),
    ];
    const parsed = parseAccount({ id: "cus_1", currency: "USD", wallets }).wallets;
    expect(parsed.map(({ id, unit, rate, scale }) => [id, unit, rate, scale])).toEqual([
      ["credits", "credits", "0.02", 2],
      ["w2", "USD", "1", null],
    ]);
  });
});

describe("topupsFromOrb", () => {
  const options = { currency: "credits", invoicingCurrency: "USD", at: AT };

  it("makes records of top-up blocks alone", () => {
    const blocks = (["allocation", "commitment", "manual", "top_up", null] as const).map((source, index) =>
      block({ id: `b${index}`, credit_block_source: source }),
    );
    expect(topupsFromOrb(blocks, options).map(({ id }) => id)).toEqual(["b3"]);
  });

  it("says what was charged, rounded to the currency, and since when it is credited", () => {
    const paid = block({ balance: 3, maximum_initial_balance: 333, per_unit_cost_basis: "0.0125", credit_block_source: "top_up" });
    expect(topupsFromOrb([paid], options)).toStrictEqual([
      {
        id: "b1",
        walletId: "credits",
        charge: "4.16",
        credit: "333",
        createdAt: "2026-05-01T00:00:00.000Z",
        creditedAt: "2026-05-01T00:00:00.000Z",
        status: "paid",
      },
    ]);
    expect(topupsFromOrb([paid], { ...options, invoicingCurrency: "JPY", walletId: "w1" })[0]).toMatchObject({
      charge: "4",
      walletId: "w1",
    });
  });

  it("takes the time of reading where a block has no date, or a later one", () => {
    const dates = [null, "2026-07-01T00:00:00Z"].map((date) =>
      topupsFromOrb([block({ effective_date: date, status: "pending_payment", credit_block_source: "top_up" })], options),
    );
    expect(dates.flat().map(({ createdAt, creditedAt }) => [createdAt, creditedAt])).toEqual([
      [AT, undefined],
      [AT, undefined],
    ]);
  });

  it("takes what is left where a block doesn't say what it began with", () => {
    const records = [7, -7].map(
      (balance) => topupsFromOrb([block({ balance, maximum_initial_balance: null, credit_block_source: "top_up" })], options)[0],
    );
    expect(records.map((each) => [each?.credit, each?.charge])).toEqual([
      ["7", "0.14"],
      ["0", "0"],
    ]);
  });

  it("charges nothing for a block without a cost basis, and a currency of three digits to the third", () => {
    const charge = (cost: string | null, invoicingCurrency: string) =>
      topupsFromOrb([block({ per_unit_cost_basis: cost, maximum_initial_balance: 1, credit_block_source: "top_up" })], {
        ...options,
        invoicingCurrency,
      })[0]?.charge;
    expect([charge(null, "USD"), charge("0.0125", "KWD"), charge("0.0125", "USD")]).toEqual(["0", "0.013", "0.01"]);
  });

  it("takes no null for the time when a block was created", () => {
    expect(faults(() => topupsFromOrb([], { ...options, createdAt: { b1: null } as never }))).toEqual(["createdAt.b1: required"]);
  });
});
