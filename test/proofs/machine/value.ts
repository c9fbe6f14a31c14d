import { add, compare, divide, floor, multiply, type Rational, subtract, whole } from "../../model/rational.js";
import type { Real, Truth } from "./term.js";

class NoValue extends Error {}

/** The exact value of formulas where each variable has the value given by name. */
export class Valuation {
  readonly #known = new Map<Real, Rational>();
  readonly #given: ReadonlyMap<string, Rational>;

  constructor(given: ReadonlyMap<string, Rational>) {
    this.#given = given;
  }

  of(term: Real): Rational {
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    const value = this.#compute(term);
    this.#known.set(term, value);
    return value;
  }

  holds(claim: Truth): boolean {
    switch (claim.kind) {
      case "constant":
        return claim.holds;
      case "lessThan":
        return compare(this.of(claim.left), this.of(claim.right)) < 0;
      case "equals":
        return compare(this.of(claim.left), this.of(claim.right)) === 0;
      case "not":
        return !this.holds(claim.of);
      case "and":
        return claim.of.every((each) => this.holds(each));
      case "or":
        return claim.of.some((each) => this.holds(each));
    }
  }

  /** Null where a variable has no value. */
  holdsOrNull(claim: Truth): boolean | null {
    try {
      return this.holds(claim);
    } catch (fault) {
      if (fault instanceof NoValue) return null;
      throw fault;
    }
  }

  #compute(term: Real): Rational {
    switch (term.kind) {
      case "number":
        return term.value;
      case "variable":
        return this.#variable(term.name);
      case "plus":
        return add(this.of(term.left), this.of(term.right));
      case "minus":
        return subtract(this.of(term.left), this.of(term.right));
      case "times":
        return multiply(this.of(term.left), this.of(term.right));
      case "wholeTimes":
        return whole(floor(divide(this.of(term.of), this.of(term.by))));
      case "choice":
        return this.holds(term.test) ? this.of(term.then) : this.of(term.otherwise);
    }
  }

  #variable(name: string): Rational {
    const value = this.#given.get(name);
    if (value === undefined) throw new NoValue(`no value for ${name}`);
    return value;
  }
}
