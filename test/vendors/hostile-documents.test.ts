import {
  autoTopupFromProfile,
  flatAutoTopupFromProfile,
  fromFlexpriceSdk,
  parseFlexpriceWallet,
  toFlexpriceSdk,
} from "auto-topup/flexprice";
import { parseM3terBalance, parseM3terCommitment } from "auto-topup/m3ter";
import { createTopUpRequest, parseOrbCreditBlock, parseOrbTopUp, topUpFromProfile } from "auto-topup/orb";
import { createSafeProfile, parseSafeProfile, safeCollection, updateSafeProfile } from "auto-topup/safe";
import { describe, expect, it } from "vitest";
import { faults } from "../support/faults.js";
import { nested } from "../support/nested.js";
import { prepaid } from "./flexprice/build.js";
import { BALANCE } from "./m3ter/documents.js";
import { AT, block, profile, topUp } from "./orb/build.js";
import { safeProfile } from "./safe/build.js";

const commitment = { id: "c", accountId: "a", amount: 1, currency: "USD", startDate: "2026-01-01", endDate: "2027-01-01" };
const CREATE = { customerId: "c1", at: AT, idempotencyKey: "k1" };
const MOMENT = { at: AT };

const { id: _, ...draft } = safeProfile();
const collection = (): ReturnType<typeof safeCollection> => safeCollection([{ profile: safeProfile(), createdAt: AT, updatedAt: AT }]);

/** What takes a document of another system, whose unknown fields pass through, and a document for it. */
const readers: [name: string, read: (document: never) => unknown, document: object, below?: string][] = [
  ["parseFlexpriceWallet", parseFlexpriceWallet, prepaid()],
  ["toFlexpriceSdk", toFlexpriceSdk, prepaid()],
  ["fromFlexpriceSdk", fromFlexpriceSdk, { id: "w1", customerId: "c1" }],
  ["autoTopupFromProfile", (base) => autoTopupFromProfile(null, base), { enabled: true, threshold: "5", amount: "9" }],
  ["flatAutoTopupFromProfile", (base) => flatAutoTopupFromProfile(null, base), { auto_topup_amount: "9" }],
  ["parseOrbTopUp", parseOrbTopUp, topUp()],
  ["parseOrbCreditBlock", parseOrbCreditBlock, block()],
  ["createTopUpRequest", (document) => createTopUpRequest(document, CREATE), topUp()],
  ["topUpFromProfile", (base) => topUpFromProfile(profile(), { base }), topUp(), "base."],
  ["parseM3terBalance", parseM3terBalance, BALANCE],
  ["parseM3terCommitment", parseM3terCommitment, commitment],
  ["parseSafeProfile", parseSafeProfile, safeProfile()],
  ["createSafeProfile", (document) => createSafeProfile(safeCollection(), document, MOMENT), draft],
  ["updateSafeProfile", (document) => updateSafeProfile(collection(), "12", document, MOMENT), { colour: "green" }],
];

class Row {
  readonly id = "x";
}

function circle(): object {
  const round: Record<string, unknown> = {};
  return Object.assign(round, { round });
}

function throwing(after: number): object {
  let left = after;
  return Object.defineProperty({}, "strange", {
    get: () => {
      if (left-- > 0) return 1;
      throw new RangeError("no");
    },
    enumerable: true,
  });
}

describe.each(readers)("%s", (_name, read, document, below = "") => {
  const taken = (strange: object): unknown =>
    read(Object.defineProperties({ ...document }, Object.getOwnPropertyDescriptors(strange)) as never);
  const faultsOf = (strange: object): string[] => faults(() => taken(strange)).map((fault) => fault.replace(below, ""));

  it.each<[string, unknown, string]>([
    ["NaN", NaN, ": invalid_number"],
    ["an infinity in a list", [1, -Infinity], ".1: invalid_number"],
    ["a symbol", Symbol("x"), ": not_plain_data"],
    ["a function", () => 1, ": not_plain_data"],
    ["a big integer", { inside: 1n }, ".inside: not_plain_data"],
    ["an instance of a class", new Row(), ": not_plain_data"],
    ["nothing in a list", [1, undefined], ".1: required"],
    ["a gap in a list", Object.assign([1], { 2: 1 }), ".1: required"],
    ["__proto__ as a key", JSON.parse('{"__proto__":{"polluted":true}}'), ".__proto__: forbidden_key"],
    ["what stands in itself", circle(), ".round: not_plain_data"],
  ])("passes on nothing that JSON cannot say: %s", (_what, strange, fault) => {
    expect(faultsOf({ strange })).toEqual([`strange${fault}`]);
  });

  it("passes on no endless nesting", () => {
    expect(faultsOf({ strange: nested(10_000, (deeper) => ({ deeper })) }).join()).toMatch(/deeper: too_deep$/);
  });

  it("passes on no key without a value", () => {
    expect(JSON.stringify(taken({ strange: undefined }))).toBe(JSON.stringify(taken({})));
    expect(taken({ strange: undefined })).toStrictEqual(taken({}));
  });

  it("asks an accessor once, and one that throws is a fault", () => {
    expect(faults(() => taken(throwing(0)))).toEqual([": not_plain_data"]);
    expect(taken(throwing(1))).toStrictEqual(taken({ strange: 1 }));
  });

  it("copies once what stands in many places", () => {
    let manifold: unknown = "core";
    for (let level = 0; level < 10; level++) manifold = Array.from({ length: 100 }).fill(manifold);
    expect(() => taken({ strange: manifold })).not.toThrow();
  });
});
