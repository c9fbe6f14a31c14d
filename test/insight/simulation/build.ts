import { readKeys } from "../../../src/base/parser.js";
import { type AccountInput, type ProfileInput, simulate, type SimulateInput, type SimulationStep } from "../../../src/index.js";
import { type Scenario, scenarioReaders } from "../../../src/insight/simulation/read-scenario.js";
import { heldProfile } from "../../support/build.js";

/** An instant of June 2026: `june(3)` is the third at midnight, UTC. */
export const june = (day: number, time = "00:00:00.000"): string => `2026-06-${String(day).padStart(2, "0")}T${time}Z`;

type WalletInput = NonNullable<AccountInput["wallets"]>[number];

export const holding = (...wallets: readonly WalletInput[]): AccountInput => ({ id: "a1", currency: "USD", wallets });

export const wallet = (over: object = {}): AccountInput =>
  holding({ id: "w1", unit: "USD", ...("lots" in over ? {} : { balance: "30" }), ...over });

export const owing = (owed: AccountInput["owed"], over: Partial<AccountInput> = {}): AccountInput => ({
  id: "a1",
  currency: "USD",
  owed,
  limits: { credit: "100" },
  ...over,
});

/** Fires where $10 or less of the limit is left, and then adds $50. */
export const owingProfile = (over: Partial<ProfileInput> = {}): ProfileInput => ({
  id: "p1",
  trigger: { basis: "outstanding", type: "absoluteAmount", value: "10", referenceLimit: "credit" },
  topup: { mode: "fixedAmount", value: "50" },
  ...over,
});

/** Nine days of June, a wallet with $30, a profile that adds $50 at $10. Asked at each event. */
export const scenario = (over: Partial<SimulateInput> = {}): SimulateInput => ({
  profile: heldProfile(),
  account: wallet(),
  from: june(1),
  to: june(10),
  evaluateOn: "event",
  ...over,
});

/** The same, read; whose profile is of no concern. */
export const readScenario = (over: Partial<SimulateInput> = {}): Scenario => {
  const { profile: _, ...given } = scenario(over);
  return readKeys<Scenario>(given, scenarioReaders);
};

/** A profile that never tops up: what happens is the timeline's alone. */
export const idle: ProfileInput = heldProfile({ enabled: false });
export const idleOwing: ProfileInput = owingProfile({ enabled: false });

export const stepsOf = (input: Partial<SimulateInput>): SimulationStep[] => [...simulate(scenario(input)).steps];
export const summaryOf = (input: Partial<SimulateInput>) => simulate(scenario(input)).summary();

/** The watched figure after each step: `06-03 12:00 = 5`. */
export const course = (input: Partial<SimulateInput>): string[] => stepsOf(input).map(({ at, after }) => `${shown(at)} = ${after.figure}`);

/** What was owed after each step: outstanding, overdue, unbilled. */
export const debts = (input: Partial<SimulateInput>): string[] =>
  stepsOf(input).map(({ at, after: { owed } }) => `${shown(at)} = ${owed.outstanding} ${owed.overdue} ${owed.unbilled}`);

/** When what was attempted, and what became of it later. */
export const attempts = (input: Partial<SimulateInput>): string[] =>
  stepsOf(input).flatMap(({ at, attempted, settled }) => [
    ...settled.map(({ topupId, status }) => `${shown(at)} ${topupId} is ${status}`),
    ...(attempted === null ? [] : [`${shown(at)} ${attempted.topupId} for ${attempted.charge}: ${attempted.status}`]),
  ]);

const shown = (at: string): string => at.slice(5, at.endsWith(":00.000Z") ? 16 : 23).replace("T", " ");
