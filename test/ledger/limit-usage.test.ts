import { describe, expect, it } from "vitest";
import { limitUsage } from "../../src/index.js";
import { owedAccount } from "../support/build.js";

describe("the usage of limits", () => {
  it("goes by limit, in the order of code units, then by basis", () => {
    const account = owedAccount({ owed: { unbilled: "3", overdue: "2", outstanding: "1" }, limits: { b: "10", a: "10", B: "10" } });
    expect(limitUsage(account).map(({ limit, basis, used }) => `${limit} ${basis} ${used}`)).toEqual([
      "B outstanding 1",
      "B overdue 2",
      "B unbilled 3",
      "a outstanding 1",
      "a overdue 2",
      "a unbilled 3",
      "b outstanding 1",
      "b overdue 2",
      "b unbilled 3",
    ]);
  });

  it("goes by code units where limits have numbers for names too", () => {
    const account = owedAccount({ limits: { 9: "10", 10: "10", B: "10" } });
    expect(limitUsage(account).map(({ limit }) => limit)).toEqual(["10", "9", "B"]);
  });

  it("leaves out a basis that is unknown, and is empty without limits", () => {
    expect(limitUsage(owedAccount({ owed: { overdue: "0", outstanding: null } })).map(({ basis }) => basis)).toEqual(["overdue"]);
    expect(limitUsage(owedAccount({ owed: null }))).toEqual([]);
    expect(limitUsage(owedAccount({ limits: {} }))).toEqual([]);
  });

  it.each([
    ["under the limit", "400", "500", "100", "80"],
    ["at the limit", "500.00", "500", "0", "100"],
    ["over the limit", "600", "500", "-100", "120"],
    ["in credit", "-50", "500", "550", "-10"],
    ["a limit of 0", "5", "0", "-5", null],
    ["no limit", "5", null, null, null],
    ["a third, to four places", "1", "3", "2", "33.3333"],
    ["two thirds, rounded half-up", "2", "3", "1", "66.6667"],
    ["a tie in the fifth place, rounded up", "1.23455", "100", "98.76545", "1.2346"],
    ["just under a tie", "1.2345499999", "100", "98.7654500001", "1.2345"],
  ])("%s: %s of %s", (_, outstanding, credit, headroom, percentUsed) => {
    expect(limitUsage(owedAccount({ owed: { outstanding }, limits: { credit } }))).toEqual([
      { limit: "credit", basis: "outstanding", used: String(Number(outstanding)), headroom, percentUsed },
    ]);
  });

  it("has exact headroom at 20 digits on either side of the point", () => {
    const account = owedAccount({ owed: { outstanding: `0.${"0".repeat(19)}1` }, limits: { credit: "9".repeat(20) } });
    expect(limitUsage(account)[0]?.headroom).toBe(`${"9".repeat(19)}8.${"9".repeat(20)}`);
  });
});
