import { parseSafeProfile, profileFromSafe, type SafeProfile } from "auto-topup/safe";
import { describe, expect, it } from "vitest";
import { issues } from "../../support/faults.js";
import { pathsOf, safeProfile } from "./build.js";

const NOT_TEXT = [12, true, {}, [], new Date(0), 12n, () => "text", Symbol("text")];
const NOT_A_NAME = [...NOT_TEXT, "x".repeat(201), "\uD800"];
const NOT_AN_ID = [true, {}, [], new Date(0), 12n, -1, 1.5, Number.NaN, 2 ** 53, "x".repeat(201), "\uD800"];
const NOT_A_FLAG = ["yes", "no", "true", "1", 1, 0, {}, [], new Date(0), 1n];
const NOT_MONEY = ["", " ", "abc", "1e5", "0x1f", "+1", "1,000", "£50", "NaN", Number.NaN, Number.POSITIVE_INFINITY, true, {}, [], 1n];
const NOT_DAYS = ["seven", "1.5", "1e1", " 7", 1.5, -1, "-1", 36_526, Number.NaN, true, {}, [], 7n];
const MISSING = [undefined, null];

const JUNK: Record<string, readonly unknown[]> = {
  id: [...NOT_AN_ID, ...MISSING, ""],
  name: NOT_TEXT,
  description: NOT_TEXT,
  enabled: NOT_A_FLAG,
  triggerBasis: ["outstanding", "Balance", "Unbilled", "", 1, true, {}, [], ...MISSING],
  triggerType: ["Percent Of Limit", "absoluteAmount", "", 1, true, {}, [], ...MISSING],
  triggerValue: [...NOT_MONEY, ...MISSING],
  referenceLimit: [...NOT_A_NAME, ...MISSING, ""],
  topupMode: ["To Percent of Limit", "Fixed", "", 1, true, {}, [], ...MISSING],
  topupValue: [...NOT_MONEY, ...MISSING, "-1", "0", 0],
  topupReferenceLimit: NOT_A_NAME,
  autoCollect: NOT_A_FLAG,
  correspondenceTypeExpected: NOT_A_NAME,
  correspondenceTypeCard: NOT_A_NAME,
  correspondenceTypeDirectDebit: NOT_A_NAME,
  minDaysBetweenTopups: NOT_DAYS,
  customerID: NOT_AN_ID,
};

const faults = Object.entries(JUNK).flatMap(([field, values]) => values.map((value) => ({ field, value })));

function asText(value: unknown): string {
  return typeof value === "symbol" || typeof value === "bigint" || typeof value === "function" ? typeof value : `${JSON.stringify(value)}`;
}

describe("a bad document", () => {
  it.each(faults.map((each) => ({ ...each, shown: asText(each.value).slice(0, 20) })))(
    "has one fault, at its own field: $field $shown",
    ({ field, value }) => {
      const document = { ...safeProfile(), [field]: value } as unknown as SafeProfile;
      expect(pathsOf(() => parseSafeProfile(document))).toEqual([[field]]);
      expect(pathsOf(() => profileFromSafe(document))).toEqual([[field]]);
    },
  );

  it.each([
    [safeProfile({ triggerType: "Percent of Limit", triggerValue: "-0.01" }), ["triggerValue"]],
    [safeProfile({ topupMode: "To Percent Of Limit", topupValue: "-1" }), ["topupValue"]],
    [safeProfile({ topupValue: "0.00" }), ["topupValue"]],
    [JSON.parse('{ "__proto__": 1 }') as SafeProfile, ["__proto__"]],
  ])("has a fault where two fields do not go together: %#", (over, path) => {
    expect(pathsOf(() => parseSafeProfile({ ...safeProfile(), ...over }))).toEqual([path]);
  });

  it.each([
    [safeProfile({ triggerValue: "-20" })],
    [safeProfile({ triggerType: "Percent of Limit", triggerValue: 0 })],
    [safeProfile({ topupMode: "To Percent Of Limit", topupValue: "0" })],
    [safeProfile({ topupMode: "To Percent Of Limit", topupValue: "120" })],
    [safeProfile({ minDaysBetweenTopups: 0 })],
    [safeProfile({ minDaysBetweenTopups: 36_525 })],
    [safeProfile({ minDaysBetweenTopups: "36525" })],
  ])("is not one at the edge: %#", (document) => {
    expect(parseSafeProfile(document)).toStrictEqual(document);
  });

  it.each([
    [{ id: true }, { path: ["id"], code: "invalid_type", message: "must be text or a whole number" }],
    [{ enabled: "yes" }, { path: ["enabled"], code: "invalid_value", message: 'must be "Yes", "No", true or false' }],
    [
      { minDaysBetweenTopups: "seven" },
      { path: ["minDaysBetweenTopups"], code: "invalid_number", message: "must be a whole number of days" },
    ],
    [{ minDaysBetweenTopups: 36_526 }, { path: ["minDaysBetweenTopups"], code: "out_of_range", message: "must be from 0 to 36525" }],
    [
      { triggerType: "Percent of Limit", triggerValue: "-1" },
      { path: ["triggerValue"], code: "out_of_range", message: "must not be negative: it is a percentage" },
    ],
    [{ topupValue: "-1" }, { path: ["topupValue"], code: "out_of_range", message: "must not be negative" }],
    [{ topupValue: "0" }, { path: ["topupValue"], code: "out_of_range", message: "must be more than 0" }],
  ])("says what is wrong: %j", (over, issue) => {
    expect(issues(() => parseSafeProfile({ ...safeProfile(), ...over }))).toEqual([issue]);
  });

  it("tells all its faults at once", () => {
    const document = { ...safeProfile(), id: "", topupMode: "Fixed", minDaysBetweenTopups: -1, autoCollect: "maybe" };
    expect(pathsOf(() => parseSafeProfile(document))).toEqual([["id"], ["topupMode"], ["autoCollect"], ["minDaysBetweenTopups"]]);
  });

  it.each([undefined, null, "profile", 1, true, [], new Map(), () => safeProfile()])("is a fault as a whole: %s", (document) => {
    expect(pathsOf(() => parseSafeProfile(document))).toEqual([[]]);
  });

  it("does not hide a fault in a field that is not known", () => {
    expect(pathsOf(() => parseSafeProfile({ ...safeProfile(), colour: { shade: 1n } }))).toEqual([["colour", "shade"]]);
  });
});
