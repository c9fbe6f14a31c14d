import { describe, expect, it } from "vitest";
import { drawDown, type DrawDownInput, type Source, walletSources } from "../../src/index.js";
import { faultsIfAny } from "../support/faults.js";

const AT = "2026-06-01T00:00:00Z";
const charge = (amount: string, rest: Partial<DrawDownInput["charges"][number]> = {}) => ({ id: "c1", amount, at: AT, ...rest });
const lot = (id: string, remaining: string, rest: Partial<Source> = {}): Source => ({ kind: "lot", id, remaining, ...rest });

/** Where one charge is drawn from, as `id:amount`. */
function drawn(charges: DrawDownInput["charges"] | string, sources: Source[], order: DrawDownInput["order"] = { by: [] }): string[] {
  const all = typeof charges === "string" ? [charge(charges)] : charges;
  return drawDown({ charges: all, sources, order }).allocations.map(({ sourceId, amount }) => `${sourceId}:${amount}`);
}

describe("who serves a charge", () => {
  it.each([
    ["the instant before it starts", { startsAt: "2026-06-01T00:00:00.001Z" }, []],
    ["its very start", { startsAt: AT }, ["a:5"]],
    ["the last instant before its end", { endsAt: "2026-06-01T00:00:00.001Z" }, ["a:5"]],
    ["its very end", { endsAt: AT }, []],
  ])("judges its dates by the charge's instant: %s", (_, dates, expected) => {
    expect(drawn("5", [lot("a", "10", dates)])).toEqual(expected);
  });

  it("serves each of thousands of charges that dates tell apart, in whatever order they come", () => {
    const second = (index: number): string => new Date(Date.parse(AT) + index * 1000).toISOString();
    const indexes = Array.from({ length: 2100 }, (_, index) => index);
    const charges = indexes.map((index) => ({ id: `c${index}`, amount: "2", at: second((index * 1601) % 2100) }));
    const sources = indexes.map((index) => lot(`s${index}`, "2", { endsAt: second(index + 1), currency: "USD" }));
    const { allocations } = drawDown({ charges, sources, order: { by: ["expiry"] } });
    const taken = new Map<string, number>(); // each takes what ends first of what is left
    for (const { chargeId, sourceId } of allocations) taken.set(chargeId, Number(sourceId.slice(1)));
    const left = new Set(indexes);
    for (const [index] of charges.entries()) {
      const first = (index * 1601) % 2100;
      const next = indexes.find((each) => each >= first && left.has(each));
      expect(taken.get(`c${index}`)).toBe(next);
      if (next !== undefined) left.delete(next);
    }
  });

  it("tells a currency that no source names from none", () => {
    const sources = [lot("a", "5", { currency: "USD" }), lot("b", "5", { currency: "EUR" }), lot("c", "5")];
    const charges = ["GBP", "USD", "CHF", null].map((currency, index) => charge("2", { id: `c${index}`, currency }));
    expect(drawn(charges, sources)).toEqual(["c:2", "a:2", "c:2", "a:2"]);
  });

  it("leaves a source that waits for its payment alone", () => {
    expect(drawn("5", [lot("a", "10", { status: "pendingPayment" })])).toEqual([]);
  });

  it.each([
    ["USD", "usd", ["a:5"]],
    ["USD", "EUR", []],
    ["USD", null, ["a:5"]],
    [null, "EUR", ["a:5"]],
  ])("matches currencies (source %s, charge %s), one left out matching any", (ours, theirs, expected) => {
    expect(drawn([charge("5", { currency: theirs })], [lot("a", "10", { currency: ours })])).toEqual(expected);
  });

  it.each([
    ["both admit", { type: "USAGE", productId: "P1" }, ["a:5"]],
    ["the product is another", { type: "USAGE", productId: "P2" }, []],
    ["the type is another", { type: "FIXED", productId: "P1" }, []],
    ["the charge has no type", { productId: "P1" }, []],
    ["the charge has no product", { type: "USAGE" }, []],
  ])("asks types and products each to admit the charge: %s", (_, scope, expected) => {
    expect(drawn([charge("5", scope)], [lot("a", "10", { lineItemTypes: ["USAGE"], productIds: ["P1"] })])).toEqual(expected);
  });

  it("admits all by an empty scope", () => {
    expect(drawn([charge("5", { type: "ANY" })], [lot("a", "10", { lineItemTypes: [], productIds: [] })])).toEqual(["a:5"]);
  });

  it("serves nothing by a kind that is not among kinds", () => {
    const sources: Source[] = [lot("a", "10"), { kind: "balance", id: "b", remaining: "10" }];
    expect(drawn("5", sources, { kinds: ["balance"], by: [] })).toEqual(["b:5"]);
    expect(drawDown({ charges: [charge("5")], sources, order: "m3ter" }).sources[0]).toEqual({ id: "a", before: "10", after: "10" });
  });
});

describe("rollover", () => {
  const rolling = (amount: string | null): Source => lot("a", "10", { endsAt: AT, rollover: { amount, until: "2026-07-01T00:00:00Z" } });

  it("serves up to its amount after the end, all charges together", () => {
    const charges = ["c1", "c2", "c3"].map((id) => ({ id, amount: "3", at: AT }));
    expect(drawn(charges, [rolling("5")])).toEqual(["a:3", "a:2"]);
  });

  it("serves all that is left where no amount is given", () => {
    expect(drawn("20", [rolling(null)])).toEqual(["a:10"]);
  });

  it("ends at `until`, exclusive", () => {
    expect(drawn([charge("5", { at: "2026-06-30T23:59:59.999Z" })], [rolling(null)])).toEqual(["a:5"]);
    expect(drawn([charge("5", { at: "2026-07-01T00:00:00Z" })], [rolling(null)])).toEqual([]);
  });

  it("does not bound what is drawn before the end", () => {
    expect(drawn([charge("9", { at: "2026-05-31T00:00:00Z" })], [rolling("5")])).toEqual(["a:9"]);
  });
});

describe("overdraft", () => {
  const overdraft = (id: string, remaining: string, rest: Partial<Source> = {}): Source =>
    lot(id, remaining, { allowOverdraft: true, ...rest });

  it("lets the last eligible source that allows it take the rest, in the same allocation", () => {
    const result = drawDown({
      charges: [charge("30")],
      sources: [overdraft("a", "5"), overdraft("b", "5"), lot("c", "5")],
      order: { by: [] },
    });
    expect(result.allocations.map(({ sourceId, amount }) => `${sourceId}:${amount}`)).toEqual(["a:5", "b:20", "c:5"]);
    expect(result.sources.map(({ after }) => after)).toEqual(["0", "-15", "0"]);
    expect(result.charges[0]?.unpaid).toBe("0");
  });

  it("goes on from a source that is below zero already", () => {
    expect(drawn("3", [overdraft("a", "-2")])).toEqual(["a:3"]);
  });

  it("has no place in a source that has ended, even while it rolls over", () => {
    expect(drawn("20", [overdraft("a", "10", { endsAt: AT, rollover: { until: "2026-07-01T00:00:00Z" } })])).toEqual(["a:10"]);
  });
});

describe("the order of drawing", () => {
  const first = (sources: Source[], order: DrawDownInput["order"]): string[] =>
    drawn("1000", sources, order).map((allocation) => allocation.split(":")[0] as string);

  it.each<[string, Source[], DrawDownInput["order"], string[]]>([
    [
      "kind: by default commitment, balance, lot",
      [lot("l", "1"), { kind: "balance", id: "b", remaining: "1" }, { kind: "commitment", id: "c", remaining: "1" }],
      { by: ["kind"] },
      ["c", "b", "l"],
    ],
    [
      "kind: in the order of kinds",
      [
        { kind: "commitment", id: "c", remaining: "1" },
        { kind: "balance", id: "b", remaining: "1" },
      ],
      { kinds: ["balance", "commitment"], by: ["kind"] },
      ["b", "c"],
    ],
    [
      "priority: lower first, none last",
      [lot("none", "1"), lot("two", "1", { priority: 2 }), lot("minus", "1", { priority: -1 })],
      { by: ["priority"] },
      ["minus", "two", "none"],
    ],
    [
      "scoped: those with a scope first",
      [lot("all", "1"), lot("some", "1", { lineItemTypes: ["USAGE"] })],
      { by: ["scoped"] },
      ["some", "all"],
    ],
    [
      "expiry: earlier first, never last",
      [lot("never", "1"), lot("late", "1", { endsAt: "2027-01-01T00:00:00Z" }), lot("soon", "1", { endsAt: "2026-07-01T00:00:00Z" })],
      { by: ["expiry"] },
      ["soon", "late", "never"],
    ],
    [
      "cost: lower first, compared as decimals, none last",
      [lot("none", "1"), lot("ten", "1", { cost: "10" }), lot("nine", "1", { cost: "9" })],
      { by: ["cost"] },
      ["nine", "ten", "none"],
    ],
    [
      "size: larger initial first, else what remains",
      [lot("small", "3"), lot("large", "1", { initial: "100" }), lot("middle", "20")],
      { by: ["size"] },
      ["large", "middle", "small"],
    ],
    [
      "promotional: those first, missing is not",
      [lot("paid", "1"), lot("promo", "1", { promotional: true })],
      { by: ["promotional"] },
      ["promo", "paid"],
    ],
    [
      "created: oldest first, unknown last",
      [lot("unknown", "1"), lot("new", "1", { createdAt: "2026-02-01T00:00:00Z" }), lot("old", "1", { createdAt: "2026-01-01T00:00:00Z" })],
      { by: ["created"] },
      ["old", "new", "unknown"],
    ],
    [
      "each key leaves ties to the next",
      [lot("b", "1", { priority: 1, cost: "2" }), lot("c", "1", { priority: 1, cost: "1" }), lot("a", "1", { priority: 2 })],
      { by: ["priority", "cost"] },
      ["c", "b", "a"],
    ],
    ["the last ties go by id, by code units", [lot("b", "1"), lot("B", "1"), lot("a", "1")], { by: [] }, ["B", "a", "b"]],
    [
      "flexprice: priority, expiry, size",
      [lot("x", "5"), lot("y", "9"), lot("z", "1", { endsAt: "2027-01-01T00:00:00Z" })],
      "flexprice",
      ["z", "y", "x"],
    ],
    [
      "openmeter: priority, expiry, created",
      [lot("x", "5", { createdAt: "2026-02-01T00:00:00Z" }), lot("y", "1", { createdAt: "2026-01-01T00:00:00Z" })],
      "openmeter",
      ["y", "x"],
    ],
    [
      "stripe: priority, expiry, promotional, created",
      [lot("x", "1", { createdAt: "2026-01-01T00:00:00Z" }), lot("y", "1", { promotional: true })],
      "stripe",
      ["y", "x"],
    ],
    [
      "orb: scoped, expiry, cost, created",
      [lot("x", "1", { cost: "1" }), lot("y", "1", { cost: "0" }), lot("z", "1", { productIds: ["P"] })],
      "orb",
      ["z", "y", "x"],
    ],
  ])("%s", (_, sources, order, expected) => {
    const charges = [charge("1000", { type: "USAGE", productId: "P" })];
    expect(drawn(charges, sources, order).map((allocation) => allocation.split(":")[0])).toEqual(expected);
    expect(first([...sources].reverse(), order).length).toBeLessThanOrEqual(expected.length);
  });
});

describe("faults", () => {
  const input = (rest: object): object => ({ charges: [charge("5")], sources: [lot("a", "10")], order: "orb", ...rest });

  it.each([
    ["a negative charge", input({ charges: [charge("-1")] }), ["charges.0.amount: out_of_range"]],
    ["a negative rest without overdraft", input({ sources: [lot("a", "-1")] }), ["sources.0.remaining: out_of_range"]],
    [
      "a negative cost, initial or rollover amount",
      input({
        sources: [lot("a", "1", { cost: "-1", initial: "-1", endsAt: AT, rollover: { amount: "-1", until: "2027-01-01T00:00:00Z" } })],
      }),
      ["sources.0.initial: out_of_range", "sources.0.rollover.amount: out_of_range", "sources.0.cost: out_of_range"],
    ],
    [
      "a rollover amount without a date",
      input({ sources: [{ ...lot("a", "1", { endsAt: AT }), rollover: { amount: "1" } }] }),
      ["sources.0.rollover.until: required"],
    ],
    [
      "a rollover that is over before the end",
      input({ sources: [lot("a", "1", { endsAt: AT, rollover: { until: AT } })] }),
      ["sources.0.rollover.until: conflict"],
    ],
    [
      "a rollover without an end to roll over",
      input({ sources: [lot("a", "1", { rollover: { until: AT } })] }),
      ["sources.0.rollover: missing_companion"],
    ],
    [
      "a repeated id of a charge and of a source",
      input({ charges: [charge("1"), charge("2")], sources: [lot("a", "1"), lot("a", "2")] }),
      ["charges.1.id: duplicate_id", "sources.1.id: duplicate_id"],
    ],
    ["an unknown preset", input({ order: "fifo" }), ["order: invalid_value"]],
    ["an unknown order key", input({ order: { by: ["age"] } }), ["order.by.0: invalid_value"]],
    ["no order", { charges: [], sources: [] }, ["order: required"]],
    ["null", null, [": required"]],
  ])("%s", (_, given, expected) => {
    expect(faultsIfAny(() => drawDown(given as DrawDownInput))).toEqual(expected);
  });
});

describe("walletSources", () => {
  it("gives each lot with its dates, scope and order, in the wallet's unit", () => {
    const wallet = {
      id: "w1",
      unit: "usd",
      lots: [
        {
          id: "l1",
          remaining: "5.0",
          status: "pendingPayment",
          effectiveAt: AT,
          expiresAt: "2027-01-01T00:00:00Z",
          priority: 1,
          cost: "0.5",
          promotional: true,
          lineItemTypes: ["USAGE"],
        },
      ],
    } as const;
    expect(walletSources(wallet)).toEqual([
      {
        kind: "lot",
        id: "l1",
        remaining: "5",
        initial: null,
        currency: "USD",
        status: "pendingPayment",
        startsAt: "2026-06-01T00:00:00.000Z",
        endsAt: "2027-01-01T00:00:00.000Z",
        rollover: null,
        priority: 1,
        cost: "0.5",
        createdAt: null,
        promotional: true,
        lineItemTypes: ["USAGE"],
        productIds: [],
        allowOverdraft: false,
      },
    ]);
  });

  it("gives none of a wallet without lots, or of one that is frozen or closed", () => {
    expect(walletSources({ id: "w1", unit: "USD", balance: "5" })).toEqual([]);
    expect(walletSources({ id: "w1", unit: "USD", status: "frozen", lots: [{ id: "l1", remaining: "5" }] })).toEqual([]);
  });
});
