import { describe, expect, it } from "vitest";
import { type AccountInput, parseAccount, type ProfileInput, type TopupRecord } from "../../../src/index.js";
import { lintProfile } from "../../../src/insight/lint/lint-profile.js";
import { debtor, foundOf, heldRule, holder, owedRule } from "./build.js";

const AS_OF = "2026-06-01T09:00:00Z";
const paid = (over: Partial<TopupRecord> = {}): TopupRecord => ({
  id: "t1",
  charge: "50",
  createdAt: "2026-05-30T09:00:00Z",
  status: "paid",
  ...over,
});
const schedule = { basis: "schedule", every: { value: 1, unit: "month" }, startingAt: "2026-01-01T00:00:00Z" } as const;

describe("billedThroughMissing", () => {
  const code = "billedThroughMissing";
  const trigger = { basis: "unbilled", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;

  it("is the basis unbilled with an account that does not say up to when it is billed", () => {
    expect(foundOf(code, owedRule({ trigger }), debtor())).toEqual(["error account.billedThrough"]);
    expect(foundOf(code, owedRule({ trigger }), debtor({ billedThrough: AS_OF }))).toEqual([]);
    expect(foundOf(code, owedRule({ trigger }))).toEqual([]);
    expect(foundOf(code, owedRule(), debtor())).toEqual([]);
  });

  it("is none where what is in flight does not count", () => {
    expect(foundOf(code, owedRule({ trigger, inFlight: "ignore" }), debtor())).toEqual([]);
    const topup = { mode: "fixedAmount", value: "50", basis: "unbilled" } as const;
    expect(foundOf(code, owedRule({ trigger: schedule, topup }), debtor())).toEqual([]);
    expect(foundOf(code, owedRule({ trigger: schedule, topup: { mode: "toTarget", value: "0", basis: "unbilled" } }), debtor())).toEqual([
      "error account.billedThrough",
    ]);
  });
});

describe("creditedAtMissing", () => {
  const code = "creditedAtMissing";
  const account = (topups: TopupRecord[], over: Partial<AccountInput> = {}): AccountInput => debtor({ asOf: AS_OF, topups, ...over });

  it("is a paid record of the target that is no younger than the figures", () => {
    expect(foundOf(code, owedRule(), account([paid()]))).toEqual(["info account.topups.0.creditedAt"]);
    expect(foundOf(code, owedRule(), account([paid({ createdAt: AS_OF })]))).toEqual(["info account.topups.0.creditedAt"]);
    expect(foundOf(code, owedRule(), account([paid({ createdAt: "2026-06-01T09:00:00.001Z" })]))).toEqual([]);
    expect(foundOf(code, owedRule(), account([paid({ creditedAt: AS_OF })]))).toEqual([]);
    expect(foundOf(code, owedRule(), account([paid({ status: "pending" })]))).toEqual([]);
    expect(foundOf(code, owedRule(), account([paid({ kind: "manual" })]))).toEqual([]);
    expect(foundOf(code, owedRule(), account([paid({ walletId: "w1" })]))).toEqual([]);
    expect(foundOf(code, owedRule(), account([paid()], { asOf: null }))).toEqual([]);
    const other = paid({ walletId: "w2" });
    expect(foundOf(code, heldRule(), holder({ asOf: AS_OF, topups: [other] }))).toEqual([]);
    expect(foundOf(code, heldRule(), holder({ asOf: AS_OF, topups: [other], wallets: [] }))).toEqual([]);
    expect(foundOf(code, heldRule(), holder({ asOf: AS_OF, topups: [paid()], wallets: [] }))).toEqual([]);
  });

  it("hurts where a payment takes days", () => {
    expect(foundOf(code, owedRule(), account([paid()], { paymentMethod: { type: "directDebit", autoCollect: true } }))).toEqual([
      "warning account.topups.0.creditedAt",
    ]);
    expect(foundOf(code, owedRule(), account([paid()], { paymentMethod: null }))).toEqual(["warning account.topups.0.creditedAt"]);
  });

  it("is told once, at the first of them, with their number", () => {
    const topups = [paid({ id: "t0", status: "failed" }), paid({ walletId: "w1" }), paid({ id: "t2", walletId: "w1" })];
    const [finding] = lintProfile(heldRule(), holder({ asOf: AS_OF, topups })).filter((each) => each.code === code);
    expect(finding?.path).toEqual(["account", "topups", 1, "creditedAt"]);
    expect(finding?.message).toMatch(/^2 past top-ups are paid and do not say/);
  });

  it("is none where it does not matter", () => {
    expect(foundOf(code, owedRule({ inFlight: "ignore" }), account([paid()]))).toEqual([]);
    const trigger = { basis: "unbilled", type: "absoluteAmount", value: "100", referenceLimit: "credit" } as const;
    expect(foundOf(code, owedRule({ trigger }), account([paid()], { billedThrough: AS_OF }))).toEqual([]);
    expect(foundOf(code, owedRule({ trigger }), account([paid()]))).toEqual(["info account.topups.0.creditedAt"]);
  });
});

describe("historyLeftOut", () => {
  const code = "historyLeftOut";
  const { topups: _, ...without } = holder();
  const lenient: Partial<ProfileInput> = { inFlight: "ignore", failures: "none", settlement: { kind: "grant" } };

  it("is an account without topups, while an empty list says that there are none", () => {
    expect(foundOf(code, heldRule(), without)).toEqual(["warning account.topups"]);
    expect(foundOf(code, heldRule(), { ...without, topups: null })).toEqual(["warning account.topups"]);
    expect(foundOf(code, heldRule(), holder())).toEqual([]);
    expect(foundOf(code, heldRule())).toEqual([]);
  });

  it("can no longer be told of a parsed account", () => {
    expect(lintProfile(heldRule(), parseAccount(without))).toEqual([]);
  });

  it.each([
    ["the in-flight policy", { inFlight: "net" }],
    ["a cooldown", { cooldown: { value: 1, unit: "day" } }],
    ["caps", { caps: [{ window: { calendar: "day" }, maxCount: 3 }] }],
    ["failures", { failures: {} }],
    ["a schedule", { trigger: schedule, topup: { mode: "fixedAmount", value: "50", basis: "balance" } }],
  ] as [string, Partial<ProfileInput>][])("is needed by %s", (_name, over) => {
    expect(foundOf(code, heldRule({ ...lenient, ...over }), without)).toEqual(["warning account.topups"]);
  });

  it("is nothing where no guard looks back", () => {
    expect(foundOf(code, heldRule({ ...lenient, cooldown: { value: 0, unit: "day" } }), without)).toEqual([]);
  });
});

describe("recordWithoutWallet", () => {
  const code = "recordWithoutWallet";

  it("is a record of this profile, or of an account that owes nothing, without a wallet", () => {
    expect(foundOf(code, heldRule(), holder({ topups: [paid()] }))).toEqual(["warning account.topups.0.walletId"]);
    expect(foundOf(code, heldRule(), holder({ topups: [paid({ walletId: "w1" })] }))).toEqual([]);
    expect(foundOf(code, heldRule(), holder({ topups: [paid({ kind: "manual" })] }))).toEqual([]);
  });

  it("says that money is not counted as on its way, where any was asked for", () => {
    const message = (...topups: TopupRecord[]): string | undefined =>
      lintProfile(heldRule(), holder({ topups })).find((finding) => finding.code === code)?.message;
    const failed = paid({ id: "t2", status: "failed" });
    expect(message(failed)).toBe("A past top-up is of no wallet, and so holds nothing back for w1.");
    expect(message(paid())).toBe("A past top-up is of no wallet, and so holds nothing back for w1, and is not counted as on its way.");
    expect(message(failed, paid())).toBe(
      "2 past top-ups are of no wallet, and so hold nothing back for w1, and are not counted as on their way.",
    );
  });

  it("is not one that pays what the account owes", () => {
    const owed = { outstanding: "0" };
    expect(foundOf(code, heldRule(), holder({ owed, topups: [paid()] }))).toEqual([]);
    expect(foundOf(code, heldRule(), holder({ owed, topups: [paid({ profileId: "p2" })] }))).toEqual([]);
    expect(foundOf(code, heldRule(), holder({ owed, topups: [paid({ profileId: "p1" })] }))).toEqual(["warning account.topups.0.walletId"]);
  });

  it("is none for an account without wallets, or for a profile of money owed", () => {
    expect(foundOf(code, heldRule(), holder({ wallets: [], topups: [paid()] }))).toEqual([]);
    expect(foundOf(code, owedRule(), debtor({ topups: [paid()] }))).toEqual([]);
  });
});
