import fc from "fast-check";
import type { AccountInput, Cap, Duration, FailurePolicyInput, ProfileInput } from "../../../src/index.js";
import { nullable } from "../../../src/testing/recipes/weighted.js";
import type { Victim } from "./adversary.js";

/** A profile with an account that it can charge. */
export interface Case {
  readonly profile: ProfileInput;
  readonly victim: Victim;
  /** Whether usage decides what is asked for. */
  readonly free: boolean;
}

const HUGE = 1_000_000_000;

export const zones = [
  "UTC",
  "America/New_York",
  "Europe/London",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "America/Scoresbysund",
  "Africa/Casablanca",
  "Antarctica/Troll",
  "Antarctica/Casey",
  "Asia/Beirut",
  "America/Havana",
];

export const cooldown: fc.Arbitrary<Duration | null> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }).map((value) => ({ value, unit: "day" as const })) },
  { weight: 4, arbitrary: fc.constantFrom(3, 5, 7, 12, 24, 25, 36, 100).map((value) => ({ value, unit: "hour" as const })) },
  { weight: 1, arbitrary: fc.constantFrom(50, 1439, 1441).map((value) => ({ value, unit: "minute" as const })) },
);

const windows: fc.Arbitrary<Cap["window"]> = fc.oneof(
  fc.constantFrom("day", "week", "month", "year").map((calendar) => ({ calendar }) as const),
  fc.constantFrom(5, 24, 25, 168, 720).map((value) => ({ rolling: { value, unit: "hour" } }) as const),
);

export const cap: fc.Arbitrary<Cap> = fc
  .record({
    window: windows,
    maxCharge: fc.constantFrom("20", "30", "49.995", "99.99", "120", "200"),
    maxCount: fc.integer({ min: 1, max: 4 }),
    of: fc.constantFrom("charge", "count", "both"),
    onExceed: fc.constantFrom("refuse", "reduce"),
    counts: fc.constantFrom("automatic", "all"),
  })
  .map(({ of, maxCharge, maxCount, ...rest }) => ({
    ...rest,
    ...(of === "count" ? {} : { maxCharge }),
    ...(of === "charge" ? {} : { maxCount }),
  }));

const bounds = fc.record(
  {
    max: fc.constantFrom("17.5", "40", "80"),
    min: fc.constantFrom("1", "15"),
    step: fc.constantFrom("0.5", "5"),
  },
  { requiredKeys: [] },
);

const policies: fc.Arbitrary<FailurePolicyInput | undefined> = fc.constantFrom<FailurePolicyInput | undefined>(
  undefined,
  "none",
  { suspendAfter: 5 },
  { retryAfter: { value: 6, unit: "hour" } },
  { retryAfter: { value: 1, unit: "hour" }, backoff: "doubling" },
  { retryAfter: { value: 90, unit: "minute" }, backoff: "doubling", maxRetryAfter: { value: 7, unit: "hour" } },
  { retryAfter: { value: 30, unit: "minute" }, backoff: "doubling", maxRetryAfter: { value: 2, unit: "day" }, suspendAfter: 9 },
);

type Rule = "once" | "untilClear" | "toTarget";

const schedules = fc.record({
  value: fc.integer({ min: 1, max: 3 }),
  unit: fc.constantFrom("day", "week", "month", "year"),
  startingAt: fc.constantFrom(
    "2026-01-31T09:00:00Z",
    "2026-01-01T00:00:00Z",
    "2026-03-02T00:00:00Z",
    "2026-01-05T22:30:00Z",
    "2026-03-02T00:30:00Z",
    "2026-06-01T04:00:00Z",
  ),
});

export const cases: fc.Arbitrary<Case> = fc
  .record({
    rule: fc.constantFrom<Rule>("once", "once", "untilClear", "toTarget", "toTarget"),
    value: fc.constantFrom("50", "12.5", "19.99"),
    bounds,
    beyond: fc.constantFrom("0", "0", "30", "12.5"),
    where: fc.constantFrom("owed", "dollars", "credits"),
    cooldown,
    caps: fc.array(cap, { maxLength: 2 }),
    schedule: nullable(2, schedules),
    zone: fc.constantFrom(...zones),
    override: nullable(8, fc.constantFrom("25", "33.33")),
    active: nullable(8, fc.integer({ min: 1, max: 500 })),
    inFlight: fc.constantFrom("net", "block", "ignore"),
    failures: policies,
  })
  .map(({ rule, value, bounds: { min, max, step }, beyond, where, schedule, zone, override, active, ...rest }): Case => {
    const target = rule === "toTarget";
    const basis = where === "owed" ? ("outstanding" as const) : ("balance" as const);
    const topup = {
      ...(target
        ? { mode: "toTarget" as const, value: where === "owed" ? `-${beyond}` : beyond }
        : { mode: "fixedAmount" as const, value }),
      ...(rule === "untilClear" && schedule === null ? { repeat: "untilClear" as const } : {}),
      ...(min !== undefined && (max === undefined || Number(min) <= Number(max)) ? { min } : {}),
      ...(max === undefined ? {} : { max }),
      ...(step === undefined ? {} : { step }),
      ...(schedule === null ? {} : { basis }),
    };
    const threshold =
      where === "owed"
        ? { basis: "outstanding" as const, type: "absoluteAmount" as const, value: "0", referenceLimit: "credit" }
        : { basis: "balance" as const, type: "absoluteAmount" as const, value: "0" };
    const profile: ProfileInput = {
      id: "p1",
      ...rest,
      trigger:
        schedule === null
          ? threshold
          : { basis: "schedule", every: { value: schedule.value, unit: schedule.unit }, startingAt: schedule.startingAt },
      topup,
      ...(active === null
        ? {}
        : { activeFrom: "2026-02-11T11:00:00Z", activeUntil: new Date(Date.UTC(2026, 1, 11, 11 + active * 7)).toISOString() }),
    };
    const overridden = override !== null && where !== "credits";
    const repeated = topup.repeat === "untilClear" && max === undefined && !overridden && isWhole(value, where, step, min);
    const pieces = repeated && rest.caps.every(({ onExceed, maxCharge }) => onExceed !== "reduce" || maxCharge == null);
    return {
      profile,
      victim: victimOf(
        where,
        zone,
        override,
        step ?? null,
        min ?? null,
        pieces ? Number(value) : null,
        target ? { goal: Number(beyond), least: schedule === null ? Number(beyond) : 0 } : undefined,
      ),
      free: pieces || (target && !overridden),
    };
  });

/** Whether an amount may be repeated without any rounding. */
function isWhole(value: string, where: string, step: string | undefined, min: string | undefined): boolean {
  const steps = Number(value) / Number(step ?? "0.01");
  const cents = Number(value) * (where === "credits" ? 10 : 100);
  return [steps, cents].every((each) => Math.abs(each - Math.round(each)) < 1e-6) && Number(min ?? 0) <= Number(value);
}

export function victimOf(
  where: "owed" | "dollars" | "credits",
  timeZone: string,
  override: string | null,
  step: string | null,
  min: string | null,
  piece: number | null = null,
  way: { readonly goal: number; readonly least: number } = { goal: 0, least: 0 },
): Victim {
  const base = { id: "a1", currency: "USD", timeZone, autoTopupAmount: override };
  const unit = Number(step ?? (where === "credits" ? "0.000000001" : "0.01"));
  const inSteps = (credit: number): number => Math.ceil(credit / unit - 1e-6) * unit;
  const least = Math.max(unit, inSteps(Number(min ?? 0)), inSteps(way.least), where === "credits" && step === null ? 0.1 : 0);
  const account = (credit: number | null): AccountInput => {
    const figure = (credit === null ? HUGE : credit - (piece ?? 0) - way.goal).toFixed(9); // past the threshold by so much, one more is added
    if (where === "owed") return { ...base, owed: { outstanding: figure }, limits: { credit: "0" } };
    const wallet = where === "credits" ? { id: "w1", unit: "credits", rate: "0.1" } : { id: "w1", unit: "USD" };
    return { ...base, wallets: [{ ...wallet, balance: figure.startsWith("-") ? figure.slice(1) : `-${figure}` }] };
  };
  return { account: account(null), asks: account, rate: where === "credits" ? 0.1 : 1, step: piece ?? unit, least: piece ?? least };
}
