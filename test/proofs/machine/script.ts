import type { Rational } from "../../model/rational.js";
import type { Real, RealVariable, Truth } from "./term.js";

/** A formula in SMT-LIB's words. What is whole is kept among the whole numbers: mixed sums leave the solver without an end. */
interface Written {
  readonly text: string;
  readonly sort: "Int" | "Real" | "Bool";
}

const OPERATORS = { plus: "+", minus: "-", times: "*", lessThan: "<", equals: "=" } as const;

/**
 * SMT-LIB text of formulas. Amounts are reals, which holds for rationals all the more; a floor is a function
 * into the whole numbers that is known by k × by ≤ of < (k + 1) × by, wherever it is used.
 */
export class Script {
  readonly #lines: string[] = ["(declare-fun wholeTimes (Real Real) Int)"];
  readonly #names = new Map<string, Written>();
  readonly #known = new Map<Real | Truth, Written>();
  readonly #variables = new Map<string, RealVariable>();

  assert(claim: Truth): void {
    this.#lines.push(`(assert ${this.#truth(claim)})`);
  }

  variables(): RealVariable[] {
    return [...this.#variables.values()];
  }

  text(): string {
    return this.#lines.join("\n");
  }

  #real(term: Real): Written {
    const known = this.#known.get(term) ?? this.#realText(term);
    this.#known.set(term, known);
    return known;
  }

  #truth(claim: Truth): string {
    const known = this.#known.get(claim) ?? this.#truthText(claim);
    this.#known.set(claim, known);
    return known.text;
  }

  #realText(term: Real): Written {
    switch (term.kind) {
      case "number":
        return numeral(term.value, term.whole);
      case "variable":
        return this.#variable(term);
      case "plus":
      case "minus":
      case "times": {
        const [left, right, sort] = this.#both(term.left, term.right);
        return this.#named(sort, `(${OPERATORS[term.kind]} ${left} ${right})`);
      }
      case "wholeTimes":
        return this.#floor(asReal(this.#real(term.of)), asReal(this.#real(term.by)));
      case "choice": {
        const [then, otherwise, sort] = this.#both(term.then, term.otherwise);
        return this.#named(sort, `(ite ${this.#truth(term.test)} ${then} ${otherwise})`);
      }
    }
  }

  #truthText(claim: Truth): Written {
    switch (claim.kind) {
      case "constant":
        return { text: String(claim.holds), sort: "Bool" };
      case "lessThan":
      case "equals": {
        const [left, right] = this.#both(claim.left, claim.right);
        return this.#named("Bool", `(${OPERATORS[claim.kind]} ${left} ${right})`);
      }
      case "not":
        return this.#named("Bool", `(not ${this.#truth(claim.of)})`);
      case "and":
      case "or":
        return this.#named("Bool", `(${claim.kind} ${claim.of.map((each) => this.#truth(each)).join(" ")})`);
    }
  }

  #both(a: Real, b: Real): [left: string, right: string, sort: "Int" | "Real"] {
    const [left, right] = [this.#real(a), this.#real(b)];
    return left.sort === "Int" && right.sort === "Int" ? [left.text, right.text, "Int"] : [asReal(left), asReal(right), "Real"];
  }

  #variable(variable: RealVariable): Written {
    const { name, whole } = variable;
    const sort = whole ? "Int" : "Real";
    const known = this.#variables.get(name);
    if (known === undefined) this.#lines.push(`(declare-const ${name} ${sort})`);
    else if (known.whole !== whole) throw new Error(`${name} is both a whole number and an amount`);
    this.#variables.set(name, variable);
    return { text: name, sort };
  }

  #floor(of: string, by: string): Written {
    const call = `(wholeTimes ${of} ${by})`;
    const isNew = !this.#names.has(call);
    const floor = this.#named("Int", call);
    const [k, more] = [asReal(floor), `(to_real (+ ${floor.text} 1))`];
    if (isNew) this.#lines.push(`(assert (=> (> ${by} 0.0) (and (<= (* ${k} ${by}) ${of}) (< ${of} (* ${more} ${by})))))`);
    return floor;
  }

  /** One name for each text, so that what is shared is written once. */
  #named(sort: Written["sort"], text: string): Written {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const written = { text: `t${this.#names.size}`, sort };
    this.#names.set(text, written);
    this.#lines.push(`(define-fun ${written.text} () ${sort} ${text})`);
    return written;
  }
}

function asReal({ text, sort }: Written): string {
  if (sort === "Real") return text;
  return /^\d+$/.test(text) ? `${text}.0` : `(to_real ${text})`;
}

function numeral({ n, d }: Rational, whole: boolean): Written {
  if (whole) return { text: n < 0n ? `(- ${-n})` : String(n), sort: "Int" };
  const magnitude = `(/ ${n < 0n ? -n : n}.0 ${d}.0)`;
  return { text: n < 0n ? `(- ${magnitude})` : magnitude, sort: "Real" };
}
