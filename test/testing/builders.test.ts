import { describe, expect, it } from "vitest";
import {
  balanceSummary,
  drawDown,
  evaluate,
  type FailureKind,
  InvalidInputError,
  parseAccount,
  parseProfile,
  planTopup,
  type TopupStatus,
  walletBalance,
} from "../../src/index.js";
import {
  aCharge,
  aLot,
  anAccount,
  anOwedProfile,
  anOwedSituation,
  anOwingAccount,
  aPot,
  aProfile,
  aScheduledProfile,
  aSituation,
  aSource,
  AT,
  aTopupRecord,
  aWallet,
} from "../../src/testing/index.js";
import { deepFreeze } from "../support/build.js";
import { faults, issues } from "../support/faults.js";

type Build = (overrides?: never) => object;
const BUILDERS: readonly (readonly [name: string, build: Build])[] = Object.entries({
  aProfile,
  anOwedProfile,
  aScheduledProfile,
  anAccount,
  anOwingAccount,
  aWallet,
  aLot,
  aTopupRecord,
  aSituation,
  anOwedSituation,
  aCharge,
  aSource,
  aPot,
});

describe("what is built with nothing said", () => {
  it("is due: a profile for what is held, what is owed, and on a schedule, each before its account", () => {
    expect(evaluate({ profile: aProfile(), account: anAccount(), at: AT }).reason).toBe("thresholdReached");
    expect(evaluate({ profile: anOwedProfile(), account: anOwingAccount(), at: AT }).reason).toBe("thresholdReached");
    expect(evaluate({ profile: aScheduledProfile(), account: anAccount(), at: AT }).reason).toBe("scheduleReached");
    expect(evaluate(aSituation()).reason).toBe("thresholdReached");
    expect(evaluate(anOwedSituation()).reason).toBe("thresholdReached");
  });

  it("has a card that is charged where the settlement collects", () => {
    const profile = { settlement: { kind: "expectedPayment", autoCollect: true } } as const;
    for (const situation of [aSituation({ profile }), anOwedSituation({ profile })])
      expect(planTopup(situation).actions.map(({ kind }) => kind)).toContain("createPayment");
  });

  it("can be met, drawn from, and summed up", () => {
    expect(drawDown({ charges: [aCharge()], sources: [aSource()], order: "orb" }).charges).toMatchObject([{ unpaid: "0" }]);
    expect(walletBalance(aWallet({ lots: [aLot()] }), { at: AT }).available).toBe("4");
    expect(balanceSummary(aPot(), { at: AT })).toMatchObject({ status: "active", available: "100" });
    expect(balanceSummary(aPot({ startsAt: AT }), { at: AT })).toMatchObject({ status: "active", available: "100" });
    expect(balanceSummary(aPot({ startsAt: "2025-01-01T00:00:00Z" }), { at: "2025-01-01T00:00:00Z" }).available).toBe("100");
  });

  it.each(BUILDERS)("is plain, and new each time: %s", (_, build) => {
    const first = build();
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    for (const value of Object.values(first)) if (typeof value === "object" && value !== null) Reflect.set(value, "id", "spoilt");
    expect(JSON.stringify(build())).not.toContain("spoilt");
  });
});

describe("an override", () => {
  it("stands in place of the default, and the others stay", () => {
    const cooldown = { value: 1, unit: "day" } as const;
    expect(aProfile({ id: "p2", cooldown })).toEqual({ ...aProfile(), id: "p2", cooldown });
    expect(anAccount({ currency: "EUR", wallets: [] })).toEqual({ ...anAccount(), currency: "EUR", wallets: [] });
  });

  it("stays as it was written", () => {
    const asOf = new Date(AT);
    expect(anAccount({ asOf, balance: 5 })).toMatchObject({ asOf, wallets: [{ balance: 5 }] });
    expect(aProfile({ currency: "usd", threshold: "10.00" })).toMatchObject({ currency: "usd", trigger: { value: "10.00" } });
  });

  it("of one figure leaves the rest of what it stands in", () => {
    expect(aProfile({ threshold: "20", amount: "80" })).toEqual({
      ...aProfile(),
      trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
      topup: { mode: "fixedAmount", value: "80" },
    });
    expect(anOwedProfile({ threshold: 7 }).trigger).toEqual({ ...anOwedProfile().trigger, value: 7 });
    expect(aScheduledProfile({ amount: 7 }).topup).toEqual({ mode: "fixedAmount", value: 7, basis: "balance" });
    expect(anAccount({ balance: "12" }).wallets).toEqual([{ id: "w1", unit: "USD", balance: "12" }]);
    expect(anOwingAccount({ outstanding: "1", credit: "2" })).toMatchObject({ owed: { outstanding: "1" }, limits: { credit: "2" } });
  });

  it("of null makes a figure unknown, and a limit unlimited", () => {
    expect(evaluate(aSituation({ account: { balance: null } })).reason).toBe("basisUnknown");
    expect(evaluate(anOwedSituation({ account: { outstanding: null } })).reason).toBe("basisUnknown");
    expect(evaluate(anOwedSituation({ account: { credit: null } })).reason).toBe("unlimited");
  });

  it("of another instant is the situation's, and of undefined is none", () => {
    const at = new Date("2026-06-02T09:00:00Z");
    expect(aSituation({ at }).at).toBe(at);
    expect(aSituation({ profile: undefined, account: undefined, at: undefined })).toEqual(aSituation());
    expect(aProfile({ threshold: undefined })).toEqual(aProfile());
  });

  it.each<[string, object, object]>([
    ["a required field", anAccount({ currency: undefined }), anAccount()],
    ["what has a short name, beside that", anAccount({ wallets: undefined, balance: "3" }), anAccount({ balance: "3" })],
    ["what the defaults go by", aTopupRecord({ status: undefined, createdAt: undefined }), aTopupRecord()],
    ["what would stand in the way of a default", aWallet({ lots: undefined }), aWallet()],
    ["a field that has no default", aProfile({ cooldown: undefined }), aProfile()],
  ])("of undefined is none: %s", (_, built, expected) => {
    expect(built).toStrictEqual(expected);
  });

  it("of null is one", () => {
    expect(aWallet({ lots: null })).toStrictEqual({ id: "w1", unit: "USD", balance: "4", lots: null });
    expect(faults(() => anAccount({ currency: null } as never))).toEqual(["currency: required"]);
  });

  it("is not changed", () => {
    const overrides = deepFreeze({ profile: { threshold: "20" }, account: { balance: "5", topups: [aTopupRecord()] } });
    expect(evaluate(aSituation(overrides)).trigger).toMatchObject({ threshold: "20", observed: "5" });
  });

  it("of an account's currency is its wallet's too", () => {
    expect(anAccount({ currency: "EUR" }).wallets).toEqual([{ id: "w1", unit: "EUR", balance: "4" }]);
    expect(faults(() => anAccount({ currency: "euros" }))).toEqual(["currency: invalid_currency"]);
  });

  it("of lots takes the place of the balance", () => {
    expect(aWallet({ lots: [] })).toEqual({ id: "w1", unit: "USD", lots: [] });
  });
});

describe("a past top-up", () => {
  const statuses: readonly TopupStatus[] = ["paid", "pending", "unknown", "failed", "voided"];

  it.each(statuses)("is whole with the status alone: %s", (status) => {
    const createdAt = "2026-05-30T09:00:00Z";
    const record = aTopupRecord({ status, createdAt });
    expect(record.creditedAt).toBe(status === "paid" ? createdAt : undefined);
    expect(record.failedAt).toBe(status === "failed" ? createdAt : undefined);
    expect(parseAccount(anAccount({ topups: [record] })).topups).toHaveLength(1);
  });

  it("is in flight exactly while it is pending or unknown", () => {
    const inFlight = statuses.filter((status) => {
      const account = { topups: [aTopupRecord({ status })] };
      return evaluate(aSituation({ account })).trigger?.inFlight === "50";
    });
    expect(inFlight).toEqual(["pending", "unknown"]);
  });

  it.each<FailureKind>(["declined", "hardDeclined", "infrastructure"])("that failed says why: %s", (failure) => {
    expect(aTopupRecord({ status: "failed", failure }).failure).toBe(failure);
  });
});

describe("what is no valid override is refused", () => {
  it("under its own path", () => {
    expect(faults(() => aProfile({ cooldown: { value: -1, unit: "day" } }))).toEqual(["cooldown.value: out_of_range"]);
    expect(faults(() => aProfile({ colldown: null } as never))).toEqual(["colldown: unknown_key"]);
    expect(faults(() => anAccount({ wallets: [aWallet(), aWallet()] }))).toEqual(["wallets.1.id: duplicate_id"]);
    expect(faults(() => anAccount({ wallets: [aWallet({ unit: "credits" })] }))).toEqual(["wallets.0.rate: missing_companion"]);
    expect(faults(() => aWallet({ lots: [aLot()], balance: "4" }))).toEqual(["balance: conflict"]);
    expect(faults(() => aTopupRecord({ creditedAt: "2026-01-01T00:00:00Z" }))).toEqual(["creditedAt: conflict"]);
    expect(faults(() => aTopupRecord({ createdAt: "yesterday" }))).toEqual(["createdAt: invalid_instant"]);
    expect(faults(() => aPot({ endsAt: "2026-01-01T00:00:00Z" }))).toContain("endsAt: conflict");
  });

  it("under the name that was written, where it is one figure of a part", () => {
    expect(faults(() => aProfile({ threshold: "ten", amount: 0 }))).toEqual(["threshold: invalid_amount", "amount: out_of_range"]);
    expect(faults(() => anAccount({ balance: "1e5" }))).toEqual(["balance: invalid_amount"]);
    expect(faults(() => anOwingAccount({ outstanding: NaN, credit: "-1" }))).toEqual([
      "outstanding: invalid_amount",
      "credit: out_of_range",
    ]);
    expect(faults(() => aSituation({ profile: { threshold: "" }, account: { balance: "" }, at: "now" }))).toEqual([
      "profile.threshold: invalid_amount",
      "account.balance: invalid_amount",
      "at: invalid_instant",
    ]);
  });

  it("where it says a part and one figure of it", () => {
    const { trigger, topup } = aProfile();
    expect(faults(() => aProfile({ threshold: "1", amount: "1", trigger, topup }))).toEqual(["threshold: conflict", "amount: conflict"]);
    expect(faults(() => anAccount({ balance: "1", wallets: [] }))).toEqual(["balance: conflict"]);
    expect(issues(() => anOwingAccount({ outstanding: "1", owed: {} }))).toEqual([
      { path: ["outstanding"], code: "conflict", message: "must not stand beside owed, of which it is a part" },
    ]);
  });

  it("where there is nothing to lay over the defaults", () => {
    const told = [{ path: [], code: "invalid_type", message: "must be a plain object" }];
    for (const overrides of [null, "x", []]) expect(issues(() => aProfile(overrides as never))).toEqual(told);
  });

  it("where a builder has no such figure", () => {
    expect(faults(() => aScheduledProfile({ threshold: "1" } as never))).toEqual(["threshold: unknown_key"]);
    expect(faults(() => anOwingAccount({ balance: "1" } as never))).toEqual(["balance: unknown_key"]);
  });

  class Instance {
    readonly id = "x1";
  }
  const accessor = Object.defineProperty({}, "id", {
    enumerable: true,
    get: () => {
      throw new Error("not to be read");
    },
  });
  const hostile: readonly (readonly [what: string, overrides: unknown])[] = [
    ["null", null],
    ["text", "x"],
    ["a number", Number.NaN],
    ["a function", () => ({})],
    ["a list", []],
    ["an instance of a class", new Instance()],
    ["an accessor that throws", accessor],
    ["__proto__ as a key", JSON.parse('{"__proto__":{"id":"x1"}}')],
    ["a proxy", new Proxy({}, { ownKeys: () => ["id", "id"] })],
    ["an id that is none", { id: "" }],
    ["a key that is unknown", { toString: 1 }],
  ];
  it.each(BUILDERS.flatMap(([name, build]) => hostile.map(([what, overrides]) => ({ name, build, what, overrides }))))(
    "whatever it is: $what, to $name",
    ({ build, overrides }) => {
      expect(() => build(overrides as never)).toThrow(InvalidInputError);
    },
  );
});

it("refuses a symbol as a key of what is built", () => {
  for (const [, build] of BUILDERS.filter(([name]) => !name.endsWith("Situation")))
    expect(() => build({ [Symbol("id")]: 1 } as never)).toThrow(InvalidInputError);
  expect(faults(() => aSituation({ profile: { [Symbol("id")]: 1 } as never }))).toEqual(["profile: not_plain_data"]);
});

it("what is built is what the parsers read", () => {
  for (const build of [aProfile, anOwedProfile, aScheduledProfile]) expect(parseProfile(build()).id).toBe("p1");
  for (const build of [anAccount, anOwingAccount]) expect(parseAccount(build()).id).toBe("a1");
});
