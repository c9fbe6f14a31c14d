import { type AccountInput, evaluate, type Outcome, type ProfileInput, type TopupRecord } from "auto-topup";

/** A profile against accounts, each at an instant of its own, as a caller's JSON has them. */
export interface Situation {
  readonly name: string;
  readonly profile: ProfileInput;
  readonly cases: readonly Case[];
}

export interface Case {
  readonly account: AccountInput;
  readonly at: string;
}

/** So many that no account, and no instant, is the one just seen. */
const CASES = 1009;
const AT = Date.parse("2025-06-18T08:00:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** At 80 % of the credit limit, back to 20 %; every guard is in use. */
export const owedProfile: ProfileInput = {
  id: "credit-80",
  currency: "GBP",
  activeFrom: "2024-01-01T00:00:00Z",
  trigger: { basis: "outstanding", type: "percentOfLimit", value: "80", referenceLimit: "credit" },
  topup: { mode: "toPercentOfLimit", value: "20" },
  settlement: { kind: "expectedPayment", autoCollect: true },
  cooldown: { value: 1, unit: "day" },
  caps: [{ window: { calendar: "month" }, maxCharge: "5000" }],
  requirePaymentMethod: true,
  staleAfter: { value: 1, unit: "day" },
};

/** A prepaid wallet: where 250 credits or fewer are held, back to 1,000 in packs of 50. */
export const walletProfile: ProfileInput = {
  id: "credits-250",
  currency: "credits",
  activeFrom: "2024-01-01T00:00:00Z",
  trigger: { basis: "balance", type: "absoluteAmount", value: "250" },
  topup: { mode: "toTarget", value: "1000", step: "50" },
  settlement: { kind: "invoice", autoCollect: true, netTermsDays: 14 },
  cooldown: { value: 1, unit: "day" },
  caps: [{ window: { rolling: { value: 30, unit: "day" } }, maxCharge: "500" }],
  requirePaymentMethod: true,
  staleAfter: { value: 1, unit: "day" },
};

export const owedNotDue = (): Situation => situation("owed, not due", "notDue", owedProfile, (at, index) => owing(701.35, at, index));
export const owedDue = (): Situation => situation("owed, due", "due", owedProfile, (at, index) => owing(951.35, at, index));
export const walletNotDue = (): Situation => situation("wallet, not due", "notDue", walletProfile, (at, index) => holding(420, at, index));
export const walletDue = (): Situation => situation("wallet, due", "due", walletProfile, (at, index) => holding(120, at, index));

/** In London, with three past top-ups: of last month, of this one, and a direct debit that is on its way. */
export function owing(outstanding: number, at: number, index: number): AccountInput {
  const topup = { profileId: "credit-80" };
  return {
    id: `customer-${index}`,
    currency: "GBP",
    timeZone: "Europe/London",
    asOf: text(at - 30 * MINUTE),
    owed: { outstanding: cents(outstanding, index), overdue: "0", unbilled: "88.10" },
    limits: { credit: "1000.00", unbilled: null },
    paymentMethod: { type: "directDebit", autoCollect: true, minCharge: "1" },
    topups: [
      { ...topup, id: "t1", charge: "610.25", createdAt: text(at - 49 * DAY), creditedAt: text(at - 46 * DAY), status: "paid" },
      { ...topup, id: "t2", charge: "588.40", createdAt: text(at - 9 * DAY), creditedAt: text(at - 6 * DAY), status: "paid" },
      { ...topup, id: "t3", charge: cents(120, index), createdAt: text(at - 4 * DAY), status: "pending" },
    ],
  };
}

/** In New York, with three lots, one of them expired, and three past top-ups, one of them on its way. */
export function holding(remaining: number, at: number, index: number): AccountInput {
  const topup = { profileId: "credits-250", walletId: "w1" };
  return {
    id: `customer-${index}`,
    currency: "USD",
    timeZone: "America/New_York",
    asOf: text(at - 30 * MINUTE),
    wallets: [
      {
        id: "w1",
        unit: "credits",
        rate: "0.01",
        lots: [
          {
            id: "l1",
            remaining: cents(remaining, index),
            initial: "1000",
            createdAt: text(at - 21 * DAY),
            expiresAt: text(at + 344 * DAY),
          },
          { id: "l2", remaining: "40.5", initial: "100", expiresAt: text(at + 184 * DAY), promotional: true },
          { id: "l3", remaining: "12", initial: "500", createdAt: text(at - 394 * DAY), expiresAt: text(at - 29 * DAY) },
        ],
        pendingUsage: "18.25",
      },
    ],
    paymentMethod: { type: "card", autoCollect: true },
    topups: [
      { ...topup, id: "t1", charge: "5.00", credit: "500", createdAt: text(at - 394 * DAY), status: "paid" },
      { ...topup, id: "t2", charge: "10.00", credit: "1000", createdAt: text(at - 9 * DAY), status: "paid" },
      { ...topup, id: "t3", charge: "0.50", credit: "50", createdAt: text(at - 4 * DAY), status: "pending" },
    ],
  };
}

/**
 * Due but for its cap, with so many paid top-ups, one every 30 minutes until four days ago, all of them in a
 * rolling window: either the cap holds them all, or half of them must leave it first.
 */
export function longHistory(records: number, caps: "pass" | "block"): Situation {
  const window = { rolling: { value: 365, unit: "day" } } as const;
  const cap = caps === "pass" ? { window, maxCharge: "1000000" } : { window, maxCount: Math.floor(records / 2) };
  const account = (at: number): AccountInput => ({ ...owing(951.35, at, 0), topups: paidTopups(records, at - 4 * DAY) });
  const outcome = caps === "pass" ? "due" : "blocked";
  return situation(`${records} records, cap ${caps}`, outcome, { ...owedProfile, caps: [cap] }, account, 1);
}

function paidTopups(count: number, newest: number): TopupRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const createdAt = text(newest - index * 30 * MINUTE);
    return { id: `t${index}`, profileId: "credit-80", charge: cents(1, index), createdAt, creditedAt: createdAt, status: "paid" };
  });
}

function situation(
  name: string,
  outcome: Outcome,
  profile: ProfileInput,
  account: (at: number, index: number) => AccountInput,
  count: number = CASES,
): Situation {
  const cases = Array.from({ length: count }, (_, index) => {
    const at = AT + index * 1000;
    return { account: account(at, index), at: text(at) };
  });
  for (const each of cases) {
    const decision = evaluate({ profile, ...each });
    // To time a wrong answer would be to measure nothing.
    if (decision.outcome !== outcome) throw new Error(`${name}: ${decision.outcome}, ${decision.reason}`);
  }
  return { name, profile, cases };
}

function text(ms: number): string {
  return new Date(ms).toISOString();
}

function cents(amount: number, index: number): string {
  return (amount + (index % 100) / 100).toFixed(2);
}
