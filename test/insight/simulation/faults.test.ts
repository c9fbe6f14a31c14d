import { describe, expect, it } from "vitest";
import { compareProfiles, recommendProfile, simulate, type SimulateInput } from "../../../src/index.js";
import { heldProfile } from "../../support/build.js";
import { faults, messages } from "../../support/faults.js";
import { june, owing, owingProfile, scenario, wallet } from "./build.js";

class Point {
  readonly at = june(2);
}

/** Hostile in every way that a value can be. */
const HOSTILE: Readonly<Record<string, unknown>> = {
  "a class instance": new Point(),
  "a function": () => june(2),
  "a symbol": Symbol("at"),
  "a bigint": 1n,
  NaN: Number.NaN,
  "a list of lists": [[[]]],
  "an object that holds itself": itself(),
  "an object with __proto__": JSON.parse('{"__proto__": {"at": 1}}'),
  "a throwing accessor": Object.defineProperty({}, "at", { enumerable: true, get: () => never() }),
  "a throwing proxy": new Proxy({}, { ownKeys: () => never(), getPrototypeOf: () => never(), get: () => never() }),
};

function itself(): object {
  const value: { self?: object } = {};
  value.self = value;
  return value;
}

function never(): never {
  throw new TypeError("must not get out");
}

const of = (key: string, value: unknown) => faults(() => simulate({ ...scenario(), [key]: value } as SimulateInput));
const event = (value: unknown) => of("timeline", [value]);

describe("whatever is thrown at it, a simulation answers with InvalidInputError", () => {
  const keys = ["profile", "account", "timeline", "from", "to", "evaluateOn", "payments", "costPerCharge", "drawDownOrder"];

  it.each(keys.flatMap((key) => Object.keys(HOSTILE).map((name) => [key, name] as const)))("%s is %s", (key, name) => {
    const found = of(key, HOSTILE[name]);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((fault) => fault.startsWith(key))).toBe(true);
  });

  it.each(Object.keys(HOSTILE))("all of it is %s", (name) => {
    for (const call of [simulate, compareProfiles, recommendProfile] as ((input: unknown) => unknown)[]) {
      expect(faults(() => call(HOSTILE[name])).length).toBeGreaterThan(0);
    }
  });

  it.each(Object.keys(HOSTILE))("an event is %s, or holds it", (name) => {
    expect(event(HOSTILE[name]).length).toBeGreaterThan(0);
    for (const field of ["at", "amount", "walletId", "basis", "lineItemType", "productId", "more"]) {
      const found = event({ type: "usage", at: june(2), amount: "1", [field]: HOSTILE[name] });
      expect(found.length).toBeGreaterThan(0);
      expect(found.every((fault) => fault.startsWith("timeline"))).toBe(true);
    }
  });

  it("nothing at all is given", () => {
    const call = simulate as (input?: unknown) => unknown;
    expect(faults(() => call())).toEqual([": required"]);
    expect(faults(() => call(null))).toEqual([": invalid_type"]);
    expect(faults(() => call({}))).toEqual(["profile", "account", "from", "to", "evaluateOn"].map((key) => `${key}: required`));
  });

  it("a key is unknown", () => {
    expect(of("until", june(3))).toEqual(["until: unknown_key"]);
    expect(faults(() => simulate({ ...scenario(), ["__proto__"]: 1 } as SimulateInput))).toEqual(["__proto__: forbidden_key"]);
  });
});

describe("each fault is told with its path and its code", () => {
  it.each<[unknown, string[]]>([
    [null, []],
    [[], []],
    [{}, ["timeline: invalid_type"]],
    ["usage", ["timeline: invalid_type"]],
    [[null], ["timeline.0: required"]],
    [[{}], ["timeline.0.type: required"]],
    [[{ type: "refund" }], ["timeline.0.type: invalid_value"]],
  ])("of the timeline: %j", (timeline, expected) => {
    if (expected.length === 0) expect(simulate({ ...scenario(), timeline: timeline as [] }).summary().steps).toBe(1);
    else expect(of("timeline", timeline)).toEqual(expected);
  });

  const usage = { type: "usage", at: june(2), amount: "1" };
  const rate = { type: "usageRate", amount: "1", per: { value: 1, unit: "day" } };
  const payment = { type: "payment", at: june(2), amount: "1" };
  const invoice = { type: "invoice", at: june(2), amount: "1" };
  const limit = { type: "limit", at: june(2), name: "credit", value: "1" };
  const method = { type: "paymentMethod", at: june(2), paymentMethod: { type: "card", autoCollect: true } };

  it.each<[object, string[]]>([
    [{ ...usage, at: null }, ["at: required"]],
    [{ ...usage, at: "2026-06-02" }, ["at: invalid_instant"]],
    [{ ...usage, at: june(2).replace("Z", "") }, ["at: invalid_instant"]],
    [{ ...usage, at: new Date(Number.NaN) }, ["at: invalid_instant"]],
    [{ ...usage, amount: undefined }, ["amount: required"]],
    [{ ...usage, amount: "" }, ["amount: invalid_amount"]],
    [{ ...usage, amount: "1e5" }, ["amount: invalid_amount"]],
    [{ ...usage, amount: "1".repeat(21) }, ["amount: invalid_amount"]],
    [{ ...usage, amount: "-1" }, ["amount: out_of_range"]],
    [{ ...usage, amount: new Date() }, ["amount: invalid_amount"]],
    [{ ...usage, walletId: "" }, ["walletId: invalid_id"]],
    [{ ...usage, walletId: 7 }, ["walletId: invalid_type"]],
    [{ ...usage, walletId: "w9" }, ["walletId: conflict"]],
    [{ ...usage, basis: "overdue" }, ["basis: invalid_value"]],
    [{ ...usage, basis: null }, ["basis: invalid_value"]],
    [{ ...usage, basis: "unbilled", walletId: "w1" }, ["basis: conflict"]],
    [{ ...usage, basis: "unbilled", walletId: 7 }, ["walletId: invalid_type"]],
    [{ ...usage, basis: "overdue", walletId: "w1" }, ["basis: invalid_value"]],
    [{ ...usage, lineItemType: "" }, ["lineItemType: invalid_id"]],
    [{ ...usage, productId: "\ud800" }, ["productId: invalid_id"]],
    [{ ...usage, wallet: "w1" }, ["wallet: unknown_key"]],
    [{ ...usage, per: rate.per }, ["per: unknown_key"]],
    [{ ...usage, at: 1, amount: "x", more: 1 }, ["at: invalid_instant", "amount: invalid_amount", "more: unknown_key"]],

    [{ ...rate, amount: "-1" }, ["amount: out_of_range"]],
    [{ ...rate, per: null }, ["per: required"]],
    [{ ...rate, per: { value: 0, unit: "day" } }, ["per.value: out_of_range"]],
    [{ ...rate, per: { value: 1.5, unit: "day" } }, ["per.value: invalid_number"]],
    [{ ...rate, per: { value: 1, unit: "month" } }, ["per.unit: invalid_value"]],
    [{ ...rate, every: { value: 0, unit: "hour" } }, ["every.value: out_of_range"]],
    [{ ...rate, per: { value: 0, unit: "month" } }, ["per.unit: invalid_value"]],
    [{ ...rate, every: { value: 0, unit: "month" } }, ["every.unit: invalid_value"]],
    [{ ...rate, every: "hour" }, ["every: invalid_type"]],
    [{ ...rate, from: "now" }, ["from: invalid_instant"]],
    [{ ...rate, from: june(3), until: june(3) }, ["until: conflict"]],
    [{ ...rate, from: june(3), until: june(2) }, ["until: conflict"]],
    [{ ...rate, at: june(3) }, ["at: unknown_key"]],
    [{ ...rate, lineItemType: "calls" }, ["lineItemType: unknown_key"]],
    [{ ...rate, walletId: "w9" }, ["walletId: conflict"]],

    [{ ...payment, amount: "0" }, ["amount: out_of_range"]],
    [{ ...payment, amount: null }, ["amount: required"]],
    [{ ...payment, walletId: "w9" }, ["walletId: conflict"]],
    [{ ...payment, basis: "outstanding" }, ["basis: unknown_key"]],

    [{ ...invoice, amount: "-1" }, ["amount: out_of_range"]],
    [{ ...invoice, amount: null }, ["amount: missing_companion"]],
    [{ ...invoice, dueAt: june(1) }, ["dueAt: conflict"]],
    [{ ...invoice, dueAt: "soon" }, ["dueAt: invalid_instant"]],

    [{ ...limit, name: "" }, ["name: invalid_id"]],
    [{ ...limit, name: null }, ["name: required"]],
    [{ ...limit, value: undefined }, ["value: required"]],
    [{ ...limit, value: "-1" }, ["value: out_of_range"]],

    [{ ...method, paymentMethod: undefined }, ["paymentMethod: required"]],
    [{ ...method, paymentMethod: "card" }, ["paymentMethod: invalid_type"]],
    [{ ...method, paymentMethod: { type: "cash", autoCollect: true } }, ["paymentMethod.type: invalid_value"]],
    [{ ...method, paymentMethod: { type: "card" } }, ["paymentMethod.autoCollect: required"]],
    [{ ...method, paymentMethod: { type: "card", autoCollect: true, minCharge: "-1" } }, ["paymentMethod.minCharge: out_of_range"]],
    [{ ...method, resumes: null }, ["resumes: invalid_type"]],
  ])("of an event: %j", (wrong, expected) => {
    expect(event(wrong)).toEqual(expected.map((fault) => `timeline.0.${fault}`));
  });

  it.each<[unknown, string[]]>([
    [null, [": required"]],
    ["daily", [": invalid_value"]],
    [{}, ["dailyAt: required"]],
    [{ dailyAt: "2:30" }, ["dailyAt: invalid_value"]],
    [{ dailyAt: "24:00" }, ["dailyAt: invalid_value"]],
    [{ dailyAt: "102:30" }, ["dailyAt: invalid_value"]],
    [{ dailyAt: "02:30:00" }, ["dailyAt: invalid_value"]],
    [{ dailyAt: 230 }, ["dailyAt: invalid_type"]],
    [{ everyMinutes: 0 }, ["everyMinutes: out_of_range"]],
    [{ everyMinutes: 366 * 1440 + 1 }, ["everyMinutes: out_of_range"]],
    [{ everyMinutes: 1.5 }, ["everyMinutes: invalid_number"]],
    [{ everyMinutes: "10" }, ["everyMinutes: invalid_number"]],
  ])("of the cadence: %j", (wrong, expected) => {
    expect(of("evaluateOn", wrong)).toEqual(
      expected.map((fault) => (fault.startsWith(":") ? `evaluateOn${fault}` : `evaluateOn.${fault}`)),
    );
  });

  it.each<[unknown, string[]]>([
    ["at once", [": invalid_type"]],
    [{ settle: 1 }, [".settle: unknown_key"]],
    [{ settleAfter: 3 }, [".settleAfter: invalid_type"]],
    [{ settleAfter: { value: -1, unit: "day" } }, [".settleAfter.value: out_of_range"]],
    [{ settleAfter: { value: 36_526, unit: "day" } }, [".settleAfter.value: out_of_range"]],
    [{ outcomes: "paid" }, [".outcomes: invalid_type"]],
    [{ outcomes: ["paid", null, "gone"] }, [".outcomes.1: invalid_value", ".outcomes.2: invalid_value"]],
    [{ otherwise: null }, [".otherwise: invalid_value"]],
    [{ declineRate: -1 }, [".declineRate: out_of_range"]],
    [{ declineRate: 100.5 }, [".declineRate: out_of_range"]],
    [{ declineRate: "5" }, [".declineRate: invalid_number"]],
    [{ declineRate: 60, lostRate: 41 }, [".lostRate: out_of_range"]],
    [{ seed: -1 }, [".seed: out_of_range"]],
    [{ seed: 2 ** 32 }, [".seed: out_of_range"]],
    [{ seed: 0.5 }, [".seed: invalid_number"]],
    [{ foundOutAfter: {} }, [".foundOutAfter.value: required", ".foundOutAfter.unit: required"]],
    [{ foundOut: "failed" }, [".foundOut: invalid_value"]],
  ])("of the payments: %j", (wrong, expected) => {
    expect(of("payments", wrong)).toEqual(expected.map((fault) => `payments${fault}`));
  });

  it.each<[string, unknown, string[]]>([
    ["from", "2026", ["from: invalid_instant"]],
    ["to", null, ["to: required"]],
    ["costPerCharge", "-1", ["costPerCharge: out_of_range"]],
    ["costPerCharge", "free", ["costPerCharge: invalid_amount"]],
    ["drawDownOrder", "fifo", ["drawDownOrder: invalid_value"]],
    ["drawDownOrder", "m3ter", ["drawDownOrder: conflict"]],
    ["drawDownOrder", { kinds: ["balance"], by: ["created"] }, ["drawDownOrder: conflict"]],
    ["account", { id: "a1" }, ["account.currency: required"]],
    ["profile", { id: "p1" }, ["profile.trigger: required", "profile.topup: required"]],
  ])("of %s: %j", (key, wrong, expected) => {
    expect(of(key, wrong)).toEqual(expected);
  });
});

it("what a payment comes to may be said though it is what is meant otherwise", () => {
  const payments = { otherwise: "paid", foundOut: "paid", outcomes: ["paid"] } as const;
  expect([...simulate(scenario({ payments })).steps]).toEqual([...simulate(scenario()).steps]);
});

it("rates are summed up where each is sound", () => {
  expect(of("payments", { declineRate: 120, lostRate: 5 })).toEqual(["payments.declineRate: out_of_range"]);
  expect(of("payments", { declineRate: 5, lostRate: 120 })).toEqual(["payments.lostRate: out_of_range"]);
  expect(messages(() => simulate({ ...scenario(), payments: { declineRate: 5, lostRate: 120 } }))).toEqual([
    "payments.lostRate: must be from 0 to 100",
  ]);
});

describe("the parts go together", () => {
  it("the end lies after the start", () => {
    expect(of("to", june(1))).toEqual(["to: conflict"]);
    expect(of("to", "2026-05-31T00:00:00Z")).toEqual(["to: conflict"]);
    expect(simulate(scenario({ to: june(1, "00:00:00.001") })).summary().steps).toBe(1);
  });

  it("the account is not read after the start", () => {
    expect(of("account", { ...wallet(), asOf: june(1, "00:00:00.001") })).toEqual(["account.asOf: conflict"]);
    expect(simulate(scenario({ account: { ...wallet(), asOf: june(1) } })).summary().steps).toBe(1);
  });

  it("usage and payments fall on something", () => {
    const two = { ...wallet(), wallets: ["w1", "w2"].map((id) => ({ id, unit: "USD", balance: "1" })) };
    const none = { id: "a1", currency: "USD" };
    const timeline = [
      { type: "usage", at: june(2), amount: "1" },
      { type: "usageRate", amount: "1", per: { value: 1, unit: "day" } },
      { type: "payment", at: june(2), amount: "1" },
    ] as const;
    const expected = [0, 1, 2].map((index) => `timeline.${index}.walletId: missing_companion`);
    for (const account of [two, none]) expect(faults(() => simulate(scenario({ account, timeline })))).toEqual(expected);
    const named = timeline.map((each) => ({ ...each, walletId: "w2" }));
    expect(simulate(scenario({ profile: heldProfile({ walletId: "w1" }), account: two, timeline: named })).summary().lowest?.figure).toBe(
      "1",
    );
  });

  it("an invoice bills what is known", () => {
    const timeline = [{ type: "invoice", at: june(2) }] as const;
    expect(faults(() => simulate(scenario({ account: owing({ outstanding: "1" }), timeline })))).toEqual([
      "timeline.0.amount: missing_companion",
    ]);
    expect(simulate(scenario({ profile: owingProfile(), account: owing({ unbilled: "1" }), timeline })).summary().steps).toBe(2);
  });

  it("there are not more than ten million instants", () => {
    const tenMillionMinutes = new Date(Date.parse(june(1)) + 10_000_000 * 60_000);
    const over = (to: Date, rate: object = {}) => ({
      to,
      evaluateOn: { everyMinutes: 1 },
      timeline: [{ type: "usageRate", amount: "1", per: { value: 1, unit: "day" }, every: { value: 1, unit: "minute" }, ...rate } as const],
    });
    expect(simulate(scenario(over(tenMillionMinutes))).steps).toBeDefined();
    const more = new Date(tenMillionMinutes.getTime() + 1);
    expect(faults(() => simulate(scenario(over(more))))).toEqual([
      "evaluateOn.everyMinutes: out_of_range",
      "timeline.0.every: out_of_range",
    ]);
    expect(faults(() => simulate(scenario(over(more, { until: june(2) }))))).toEqual(["evaluateOn.everyMinutes: out_of_range"]);
    expect(faults(() => simulate(scenario(over(more, { from: june(2) }))))).toEqual(["evaluateOn.everyMinutes: out_of_range"]);
    const wider = { from: june(1).replace("2026", "2025"), until: more };
    expect(simulate(scenario(over(tenMillionMinutes, wider))).steps).toBeDefined();
    const longAfter = new Date(Date.parse(june(1)) + 10_000_000 * 3_600_000 + 1);
    expect(simulate(scenario({ to: longAfter, timeline: [{ type: "usage", at: june(2), amount: "1" }] })).steps).toBeDefined();
  });

  it("lots are drawn from, be it among others", () => {
    for (const kinds of [["lot"], ["balance", "lot"], null] as const) {
      expect(simulate(scenario({ drawDownOrder: { kinds, by: ["created"] } })).steps).toBeDefined();
    }
  });

  it("every fault is told, whichever part it is of", () => {
    const wrong = {
      ...scenario(),
      account: { ...wallet(), asOf: june(2) },
      to: june(1),
      timeline: [{ type: "usage", at: june(2), amount: 1, walletId: "w9" }],
    };
    expect(faults(() => simulate(wrong as SimulateInput))).toEqual([
      "to: conflict",
      "account.asOf: conflict",
      "timeline.0.walletId: conflict",
    ]);
  });

  it("each fault has words", () => {
    const told = (over: object): string[] => messages(() => simulate({ ...scenario(), ...over } as SimulateInput));
    expect(told({ to: june(1) })).toEqual(["to: must be later than from"]);
    expect(told({ payments: { declineRate: 60, lostRate: 41 } })).toEqual([
      "payments.lostRate: must not come to more than 100 with declineRate",
    ]);
    expect(told({ account: { ...wallet(), asOf: june(2) } })).toEqual([
      "account.asOf: must not be after from: the account is as it stands then",
    ]);
    expect(told({ drawDownOrder: "m3ter" })).toEqual(["drawDownOrder: must be an order that draws from lots: nothing would be drawn"]);
    const minutes = { to: new Date(Date.parse(june(1)) + 10_000_000 * 60_000 + 1), evaluateOn: { everyMinutes: 1 } };
    expect(told(minutes)).toEqual(["evaluateOn.everyMinutes: comes to more than 10000000 instants"]);
  });

  it("each fault of an event has words", () => {
    const told = (event: object, account: object = wallet()): string[] =>
      messages(() => simulate({ ...scenario(), account, timeline: [event] } as SimulateInput));
    const usage = { type: "usage", at: june(2), amount: "1" };
    const rate = { type: "usageRate", amount: "1", per: { value: 1, unit: "day" } };
    const nothing = { id: "a1", currency: "USD" };
    expect(told({ ...usage, walletId: "w1", basis: "unbilled" })).toEqual(["timeline.0.basis: goes with no walletId"]);
    expect(told({ ...usage, walletId: "w9" })).toEqual(["timeline.0.walletId: must be a wallet of this account"]);
    expect(told(usage, nothing)).toEqual(["timeline.0.walletId: is needed, or basis: the account does not tell what usage falls on"]);
    expect(told({ ...usage, type: "payment" }, nothing)).toEqual([
      "timeline.0.walletId: is needed: the account does not tell what is paid for",
    ]);
    expect(told({ ...rate, per: { value: 0, unit: "day" } })).toEqual(["timeline.0.per.value: must be more than 0"]);
    expect(told({ ...rate, from: june(3), until: june(3) })).toEqual(["timeline.0.until: must be later than from"]);
    expect(told({ type: "invoice", at: june(2) })).toEqual(["timeline.0.amount: is needed: what is unbilled is unknown"]);
    expect(told({ type: "invoice", at: june(2), amount: "1", dueAt: june(1) })).toEqual(["timeline.0.dueAt: must not be before at"]);
  });
});
