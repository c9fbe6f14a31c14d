import {
  accountSchema,
  applyPlan,
  balanceSummary,
  drawDown,
  evaluate,
  limitUsage,
  parseAccount,
  parseProfile,
  planTopup,
  profileSchema,
  selectProfile,
  walletBalance,
  walletSources,
} from "../../../src/index.js";
import { drawDowns, due, selections, situations } from "../drawn.js";
import { shown } from "../recorded.js";
import { type Target, targetOf } from "./target.js";

const AT = "2026-06-01T09:00:00Z";
const STATUSES = ["pending", "paid", "failed", "voided", "unknown"];

const profiles = (): unknown[][] => {
  const scheduled = shown().map((trigger) => ({ id: "p1", trigger, topup: { mode: "fixedAmount", value: "25" } }));
  return [...situations().map(({ profile }) => [profile]), ...scheduled.map((profile) => [profile])];
};
const accounts = (): unknown[][] => situations().map(({ account }) => [account]);
const questions = (): unknown[][] => situations().map((each) => [each]);
const wallets = (): (readonly [wallet: unknown, at: unknown])[] =>
  situations().flatMap(({ account, at }) => (account.wallets ?? []).map((wallet) => [wallet, at] as const));

const pots = (): unknown[][] =>
  [null, { amount: "800", until: "2027-04-01T00:00:00Z" }, { until: "2027-02-01T00:00:00Z" }].map((rollover) => [
    {
      id: "b1",
      name: "Prepaid 2026",
      currency: "USD",
      startsAt: "2026-01-01T00:00:00Z",
      endsAt: "2027-01-01T00:00:00Z",
      rollover,
      transactions: [
        { id: "t1", amount: "1000", appliedAt: "2026-01-01T00:00:00Z", type: "credit" },
        { id: "t2", amount: "-250.5", appliedAt: "2026-05-01T00:00:00Z" },
        { id: "t3", amount: "-900", appliedAt: "2027-01-15T00:00:00Z" },
      ],
    },
    { at: AT },
  ]);

const hasIssues = (answer: unknown): boolean => (answer as { readonly issues?: unknown }).issues !== undefined;

/** The parsers, the engine and the ledger. */
export const engineTargets: readonly Target[] = [
  targetOf("parseProfile", 60, parseProfile, profiles),
  targetOf("parseAccount", 60, parseAccount, accounts),
  targetOf("profileSchema", 25, profileSchema["~standard"].validate, profiles, { isRefusal: hasIssues }),
  targetOf("accountSchema", 25, accountSchema["~standard"].validate, accounts, { isRefusal: hasIssues }),
  targetOf("evaluate", 60, evaluate, questions),
  targetOf("planTopup", 60, planTopup, questions),
  targetOf("selectProfile", 15, selectProfile, () => selections().map((each) => [each])),
  targetOf("applyPlan", 50, applyPlan, () =>
    due().map(({ situation: { account }, plan }, index) => [
      account,
      plan,
      { id: `new-${index}`, status: STATUSES[index % STATUSES.length] },
    ]),
  ),
  targetOf("walletBalance", 30, walletBalance, () => wallets().map(([wallet, at]) => [wallet, { at }])),
  targetOf("walletSources", 25, walletSources, () => wallets().map(([wallet]) => [wallet])),
  targetOf("limitUsage", 25, limitUsage, accounts),
  targetOf("drawDown", 40, drawDown, () => drawDowns().map((each) => [each])),
  targetOf("balanceSummary", 40, balanceSummary, pots),
];
