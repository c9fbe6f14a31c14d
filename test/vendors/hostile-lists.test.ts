import { planTopup } from "auto-topup";
import { parseFlexpriceTransactions, topupsFromTransactions } from "auto-topup/flexprice";
import { parseM3terTransactions, transactionOfPlan } from "auto-topup/m3ter";
import { blocksForItem, replaceTopUp } from "auto-topup/orb";
import { safeCollection } from "auto-topup/safe";
import { describe, expect, it } from "vitest";
import { heldAccount, heldProfile } from "../support/build.js";
import { faults } from "../support/faults.js";
import { credit } from "./flexprice/build.js";
import { AT, block, topUp } from "./orb/build.js";
import { safeProfile } from "./safe/build.js";

const transaction = { id: "t", amount: 1, appliedDate: AT };

describe("documents in lists", () => {
  it("have no NaN in a field that is not known", () => {
    expect(faults(() => parseFlexpriceTransactions([credit(), credit({ id: "t2", strange: [NaN] })]))).toEqual([
      "1.strange.0: invalid_number",
    ]);
    expect(faults(() => parseM3terTransactions([{ ...transaction, strange: Infinity }]))).toEqual(["0.strange: invalid_number"]);
    expect(faults(() => topupsFromTransactions([credit({ strange: NaN })]))).toEqual(["0.strange: invalid_number"]);
  });

  it("are told apart by what they were when they were checked", () => {
    const currencies = ["credits", "USD", "USD", "USD"];
    const turning = Object.defineProperty(topUp({ id: "t1" }), "currency", { get: () => currencies.shift(), enumerable: true });
    expect(replaceTopUp([turning], topUp({ id: "t2" })).map(({ id }) => id)).toEqual(["t2"]);
  });

  it("may tire: a list that throws when it is asked again is a fault", () => {
    const tiring = <Each>(list: readonly Each[], asked: number): Each[] =>
      new Proxy([...list], {
        get: (target, key) => {
          if (asked-- <= 0) throw new RangeError("no");
          return Reflect.get(target, key) as unknown;
        },
      });
    const plan = planTopup({ profile: heldProfile(), account: heldAccount(), at: AT });
    for (let asked = 0; asked < 3; asked++) {
      expect(faults(() => replaceTopUp(tiring([topUp()], asked), topUp()))).toEqual([": not_plain_data"]);
      expect(faults(() => blocksForItem(tiring([block()], asked), "item"))).toEqual([": not_plain_data"]);
      expect(faults(() => transactionOfPlan(tiring([{ ...transaction, description: plan.idempotencyKey }], asked), plan))).toEqual([
        ": not_plain_data",
      ]);
    }
  });

  it("have no entry before the first", () => {
    const plan = planTopup({ profile: heldProfile(), account: heldAccount(), at: AT });
    expect(transactionOfPlan(Object.assign([], { "-1": transaction }), plan)).toBeNull();
  });

  it("are handed out without keys that have no value", () => {
    const items = [{ profile: safeProfile({ description: undefined }), createdAt: AT, updatedAt: AT }];
    expect(safeCollection(items)).toStrictEqual(JSON.parse(JSON.stringify(safeCollection(items))));
  });
});
