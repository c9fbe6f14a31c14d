import type { ProfileInput, ScenarioInput, TimelineEventInput } from "auto-topup";

const trigger = { basis: "balance", type: "absoluteAmount" } as const;
const settlement = { kind: "expectedPayment", autoCollect: true } as const;

/** Little and often, and much and seldom. */
export const profiles: readonly ProfileInput[] = [
  {
    id: "little-and-often",
    trigger: { ...trigger, value: "20" },
    topup: { mode: "fixedAmount", value: "50" },
    settlement,
    cooldown: { value: 1, unit: "day" },
  },
  {
    id: "fill-to-400",
    trigger: { ...trigger, value: "140" },
    topup: { mode: "toTarget", value: "400" },
    settlement,
    cooldown: { value: 1, unit: "day" },
    caps: [{ window: { calendar: "month" }, maxCharge: "900" }],
  },
];

/**
 * A customer in London who pays by direct debit: two days until it is known, and one in twenty is declined. Usage
 * goes on at 12 a day, and a project in spring takes 25 more on each of its weekdays.
 */
export const scenario: ScenarioInput = {
  account: {
    id: "customer-in-london",
    currency: "GBP",
    timeZone: "Europe/London",
    wallets: [{ id: "main", unit: "GBP", balance: "120" }],
    paymentMethod: { type: "directDebit", autoCollect: true },
  },
  timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }, ...project()],
  from: "2025-01-01T00:00:00Z",
  to: "2026-01-01T00:00:00Z",
  evaluateOn: { everyMinutes: 10 },
  payments: { settleAfter: { value: 2, unit: "day" }, declineRate: 5, seed: 11 },
  costPerCharge: "0.20",
};

/** At noon on each weekday from 3 March to 25 April. */
function project(): TimelineEventInput[] {
  const days = Array.from({ length: 8 * 7 }, (_, day) => day).filter((day) => day % 7 < 5);
  return days.map((day) => ({ type: "usage", at: new Date(Date.UTC(2025, 2, 3 + day, 12)), amount: "25" }));
}
