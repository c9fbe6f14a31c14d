import type { Decision, Outcome, Reason } from "../../../src/index.js";
import type { Simulation } from "../../../src/insight/simulation/simulate.js";
import type { SettledTopup, SimulationStep } from "../../../src/insight/simulation/step.js";

export const FROM = "2026-06-01T00:00:00.000Z";
export const TO = "2026-07-01T00:00:00.000Z";

/** What a step says, in short: `figure` is what there is after it, and before the top-up unless `reached` says otherwise. */
export interface Told {
  readonly at: string;
  readonly figure: string | null;
  readonly reached?: string | null;
  readonly threshold?: string | null;
  readonly limit?: string | null;
  readonly outcome?: Outcome;
  readonly reason?: Reason;
  readonly attempted?: SettledTopup;
  readonly settled?: readonly SettledTopup[];
}

const OWED = { outstanding: null, overdue: null, unbilled: null };

export function step({ at, figure, reached = figure, threshold = "10", limit = null, ...told }: Told): SimulationStep {
  return {
    at,
    events: [],
    settled: told.settled ?? [],
    before: { figure: reached, owed: OWED, balances: {} },
    reached,
    after: { figure, owed: OWED, balances: {} },
    threshold,
    limit,
    decision: told.outcome === undefined ? null : decision(at, told.outcome, told.reason ?? "thresholdNotReached"),
    plan: null,
    attempted: told.attempted ?? null,
  };
}

function decision(at: string, outcome: Outcome, reason: Reason): Decision {
  return {
    version: 1,
    profileId: "p1",
    accountId: "a1",
    walletId: "w1",
    at,
    outcome,
    reason,
    trigger: null,
    checks: [],
    nextEligibleAt: null,
  };
}

/** A simulation of a wallet in dollars over June that says these steps; no summary is ever asked for. */
export function simulation(steps: Iterable<SimulationStep>, over: Partial<Simulation> = {}): Simulation {
  return {
    profileId: "p1",
    accountId: "a1",
    currency: "USD",
    unit: "USD",
    basis: "balance",
    timeZone: "UTC",
    from: FROM,
    to: TO,
    steps,
    summary: () => {
      throw new Error("a picture needs no summary");
    },
    ...over,
  };
}

export function topup(topupId: string, status: SettledTopup["status"], charge = "50.00"): SettledTopup {
  return { topupId, status, charge };
}
