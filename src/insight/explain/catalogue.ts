import type { Action } from "../../model/action.js";
import type { Basis, Boundary } from "../../model/basis.js";
import type { Guard, Outcome, Reason } from "../../model/decision.js";
import type { Adjustment } from "../../model/plan.js";
import type { ActionFacts } from "./action-facts.js";
import type { ReasonFacts } from "./reason-facts.js";

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
  /** There is money in flight, and the profile has it ignored. */
  readonly inFlightIgnored: (facts: { readonly count: Counted }) => string;
  /** When it can happen next; `at` is null where waiting alone does not help. */
  readonly next: (facts: { readonly at: string | null; readonly reason: Reason }) => string;
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

/**
 * A whole number as text, and itself to choose a plural by.
 *
 * @example
 * ```ts
 * import type { Counted } from "auto-topup";
 *
 * const count: Counted = { text: "1,000", number: 1000 };
 * count.text; //=> "1,000"
 * ```
 */
export interface Counted {
  readonly text: string;
  readonly number: number;
}

/**
 * What was compared with what: a decision's `trigger`, formatted.
 *
 * @example
 * ```ts
 * import { type ComparisonFacts, english } from "auto-topup";
 *
 * const comparison: ComparisonFacts = {
 *   basis: "balance",
 *   wallet: '"w1"',
 *   observed: "USD 4.20",
 *   inFlight: null,
 *   effective: "USD 4.20",
 *   limit: null,
 *   standing: { threshold: "USD 10.00", gap: "USD 5.80", side: "past", reached: true },
 *   boundary: "inclusive",
 * };
 * english.comparison(comparison); //=> 'The balance of wallet "w1" is USD 4.20, USD 5.80 below the threshold of USD 10.00.'
 * ```
 */
export interface ComparisonFacts {
  readonly basis: Basis;
  readonly wallet: string | null;
  /** The figure given. */
  readonly observed: string;
  /** What was netted; null where nothing was. */
  readonly inFlight: string | null;
  /** What was compared. */
  readonly effective: string;
  /** Null: unlimited, or none in use. */
  readonly limit: string | null;
  /** Null under an unlimited limit. */
  readonly standing: StandingFacts | null;
  readonly boundary: Boundary;
}

/**
 * Where a figure stands with a threshold: `before` it, `at` it or `past` it, by so much.
 *
 * @example
 * ```ts
 * import type { StandingFacts } from "auto-topup";
 *
 * const standing: StandingFacts = { threshold: "USD 10.00", gap: "USD 0.00", side: "at", reached: true };
 * standing.side; //=> "at"
 * ```
 */
export interface StandingFacts {
  /** Null where the decision does not say it. */
  readonly threshold: string | null;
  /** How far from the threshold, without a sign. */
  readonly gap: string;
  readonly side: "before" | "at" | "past";
  /** Whether the threshold counts as reached there: at it, the boundary says so. */
  readonly reached: boolean;
}

/**
 * What a plan charges, and credits for it.
 *
 * @example
 * ```ts
 * import { type ChargeFacts, english } from "auto-topup";
 *
 * const facts: ChargeFacts = { charge: "USD 5.00", credit: "50 credits", basis: "balance", wallet: '"w1"', collected: true };
 * english.charge(facts); //=> 'USD 5.00 will be charged, for a credit of 50 credits to wallet "w1".'
 * ```
 */
export interface ChargeFacts {
  readonly charge: string;
  readonly credit: string;
  readonly basis: Basis;
  readonly wallet: string | null;
  /** Whether an action of the plan asks for the money; a grant does not. */
  readonly collected: boolean;
}

/**
 * Where the figure will stand after a top-up.
 *
 * @example
 * ```ts
 * import { type AfterFacts, english } from "auto-topup";
 *
 * const facts: AfterFacts = { basis: "outstanding", wallet: null, effective: "EUR 0.00", counted: false, standing: null, clears: true };
 * english.after(facts); //=> "The outstanding amount will then be EUR 0.00."
 * ```
 */
export interface AfterFacts {
  readonly basis: Basis;
  readonly wallet: string | null;
  readonly effective: string;
  /** Whether money in flight is counted in. */
  readonly counted: boolean;
  /** Null for a schedule. */
  readonly standing: StandingFacts | null;
  readonly clears: boolean;
}

/**
 * When and about whom it was decided.
 *
 * @example
 * ```ts
 * import { type DecidedFacts, english } from "auto-topup";
 *
 * const facts: DecidedFacts = { at: "Jun 1, 2026, 09:00 UTC", account: '"a1"', profile: '"p1"', asOf: null };
 * english.decided(facts); //=> 'Decided on Jun 1, 2026, 09:00 UTC for account "a1" by profile "p1".'
 * ```
 */
export interface DecidedFacts {
  readonly at: string;
  readonly account: string;
  readonly profile: string;
  readonly asOf: string | null;
}
