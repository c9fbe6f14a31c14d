import type { Decision } from "../../model/decision.js";
import type { Catalogue } from "./catalogue.js";
import type { ComparisonFacts } from "./told-facts.js";
import type { Wording } from "./wording.js";

/** A decision that is to be told: its figures compared, how values are put, and in which words. */
export interface Telling {
  readonly decision: Decision;
  /** Null where the decision has no figures of a threshold. */
  readonly comparison: ComparisonFacts | null;
  readonly wording: Wording;
  readonly catalogue: Catalogue;
}
