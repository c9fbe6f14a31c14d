import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, type Plan, planTopup, type Reason } from "../../src/index.js";
import { english } from "../../src/insight/explain/english.js";
import { explain } from "../../src/insight/explain/explain.js";
import { REASONS } from "../../src/model/decision.js";
import { holds } from "./support/law.js";
import { openSituations, type Situation, situations } from "./support/situations.js";

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const cases = fc.oneof({ weight: 3, arbitrary: situations }, { weight: 1, arbitrary: openSituations });
const locale = fc.constantFrom("en", "de", "fr-CH", "ja", "ar-EG", "hi");
const detail = fc.constantFrom("full", "reason");

/** What only the clause of that reason says. */
const PHRASES: Readonly<Record<Reason, RegExp>> = {
  thresholdReached: / the threshold/,
  scheduleReached: /the scheduled date of .* has come/,
  profileDisabled: /the profile is switched off/,
  otherCustomer: /the profile is for account ".*" alone/,
  notYetActive: /the profile is in force only from/,
  expired: /the profile was in force only until/,
  currencyMismatch: /the profile is for .*, and (the account|wallet ".*") is in/,
  noWallet: /the account has no (active )?wallet/,
  walletInactive: /wallet ".*" is (frozen|closed)/,
  walletAmbiguous: /the account has \d+ active wallets/,
  staleSnapshot: /figures were read/,
  inFuture: /the account's data are dated up to/,
  basisUnknown: /the (balance of wallet ".*"|\w+ amount) is not known/,
  limitUnknown: /the limit ".*" of the account is not known/,
  thresholdNotReached: /(above|below|exactly) the threshold/,
  unlimited: /goes by is unlimited/,
  alreadyAtTarget: /the target is met already \(the credit would be/,
  scheduleNotReached: /no scheduled date has come yet|has already been made for the scheduled date of/,
  topupInFlight: /earlier top-ups? (is|are) not settled,/,
  cooldown: /the cooldown that began with top-up ".*" on .* is not over/,
  retryBackoff: /the wait before the next attempt is not over/,
  suspended: /top-ups are suspended after/,
  noPaymentMethod: /collects? automatically/,
  belowMinimum: /no amount within|the amount would round to zero/,
  capReached: /the cap of (this calendar|the last) .* leaves (no room for|too little room:)/,
};

/** What ends by itself, though nobody knows when. */
const OPEN_ENDED: Readonly<Partial<Record<Reason, string>>> = {
  thresholdNotReached: "how the figure moves",
  alreadyAtTarget: "how the figure moves",
  topupInFlight: "when earlier top-ups are settled and in the figures",
};

describe("what explain says", () => {
  it("is one line of words for whatever evaluate and planTopup give, and draws nearly every reason", () => {
    const drawn = new Set<Reason>();
    holds(
      fc.tuple(cases, locale, detail, fc.boolean()),
      ([situation, locale, detail, withAccount]) => {
        const plan = planTopup(situation);
        const options = { locale, detail, account: withAccount ? situation.account : null };
        for (const text of [explain(plan, options), explain(plan.decision, options)]) {
          expect(text).not.toMatch(/undefined|NaN|null|\[object|Infinity|∞|[\p{Cc}\p{Zl}\p{Zp}]| {2}|\( *\)/u);
          expect(text).toMatch(/^(Due|Not due|Blocked|Not eligible|Cannot be decided): .*\.$/);
        }
        drawn.add(plan.decision.reason);
        plan.decision.checks.forEach(({ reason }) => reason && drawn.add(reason));
        return true;
      },
      { runs: 900, exercised: 900, costly: true },
    );
    expect(REASONS.filter((reason) => !drawn.has(reason)).length).toBeLessThan(4);
  });

  it("is the same for the same, and after JSON", () => {
    holds(
      fc.tuple(cases, locale, detail),
      ([situation, locale, detail]) => {
        const { account } = situation;
        const plan = planTopup(situation);
        const told = explain(plan, { locale, detail, account });
        expect(explain(planTopup(throughJson(situation)), { locale, detail, account: throughJson(account) })).toBe(told);
        expect(explain(throughJson(plan), { locale, detail, account })).toBe(told);
        expect(explain(throughJson(plan.decision), { locale, detail })).toBe(explain(plan.decision, { locale, detail }));
        return true;
      },
      { runs: 180, exercised: 180, costly: true },
    );
  });

  it("has the reason of every guard that failed, and the date when all would pass", () => {
    let several = 0;
    holds(
      cases,
      (situation) => {
        const decision = evaluate(situation);
        const { account } = situation;
        const text = explain(decision, { account });
        const failed = decision.checks.filter(({ passed }) => passed === false);
        for (const { reason } of failed) expect(text).toMatch(PHRASES[reason as Reason]);
        expect(text).toMatch(PHRASES[decision.reason]);
        expect(text.includes("Next possible on ")).toBe(decision.nextEligibleAt !== null);
        expect(text.includes("Also in the way: ")).toBe(failed.length > 1);
        if (failed.length > 1) several += 1;
        return failed.length > 0;
      },
      { runs: 400, exercised: 190 },
    );
    expect(several).toBeGreaterThan(30);
  });

  it("names what has no date, where the reason told has one and the decision has none", () => {
    holds(
      cases,
      (situation) => {
        const { outcome, reason, nextEligibleAt, checks } = evaluate(situation);
        const failed = checks.filter(({ passed }) => passed === false);
        const main = failed.find((check) => check.reason === reason);
        const undated = failed.filter(({ eligibleAt }) => eligibleAt === null);
        const text = explain(evaluate(situation), { account: situation.account, detail: "reason" });
        const says = [/ Next possible on /, / Waiting alone /, / No date can be given: it depends on /].filter((each) => each.test(text));
        expect(says).toHaveLength(outcome === "due" ? 0 : 1);
        if (nextEligibleAt !== null || main?.eligibleAt == null) return false;
        for (const each of undated) {
          const what = OPEN_ENDED[each.reason as Reason] ?? english.guards[each.guard]();
          expect(text.slice(text.search(/ (Waiting alone|No date) /))).toContain(what);
        }
        return undated.length > 0;
      },
      { runs: 1200, exercised: 25, costly: true },
    );
  });

  it("begins, in full, with what it says in short, and ends with when it was decided", () => {
    holds(
      cases,
      (situation) => {
        const { account } = situation;
        const decision = evaluate(situation);
        const short = explain(decision, { account, detail: "reason" });
        const full = explain(decision, { account });
        const [verdict = ""] = /^.*?\.(?= (?:Next possible|Waiting alone|No date) |$)/.exec(short) ?? [];
        expect(full.startsWith(verdict)).toBe(true);
        expect(full.endsWith(".")).toBe(true);
        expect(full).toContain(short.slice(verdict.length));
        expect(full).toContain(" Decided on ");
        return decision.outcome !== "due";
      },
      { runs: 180, exercised: 70, costly: true },
    );
  });
});

/** Digits as they are in JSON: separators gone, the sign aside. */
const digitsOf = (figure: string): string => figure.replace("-", "");

function figuresOf({ decision: { trigger }, topup }: Plan): string[] {
  const { observed, inFlight, effective, threshold, limit, distance } = trigger ?? {};
  const compared = inFlight === "0" ? [] : [observed, inFlight];
  const amount = topup === null ? [] : [topup.charge, topup.credit, topup.after.effective, topup.after.distance];
  const adjusted = topup?.adjustments.flatMap(({ from, to }) => [from, to]) ?? [];
  // At the threshold it says so, rather than that the distance is zero.
  return [...compared, effective, threshold, limit, distance === "0" ? null : distance, ...amount, ...adjusted]
    .filter((figure): figure is string => figure != null && figure !== "0")
    .map(digitsOf);
}

describe("no digit is lost", () => {
  it("of what was compared, of the amount, and of where it comes from", () => {
    let long = 0;
    holds(
      fc.tuple(openSituations, fc.boolean()),
      ([situation, withAccount]) => {
        const plan = planTopup(situation);
        const text = explain(plan, { account: withAccount ? situation.account : null }).replaceAll(",", "");
        const figures = figuresOf(plan);
        for (const figure of figures) {
          expect(text).toMatch(new RegExp(`(?<![\\d.])${figure.replace(".", "\\.")}${figure.includes(".") ? "0*" : "(?:\\.0+)?"}(?!\\d)`));
        }
        if (figures.some((figure) => figure.length > 30)) long += 1;
        return figures.length > 2;
      },
      { runs: 400, exercised: 250 },
    );
    expect(long).toBeGreaterThan(5);
  });

  it("of the figures that guards went by", () => {
    const told: Record<string, readonly string[]> = {
      amount: ["min", "max", "step"],
      caps: ["usedCharge", "maxCharge", "usedCount", "maxCount"],
      trigger: ["credit"],
      failures: ["count"],
    };
    holds(
      cases,
      ({ profile, account, at }: Situation) => {
        const decision = evaluate({ profile, account, at });
        const text = explain(decision, { account }).replaceAll(",", "");
        let met = false;
        for (const { guard, passed, reason, facts } of decision.checks) {
          if (passed !== false || reason === "suspended" || reason === "unlimited") continue;
          for (const name of told[guard] ?? []) {
            const fact = facts[name];
            // A cap tells the charge where it has a ceiling for it, and the number where it has one for that.
            if (fact == null || fact === 1 || (name.startsWith("used") && facts[name.replace("used", "max")] === null)) continue;
            expect(text, `${guard}.${name}`).toContain(digitsOf(String(fact)));
            met = true;
          }
        }
        return met;
      },
      { runs: 600, exercised: 30, costly: true },
    );
  });
});
