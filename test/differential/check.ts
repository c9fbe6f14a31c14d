import fc from "fast-check";
import { selection } from "../arbitraries/selection.js";
import { situation } from "../arbitraries/situation.js";
import { modelPlan, type ModelInput } from "../model/index.js";
import { balances, decisions, plans, selections, usages } from "./answers.js";
import { assertAlike } from "./differences.js";

export interface Task {
  readonly seed: number;
  readonly runs: number;
}
export interface Finding {
  readonly reasons: Readonly<Record<string, number>>;
  /** Seed, path, shrunk counterexample and what differs. */
  readonly failure: string | null;
}

/** Tries so many situations; what a plan contains anyway is asked about on its own for one in ten of them. */
export function check({ seed, runs }: Task): Finding {
  const reasons: Record<string, number> = {};
  const inFull = fc.property(situation, (drawn) => {
    const { reason } = modelPlan(drawn as ModelInput).decision;
    assertAlike(plans(drawn));
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  });
  const inPart = fc.property(situation, (drawn) => [decisions, balances, usages].forEach((answer) => assertAlike(answer(drawn))));
  const several = fc.property(selection, (drawn) => assertAlike(selections(drawn)));
  const failure =
    failureOf(fc.check(inFull, { seed, numRuns: runs })) ??
    failureOf(fc.check(inPart, { seed, numRuns: Math.ceil(runs / 10) })) ??
    failureOf(fc.check(several, { seed, numRuns: Math.ceil(runs / 20) }));
  return { reasons: failure === null ? reasons : {}, failure }; // shrinking has counted too
}

function failureOf<Ts>(details: fc.RunDetails<Ts>): string | null {
  if (!details.failed) return null;
  const cause = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  return `${fc.defaultReportMessage(details)}\n\n${cause}`;
}
