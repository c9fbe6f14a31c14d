import {
  accountSchema,
  applyPlan,
  balanceSummary,
  compareProfiles,
  drawDown,
  evaluate,
  explain,
  limitUsage,
  lintProfile,
  parseAccount,
  parseProfile,
  type Plan,
  planTopup,
  profileSchema,
  recommendProfile,
  selectProfile,
  simulate,
  type SimulateInput,
  type Simulation,
  walletBalance,
  walletSources,
  worstCase,
} from "../../src/index.js";
import { toSvg } from "../../src/plot/index.js";
import { shortPlaying } from "./playing.js";
import { drawDowns, due, plans, played, selections, shown, situations } from "./recorded.js";
import { type Target, targetOf } from "./target.js";
import { vendorTargets } from "./vendor-targets.js";

const AT = "2026-06-01T09:00:00Z";
const STATUSES = ["pending", "paid", "failed", "voided", "unknown"];

const profiles = (): unknown[][] => {
  const scheduled = shown().map((trigger) => ({ id: "p1", trigger, topup: { mode: "fixedAmount", value: "25" } }));
  return [...situations.map(({ profile }) => [profile]), ...scheduled.map((profile) => [profile])];
};
const accounts = (): unknown[][] => situations.map(({ account }) => [account]);
const questions = (): unknown[][] => situations.map((each) => [each]);
const wallets = (): (readonly [wallet: unknown, at: unknown])[] =>
  situations.flatMap(({ account, at }) => (account.wallets ?? []).map((wallet) => [wallet, at] as const));
const withAndWithoutAccount = (): unknown[][] =>
  situations.map(({ profile, account }, index) => (index % 2 ? [profile, account] : [profile]));

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

const told = (): unknown[][] =>
  plans.flatMap((plan: Plan, index) => {
    const { account } = situations[index] as (typeof situations)[number];
    const options = [{}, { account }, { locale: "de", timeZone: "Asia/Kolkata", detail: "reason" }, { catalogue: { locale: "en" } }];
    const [plain, known, german] = options;
    return [[plan, [plain, known, german][index % 3]], [plan.decision]];
  });

const simulations = (): unknown[][] => played.map((each) => [each]);

/** Plays on while the steps come, up to so many. */
const MOST_STEPS = 300;
function playedThrough(input: SimulateInput): unknown {
  const simulation = simulate(input);
  return { ...dataOf(simulation), steps: firstSteps(simulation), summary: simulation.summary() };
}

function dataOf(simulation: Simulation): object {
  return Object.fromEntries(Object.entries(simulation).filter(([key]) => key !== "steps" && key !== "summary"));
}

function firstSteps({ steps }: Simulation): unknown[] {
  const taken = [];
  for (const step of steps) if (taken.push(step) >= MOST_STEPS) break;
  return taken;
}

const pictured = (): unknown[][] =>
  played.map((each, index) => {
    const simulation = simulate(each);
    const looks = [
      {},
      { width: 320, theme: "dark", locale: "de", title: "Guthaben" },
      { height: 400, timeZone: "Asia/Tokyo", idPrefix: "a" },
    ];
    return [{ ...dataOf(simulation), steps: firstSteps(simulation).slice(0, 12) }, looks[index % looks.length]];
  });

const compared = (): unknown[][] =>
  played.map(({ profile, ...scenario }) => [
    { profiles: [profile, { ...profile, id: "p2", cooldown: { value: 1, unit: "day" } }], ...scenario },
  ]);

const recommended = (): unknown[][] =>
  ["1", "5", "10"].map((step) => [
    {
      profile: {
        id: "p1",
        trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
        topup: { mode: "fixedAmount", value: "50" },
        settlement: { kind: "grant" },
      },
      account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "20" }] },
      timeline: [{ type: "usageRate", amount: "12", per: { value: 1, unit: "day" } }],
      from: "2026-06-01T00:00:00Z",
      to: "2026-06-03T00:00:00Z",
      evaluateOn: { everyMinutes: 480 },
      payments: { settleAfter: { value: 6, unit: "hour" } },
      step,
      maxThreshold: "40",
      maxAmount: "60",
    },
  ]);

const hasIssues = (answer: unknown): boolean => (answer as { readonly issues?: unknown }).issues !== undefined;

/** Every public function that takes a document. The dear ones get fewer. */
export const targets: readonly Target[] = [
  targetOf("parseProfile", 60, parseProfile, profiles),
  targetOf("parseAccount", 60, parseAccount, accounts),
  targetOf("profileSchema", 25, profileSchema["~standard"].validate, profiles, { isRefusal: hasIssues }),
  targetOf("accountSchema", 25, accountSchema["~standard"].validate, accounts, { isRefusal: hasIssues }),
  targetOf("evaluate", 60, evaluate, questions),
  targetOf("planTopup", 60, planTopup, questions),
  targetOf("selectProfile", 15, selectProfile, () => selections.map((each) => [each])),
  targetOf("applyPlan", 50, applyPlan, () =>
    due.map(({ situation: { account }, plan }, index) => [
      account,
      plan,
      { id: `new-${index}`, status: STATUSES[index % STATUSES.length] },
    ]),
  ),
  targetOf("walletBalance", 30, walletBalance, () => wallets().map(([wallet, at]) => [wallet, { at }])),
  targetOf("walletSources", 25, walletSources, () => wallets().map(([wallet]) => [wallet])),
  targetOf("limitUsage", 25, limitUsage, accounts),
  targetOf("drawDown", 40, drawDown, () => drawDowns.map((each) => [each])),
  targetOf("balanceSummary", 40, balanceSummary, pots),
  targetOf("explain", 50, explain, told),
  targetOf("lintProfile", 6, lintProfile, withAndWithoutAccount),
  targetOf("worstCase", 6, worstCase, withAndWithoutAccount),
  targetOf("simulate", 6, playedThrough, simulations, { bound: shortPlaying }),
  targetOf("compareProfiles", 3, compareProfiles, compared, { bound: shortPlaying }),
  targetOf("recommendProfile", 1, recommendProfile, recommended, { bound: shortPlaying }),
  targetOf("toSvg", 15, toSvg, pictured),
  ...vendorTargets,
];
