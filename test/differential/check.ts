import fc from "fast-check";
import { drawDownInput } from "../../src/testing/recipes/draw-down.js";
import { selection } from "../../src/testing/recipes/selection.js";
import { situation } from "../../src/testing/recipes/situation.js";
import { balances, decisions, drawnDown, plans, selections, usages } from "./answers.js";
import { assertAlike } from "./differences.js";

export interface Task {
  readonly subject: Subject;
  readonly seed: number;
  readonly runs: number;
}
export interface Finding {
  /** What came of the cases, each counted once. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Seed, path, shrunk counterexample and what differs. */
  readonly failure: string | null;
}

/** What engine and model are asked about, and how a number of cases of it is tried. */
export const subjects = { situations: situationsAlike, "draw-down": drawDownsAlike };

export type Subject = keyof typeof subjects;

export function check({ subject, seed, runs }: Task): Finding {
  const outcomes: Record<string, number> = {};
  const failure = subjects[subject]({ seed, numRuns: runs }, (outcome) => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  });
  return { outcomes: failure === null ? outcomes : {}, failure }; // shrinking has counted too
}

interface Drawing {
  readonly seed: number;
  readonly numRuns: number;
}
type Count = (outcome: string) => void;

/** What a plan contains anyway is asked about on its own for one situation in ten. */
function situationsAlike(drawing: Drawing, count: Count): string | null {
  const inFull = fc.property(situation, (drawn) => {
    const answers = plans(drawn);
    assertAlike(answers);
    count(answers.model.decision.reason);
  });
  const inPart = fc.property(situation, (drawn) => [decisions, balances, usages].forEach((answer) => assertAlike(answer(drawn))));
  const several = fc.property(selection, (drawn) => assertAlike(selections(drawn)));
  return (
    failureOf(fc.check(inFull, drawing)) ??
    failureOf(fc.check(inPart, { ...drawing, numRuns: Math.ceil(drawing.numRuns / 10) })) ??
    failureOf(fc.check(several, { ...drawing, numRuns: Math.ceil(drawing.numRuns / 20) }))
  );
}

function drawDownsAlike(drawing: Drawing, count: Count): string | null {
  const drawnAlike = fc.property(drawDownInput, (drawn) => {
    const answers = drawnDown(drawn);
    assertAlike(answers);
    const { charges, sources } = answers.model;
    if (sources.some(({ before, after }) => !before.startsWith("-") && after.startsWith("-"))) count("overdrawn");
    else if (charges.every(({ unpaid }) => unpaid === "0")) count("paidInFull");
    else count(charges.every(({ allocated }) => allocated === "0") ? "unpaid" : "paidInPart");
  });
  return failureOf(fc.check(drawnAlike, drawing));
}

function failureOf<Ts>(details: fc.RunDetails<Ts>): string | null {
  if (!details.failed) return null;
  const cause = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  return `${fc.defaultReportMessage(details)}\n\n${cause}`;
}
