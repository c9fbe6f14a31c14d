import { describe, expect, it } from "vitest";
import { canonical } from "../../../src/base/decimal.js";
import { usedUpOf } from "../../../src/insight/recommendation/used-up.js";
import { parseProfile, type SimulateInput } from "../../../src/index.js";
import { heldProfile } from "../../support/build.js";
import { holding, june, owing, owingProfile, readScenario, scenario, wallet } from "../simulation/build.js";

const usedUp = (over: Partial<SimulateInput>): string => canonical(usedUpOf(parseProfile(scenario(over).profile), readScenario(over)));
const usage = (day: number, amount: string, fallsOn: object = {}) => ({ type: "usage", at: june(day), amount, ...fallsOn }) as const;

const twoWallets = holding(
  { id: "w2", unit: "USD", lots: [{ id: "l2", remaining: "400", expiresAt: june(4) }] },
  {
    id: "w1",
    unit: "USD",
    lots: [
      { id: "l1", remaining: "7", expiresAt: june(4) },
      { id: "l3", remaining: "80" },
    ],
  },
);

describe("what can be used up of a wallet", () => {
  const profile = heldProfile({ walletId: "w1" });

  it("is its own usage, and its own lots that expire", () => {
    const timeline = [usage(2, "3", { walletId: "w1" }), usage(3, "50", { walletId: "w2" })];
    expect(usedUp({ profile, account: twoWallets, timeline })).toBe("10");
  });

  it("is what is used before the end", () => {
    const rate = { type: "usageRate", amount: "1", per: { value: 1, unit: "day" }, every: { value: 1, unit: "day" } } as const;
    expect(usedUp({ timeline: [usage(9, "30"), usage(10, "500")] })).toBe("30");
    expect(usedUp({ timeline: [rate] })).toBe("8"); // from the second to the ninth
  });

  it("is no invoice, and nothing where it is not there", () => {
    const account = { ...twoWallets, owed: { outstanding: "1", unbilled: "90" } };
    const timeline = [{ type: "invoice", at: june(2), amount: "60" } as const, usage(3, "5", { basis: "unbilled" })];
    expect(usedUp({ profile, account, timeline })).toBe("7");
    expect(usedUp({ profile: heldProfile({ walletId: "w9" }), account: wallet(), timeline: [usage(2, "5")] })).toBe("0");
  });
});

describe("what can be used up of a limit", () => {
  const limit = (day: number, value: string | null, name = "credit") => ({ type: "limit", at: june(day), name, value }) as const;
  const of = (over: Partial<SimulateInput>): string => usedUp({ profile: owingProfile(), account: owing({ outstanding: "10" }), ...over });

  it("is the usage that is owed, not a wallet's", () => {
    const account = { ...owing({ outstanding: "10", unbilled: "4" }), wallets: wallet().wallets };
    const timeline = [usage(2, "3"), usage(2, "50", { walletId: "w1" })];
    expect(of({ account, timeline })).toBe("7"); // 4 that were used before, and 3
  });

  it("is what is invoiced by its amount", () => {
    expect(
      of({
        timeline: [
          { type: "invoice", at: june(2), amount: "6" },
          { type: "invoice", at: june(3) },
        ],
      }),
    ).toBe("6");
  });

  it("is how far it goes down, whatever others do", () => {
    expect(of({ timeline: [limit(2, "70"), limit(3, "90"), limit(4, "1", "other")] })).toBe("30");
    expect(of({ timeline: [limit(2, "130"), limit(3, "125")] })).toBe("30");
    expect(of({ timeline: [limit(2, null), limit(3, "100")] })).toBe("0");
    expect(of({ account: owing({ outstanding: "10" }, { limits: {} }), timeline: [limit(2, "9"), limit(3, "5")] })).toBe("4");
  });

  it("is nothing of a limit that is not there, whatever its name, or of a profile that goes by none", () => {
    const unknown = owingProfile({ trigger: { basis: "outstanding", type: "absoluteAmount", value: "10", referenceLimit: "toString" } });
    expect(of({ profile: unknown })).toBe("0");
    expect(usedUp({ account: { ...wallet(), limits: { credit: "100" } }, timeline: [limit(2, "5")] })).toBe("0");
  });
});
