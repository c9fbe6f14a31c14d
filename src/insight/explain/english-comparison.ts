import type { Basis } from "../../model/basis.js";
import type { ComparisonFacts, StandingFacts } from "./told-facts.js";

/** What was compared with what, as a clause. */
export function comparedInEnglish({ basis, wallet, observed, inFlight, effective, limit, standing }: ComparisonFacts): string {
  const sum = basis === "balance" ? `${observed} and` : `${observed} less`;
  const value = inFlight === null ? `is ${effective}` : `counts as ${effective} (${sum} ${inFlight} in flight)`;
  const where = standing === null ? "" : standingInEnglish(standing, basis);
  return `${figureInEnglish(basis, wallet)} ${value}${where}${limit === null ? "" : ` (limit: ${limit})`}`;
}

export function figureInEnglish(basis: Basis, wallet: string | null): string {
  if (basis !== "balance") return `the ${basis} amount`;
  return wallet === null ? "the balance" : `the balance of wallet ${wallet}`;
}

/** Where a figure stands, to go on after it: `, USD 5.00 above the threshold of USD 10.00`. */
export function standingInEnglish({ threshold, gap, side, reached }: StandingFacts, basis: Basis): string {
  if (side === "at") return `, exactly the threshold${reached ? "" : ", which counts as reached only past it"}`;
  const isAbove = (side === "before") === (basis === "balance");
  return `, ${gap} ${isAbove ? "above" : "below"} the threshold${threshold === null ? "" : ` of ${threshold}`}`;
}
