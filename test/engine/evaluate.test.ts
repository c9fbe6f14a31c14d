import { afterEach, describe, expect, it, vi } from "vitest";
import { evaluate, type EvaluateInput, type Guard } from "../../src/index.js";
import { AT, check, dollars, held, owed, past, scheduled } from "../support/build.js";

const GUARDS: Guard[] = [
  "enabled",
  "customer",
  "activePeriod",
  "currency",
  "wallet",
  "freshness",
  "figures",
  "trigger",
  "inFlight",
  "cooldown",
  "failures",
  "paymentMethod",
  "amount",
  "caps",
];

const unjudged = (input: EvaluateInput): Guard[] =>
  evaluate(input)
    .checks.filter(({ passed }) => passed === null)
    .map(({ guard }) => guard);
const failed = (input: EvaluateInput): Guard[] =>
  evaluate(input)
    .checks.filter(({ passed }) => passed === false)
    .map(({ guard }) => guard);

describe("a decision", () => {
  it("that is due has every guard passed, its figures, and nothing to wait for", () => {
    const decision = evaluate(owed());
    expect(decision).toMatchObject({
      version: 1,
      profileId: "p1",
      accountId: "a1",
      walletId: null,
      at: AT,
      outcome: "due",
      reason: "thresholdReached",
      trigger: {
        basis: "outstanding",
        observed: "430",
        inFlight: "0",
        effective: "430",
        limit: "500",
        threshold: "400",
        boundary: "inclusive",
        distance: "-30",
      },
      nextEligibleAt: null,
    });
    expect(decision.checks.map(({ guard, passed, reason, eligibleAt }) => [guard, passed, reason, eligibleAt])).toEqual(
      GUARDS.map((guard) => [guard, true, null, null]),
    );
  });

  it("by a schedule is due for scheduleReached", () => {
    expect(evaluate(scheduled())).toMatchObject({ outcome: "due", reason: "scheduleReached", trigger: null });
  });

  it("reports every guard in order, not only the first that failed", () => {
    const input = owed(
      {
        enabled: false,
        customerId: "a2",
        activeUntil: AT,
        currency: "USD",
        staleAfter: { value: 1, unit: "hour" },
        requirePaymentMethod: true,
        caps: [{ window: { calendar: "day" }, maxCount: 0 }],
      },
      {},
    );
    expect(evaluate(input).checks.map(({ guard }) => guard)).toEqual(GUARDS);
    expect(failed(input)).toEqual(["enabled", "customer", "activePeriod", "currency", "freshness", "paymentMethod", "caps"]);
  });

  it("has facts with each guard", () => {
    const input = owed(
      { caps: [{ window: { rolling: { value: 24, unit: "hour" } }, maxCharge: "60" }] },
      { topups: [past({ charge: "20", createdAt: "2026-06-01T08:00:00Z" })] },
    );
    expect(check(input, "caps").facts).toEqual({
      window: "rolling 24 hour",
      maxCharge: "60",
      usedCharge: "20",
      maxCount: null,
      usedCount: 1,
    });
    for (const { facts } of evaluate(input).checks) {
      for (const fact of Object.values(facts)) expect(["string", "number", "boolean", "object"]).toContain(typeof fact);
    }
  });
});

describe("guards are judged independently; one that cannot be judged has passed null", () => {
  const nowhere = { wallets: [] };
  const several = { wallets: [dollars(), dollars({ id: "w2" })] };

  it.each([
    ["none", nowhere],
    ["several", several],
  ])("without a wallet, %s: what needs one", (_, account) => {
    const all = { cooldown: { value: 1, unit: "hour" } } as const;
    expect(unjudged(held(all, account))).toEqual(["figures", "trigger", "inFlight", "cooldown", "failures", "amount", "caps"]);
    expect(evaluate(held(all, account)).trigger).toBeNull();
  });

  it("without a wallet: the currency where the profile names one", () => {
    expect(unjudged(held({ currency: "USD" }, nowhere))).toContain("currency");
    expect(check(held({ currency: "USD" }, several), "currency").passed).toBeNull();
    expect(check(held({}, nowhere), "currency").passed).toBe(true);
  });

  it("without a wallet: no cooldown where none is configured, and no failures where they are `none`", () => {
    expect(unjudged(held({ failures: "none" }, nowhere))).toEqual(["figures", "trigger", "inFlight", "amount", "caps"]);
  });

  it("without a wallet: a cooldown of 0 too, which is configured", () => {
    expect(check(held({ cooldown: { value: 0, unit: "day" } }, nowhere), "cooldown").passed).toBeNull();
  });

  it("without a wallet: no figures where none are needed", () => {
    const topup = { mode: "fixedAmount", value: "5", basis: "balance" } as const;
    expect(check(scheduled({ topup }), "figures").passed).toBe(true);
    expect(check(scheduled({ topup: { mode: "toTarget", value: "5", basis: "balance" } }), "figures").passed).toBeNull();
  });

  it("without a wallet: freshness looks at asOf alone", () => {
    const topups = [past({ walletId: "w1", createdAt: "2026-06-02T00:00:00Z" })];
    expect(check(held({}, { ...several, topups }), "freshness").passed).toBe(true);
    expect(check(held({}, { ...several, topups, asOf: "2026-06-03T00:00:00Z" }), "freshness")).toMatchObject({
      reason: "inFuture",
      eligibleAt: "2026-06-03T00:00:00.000Z",
    });
  });

  it("without figures: trigger, amount and caps, and no others", () => {
    const input = owed(
      { cooldown: { value: 1, unit: "hour" }, inFlight: "block" },
      { owed: {}, topups: [past({ status: "pending", createdAt: "2026-06-01T08:30:00Z" })] },
    );
    expect(unjudged(input)).toEqual(["trigger", "amount", "caps"]);
    expect(failed(input)).toEqual(["figures", "inFlight", "cooldown"]);
    expect(evaluate(input).trigger).toBeNull();
  });

  it("where the trigger does not fire: amount and caps", () => {
    expect(unjudged(owed({}, { owed: { outstanding: "0" } }))).toEqual(["amount", "caps"]);
    expect(unjudged(owed({}, { limits: { credit: null } }))).toEqual(["amount", "caps"]);
    expect(unjudged(owed({ topup: { mode: "toTarget", value: "500" } }))).toEqual(["amount", "caps"]);
    expect(unjudged(scheduled({}, {}, "2025-01-01T00:00:00Z"))).toEqual(["amount", "caps"]);
  });

  it("where the amount fails: caps", () => {
    expect(unjudged(owed({ topup: { mode: "fixedAmount", value: "50", max: "1", step: "5" } }))).toEqual(["caps"]);
  });

  it("an unjudged one has no reason and no eligibleAt", () => {
    for (const each of evaluate(held({ currency: "USD" }, nowhere)).checks.filter(({ passed }) => passed === null)) {
      expect(each).toMatchObject({ reason: null, eligibleAt: null });
    }
  });
});

describe("nextEligibleAt", () => {
  const cooling = { cooldown: { value: 2, unit: "hour" } } as const;
  const recent = { topups: [past({ createdAt: "2026-06-01T08:00:00Z" })] };

  it("is the eligibleAt of the guard that failed", () => {
    expect(evaluate(owed(cooling, recent)).nextEligibleAt).toBe("2026-06-01T10:00:00.000Z");
  });

  it("is the latest where several failed", () => {
    const later = { ...cooling, activeFrom: "2026-07-01T00:00:00Z" };
    expect(evaluate(owed(later, recent)).nextEligibleAt).toBe("2026-07-01T00:00:00.000Z");
    expect(evaluate(owed({ ...cooling, activeFrom: "2026-06-01T09:30:00Z" }, recent)).nextEligibleAt).toBe("2026-06-01T10:00:00.000Z");
  });

  it("is null where one of those that failed has none", () => {
    expect(evaluate(owed({ ...cooling, requirePaymentMethod: true }, recent)).nextEligibleAt).toBeNull();
    expect(evaluate(owed(cooling, { ...recent, owed: { outstanding: "0" } })).nextEligibleAt).toBeNull();
  });

  it("is null where it is due", () => {
    expect(evaluate(owed()).nextEligibleAt).toBeNull();
  });
});

describe("judging is pure", () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("asks no clock and no chance", () => {
    const first = JSON.stringify(evaluate(owed()));
    vi.useFakeTimers({ now: Date.UTC(1999, 0, 1) });
    const now = vi.spyOn(Date, "now");
    const random = vi.spyOn(Math, "random");
    expect(JSON.stringify(evaluate(owed()))).toBe(first);
    expect(now).not.toHaveBeenCalled();
    expect(random).not.toHaveBeenCalled();
  });

  it("does not depend on the order of limits, wallets and past top-ups", () => {
    const topups = [past({ status: "pending", charge: "1" }), past({ id: "t2", charge: "2" }), past({ id: "t3", status: "failed" })];
    const limits = { credit: "500", a: "1", z: null };
    const one = evaluate(owed({ caps: [{ window: { calendar: "day" }, maxCharge: "51" }] }, { topups, limits }));
    const other = evaluate(
      owed(
        { caps: [{ window: { calendar: "day" }, maxCharge: "51" }] },
        { topups: [...topups].reverse(), limits: { z: null, a: "1", credit: "500" } },
      ),
    );
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });
});
