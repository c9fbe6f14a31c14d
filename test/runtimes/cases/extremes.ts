import type { AccountInput, EvaluateInput, ProfileInput, TopupRuleInput } from "auto-topup";

const AT = "2025-06-01T09:00:00Z";

/** All the digits that an amount may have, the least one, thirds, and what a binary number cannot hold. */
const AMOUNTS = [
  "99999999999999999999.99999999999999999999",
  "12345678901234567890.12345678901234567891",
  "0.00000000000000000001",
  "33.33333333333333333333",
  "9007199254740993",
  "0.1",
  "0",
] as const;
const PERCENTS = [
  "0",
  "0.00000000000000000001",
  "33.33333333333333333333",
  "66.66666666666666666667",
  "99.99999999999999999999",
  "100",
  "250",
] as const;
const UNITS = [
  { currency: "USD", unit: "USD" },
  { currency: "JPY", unit: "JPY" },
  { currency: "KWD", unit: "credits", rate: "0.07", scale: 12 },
  { currency: "USD", unit: "tokens", rate: "0.00000000000000000003", scale: 0 },
] as const;

/** Every such limit with every such percent, owed and held, at a figure beside the threshold. */
export function extremes(): EvaluateInput[] {
  return AMOUNTS.flatMap((limit, row) =>
    PERCENTS.flatMap((percent, column) => {
      const boundary = (row + column) % 2 === 0 ? "inclusive" : "exclusive";
      return [owed(limit, percent, boundary, row), held(limit, percent, boundary, row + column)];
    }),
  );
}

function owed(limit: string, percent: string, boundary: "inclusive" | "exclusive", row: number): EvaluateInput {
  const profile: ProfileInput = {
    id: "p1",
    trigger: { basis: "overdue", type: "percentOfLimit", value: percent, referenceLimit: "credit", boundary },
    topup: { mode: "toPercentOfLimit", value: row % 2 === 0 ? "0" : "12.34567890123456789012" },
  };
  const account: AccountInput = { id: "a1", currency: "CLF", owed: { overdue: limit, outstanding: "-0.5" }, limits: { credit: limit } };
  return { profile, account, at: AT };
}

function held(limit: string, percent: string, boundary: "inclusive" | "exclusive", turn: number): EvaluateInput {
  const { currency, ...wallet } = UNITS[turn % UNITS.length] as (typeof UNITS)[number];
  const topups: TopupRuleInput[] = [
    { mode: "toTarget", value: limit },
    { mode: "fixedAmount", value: "0.07", repeat: "untilClear" },
    { mode: "toPercentOfLimit", value: "150", step: "7", max: "1000000" },
  ];
  const profile: ProfileInput = {
    id: "p1",
    trigger: { basis: "balance", type: "percentOfLimit", value: percent, referenceLimit: "plan", boundary },
    topup: topups[turn % topups.length] as TopupRuleInput,
    caps: [{ window: { calendar: "month" }, maxCharge: "99999999999999999999", onExceed: "reduce" }],
  };
  const balance = turn % 2 === 0 ? `-${limit}` : "0.00000000000000000001";
  return { profile, account: { id: "a1", currency, limits: { plan: limit }, wallets: [{ id: "w1", ...wallet, balance }] }, at: AT };
}
