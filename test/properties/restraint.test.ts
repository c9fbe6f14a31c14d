import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Cap,
  type Duration,
  parseProfile,
  type Plan,
  planTopup,
  type ProfileInput,
  type ParsedTopupRecord,
  type TopupRecord,
} from "../../src/index.js";
import { duration, positiveDuration } from "../../src/testing/recipes/durations.js";
import { everyday, textOf } from "../../src/testing/recipes/figures.js";
import { nullable } from "../../src/testing/recipes/weighted.js";
import { exact } from "./support/exact.js";
import { holds } from "./support/law.js";
import { checkOf, openSituations, type Situation, situations } from "./support/situations.js";

const anySituation = fc.oneof(situations, openSituations);
const amount = everyday.map(textOf);
const window: fc.Arbitrary<Cap["window"]> = fc.oneof(
  fc.record({ calendar: fc.constantFrom("day", "week", "month", "year") }),
  fc.record({ rolling: positiveDuration }),
);
const cap: fc.Arbitrary<Cap> = fc
  .record({
    window,
    counts: fc.constantFrom("automatic", "all"),
    charge: amount,
    count: nullable(5, fc.integer({ min: 0, max: 4 })),
    onlyCount: fc.boolean(),
  })
  .map(({ charge, count, onlyCount, ...rest }) => ({ ...rest, maxCount: count, maxCharge: onlyCount && count !== null ? null : charge }));

const added = <Key extends "caps" | "cooldown">({ profile, ...rest }: Situation, key: Key, value: unknown): Situation => ({
  ...rest,
  profile: parseProfile({ ...profile, [key]: value }),
});
const withCap = (situation: Situation, another: Cap, first: boolean): Situation =>
  added(situation, "caps", first ? [another, ...situation.profile.caps] : [...situation.profile.caps, another]);

const AT = "2026-06-01T09:00:00Z";
const limited = (maxCharge: string, onExceed: "refuse" | "reduce"): Cap => ({ window: { calendar: "day" }, maxCharge, onExceed });

const chargeOf = ({ topup }: Plan): bigint => exact(topup?.charge ?? "0");

describe("adding a cap never raises a charge", () => {
  it("whether it reduces or refuses", () => {
    holds(
      fc.tuple(anySituation, cap, fc.constantFrom("reduce", "refuse"), fc.boolean()),
      ([situation, another, onExceed, first]) => {
        const before = planTopup(situation);
        const after = planTopup(withCap(situation, { ...another, onExceed }, first));
        if (before.topup === null) return false;
        expect(chargeOf(after)).toBeLessThanOrEqual(chargeOf(before));
        return chargeOf(after) < chargeOf(before);
      },
      { runs: 360, exercised: 26 },
    );
  });

  // The one genuine exception to "a cap only ever takes away": caps that refuse judge what the reducing ones leave.
  it("and one that reduces turns a no into a yes only where another had refused the larger charge", () => {
    holds(
      fc.tuple(anySituation, cap, fc.boolean()),
      ([situation, another, first]) => {
        const before = planTopup(situation);
        const after = planTopup(withCap(situation, { ...another, onExceed: "reduce" }, first));
        if (before.topup !== null || after.topup === null) return before.topup === null;
        expect(before.decision.reason).toBe("capReached");
        expect(chargeOf(after)).toBeLessThan(exact(String(checkOf(before.decision, "amount").facts.charge)));
        return true;
      },
      { runs: 220, exercised: 36 },
    );
  });
});

describe("adding a refusing cap, a cooldown or an in-flight top-up never turns a no into a yes", () => {
  it("a refusing cap leaves the same top-up or none", () => {
    holds(
      fc.tuple(anySituation, cap, fc.boolean()),
      ([situation, another, first]) => {
        const after = planTopup(withCap(situation, { ...another, onExceed: "refuse" }, first));
        return leavesTheSameOrNone(planTopup(situation), after);
      },
      { runs: 270, exercised: 21 },
    );
  });

  it("a cooldown leaves the same top-up or none", () => {
    const cooled = anySituation.map((situation) => added(situation, "cooldown", null));
    holds(
      fc.tuple(cooled, positiveDuration),
      ([situation, cooldown]) => leavesTheSameOrNone(planTopup(situation), planTopup(added(situation, "cooldown", cooldown))),
      { runs: 320, exercised: 17 },
    );
  });

  it("nor does a longer cooldown of the same unit", () => {
    const longer = fc.tuple(duration, fc.integer({ min: 1, max: 100 })).map(([{ value, unit }, more]): [Duration, Duration] => [
      { value: Math.min(value, 9000), unit },
      { value: Math.min(value, 9000) + more, unit },
    ]);
    holds(
      fc.tuple(anySituation, longer),
      ([situation, [short, long]]) => {
        const [before, after] = [short, long].map((cooldown) => planTopup(added(situation, "cooldown", cooldown))) as [Plan, Plan];
        leavesTheSameOrNone(before, after);
        return before.topup !== null;
      },
      { runs: 180, exercised: 10 },
    );
  });

  /**
   * A new pending automatic top-up of the target, the newest of all. It is counted by every cap; under `net` it also
   * lowers what is needed, and where a cap reduces before another refuses it may change which of them is met. So it
   * can make room where the caps had refused, and there alone; but both together then charge less than what was refused.
   */
  it("an in-flight top-up does not, unless the caps had refused; then both together charge less than was refused", () => {
    const inFlight = fc.record({ charge: amount, credit: nullable(6, amount), byProfile: fc.boolean() });
    let yes = 0;
    holds(
      fc.tuple(anySituation, inFlight),
      ([situation, { charge, credit, byProfile }]) => {
        const before = planTopup(situation);
        const { walletId } = before.decision;
        const pending: ParsedTopupRecord = {
          id: "~in flight",
          kind: "automatic",
          profileId: byProfile ? situation.profile.id : "another",
          walletId,
          charge,
          credit,
          createdAt: situation.at,
          creditedAt: null,
          failedAt: null,
          status: "pending",
          failure: null,
        };
        const { account } = situation;
        const after = planTopup({ ...situation, account: { ...account, topups: [...account.topups, pending] } });
        if (before.topup !== null) {
          yes += 1;
          return false;
        }
        expect([before, after].map(({ decision }) => checkOf(decision, "trigger").passed)).not.toEqual([false, true]);
        if (after.topup === null) return true;
        expect(before.decision.reason).toBe("capReached");
        expect(exact(charge) + chargeOf(after)).toBeLessThan(exact(String(checkOf(before.decision, "amount").facts.charge)));
        return true;
      },
      { runs: 680, exercised: 180 },
    );
    expect(yes).toBeGreaterThan(54);
  });

  it.each([
    [
      "under `net`, where it brings more than it costs",
      { topup: { mode: "toTarget", value: "110" }, caps: [limited("80", "refuse")] },
      { charge: "0", credit: "30" },
      "70.00",
    ],
    [
      "under `net`, where it spares a pack",
      { topup: { mode: "toTarget", value: "21", step: "10" }, caps: [limited("19", "refuse")] },
      { charge: "1" },
      "10.00",
    ],
    [
      "under any policy, where it makes a cap reduce to a pack less than another had refused",
      {
        inFlight: "ignore",
        topup: { mode: "fixedAmount", value: "50", step: "10" },
        caps: [limited("20", "reduce"), limited("19", "refuse")],
      },
      { charge: "1" },
      "10.00",
    ],
  ] as [string, Partial<ProfileInput>, Pick<TopupRecord, "charge" | "credit">, string][])(
    "the exception is real: %s",
    (_, rule, pending, charge) => {
      const profile = {
        id: "p1",
        failures: "none",
        trigger: { basis: "balance", type: "absoluteAmount", value: "100" },
        ...rule,
      } as ProfileInput;
      const account = { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "10" }] };
      const topups: TopupRecord[] = [{ id: "t1", walletId: "w1", createdAt: AT, status: "pending", ...pending }];
      expect(planTopup({ profile, account, at: AT }).decision.reason).toBe("capReached");
      expect(planTopup({ profile, account: { ...account, topups }, at: AT }).topup?.charge).toBe(charge);
    },
  );

  it("under `block`, one that still counts always holds the next one back", () => {
    const blocking = openSituations.map(({ profile, ...rest }) => ({
      ...rest,
      profile: { ...profile, inFlight: "block", inFlightExpiresAfter: null } as const,
    }));
    holds(
      fc.tuple(blocking, fc.constantFrom("pending", "unknown")),
      ([situation, status]) => {
        const { account, at } = situation;
        const before = planTopup(situation);
        const record = {
          id: "~in flight",
          walletId: before.decision.walletId,
          charge: "1",
          createdAt: at,
          creditedAt: at,
          status,
        } as const;
        const after = planTopup({ ...situation, account: { ...account, topups: [...account.topups, record] as ParsedTopupRecord[] } });
        expect(after.topup).toBeNull();
        return before.topup !== null;
      },
      { runs: 140, exercised: 6 },
    );
  });
});

/** Whether it made a difference. */
function leavesTheSameOrNone(before: Plan, after: Plan): boolean {
  if (after.topup === null) return before.topup !== null;
  expect(after.topup).toEqual(before.topup);
  expect(after.actions).toEqual(before.actions);
  expect(after.idempotencyKey).toBe(before.idempotencyKey);
  return false;
}
