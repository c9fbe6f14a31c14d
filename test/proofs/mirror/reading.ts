import type { Solver } from "../machine/solver.js";
import { and, equals, not, number, same, TRUE, FALSE } from "../machine/term.js";
import { Valuation } from "../machine/value.js";
import type { Drawn } from "./drawn.js";
import { answerOf } from "./formulas.js";

/** Whether the solver makes of the formulas' text what exact fractions make of the formulas. */
export async function readAlike(solver: Solver, drawn: Drawn, seconds: number): Promise<boolean> {
  const { distance, wanted, credit, charge, due } = answerOf(drawn);
  const valuation = new Valuation(new Map());
  const figures = valuation.holds(due) ? [distance, wanted, credit, charge] : [distance];
  const alike = and(same(due, valuation.holds(due) ? TRUE : FALSE), ...figures.map((each) => equals(each, number(valuation.of(each)))));
  return (await solver.together([not(alike)], seconds)).can === "not hold";
}
