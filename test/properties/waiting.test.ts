import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Check, evaluate, type Guard } from "../../src/index.js";
import { positiveDuration } from "../../src/testing/recipes/durations.js";
import { age } from "../../src/testing/recipes/instants.js";
import { holds } from "./support/law.js";
import { checkOf, type Situation, situations } from "./support/situations.js";

const shifted = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
const isStatable = (instant: string): boolean => instant < "9900" && instant > "0100";
const judgedAt = (situation: Situation, at: string, guard: Guard): Check => checkOf(evaluate({ ...situation, at }), guard);

/** The situation with one guard likely to fail, by the time alone. */
const WAITING: Readonly<Record<"activePeriod" | "inFlight" | "cooldown" | "failures", fc.Arbitrary<Situation>>> = {
  activePeriod: fc.tuple(situations, age).map(([situation, ms]) => {
    const activeFrom = isStatable(situation.at) ? shifted(situation.at, ms) : null;
    return { ...situation, profile: { ...situation.profile, activeFrom, activeUntil: null } };
  }),
  inFlight: fc.tuple(situations, positiveDuration).map(([situation, inFlightExpiresAfter]) => {
    const pending = situation.account.topups.map((record) => ({ ...record, status: "pending" }) as const);
    return {
      ...situation,
      profile: { ...situation.profile, inFlight: "block", inFlightExpiresAfter },
      account: { ...situation.account, topups: pending },
    };
  }),
  cooldown: fc
    .tuple(situations, positiveDuration)
    .map(([situation, cooldown]) => ({ ...situation, profile: { ...situation.profile, cooldown } })),
  failures: fc.tuple(situations, positiveDuration, fc.boolean()).map(([situation, retryAfter, doubles]) => {
    const failures = { retryAfter, backoff: doubles ? "doubling" : "constant", maxRetryAfter: null, suspendAfter: null } as const;
    const failed = situation.account.topups.map((record) => ({ ...record, status: "failed", failure: "declined" }) as const);
    return { ...situation, profile: { ...situation.profile, failures }, account: { ...situation.account, topups: failed } };
  }),
};

describe("waiting until `eligibleAt` helps, if nothing else happens", () => {
  it.each(Object.entries(WAITING) as [keyof typeof WAITING, fc.Arbitrary<Situation>][])(
    "the guard %s fails until then, and passes from then on",
    (guard, cases) => {
      holds(
        cases,
        (situation) => {
          const { passed, eligibleAt } = checkOf(evaluate(situation), guard);
          if (passed !== false || eligibleAt === null) return false;
          expect(eligibleAt > situation.at).toBe(true);
          expect(judgedAt(situation, shifted(eligibleAt, -1), guard)).toMatchObject({ passed: false, eligibleAt });
          expect(judgedAt(situation, eligibleAt, guard).passed).toBe(true);
          return true;
        },
        { runs: 180, exercised: 8 },
      );
    },
  );

  it("caps pass from then on with the same charge, and not a millisecond before", () => {
    holds(
      situations,
      (situation) => {
        const before = evaluate(situation);
        const { passed, eligibleAt } = checkOf(before, "caps");
        if (passed !== false || eligibleAt === null) return false;
        expect(eligibleAt > situation.at).toBe(true);
        const charge = checkOf(before, "amount").facts.charge;
        const [just, then] = [evaluate({ ...situation, at: shifted(eligibleAt, -1) }), evaluate({ ...situation, at: eligibleAt })];
        if (checkOf(just, "amount").facts.charge === charge) expect(checkOf(just, "caps").passed).toBe(false);
        if (checkOf(then, "amount").facts.charge !== charge) return false;
        expect(checkOf(then, "caps").passed).toBe(true);
        return true;
      },
      { runs: 400, exercised: 2 },
    );
  });

  it("`nextEligibleAt` is the latest of those that failed, or null where waiting helps with one of them in no way", () => {
    holds(
      situations,
      (situation) => {
        const { checks, nextEligibleAt, outcome } = evaluate(situation);
        const failed = checks.filter(({ passed }) => passed === false).map(({ eligibleAt }) => eligibleAt);
        const latest = [...failed].sort().at(-1);
        expect(nextEligibleAt).toBe(failed.includes(null) ? null : (latest ?? null));
        expect(failed.length === 0).toBe(outcome === "due");
        return nextEligibleAt !== null;
      },
      { runs: 250, exercised: 6 },
    );
  });
});
