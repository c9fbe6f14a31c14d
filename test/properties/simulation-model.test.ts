import { describe, expect, it } from "vitest";
import { outcomeOf, type Payments, paymentsSchema } from "../../src/insight/simulation/payments.js";
import { readWith, valueOf } from "../../src/base/parser.js";
import type { Schema } from "../../src/base/schema.js";
import {
  type AccountInput,
  type Decision,
  type Plan,
  planTopup,
  simulate,
  type SimulateInput,
  type SimulationStep,
  type TimelineEventInput,
} from "../../src/index.js";
import { scenarios } from "../../src/testing/recipes/scenario/scenarios.js";
import { assertAlike } from "../differential/differences.js";
import { type ModelScenario, type ModelStep, modelStart, modelSteps, modelSummary } from "../model/simulation.js";
import { holds } from "./support/law.js";
import { isWithinReach } from "./support/situations.js";

/** More payments than any of these scenarios makes. */
const MANY = 200;

/** Which payments chance decides is the library's own; the model is told. */
function scripted(scenario: SimulateInput): ModelScenario {
  const read = valueOf(readWith(paymentsSchema as Schema<Payments>, scenario.payments));
  const outcomes = Array.from({ length: MANY }, (_, n) => outcomeOf(read, n));
  return { ...scenario, payments: { ...scenario.payments, outcomes } } as ModelScenario;
}

const eventText = (event: TimelineEventInput): string => {
  switch (event.type) {
    case "usageRate":
      return "a rate is told by its steps";
    case "limit":
      return `${event.type} ${event.name} ${event.value}`;
    case "paymentMethod":
      return `${event.type} ${event.paymentMethod?.type}`;
    case "usage":
    case "invoice":
    case "payment":
      return `${event.type} ${event.amount ?? null}`;
  }
};

/** The model leaves out the figures behind a check, and which basis a top-up moves. */
const decided = (decision: Decision | null) =>
  decision && {
    ...decision,
    checks: decision.checks.map(({ guard, passed, reason, eligibleAt }) => ({ guard, passed, reason, eligibleAt })),
  };

const planned = (plan: Plan | null) => {
  if (plan?.outcome !== "topup") return plan && { ...plan, decision: decided(plan.decision) };
  const { basis: _, ...topup } = plan.topup;
  return { ...plan, topup, decision: decided(plan.decision) };
};

const played = ({ at, events, settled, before, reached, after, threshold, limit, decision, plan, attempted }: SimulationStep) => ({
  at,
  events: events.map(eventText),
  settled,
  before,
  reached,
  after,
  threshold,
  limit,
  decision: decided(decision),
  plan: planned(plan),
  attempted,
});

const modelled = (start: ReturnType<typeof modelStart>) => (step: ModelStep, index: number, steps: readonly ModelStep[]) => ({
  at: new Date(step.ms).toISOString(),
  events: step.events.map(eventText),
  settled: step.settled,
  before: index === 0 ? start : figuresAfter(steps[index - 1] as ModelStep),
  reached: step.reached.figure,
  after: figuresAfter(step),
  threshold: step.after.threshold,
  limit: step.after.limit,
  decision: step.decision,
  plan: step.plan,
  attempted: step.attempted,
});

const figuresAfter = ({ after, owed, balances }: ModelStep) => ({ figure: after.figure, owed, balances });

describe("a simulation and the naive one, which forgets nothing, tell the same", () => {
  it("step by step, what the engine says of the account itself, and what it came to", () => {
    const seen = { topups: 0, settled: 0, failed: 0, expired: 0, dry: 0, crowded: 0 };
    holds(
      scenarios,
      (scenario) => {
        const simulation = simulate(scenario);
        const steps = [...simulation.steps];
        const model = modelSteps(scripted(scenario));
        assertAlike({ engine: steps.map(played), model: model.map(modelled(modelStart(scripted(scenario)))) });
        const { profileId: _, accountId: __, from: ___, to: ____, currency: _____, unit: ______, ...summary } = simulation.summary();
        assertAlike({ engine: summary, model: modelSummary(scripted(scenario), model) });

        model.forEach(({ account }, index) => {
          const { at, plan } = steps[index] as SimulationStep;
          if (plan !== null && isWithinReach(account))
            expect(plan).toEqual(planTopup({ profile: scenario.profile, account: account as AccountInput, at }));
        });

        seen.topups += summary.topups.attempted;
        seen.settled += steps.filter(({ settled }) => settled.length > 0).length;
        seen.failed += summary.topups.failed;
        seen.expired += summary.expired === "0" ? 0 : 1;
        seen.dry += summary.daysWithoutFunds > 0 ? 1 : 0;
        seen.crowded += steps.filter(({ events, settled }) => events.length + settled.length > 1).length;
        return summary.topups.attempted > 0;
      },
      { runs: 100, exercised: 20, costly: true },
    );
    if (process.env.TZ === "UTC") for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
  });
});
