import type { Basis, Boundary } from "../../model/basis.js";

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
 * const facts: ChargeFacts = { charge: "USD 5.00", credit: "50 credits", basis: "balance", wallet: '"w1"', payment: "collected" };
 * english.charge(facts); //=> 'USD 5.00 will be charged, for a credit of 50 credits to wallet "w1".'
 * ```
 */
export interface ChargeFacts {
  readonly charge: string;
  readonly credit: string;
  readonly basis: Basis;
  readonly wallet: string | null;
  /**
   * What the plan's actions do about the money: collect it, ask the customer for it, or nothing, as of a
   * grant; null where the plan has no actions left.
   */
  readonly payment: "collected" | "askedFor" | "none" | null;
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
  /** Whether the figure is what counts, and not what it will be: money in flight is counted in, or what is unbilled is paid in advance. */
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
