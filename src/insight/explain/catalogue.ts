import type { Action } from "../../model/action.js";
import type { Basis } from "../../model/basis.js";
import type { Guard, Outcome, Reason } from "../../model/decision.js";
import type { Adjustment } from "../../model/plan.js";
import type { ActionFacts } from "./action-facts.js";
import type { ReasonFacts } from "./reason-facts.js";
import type { Counted, ComparisonFacts, ChargeFacts, AfterFacts, DecidedFacts } from "./told-facts.js";

/**
 * The messages that `explain` speaks in; `english` is one. Each is a function of values that are formatted
 * already: amounts with their currency, instants in their zone, ids in quotation marks, so no message has to
 * format any. What is unknown is `null`: then say less. A message of `""` is left out.
 *
 * @example
 * ```ts
 * import { type Catalogue, english, evaluate, explain } from "auto-topup";
 *
 * const brief: Catalogue = { ...english, verdicts: { ...english.verdicts, ineligible: ({ because }) => `Skipped: ${because}.` } };
 * const decision = evaluate({
 *   profile: {
 *     id: "p1",
 *     enabled: false,
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *   },
 *   account: { id: "a1", currency: "USD", wallets: [{ id: "w1", unit: "USD", balance: "12.50" }] },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * explain(decision, { catalogue: brief, detail: "reason" });
 * //=> "Skipped: the profile is switched off. Waiting alone will not change this."
 * ```
 */
export interface Catalogue {
  /** The first sentence: what was decided, and `because` of which reason. */
  readonly verdicts: { readonly [Each in Outcome]: (facts: { readonly because: string }) => string };
  /** Why, as a clause: it stands in a verdict, and in `alsoInTheWay`. */
  readonly reasons: { readonly [Each in Reason]: (facts: ReasonFacts[Each]) => string };
  /** What a guard looks at, as a noun: it stands in `notJudged`. */
  readonly guards: { readonly [Each in Guard]: () => string };
  /** What was compared with what, where the verdict has not said it. */
  readonly comparison: (comparison: ComparisonFacts) => string;
  /** The reasons of all other guards that failed. */
  readonly alsoInTheWay: (facts: { readonly reasons: readonly string[] }) => string;
  /** The guards that could not be judged. */
  readonly notJudged: (facts: { readonly guards: readonly string[] }) => string;
  /** There is money in flight, and the profile has it ignored. It is not yet in the figures; unbilled usage shows it only after the next bill. */
  readonly inFlightIgnored: (facts: { readonly count: Counted; readonly basis: Basis | null }) => string;
  /** When it can happen next, or why there is no date. */
  readonly next: (facts: {
    /** Null where there is no date. */
    readonly at: string | null;
    /** The decision's. */
    readonly reason: Reason;
    /** Whether the date is that on which all caps leave room; a cap's reason names only one of them. */
    readonly whenCapsAllow: boolean;
    /** What ends by itself, on a date that nobody knows: the figure moves, earlier top-ups are settled and shown. */
    readonly dependsOn: readonly ("figure" | "topups")[];
    /** The other guards that waiting does not change, where it may change the reason; nouns, of `guards`. */
    readonly because: readonly string[];
  }) => string;
  /** What the charge comes to, where only a decision is known; `uncapped` is what it was before a cap reduced it. */
  readonly wouldCharge: (facts: { readonly charge: string; readonly credit: string | null; readonly uncapped: string | null }) => string;
  /** What a plan charges. */
  readonly charge: (facts: ChargeFacts) => string;
  /** Each rule that changed the amount; the `from` of an override is the profile's value, an amount or a percentage. */
  readonly adjustments: { readonly [Each in Adjustment["rule"]]: (facts: { readonly from: string; readonly to: string }) => string };
  /** Where the figure will stand once the credit has arrived. */
  readonly after: (facts: AfterFacts) => string;
  /** What is to be done, as a clause: it stands in `toDo`. */
  readonly actions: { readonly [Each in Action["kind"]]: (facts: ActionFacts[Each]) => string };
  /** The actions, in their order. */
  readonly toDo: (facts: { readonly actions: readonly string[] }) => string;
  /** When and about whom it was decided; `asOf`: when the figures were read. */
  readonly decided: (facts: DecidedFacts) => string;
}
