import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { applyPlan, evaluate, parseAccount, parseProfile, planTopup } from "../../src/index.js";
import { AT, owed, owedAccount, owedProfile } from "../support/build.js";
import { faults } from "../support/faults.js";

class Money {
  constructor(readonly amount: string) {}
}
class AccountRow {
  id = "a1";
  currency = "GBP";
}

const account = (over: object): never => ({ ...owedAccount(), ...over }) as never;

describe("what is no plain data is a fault", () => {
  it.each<[string, object, string]>([
    ["a class instance for an amount", { autoTopupAmount: new Money("5") }, "autoTopupAmount: not_plain_data"],
    ["a Map for limits", { limits: new Map([["credit", "500"]]) }, "limits: not_plain_data"],
    ["a function", { limits: { credit: () => "500" } }, "limits.credit: not_plain_data"],
    ["a symbol", { owed: { outstanding: Symbol("5") } }, "owed.outstanding: not_plain_data"],
    ["a big integer", { owed: { outstanding: 5n } }, "owed.outstanding: not_plain_data"],
  ])("%s", (_, over, expected) => {
    expect(faults(() => parseAccount(account(over)))).toContain(expected);
  });

  it.each<[string, object, string]>([
    ["a Date for an id", { id: new Date(0) }, "id: invalid_type"],
    ["a Date for an amount", { autoTopupAmount: new Date(0) }, "autoTopupAmount: invalid_amount"],
    ["a Date for limits", { limits: new Date(0) }, "limits: invalid_type"],
    ["a Date for a figure owed", { owed: new Date(0) }, "owed: invalid_type"],
  ])("%s", (_, over, expected) => {
    expect(faults(() => parseAccount(account(over)))).toEqual([expected]);
  });

  it("a class instance for the whole", () => {
    expect(faults(() => parseAccount(new AccountRow()))).toEqual([": not_plain_data"]);
  });

  it.each([undefined, null, "account", 7, true, [], [owedAccount()]])("%o for the whole", (input) => {
    expect(faults(() => parseAccount(input as never))).toHaveLength(1);
    expect(faults(() => parseProfile(input as never))).toHaveLength(1);
  });

  it("an accessor that throws, and a proxy that does", () => {
    const throwing = {
      ...owedAccount(),
      get limits(): never {
        throw new TypeError("no");
      },
    };
    const proxy = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new TypeError("no");
        },
      },
    );
    expect(faults(() => parseAccount(throwing))).toEqual([": not_plain_data"]);
    expect(faults(() => parseAccount(proxy as never))).toEqual([": not_plain_data"]);
    expect(faults(() => evaluate({ profile: owedProfile(), account: throwing, at: AT }))).toEqual(["account: not_plain_data"]);
  });

  it("a circle", () => {
    const circle: Record<string, unknown> = { ...owedAccount() };
    circle["owed"] = circle;
    expect(faults(() => parseAccount(circle as never)).length).toBeGreaterThan(0);
  });

  it("nesting deeper than any input can be", () => {
    const nested = Array.from({ length: 5000 }).reduce<unknown>((inner) => ({ inner }), "core");
    expect(faults(() => parseAccount(account({ owed: nested }))).some((fault) => fault.endsWith("too_deep"))).toBe(true);
  });
});

describe("what is plain data", () => {
  it("may have no prototype", () => {
    const bare = Object.assign(Object.create(null) as object, owedAccount());
    expect(parseAccount(bare as never).id).toBe("a1");
  });

  it("may come from another realm", () => {
    const foreign = runInNewContext(`JSON.parse(${JSON.stringify(JSON.stringify(owed()))})`);
    expect(evaluate(foreign).outcome).toBe("due");
  });

  it("may be frozen", () => {
    expect(parseAccount(Object.freeze(owedAccount())).id).toBe("a1");
  });
});

describe("__proto__ as a key is a fault anywhere", () => {
  const poisoned = (json: string, at: string): string => json.replace(at, `${at}"__proto__":{"x":1},`);
  const accountJson =
    '{"id":"a1","currency":"GBP","owed":{"outstanding":"1"},"limits":{"credit":"1"},"wallets":[{"id":"w1","unit":"GBP"}]}';

  it.each([
    ["of the account", "{", "__proto__: forbidden_key"],
    ["of the figures owed", '"owed":{', "owed.__proto__: forbidden_key"],
    ["of the limits", '"limits":{', "limits.__proto__: forbidden_key"],
    ["of a wallet", '"wallets":[{', "wallets.0.__proto__: forbidden_key"],
  ])("%s", (_, at, expected) => {
    expect(faults(() => parseAccount(JSON.parse(poisoned(accountJson, at))))).toEqual([expected]);
  });

  it("of a profile's metadata", () => {
    const profile = JSON.parse(poisoned(JSON.stringify(owedProfile({ credit: { metadata: { plan: "gold" } } })), '"metadata":{'));
    expect(faults(() => parseProfile(profile))).toEqual(["credit.metadata.__proto__: forbidden_key"]);
  });

  it("of something that is a fault already", () => {
    const profile = JSON.parse(poisoned('{"id":"p1","extra":{"x":1}}', '"extra":{'));
    expect(faults(() => parseProfile(profile))).toContain("extra.__proto__: forbidden_key");
  });
});

describe("what no JSON could say is a fault", () => {
  it("a symbol as a key, wherever it stands", () => {
    const key = Symbol("key");
    expect(faults(() => parseAccount({ ...owedAccount(), [key]: 1 } as never))).toEqual([": not_plain_data"]);
    expect(faults(() => parseAccount(owedAccount({ limits: { [key]: "1" } as never })))).toEqual(["limits: not_plain_data"]);
    expect(faults(() => parseAccount(owedAccount({ limits: Object.defineProperty({}, key, { value: "1" }) })))).toEqual([
      "limits: not_plain_data",
    ]);
    const plan = structuredClone(planTopup(owed()));
    (plan.decision.checks[0]?.facts as Record<symbol, unknown>)[key] = 1;
    expect(faults(() => applyPlan(owedAccount(), plan, { id: "t1", status: "paid" }))).toEqual(["decision.checks.0.facts: not_plain_data"]);
  });

  it("an object that stands in itself, but not one that stands in two places", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(faults(() => parseProfile(owedProfile({ credit: { metadata: circle as never } })))).toContain(
      "credit.metadata.self: not_plain_data",
    );
    const day = { value: 1, unit: "day" } as const;
    expect(parseProfile(owedProfile({ cooldown: day, staleAfter: day })).staleAfter).toEqual(day);
  });
});
