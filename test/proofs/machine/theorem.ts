import type { Rules } from "./rules.js";
import type { Truth } from "./term.js";

/** A law of the rules, for all rationals. */
export interface Theorem {
  readonly name: string;
  /** The law in words. */
  readonly says: string;
  /** The law as formulas of the rules, or of a mutant of them. */
  readonly cases: (rules: Rules) => readonly Case[];
  /** Each has one formula wrong, and breaks the law: or the law would say nothing. */
  readonly mutants: Readonly<Record<string, Rules>>;
  /**
   * Where a counterexample to a mutant, and an example of the premises, are looked for, if not anywhere: one
   * in a corner is one. The law itself is proved everywhere.
   */
  readonly corner?: readonly Truth[];
}

export interface Case {
  readonly name: string;
  readonly premises: readonly Truth[];
  readonly claim: Truth;
  /** Instances of lemmas: true by a theorem of their own, and a help to the solver. */
  readonly lemmas?: readonly Truth[];
}
