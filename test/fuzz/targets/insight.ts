import {
  compareProfiles,
  explain,
  lintProfile,
  type Plan,
  recommendProfile,
  simulate,
  type SimulateInput,
  type Simulation,
  worstCase,
} from "../../../src/index.js";
import { toSvg } from "../../../src/plot/index.js";
import { shortPlaying } from "../playing.js";
import { plans, played, situations } from "../drawn.js";
import { type Target, targetOf } from "./target.js";

const withAndWithoutAccount = (): unknown[][] =>
  situations().map(({ profile, account }, index) => (index % 2 ? [profile, account] : [profile]));

const told = (): unknown[][] =>
  plans().flatMap((plan: Plan, index) => {
    const { account } = situations()[index] as ReturnType<typeof situations>[number];
    const options = [{}, { account }, { locale: "de", timeZone: "Asia/Kolkata", detail: "reason" }, { catalogue: { locale: "en" } }];
    const [plain, known, german] = options;
    return [[plan, [plain, known, german][index % 3]], [plan.decision]];
  });

const simulations = (): unknown[][] => played().map((each) => [each]);

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
  played().map((each, index) => {
    const simulation = simulate(each);
    const looks = [
      {},
      { width: 320, theme: "dark", locale: "de", title: "Guthaben" },
      { height: 400, timeZone: "Asia/Tokyo", idPrefix: "a" },
    ];
    return [{ ...dataOf(simulation), steps: firstSteps(simulation).slice(0, 12) }, looks[index % looks.length]];
  });

const compared = (): unknown[][] =>
  played().map(({ profile, ...scenario }) => [
    { profiles: [profile, { ...profile, id: "p2", cooldown: { value: 1, unit: "day" } }], ...scenario },
  ]);

const recommended = (): unknown[][] =>
  ["5", "10", "20"].map((step) => [
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

/** What is there for people. These are dear, and get fewer documents. */
export const insightTargets: readonly Target[] = [
  targetOf("explain", 50, explain, told),
  targetOf("lintProfile", 3, lintProfile, withAndWithoutAccount),
  targetOf("worstCase", 5, worstCase, withAndWithoutAccount),
  targetOf("simulate", 6, playedThrough, simulations, { bound: shortPlaying }),
  targetOf("compareProfiles", 3, compareProfiles, compared, { bound: shortPlaying }),
  targetOf("recommendProfile", 1, recommendProfile, recommended, { bound: shortPlaying }),
  targetOf("toSvg", 8, toSvg, pictured),
];
