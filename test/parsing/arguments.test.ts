import { describe, expect, it } from "vitest";
import { applyPlan, evaluate, limitUsage, parseAccount, parseProfile, planTopup, selectProfile, walletBalance } from "../../src/index.js";
import { AT, dollars, owed, owedAccount, owedProfile } from "../support/build.js";
import { faults } from "../support/faults.js";

const badAccount = owedAccount({ limits: { credit: "x" } });
const badProfile = owedProfile({ id: "p2", cooldown: { value: -1, unit: "day" } });

describe("a fault's path is relative to the argument", () => {
  it.each([
    ["evaluate", evaluate],
    ["planTopup", planTopup],
  ])("of %s", (_, fn) => {
    expect(faults(() => fn({ profile: badProfile, account: badAccount, at: "now" }))).toEqual([
      "profile.cooldown.value: out_of_range",
      "account.limits.credit: invalid_amount",
      "at: invalid_instant",
    ]);
  });

  it("of selectProfile", () => {
    expect(faults(() => selectProfile({ profiles: [owedProfile(), badProfile], account: badAccount, at: AT }))).toEqual([
      "profiles.1.cooldown.value: out_of_range",
      "account.limits.credit: invalid_amount",
    ]);
    expect(faults(() => selectProfile({ profiles: [owedProfile({ id: "p2" }), badProfile], account: owedAccount(), at: AT }))).toEqual([
      "profiles.1.id: duplicate_id",
      "profiles.1.cooldown.value: out_of_range",
    ]);
    expect(faults(() => selectProfile({ profiles: [owedProfile(), owedProfile()], account: owedAccount(), at: AT }))).toEqual([
      "profiles.1.id: duplicate_id",
    ]);
  });

  it("of parseProfile, parseAccount and limitUsage", () => {
    expect(faults(() => parseProfile(badProfile))).toEqual(["cooldown.value: out_of_range"]);
    expect(faults(() => parseAccount(badAccount))).toEqual(["limits.credit: invalid_amount"]);
    expect(faults(() => limitUsage(badAccount))).toEqual(["limits.credit: invalid_amount"]);
  });

  it("of walletBalance", () => {
    expect(faults(() => walletBalance(dollars({ balance: "x" }), { at: AT }))).toEqual(["balance: invalid_amount"]);
    expect(faults(() => walletBalance(dollars(), { at: "now" }))).toEqual(["at: invalid_instant"]);
    expect(faults(() => walletBalance(dollars(), {} as never))).toEqual(["at: required"]);
  });

  it("of applyPlan", () => {
    const plan = planTopup(owed());
    expect(faults(() => applyPlan(badAccount, plan, { id: "t1", status: "paid" }))).toEqual(["limits.credit: invalid_amount"]);
    expect(faults(() => applyPlan(owedAccount(), plan, { id: "", status: "done" } as never))).toEqual([
      "id: invalid_id",
      "status: invalid_value",
    ]);
  });
});

describe("an argument that is malformed as a whole", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["text", "profile"],
    ["a list", []],
    ["an instance of a class", new Map()],
  ])("is one fault: %s", (_, input) => {
    for (const fn of [evaluate, planTopup, selectProfile]) expect(faults(() => fn(input as never))).toHaveLength(1);
  });

  it("has each key that is missing, and each that does not belong", () => {
    expect(faults(() => evaluate({} as never))).toEqual(["profile: required", "account: required", "at: required"]);
    expect(faults(() => evaluate({ ...owed(), now: AT } as never))).toEqual(["now: unknown_key"]);
    expect(faults(() => selectProfile({ account: owedAccount(), at: AT } as never))).toEqual(["profiles: required"]);
    expect(faults(() => selectProfile({ profiles: {}, account: owedAccount(), at: AT } as never))).toEqual(["profiles: invalid_type"]);
    expect(faults(() => selectProfile({ profiles: [null], account: owedAccount(), at: AT } as never))).toEqual(["profiles.0: required"]);
  });

  it("never throws anything but InvalidInputError", () => {
    const junk = [
      undefined,
      null,
      0,
      Number.NaN,
      "",
      "x",
      true,
      [],
      {},
      [[]],
      { id: {} },
      new Date(0),
      () => 0,
      Symbol("x"),
      1n,
      new Map(),
      Object.create(null),
    ];
    for (const value of junk) {
      for (const call of [
        () => parseProfile(value as never),
        () => parseAccount(value as never),
        () => evaluate(value as never),
        () => planTopup({ profile: value, account: value, at: value } as never),
        () => selectProfile({ profiles: [value], account: value, at: value } as never),
        () => walletBalance(value as never, value as never),
        () => limitUsage(value as never),
        () => applyPlan(value as never, value as never, value as never),
        () => applyPlan(owedAccount(), value as never, { id: "t1", status: "paid" }),
        () => applyPlan(owedAccount(), planTopup(owed()), value as never),
        () => walletBalance(dollars(), value as never),
      ]) {
        expect(faults(call).length).toBeGreaterThan(0);
      }
    }
  });
});
