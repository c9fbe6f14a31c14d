import { describe, expect, it } from "vitest";
import { type Check, evaluate, type EvaluateInput } from "../../src/index.js";
import { AT, dollars, held, owed, past, scheduled } from "../support/build.js";

const facts = (input: EvaluateInput): Record<string, Check["facts"]> =>
  Object.fromEntries(evaluate(input).checks.map(({ guard, facts }) => [guard, facts]));

/** Of the guards that a profile without conditions leaves with nothing to say. */
const PLAIN = {
  enabled: { enabled: true },
  customer: { customerId: null },
  activePeriod: { activeFrom: null, activeUntil: null },
  currency: { required: null },
  wallet: {},
  freshness: { asOf: null },
  figures: {},
  trigger: {},
  inFlight: { policy: "net", count: 0 },
  cooldown: {},
  failures: { count: 0, suspendAfter: 3 },
  paymentMethod: { required: false, type: null, autoCollect: null },
  amount: { credit: "50", charge: "50" },
  caps: {},
};

describe("the facts of each guard", () => {
  it("where the profile sets no conditions", () => {
    expect(facts(owed())).toStrictEqual(PLAIN);
  });

  it("where it sets all of them", () => {
    const profile = {
      customerId: "a1",
      activeFrom: "2026-01-01T00:00:00Z",
      activeUntil: "2027-01-01T00:00:00Z",
      currency: "USD",
      staleAfter: { value: 1, unit: "hour" },
      inFlight: "block",
      cooldown: { value: 1, unit: "day" },
      failures: { suspendAfter: 5 },
      requirePaymentMethod: true,
      caps: [{ window: { calendar: "month" }, maxCharge: "100" }],
    } as const;
    const account = {
      asOf: "2026-06-01T08:59:00Z",
      paymentMethod: { type: "card", autoCollect: true },
      topups: [past({ walletId: "w1" })],
    } as const;
    expect(facts(held(profile, account))).toStrictEqual({
      ...PLAIN,
      customer: { customerId: "a1" },
      activePeriod: { activeFrom: "2026-01-01T00:00:00.000Z", activeUntil: "2027-01-01T00:00:00.000Z" },
      currency: { required: "USD", actual: "USD" },
      wallet: { walletId: "w1", status: "active" },
      freshness: { asOf: "2026-06-01T08:59:00.000Z" },
      inFlight: { policy: "block", count: 0 },
      cooldown: { topupId: "t1", createdAt: "2026-05-31T09:00:00.000Z" },
      failures: { count: 0, suspendAfter: 5 },
      paymentMethod: { required: true, type: "card", autoCollect: true },
      caps: { charge: "50" },
    });
  });

  it("where what they ask for is not given", () => {
    const profile = {
      enabled: false,
      customerId: "a2",
      activeUntil: AT,
      currency: "USD",
      inFlight: "block",
      requirePaymentMethod: true,
    } as const;
    const topups = [past({ status: "pending", createdAt: "2026-06-01T10:00:00Z" })];
    expect(facts(owed(profile, { topups, paymentMethod: { type: "directDebit", autoCollect: false } }))).toStrictEqual({
      ...PLAIN,
      enabled: { enabled: false },
      customer: { customerId: "a2" },
      activePeriod: { activeFrom: null, activeUntil: AT },
      currency: { required: "USD", actual: "GBP" },
      freshness: { asOf: null, latest: "2026-06-01T10:00:00.000Z" },
      inFlight: { policy: "block", count: 1 },
      paymentMethod: { required: true, type: "directDebit", autoCollect: false },
    });
  });

  it("where the cap is exceeded by what was created before", () => {
    const caps = [{ window: { calendar: "year" }, maxCount: 1 }] as const;
    expect(facts(owed({ caps }, { topups: [past()] }))).toStrictEqual({
      ...PLAIN,
      caps: { window: "calendar year", maxCharge: null, usedCharge: "50", maxCount: 1, usedCount: 1 },
    });
  });

  it("where there is no wallet", () => {
    const profile = { currency: "USD", cooldown: { value: 1, unit: "day" } } as const;
    expect(facts(held(profile, { wallets: [] }))).toStrictEqual({
      ...PLAIN,
      currency: { required: "USD" },
      wallet: { walletId: null, candidates: 0 },
      inFlight: { policy: "net" },
      failures: {},
      amount: {},
    });
  });

  it("where one of several wallets is not named", () => {
    expect(facts(held({}, { wallets: [dollars(), dollars({ id: "w2" })] }))).toStrictEqual({
      ...PLAIN,
      wallet: { walletId: null, candidates: 2 },
      inFlight: { policy: "net" },
      failures: {},
      amount: {},
    });
  });

  it("where a figure is unknown", () => {
    expect(facts(owed({}, { owed: {} }))).toStrictEqual({ ...PLAIN, figures: { unknown: "outstanding" }, amount: {} });
  });

  it("where the target is met already", () => {
    expect(facts(owed({ topup: { mode: "toTarget", value: "430" } }))).toStrictEqual({ ...PLAIN, trigger: { credit: "0" }, amount: {} });
  });

  it("where nothing can be charged", () => {
    const topup = { mode: "fixedAmount", value: "50", min: "21", max: "29", step: "10" } as const;
    expect(facts(owed({ topup }))).toStrictEqual({ ...PLAIN, amount: { min: "21", max: "29", step: "10" } });
  });

  it("where it goes by a schedule", () => {
    expect(facts(scheduled())).toStrictEqual({
      ...PLAIN,
      trigger: { occurrence: AT, next: "2026-07-01T09:00:00.000Z", topupId: null },
    });
  });

  it("where no failures count", () => {
    expect(facts(owed({ failures: "none" }))).toStrictEqual({ ...PLAIN, failures: {} });
  });
});
