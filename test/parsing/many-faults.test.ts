import { describe, expect, it } from "vitest";
import { accountSchema, evaluate, explain, InvalidInputError, parseAccount, parseProfile, selectProfile } from "../../src/index.js";
import { AT, owedAccount, owedProfile } from "../support/build.js";
import { faults } from "../support/faults.js";

describe("a document with more faults than anyone reads", () => {
  const million = 1_000_000;
  const nulls = new Array(million).fill(null) as never[];

  it.each<[string, () => unknown, string]>([
    ["a list of nulls", () => parseAccount(owedAccount({ topups: nulls })), "topups.999: required"],
    ["a list of nothing", () => parseAccount(owedAccount({ topups: new Array(million) as never })), "topups.999: required"],
    ["a list of four milliard gaps", () => parseAccount(owedAccount({ topups: new Array(2 ** 32 - 1) as never })), "topups.999: required"],
    ["a list of NaN", () => parseAccount(owedAccount({ topups: new Array(million).fill(NaN) as never })), "topups.999: invalid_number"],
    ["a list of texts", () => parseAccount(owedAccount({ topups: new Array(million).fill("x") as never })), "topups.999: invalid_type"],
    [
      "a list in a list",
      () => parseAccount(owedAccount({ wallets: [{ id: "w1", unit: "GBP", lots: nulls }] })),
      "wallets.0.lots.999: required",
    ],
    ["profiles", () => selectProfile({ profiles: nulls, account: owedAccount(), at: AT }), "profiles.999: required"],
    [
      "options that there are not",
      () =>
        explain(
          evaluate({ profile: owedProfile(), account: owedAccount(), at: AT }),
          Object.fromEntries(nulls.slice(0, 2000).map((_, index) => [`k${index}`, 1])),
        ),
      "k999: unknown_key",
    ],
    [
      "the same profile over and over",
      () => selectProfile({ profiles: new Array(200_000).fill(parseProfile(owedProfile())) as never, account: owedAccount(), at: AT }),
      "profiles.1000.id: duplicate_id",
    ],
  ])("has a thousand issues: %s", (_, call, last) => {
    const told = faults(call);
    expect(told).toHaveLength(1000);
    expect(told.at(-1)).toBe(last);
  });

  it("says so", () => {
    const messageOf = (length: number): string => {
      const result = accountSchema["~standard"].validate(owedAccount({ topups: new Array(length).fill(null) as never }));
      return new InvalidInputError("issues" in result ? (result.issues as never) : []).message;
    };
    expect(messageOf(999)).toMatch(/; and 994 more$/);
    expect(messageOf(1000)).toMatch(/; and at least 995 more$/);
    expect(messageOf(1001)).toMatch(/; and at least 995 more$/);
  });

  it("is read as a whole where its faults are few", () => {
    const topups = Array.from({ length: 3000 }, (_, index) => ({ id: `t${index}`, charge: "1", createdAt: AT, status: "paid" }));
    expect(parseAccount(owedAccount({ topups: topups as never })).topups).toHaveLength(3000);
    expect(faults(() => parseAccount(owedAccount({ topups: topups.with(2999, null as never) as never })))).toEqual([
      "topups.2999: required",
    ]);
  });
});
