import { fromFlexpriceSdk, toFlexpriceSdk } from "auto-topup/flexprice";
import { describe, expect, it } from "vitest";
import { faults, issues } from "../../support/faults.js";

describe("the names of Flexprice's client", () => {
  it("are no other key's, and never __proto__", () => {
    expect(issues(() => toFlexpriceSdk({ credit_balance: "1", creditBalance: "2" }))).toEqual([
      { path: ["creditBalance"], code: "conflict", message: "becomes creditBalance, as another key does" },
    ]);
    expect(faults(() => fromFlexpriceSdk({ config: { creditBalance: "1", credit_balance: "2" } }))).toEqual([
      "config.credit_balance: conflict",
    ]);
    expect(issues(() => fromFlexpriceSdk({ _Proto__: 1 }))).toEqual([
      { path: ["_Proto__"], code: "forbidden_key", message: "must not become the key __proto__" },
    ]);
  });

  it("are of something", () => {
    expect(faults(() => toFlexpriceSdk(undefined))).toEqual([": required"]);
    expect(faults(() => fromFlexpriceSdk(undefined))).toEqual([": required"]);
    expect(toFlexpriceSdk([{ credit_balance: "1" }, null])).toEqual([{ creditBalance: "1" }, null]);
  });

  it("leave what stands under metadata as it is, plain data too", () => {
    const metadata = { auto_topup: "true", autoTopup: "false", inner_one: { a_b: 1 } };
    expect(toFlexpriceSdk({ metadata })).toEqual({ metadata });
    expect(faults(() => toFlexpriceSdk({ metadata: { a_b: NaN } }))).toEqual(["metadata.a_b: invalid_number"]);
  });
});
