import { Rules } from "./rules.js";

/** The rules with some of their formulas wrong; `original` are the right ones. */
export function mutant(change: (original: Rules) => Partial<Rules>): Rules {
  return Object.assign(new Rules(), change(new Rules()));
}
