import { planTopup } from "../../../src/index.js";
import * as m3ter from "../../../src/vendors/m3ter/index.js";
import { example, recorded } from "../recorded.js";
import type { Target } from "./target.js";
import { AT, target } from "./vendor-target.js";

interface M3terCase {
  readonly balance: m3ter.M3terBalance;
  readonly transactions: readonly m3ter.M3terTransaction[];
  readonly rule: m3ter.M3terBalanceRule;
  readonly at: string;
}

const m3terCases: readonly M3terCase[] = [...recorded<M3terCase>("m3ter"), example<M3terCase>("m3ter")];
const TYPE = "0d9a4b1c-7a53-4a5e-b3f0-6b1d0f7c8e22";

const commitments = (): m3ter.M3terCommitment[] => [
  {
    id: "com_1",
    accountId: "acc_1",
    amount: 12000,
    amountSpent: 4500.5,
    currency: "USD",
    startDate: "2026-01-01",
    endDate: "2027-01-01",
    feeDates: [
      { date: "2026-04-01", amount: 3000, servicePeriodStartDate: "2026-04-01T00:00:00Z", servicePeriodEndDate: "2026-07-01T00:00:00Z" },
    ],
  },
];
const balances = (): m3ter.M3terBalance[] => m3terCases.map(({ balance }) => balance);
const m3terPlans = (): unknown[] =>
  m3terCases.map(({ balance, rule, at }) =>
    planTopup({
      profile: m3ter.profileForBalance(balance, rule),
      account: { id: balance.accountId, currency: balance.currency, wallets: [m3ter.walletFromBalance(balance, { at, available: "1" })] },
      at,
    }),
  );

export const m3terTargets: readonly Target[] = [
  target("m3ter parseM3terBalance", m3ter.parseM3terBalance, () => balances().map((balance) => [balance])),
  target("m3ter parseM3terTransactions", m3ter.parseM3terTransactions, () => m3terCases.map(({ transactions }) => [transactions])),
  target("m3ter parseM3terCommitment", m3ter.parseM3terCommitment, () => commitments().map((each) => [each])),
  target("m3ter sourceFromCommitment", m3ter.sourceFromCommitment, () =>
    commitments().map((each) => [each, { timeZone: "Europe/London", spent: "10" }]),
  ),
  target("m3ter sourceFromBalance", m3ter.sourceFromBalance, () => balances().map((balance) => [balance, { remaining: "12.5" }])),
  target("m3ter walletFromBalance", m3ter.walletFromBalance, () =>
    m3terCases.map(({ balance, at }) => [balance, { at, available: "50", pendingUsage: "1", rate: "1" }]),
  ),
  target("m3ter potFromBalance", m3ter.potFromBalance, () =>
    m3terCases.map(({ balance, transactions }) => [balance, transactions, { beforeStart: "atStart" }]),
  ),
  target("m3ter profileForBalance", m3ter.profileForBalance, () => m3terCases.map(({ balance, rule }) => [balance, rule])),
  target("m3ter topupsFromTransactions", m3ter.topupsFromTransactions, () =>
    m3terCases.map(({ transactions, balance: { id } }) => [transactions, { balanceId: id, transactionTypeId: TYPE, profileId: "p1" }]),
  ),
  target("m3ter transactionFromPlan", m3ter.transactionFromPlan, () =>
    m3terPlans().map((plan) => [plan, { orgId: "org_1", transactionTypeId: TYPE, description: "Top-up", appliedDate: AT }]),
  ),
  target("m3ter transactionOfPlan", m3ter.transactionOfPlan, () => {
    const made = m3terPlans();
    return m3terCases.map(({ transactions }, index) => [transactions, made[index]]);
  }),
  target("m3ter drawOrderFrom", m3ter.drawOrderFrom, () => [
    [
      {
        organization: { creditApplicationOrder: ["PREPAYMENT", "BALANCE"] },
        account: { creditApplicationOrder: ["BALANCE"] },
        inHierarchy: true,
      },
    ],
    [{ organization: { creditApplicationOrder: ["BALANCE"] }, account: { parentAccountId: "acc_0" } }],
  ]),
  target("m3ter overageSurcharge", m3ter.overageSurcharge, () => [[{ overageSurchargePercent: 10 }, { unpaid: "10" }]]),
];
