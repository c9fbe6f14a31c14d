import { type Context, init, type Model } from "z3-solver";
import { divide, negate, type Rational, rational } from "../../model/rational.js";
import { Script } from "./script.js";
import type { RealVariable, Truth } from "./term.js";

/** Whether formulas can hold together, and where they can, one way. A value that is no fraction is left out of it. */
export type Answer =
  | { readonly can: "hold"; readonly values: ReadonlyMap<string, Rational>; readonly text: string }
  | { readonly can: "not hold" }
  | { readonly can: "not be told"; readonly why: string };

/** An SMT solver at work. Its threads never end by themselves: the process has to be left. */
export interface Solver {
  readonly version: string;
  together(claims: readonly Truth[], seconds: number): Promise<Answer>;
}

export async function startSolver(): Promise<Solver> {
  const { Context, Z3 } = await init();
  const context = Context("main");
  return {
    version: Z3.get_full_version(),
    together: (claims, seconds) => ask(context, claims, seconds),
  };
}

async function ask(context: Context<"main">, claims: readonly Truth[], seconds: number): Promise<Answer> {
  const script = new Script();
  for (const claim of claims) script.assert(claim);
  const solver = new context.Solver();
  try {
    solver.set("timeout", seconds * 1000);
    solver.fromString(script.text());
    switch (await solver.check()) {
      case "unsat":
        return { can: "not hold" };
      case "unknown":
        return { can: "not be told", why: solver.reasonUnknown() };
      case "sat":
        return valuesIn(solver.model(), script.variables(), context);
    }
  } finally {
    solver.release();
  }
}

function valuesIn(model: Model<"main">, variables: readonly RealVariable[], { Int, Real }: Context<"main">): Answer {
  const values = new Map<string, Rational>();
  const texts = variables.map(({ name, whole }) => {
    const written = model.eval(whole ? Int.const(name) : Real.const(name), true).sexpr();
    const value = fraction(written);
    if (value !== null) values.set(name, value);
    return `${name} = ${value === null ? written : fractionText(value)}`;
  });
  return { can: "hold", values, text: texts.join(", ") };
}

/** Of `2`, `(- 1.5)` or `(/ 1.0 3.0)`; null for what is no fraction: a root. */
function fraction(written: string): Rational | null {
  if (/^\d+(\.\d+)?$/.test(written)) return rational(written);
  const [, opposite] = /^\(- (.+)\)$/.exec(written) ?? [];
  if (opposite !== undefined) return opposed(fraction(opposite));
  const [, n, d] = /^\(\/ ([\d.]+) ([\d.]+)\)$/.exec(written) ?? [];
  return n === undefined || d === undefined ? null : divide(rational(n), rational(d));
}

function opposed(value: Rational | null): Rational | null {
  return value && negate(value);
}

function fractionText({ n, d }: Rational): string {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return d === a ? String(n / a) : `${n / a}/${d / a}`;
}
