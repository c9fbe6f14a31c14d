import { describe, expect, it } from "vitest";
import { evaluate, parseAccount, parseProfile } from "../../src/index.js";
import { dollars, heldAccount, heldProfile, owed, owedAccount, owedProfile, past } from "../support/build.js";
import { faults } from "../support/faults.js";

const read = (id: unknown): string => parseProfile(owedProfile({ id: id as string })).id;

describe("an id", () => {
  it.each(["1", " ", "a/b", "-", "0", "constructor", "x".repeat(200), "😀".repeat(100), "née", "\u0000"])("may be %o", (id) => {
    expect(read(id)).toBe(id);
  });

  it.each([
    ["empty", ""],
    ["201 code units", "x".repeat(201)],
    ["101 characters of two code units", "😀".repeat(101)],
    ["a high surrogate alone", "a\uD83D"],
    ["a low surrogate alone", "\uDE00a"],
    ["surrogates the wrong way round", "\uDE00\uD83D"],
  ])("is a fault: %s", (_, id) => {
    expect(faults(() => read(id))).toEqual(["id: invalid_id"]);
  });

  it("is text, and must be there", () => {
    expect(faults(() => read(7))).toEqual(["id: invalid_type"]);
    expect(faults(() => read(null))).toEqual(["id: required"]);
    expect(faults(() => read(undefined))).toEqual(["id: required"]);
  });

  it("is what every name of a thing is", () => {
    const long = "x".repeat(201);
    const profile = owedProfile({
      customerId: long,
      trigger: { basis: "outstanding", type: "absoluteAmount", value: "1", referenceLimit: "" },
      settlement: { kind: "expectedPayment", autoCollect: false, correspondence: { card: "" } },
    });
    expect(faults(() => parseProfile(profile))).toEqual([
      "customerId: invalid_id",
      "trigger.referenceLimit: invalid_id",
      "settlement.correspondence.card: invalid_id",
    ]);
    const account = heldAccount({
      limits: { "": "1", credit: "1" },
      wallets: [dollars({ id: "", unit: long, rate: "1", lots: [{ id: "", remaining: "1", productIds: [""] }] })],
      topups: [past({ id: long, profileId: "", walletId: "\uD83D" })],
    });
    expect(faults(() => parseAccount(account))).toEqual([
      "limits.: invalid_id",
      "wallets.0.id: invalid_id",
      "wallets.0.unit: invalid_id",
      "wallets.0.lots.0.id: invalid_id",
      "wallets.0.lots.0.productIds.0: invalid_id",
      "topups.0.id: invalid_id",
      "topups.0.profileId: invalid_id",
      "topups.0.walletId: invalid_id",
    ]);
  });

  it("is compared by its code units: the same letter composed and decomposed is two", () => {
    const account = heldAccount({ wallets: [dollars({ id: "\u00E9" })] });
    expect(evaluate({ profile: heldProfile({ walletId: "\u00E9" }), account, at: "2026-06-01T09:00:00Z" }).outcome).toBe("due");
    expect(evaluate({ profile: heldProfile({ walletId: "e\u0301" }), account, at: "2026-06-01T09:00:00Z" }).reason).toBe("noWallet");
  });
});

describe("an id given twice in one list is a fault", () => {
  it.each([
    ["of wallets", { wallets: [dollars(), dollars({ id: "w2" }), dollars()] }, "wallets.2.id: duplicate_id"],
    [
      "of a wallet's lots",
      {
        wallets: [
          dollars({
            lots: [
              { id: "l", remaining: "1" },
              { id: "l", remaining: "1" },
            ],
          }),
        ],
      },
      "wallets.0.lots.1.id: duplicate_id",
    ],
    ["of past top-ups", { topups: [past(), past()] }, "topups.1.id: duplicate_id"],
  ])("%s", (_, over, expected) => {
    expect(faults(() => parseAccount(heldAccount(over)))).toEqual([expected]);
  });

  it("beside elements that have faults of their own", () => {
    const wallets = [null, dollars({ id: 7 as never }), dollars(), dollars({ balance: "x" })] as never;
    expect(faults(() => parseAccount(heldAccount({ wallets }))).sort()).toEqual(
      ["wallets.0: required", "wallets.1.id: invalid_type", "wallets.3.balance: invalid_amount", "wallets.3.id: duplicate_id"].sort(),
    );
  });

  it("but not in two lists", () => {
    const lots = [{ id: "l", remaining: "1" }];
    expect(() => parseAccount(heldAccount({ wallets: [dollars({ lots }), dollars({ id: "w2", lots })] }))).not.toThrow();
  });
});

describe("names of limits", () => {
  it.each(["constructor", "toString", "hasOwnProperty", "valueOf"])(
    "are looked up as own keys: %s is no limit that every object has",
    (name) => {
      const trigger = { basis: "outstanding", type: "absoluteAmount", value: "100", referenceLimit: name } as const;
      expect(evaluate(owed({ trigger })).reason).toBe("limitUnknown");
      expect(evaluate(owed({ trigger }, { limits: { [name]: "500" } })).outcome).toBe("due");
    },
  );

  it("are given back in the order of their code units", () => {
    const { limits } = parseAccount(owedAccount({ limits: { b: "1", B: "2", a: null, left: undefined } }));
    expect(Object.entries(limits)).toEqual([
      ["B", "2"],
      ["a", null],
      ["b", "1"],
    ]);
  });
});
