import { describe, expect, it } from "vitest";
import { lintProfile } from "../../../src/insight/lint/lint-profile.js";
import { debtor, foundOf, heldRule, holder, owedRule } from "./build.js";

describe("figureUnknown", () => {
  const missing = (...args: Parameters<typeof foundOf> extends [string, ...infer Rest] ? Rest : never): string[] =>
    foundOf("figureUnknown", ...args);

  it("is the watched figure, and not another one", () => {
    expect(missing(owedRule(), debtor({ owed: { overdue: "1" } }))).toEqual(["error account.owed.outstanding"]);
    expect(missing(owedRule(), debtor({ owed: { outstanding: "1" } }))).toEqual([]);
    expect(missing(heldRule(), holder({}, { balance: null }))).toEqual(["error account.wallets.0.balance"]);
    expect(missing(heldRule(), holder({}, { balance: null, lots: [] }))).toEqual([]);
  });

  it("is a limit that the account does not have, while null is one", () => {
    expect(missing(owedRule(), debtor({ limits: {} }))).toEqual(["error account.limits.credit"]);
    expect(missing(owedRule(), debtor({ limits: { credit: null } }))).toEqual([]);
  });

  it("is nothing where a fixed amount on a schedule needs none", () => {
    const trigger = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-01T00:00:00Z" } as const;
    expect(missing(owedRule({ trigger }), debtor({ owed: {}, limits: {} }))).toEqual([]);
    expect(missing(owedRule({ trigger, topup: { mode: "toTarget", value: "0", basis: "overdue" } }), debtor({ owed: {} }))).toEqual([
      "error account.owed.overdue",
    ]);
  });

  it("cannot be told without an account", () => {
    expect(missing(owedRule())).toEqual([]);
  });
});

describe("notForAccount", () => {
  it.each([
    ["another customer", heldRule({ customerId: "a2" }), holder(), ["warning customerId"]],
    ["this customer", heldRule({ customerId: "a1" }), holder(), []],
    ["another currency", owedRule({ currency: "EUR" }), debtor(), ["warning currency"]],
    ["this currency", owedRule({ currency: "gbp" }), debtor(), []],
    ["no wallet", heldRule(), holder({ wallets: [] }), ["warning account.wallets"]],
    ["no wallet of the unit", heldRule({ currency: "credits" }), holder(), ["warning account.wallets"]],
    ["a closed wallet", heldRule({ walletId: "w1" }), holder({}, { status: "closed" }), ["warning account.wallets"]],
    [
      "two wallets",
      heldRule(),
      holder({
        wallets: [
          { id: "w1", unit: "USD", balance: "1" },
          { id: "w2", unit: "USD", balance: "1" },
        ],
      }),
      ["warning account.wallets"],
    ],
  ])("%s", (_, profile, account, lines) => {
    expect(foundOf("notForAccount", profile, account)).toEqual(lines);
  });

  it("leaves the rest to be judged by the profile alone", () => {
    const profile = heldRule({ topup: { mode: "toTarget", value: "10" } });
    expect(foundOf("targetDoesNotClear", profile, holder({ wallets: [], autoTopupAmount: "5" }))).toEqual(["error topup.value"]);
  });
});

describe("alwaysStale", () => {
  it("is staleAfter with an account that has no asOf", () => {
    const profile = heldRule({ staleAfter: { value: 1, unit: "hour" } });
    expect(foundOf("alwaysStale", profile, holder())).toEqual(["error account.asOf"]);
    expect(foundOf("alwaysStale", profile, holder({ asOf: "2026-06-01T00:00:00Z" }))).toEqual([]);
    expect(foundOf("alwaysStale", profile)).toEqual([]);
    expect(foundOf("alwaysStale", heldRule(), holder())).toEqual([]);
    const [finding] = lintProfile(profile, holder());
    expect(finding?.message).toMatch(/^The account does not say when its figures were read/);
    expect(finding?.suggestion).toBe("State asOf.");
  });

  it("is a staleAfter of 0", () => {
    expect(foundOf("alwaysStale", heldRule({ staleAfter: { value: 0, unit: "day" } }))).toEqual(["warning staleAfter"]);
    expect(foundOf("alwaysStale", heldRule({ staleAfter: { value: 1, unit: "second" } }))).toEqual([]);
  });
});
