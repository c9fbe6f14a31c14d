import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidInputError, parseAccount, parseProfile, planTopup } from "../../src/index.js";
import type { Finding, FindingCode } from "../../src/insight/lint/finding.js";
import { lintProfile } from "../../src/insight/lint/lint-profile.js";
import { FINDING_CODES } from "../../src/insight/lint/rules-in-order.js";
import { deepFreeze } from "../support/build.js";
import { holds } from "./support/law.js";
import { openSituations, rawSituations, type Situation, situations } from "./support/situations.js";

const codes = (findings: readonly Finding[]): FindingCode[] => findings.map(({ code }) => code);
const pathText = ({ path }: Finding): string => JSON.stringify(path.map((step) => (typeof step === "number" ? `#${1e6 + step}` : step)));

describe("whatever the profile and the account", () => {
  it("findings are plain data, told in order, and the same for the same input, which is left alone", () => {
    holds(
      rawSituations,
      ({ profile, account }) => {
        deepFreeze([profile, account]);
        const findings = lintProfile(profile, account);
        expect(lintProfile(profile, account)).toEqual(findings);
        expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
        const order = findings.map((finding): [number, string] => [FINDING_CODES.indexOf(finding.code), pathText(finding)]);
        expect(order).toEqual([...order].sort(([a, left], [b, right]) => a - b || (left < right ? -1 : left > right ? 1 : 0)));
        for (const { message, suggestion } of findings) {
          for (const text of [message, suggestion ?? "."]) expect(text).toMatch(/^[^]*\.$/);
          expect(message).not.toMatch(/undefined|NaN|null %|\[object/);
        }
        return findings.length > 0;
      },
      { runs: 400, exercised: 250, costly: true },
    );
  });

  it("they do not depend on how the input is spelled, but for a history that is left out", () => {
    holds(
      rawSituations,
      ({ profile, account }) => {
        const said = lintProfile(profile, account).filter(({ code }) => code !== "historyLeftOut");
        expect(lintProfile(parseProfile(profile), parseAccount(account))).toEqual(said);
        return said.length > 0;
      },
      { runs: 300, exercised: 180, costly: true },
    );
  });

  it("each path leads to a key that the profile or the account can have", () => {
    holds(
      situations,
      ({ profile, account }) => {
        const findings = lintProfile(profile, account);
        for (const { path } of findings) {
          const parent = path
            .slice(0, -1)
            .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], { ...profile, account });
          expect(typeof parent, path.join(".")).toBe("object");
          expect(parent, path.join(".")).not.toBeNull();
          if (path.at(-2) !== "limits") expect(Object.keys(parent as object), path.join(".")).toContain(path.at(-1));
        }
        return findings.length > 0;
      },
      { runs: 300, exercised: 180, costly: true },
    );
  });
});

describe("whatever the arguments", () => {
  it("an InvalidInputError is all that is thrown", () => {
    const anything = fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true, withSparseArray: true });
    const broken = fc.tuple(
      fc.constantFrom("profile", "account"),
      fc.oneof(anything, fc.record({ id: fc.constant("p1"), trigger: anything })),
    );
    holds(
      fc.tuple(rawSituations, broken),
      ([{ profile, account }, [which, value]]) => {
        const given = { profile, account, [which]: value };
        try {
          lintProfile(given.profile, given.account);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInputError);
          return true;
        }
        return false; // an account that is undefined or null is one left out
      },
      { runs: 300, exercised: 270, costly: true },
    );
  });
});

/** What, once found, lets nothing through. */
const NEVER: Partial<Record<FindingCode, readonly Finding["severity"][]>> = {
  figureUnknown: ["error"],
  notForAccount: ["warning"],
  neverOccurs: ["error"],
  unlimitedLimit: ["warning"],
  nothingChargeable: ["error"],
  capBelowCharge: ["error"],
  capBelowMinimum: ["error"],
  paymentMethodMissing: ["warning"],
};
const forbids = ({ code, severity, path }: Finding): boolean =>
  NEVER[code]?.includes(severity) === true || (code === "alwaysStale" && path[0] === "account");

describe("what is said is so", () => {
  it("where nothing can ever be charged, nothing is", () => {
    const met = new Set<FindingCode>();
    holds(
      fc.oneof(situations, openSituations),
      ({ profile, account, at }) => {
        const found = lintProfile(profile, account).filter(forbids);
        if (found.length === 0) return false;
        found.forEach(({ code }) => met.add(code));
        expect(planTopup({ profile, account, at }).topup, codes(found).join()).toBeNull();
        return true;
      },
      { runs: 1500, exercised: 120, costly: true },
    );
    expect([...met].sort()).toEqual(
      expect.arrayContaining([
        "capBelowCharge",
        "figureUnknown",
        "notForAccount",
        "nothingChargeable",
        "paymentMethodMissing",
        "unlimitedLimit",
      ]),
    );
  });

  it("and with the profile alone, for any account", () => {
    holds(
      fc.oneof(situations, openSituations),
      ({ profile, account, at }) => {
        const found = lintProfile(profile).filter(forbids);
        if (found.length > 0) expect(planTopup({ profile, account: { ...account, autoTopupAmount: null }, at }).topup).toBeNull();
        return found.length > 0;
      },
      { runs: 1200, exercised: 20, costly: true },
    );
  });

  it("no top-up to a target that does not clear ever clears", () => {
    holds(
      openSituations.map(withTargetAtThreshold),
      ({ profile, account, at }) => {
        const found = lintProfile(profile, account).filter(({ code, severity }) => code === "targetDoesNotClear" && severity === "error");
        const { topup } = planTopup({ profile, account, at });
        // A figure finer than what can be charged is rounded up, beyond the target.
        if (found.length === 0 || topup === null || topup.adjustments.some(({ rule }) => rule === "rounding")) return false;
        expect(topup.after.clears).toBe(false);
        return true;
      },
      { runs: 900, exercised: 20, costly: true },
    );
  });

  it("what the profile alone proves is so with an account as well", () => {
    const lasting: readonly FindingCode[] = ["targetDoesNotClear", "landsOnThreshold", "firesAtNothingOwed", "fractionAsPercent"];
    holds(
      situations.map(withTargetAtThreshold),
      ({ profile, account }) => {
        const alone = lintProfile(profile).filter(({ code }) => lasting.includes(code));
        const limits = Object.values(account.limits);
        if (alone.length === 0 || limits.includes(null) || limits.includes("0") || account.autoTopupAmount !== null) return false;
        const withAccount = codes(lintProfile(profile, account));
        for (const { code } of alone) expect(withAccount).toContain(code);
        return true;
      },
      { runs: 900, exercised: 90, costly: true },
    );
  });
});

/** The same with a target at the threshold, or so much of the limit as the trigger's. */
function withTargetAtThreshold({ profile, account, at }: Situation): Situation {
  const { trigger, topup } = profile;
  const bounds = { min: null, max: null, step: null };
  if (trigger.basis === "schedule" || topup.mode === "fixedAmount") return { profile, account, at };
  const { value } = trigger;
  const target =
    trigger.type === "percentOfLimit"
      ? ({ mode: "toPercentOfLimit", value, referenceLimit: trigger.referenceLimit, ...bounds } as const)
      : ({ mode: "toTarget", value, ...bounds } as const);
  return { profile: { ...profile, topup: target }, account: { ...account, autoTopupAmount: null }, at };
}
