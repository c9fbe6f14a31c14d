import { describe, expect, it } from "vitest";
import { InvalidInputError, parseAccount, parseProfile } from "../../../src/index.js";
import { byPath, lintProfile } from "../../../src/insight/lint/lint-profile.js";
import { deepFreeze } from "../../support/build.js";
import { faults } from "../../support/faults.js";
import { debtor, found, heldRule, holder, owedRule } from "./build.js";

describe("lintProfile", () => {
  it("finds nothing in a plain rule, with an account or without one", () => {
    expect(found(heldRule())).toEqual([]);
    expect(found(heldRule(), holder())).toEqual([]);
    expect(found(owedRule())).toEqual([]);
    expect(found(owedRule(), debtor())).toEqual([]);
  });

  it("tells findings by code, then by path: numbers as numbers", () => {
    const reducing = { window: { calendar: "day" }, maxCount: 1, onExceed: "reduce" } as const;
    const caps = Array.from({ length: 11 }, () => reducing);
    const lines = found(owedRule({ caps, credit: { priority: 1 }, cooldown: { value: 0, unit: "day" }, failures: "none" }), debtor());
    expect(lines).toEqual([
      "warning failuresIgnored failures",
      ...caps.map((_, index) => `info noEffect caps.${index}.onExceed`),
      "info noEffect cooldown",
      "info noEffect credit",
    ]);
  });

  it("takes an account of null for one left out", () => {
    const profile = owedRule({ topup: { mode: "toTarget", value: 450 }, failures: "none" });
    expect(lintProfile(profile, null)).toEqual(lintProfile(profile));
    expect(found(profile, null)).toEqual(["warning failuresIgnored failures"]);
  });

  it("says the same of what was parsed", () => {
    const profile = owedRule({ topup: { mode: "toTarget", value: 450 }, failures: "none" });
    expect(lintProfile(parseProfile(profile), parseAccount(debtor()))).toEqual(lintProfile(profile, debtor()));
    expect(found(profile, debtor())).toEqual(["error targetDoesNotClear topup.value", "warning failuresIgnored failures"]);
  });

  it("leaves its arguments alone", () => {
    const [profile, account] = [deepFreeze(owedRule({ failures: "none" })), deepFreeze(debtor())];
    expect(lintProfile(profile, account)).toEqual(lintProfile(profile, account));
  });

  it("gives plain data", () => {
    const findings = lintProfile(owedRule({ topup: { mode: "toTarget", value: 450 } }), debtor());
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
    expect(findings[0]).toEqual({
      code: "targetDoesNotClear",
      severity: "error",
      path: ["topup", "value"],
      message:
        "The target of 450 GBP is where the trigger fires, at 400 GBP: a top-up does not clear it, and once the target is met there is nothing to add.",
      suggestion: "Choose a target below the threshold.",
    });
  });
});

describe("paths", () => {
  it("come in the order of their keys' texts, at the first that differs", () => {
    const [max, value, trigger] = [
      ["topup", "max"],
      ["topup", "value"],
      ["trigger", "type"],
    ];
    expect([trigger, value, max].sort(byPath)).toEqual([max, value, trigger]);
    expect([max, trigger, value].sort(byPath)).toEqual([max, value, trigger]);
  });

  it("come in the order of their indices as numbers, whatever is behind them", () => {
    const [second, tenth] = [
      ["caps", 2, "window"],
      ["caps", 10, "maxCharge"],
    ];
    expect([tenth, second].sort(byPath)).toEqual([second, tenth]);
    expect([second, tenth].sort(byPath)).toEqual([second, tenth]);
  });
});

describe("a malformed argument", () => {
  it("is a fault with a path relative to it", () => {
    expect(faults(() => lintProfile({ ...heldRule(), colldown: null } as never))).toEqual(["colldown: unknown_key"]);
    expect(faults(() => lintProfile(heldRule(), holder({ limits: { credit: "x" } })))).toEqual(["limits.credit: invalid_amount"]);
  });

  const hostile: [string, unknown][] = [
    ["a text", "profile"],
    ["a list", []],
    ["a number", Number.NaN],
    ["a class instance", new Map()],
    ["nested too deep", Array.from({ length: 40 }).reduce<object>((inner) => ({ inner }), {})],
    ["a __proto__ key", JSON.parse('{ "__proto__": { "id": "a1" } }')],
    [
      "an accessor that throws",
      {
        get id(): string {
          throw new TypeError("no");
        },
      },
    ],
  ];

  it.each(hostile)("is an InvalidInputError: %s", (_, input) => {
    expect(faults(() => lintProfile(input as never)).length).toBeGreaterThan(0);
    expect(faults(() => lintProfile(heldRule(), input as never)).length).toBeGreaterThan(0);
  });

  it("is a profile of null, which nothing stands for", () => {
    expect(faults(() => lintProfile(null as never))).toEqual([": required"]);
  });

  it.each([0, 1, 2, 3, 4, 5])("is never a TypeError of an accessor that answers %i times and then throws", (answers) => {
    const account = holder();
    let reads = 0;
    const get = (): unknown[] => {
      reads += 1;
      if (reads > answers) throw new TypeError("no");
      return [];
    };
    Object.defineProperty(account, "topups", { enumerable: true, get });
    try {
      expect(lintProfile(heldRule(), account)).toEqual([]);
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidInputError);
    }
  });

  it("of 40 digits is one too", () => {
    const value = "1".repeat(40);
    expect(faults(() => lintProfile(heldRule({ topup: { mode: "fixedAmount", value } })))).toEqual(["topup.value: invalid_amount"]);
  });
});
