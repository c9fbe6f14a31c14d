import { Rules } from "./rules.js";
import type { Answer, Solver } from "./solver.js";
import { and, not, type Truth } from "./term.js";
import type { Case, Theorem } from "./theorem.js";
import { Valuation } from "./value.js";

/** What came of a claim. A refutation was computed again in exact fractions where its values are fractions. */
export type Verdict =
  | { readonly verdict: "proved"; readonly cases: number }
  | { readonly verdict: "refuted"; readonly by: string }
  | { readonly verdict: "unknown"; readonly why: string };

export interface Proof {
  readonly law: Verdict;
  readonly mutants: readonly { readonly name: string; readonly fate: Verdict }[];
}

export async function prove(theorem: Theorem, solver: Solver, seconds: number): Promise<Proof> {
  const corner = theorem.corner ?? [];
  const law = await judge(theorem.cases(new Rules()), (each) => judgeCase(each, corner, solver, seconds));
  const mutants: { name: string; fate: Verdict }[] = [];
  for (const [name, rules] of Object.entries(theorem.mutants)) {
    mutants.push({ name, fate: await judge(theorem.cases(rules), (each) => refute(each, corner, solver, seconds)) });
  }
  return { law, mutants };
}

/** One case that is refuted refutes all; one that is not decided leaves all undecided. */
async function judge(cases: readonly Case[], verdictOf: (each: Case) => Promise<Verdict>): Promise<Verdict> {
  const undecided: string[] = [];
  for (const each of cases) {
    const verdict = await verdictOf(each);
    if (verdict.verdict === "refuted") return verdict;
    if (verdict.verdict === "unknown") undecided.push(`${each.name}: ${verdict.why}`);
  }
  if (undecided.length > 0) return { verdict: "unknown", why: `${undecided.length} of ${cases.length} cases; ${undecided.join("; ")}` };
  return { verdict: "proved", cases: cases.length };
}

/** What cannot be supposed proves nothing, so its premises are held against an example too. */
async function judgeCase(each: Case, corner: readonly Truth[], solver: Solver, seconds: number): Promise<Verdict> {
  const verdict = await refute(each, [], solver, seconds);
  if (verdict.verdict !== "proved") return verdict;
  switch ((await solver.together([...each.premises, ...corner], seconds)).can) {
    case "hold":
      return verdict;
    case "not hold":
      return { verdict: "refuted", by: `${each.name}: the premises cannot hold` };
    case "not be told":
      return { verdict: "unknown", why: "proved, but its premises were not shown to be possible" };
  }
}

async function refute(
  { name, premises, claim, lemmas = [] }: Case,
  corner: readonly Truth[],
  solver: Solver,
  seconds: number,
): Promise<Verdict> {
  const answer = await solver.together([...premises, ...corner, ...lemmas, not(claim)], seconds);
  switch (answer.can) {
    case "hold":
      return refutation(name, premises, claim, answer);
    case "not be told":
      return { verdict: "unknown", why: answer.why };
    case "not hold":
      return { verdict: "proved", cases: 1 };
  }
}

function refutation(name: string, premises: readonly Truth[], claim: Truth, { values, text }: Answer & { can: "hold" }): Verdict {
  const valuation = new Valuation(values);
  const exactly = valuation.holdsOrNull(and(...premises, not(claim)));
  if (exactly === false) return { verdict: "unknown", why: `what the solver gives for one is no counterexample: ${text}` };
  return { verdict: "refuted", by: `${name}: ${text}${exactly === null ? " (with a figure that is no fraction)" : ""}` };
}
