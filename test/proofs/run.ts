import { isDeepStrictEqual, parseArgs } from "node:util";
import fc from "fast-check";
import manifest from "z3-solver/package.json" with { type: "json" };
import { type Proof, prove } from "./machine/prove.js";
import { type Solver, startSolver } from "./machine/solver.js";
import type { Theorem } from "./machine/theorem.js";
import { compared } from "./mirror/compare.js";
import { drawn } from "./mirror/drawn.js";
import { readAlike } from "./mirror/reading.js";
import { theorems } from "./theorems.js";

// npm run prove -- [--only T4] [--seconds 30]
const MIRRORED = 3000;
const READ = 40;
const SEED = 1;

const { values } = parseArgs({ options: { only: { type: "string", default: "" }, seconds: { type: "string", default: "30" } } });
const holds = await lead(values.only, Number(values.seconds));
process.exit(holds ? 0 : 1); // the solver's threads would keep the process

/** Proves and reports; false where a law is refuted, a mutant is not, or the formulas are not the engine's. */
async function lead(only: string, seconds: number): Promise<boolean> {
  const solver = await startSolver();
  console.log(`${solver.version} (z3-solver ${manifest.version}), ${seconds} s for each case`);
  if (!(await mirrors(solver, seconds))) return false;
  const proofs: Proof[] = [];
  for (const theorem of theorems.filter(({ name }) => name.startsWith(only))) {
    const proof = await prove(theorem, solver, seconds);
    proofs.push(proof);
    report(theorem, proof);
  }
  return close(proofs);
}

/** The formulas are worth their proofs only as long as they say what the engine does, and the solver reads them so. */
async function mirrors(solver: Solver, seconds: number): Promise<boolean> {
  const situations = fc.sample(drawn, { numRuns: MIRRORED, seed: SEED });
  const different = situations
    .map((each) => ({ each, ...compared(each) }))
    .find(({ engine, formulas }) => !isDeepStrictEqual(engine, formulas));
  if (different !== undefined) {
    console.log("formulas and engine differ", different);
    return false;
  }
  for (const each of situations.slice(0, READ)) {
    if (await readAlike(solver, each, seconds)) continue;
    console.log("the solver reads it otherwise", each);
    return false;
  }
  console.log(`formulas and engine agree in ${MIRRORED} drawn situations, solver and formulas in ${READ}\n`);
  return true;
}

function report({ name, says }: Theorem, { law, mutants }: Proof): void {
  switch (law.verdict) {
    case "proved":
      console.log(`proved   ${name}  ${says} (${law.cases} ${law.cases === 1 ? "case" : "cases"})`);
      break;
    case "refuted":
      console.log(`REFUTED  ${name}  ${says}\n         by ${law.by}`);
      break;
    case "unknown":
      console.log(`unknown  ${name}  ${says}\n         ${law.why}`);
  }
  for (const { name: wrong, fate } of mutants) {
    switch (fate.verdict) {
      case "refuted":
        console.log(`           mutant refuted: ${wrong} (${fate.by})`);
        break;
      case "proved":
        console.log(`           MUTANT NOT REFUTED: ${wrong}`);
        break;
      case "unknown":
        console.log(`           mutant undecided: ${wrong} (${fate.why})`);
    }
  }
}

function close(proofs: readonly Proof[]): boolean {
  const count = (verdicts: readonly { verdict: string }[], wanted: string): number =>
    verdicts.filter(({ verdict }) => verdict === wanted).length;
  const laws = proofs.map(({ law }) => law);
  const fates = proofs.flatMap(({ mutants }) => mutants.map(({ fate }) => fate));
  console.log(
    `\n${laws.length} theorems: ${count(laws, "proved")} proved, ${count(laws, "refuted")} refuted, ${count(laws, "unknown")} unknown; ` +
      `${fates.length} mutants: ${count(fates, "refuted")} refuted, ${count(fates, "proved")} not refuted, ${count(fates, "unknown")} undecided`,
  );
  return proofs.length > 0 && count(laws, "refuted") === 0 && count(fates, "proved") === 0;
}
