import { accountFromSafeCustomer, createSafeProfile, safeCollection, type SafeProfileDraft } from "auto-topup/safe";
import { describe, expect, it } from "vitest";
import { faults } from "../../support/faults.js";
import { safeProfile } from "./build.js";

const AT = "2026-06-01T09:00:00.000Z";
const { id: _, ...draft } = safeProfile();

class Row {
  readonly id = "x";
}

describe("a snapshot of SAFE's figures", () => {
  it("is plain data before it is read", () => {
    const accountOf = (snapshot: object): unknown => accountFromSafeCustomer({ id: 7 }, snapshot);
    expect(faults(() => accountOf({ limits: new Map() }))).toEqual(["limits: not_plain_data"]);
    expect(faults(() => accountOf({ outstanding: NaN, limits: { "Credit Limit": NaN } }))).toEqual([
      "outstanding: invalid_amount",
      "limits.Credit Limit: invalid_amount",
    ]);
    expect(faults(() => accountOf(new Row()))).toEqual([": not_plain_data"]);
  });

  it.each(["outstanding", "limits", "paymentMethod", "topups"])("is a fault where its %s throws", (key) => {
    const snapshot = Object.defineProperty({ outstanding: "1" }, key, {
      get: () => {
        throw new RangeError("no");
      },
      enumerable: true,
    });
    expect(faults(() => accountFromSafeCustomer({ id: 7 }, snapshot))).toEqual([": not_plain_data"]);
  });
});

describe("an instant of SAFE's", () => {
  it("is a fault where it throws", () => {
    const moment = Object.defineProperty({ at: AT }, "at", {
      get: () => {
        throw new RangeError("no");
      },
    });
    expect(faults(() => createSafeProfile(safeCollection(), draft as SafeProfileDraft, moment))).toEqual(["at: not_plain_data"]);
  });
});
