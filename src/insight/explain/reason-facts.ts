import type { Basis } from "../../model/basis.js";
import type { ComparisonFacts, Counted } from "./told-facts.js";

/**
 * What each reason's message is told. Amounts, instants and lengths are formatted, ids and names in
 * quotation marks; `null` is what is not known, or not there. `until`: when this alone would be over; null
 * where there is no such date, or where it is the decision's own, which `next` tells.
 *
 * @example
 * ```ts
 * import { english, type ReasonFacts } from "auto-topup";
 *
 * const facts: ReasonFacts["cooldown"] = { topup: '"t1"', since: "Jun 1, 2026, 07:00 UTC", until: null };
 * english.reasons.cooldown(facts); //=> 'the cooldown that began with top-up "t1" on Jun 1, 2026, 07:00 UTC is not over'
 * ```
 */
export interface ReasonFacts {
  readonly thresholdReached: { readonly comparison: ComparisonFacts | null };
  readonly scheduleReached: { readonly occurrence: string | null; readonly next: string | null };
  readonly profileDisabled: Readonly<Record<string, never>>;
  readonly otherCustomer: { readonly customer: string | null };
  readonly notYetActive: PeriodFacts;
  readonly expired: PeriodFacts;
  readonly currencyMismatch: { readonly required: string | null; readonly actual: string | null; readonly wallet: string | null };
  /** `wallet`: the one that the profile names; `unit`: the one that it asks for. */
  readonly noWallet: { readonly wallet: string | null; readonly unit: string | null };
  readonly walletInactive: { readonly wallet: string | null; readonly status: "frozen" | "closed" | null };
  readonly walletAmbiguous: { readonly candidates: Counted | null; readonly unit: string | null };
  /** `age`: from the reading to the decision. */
  readonly staleSnapshot: { readonly asOf: string | null; readonly age: string | null };
  readonly inFuture: { readonly latest: string | null };
  readonly basisUnknown: { readonly basis: Basis | null; readonly wallet: string | null };
  readonly limitUnknown: { readonly limit: string | null };
  readonly thresholdNotReached: { readonly comparison: ComparisonFacts | null };
  /** Which of the profile's limits is unlimited: the threshold's, or the amount's. */
  readonly unlimited: { readonly limitOf: "threshold" | "amount" };
  /** `credit`: what would have been added, zero or less. */
  readonly alreadyAtTarget: { readonly credit: string | null };
  /** `topup`: the one already made for the occurrence; `inForceFrom`: earlier dates do not count. */
  readonly scheduleNotReached: {
    readonly occurrence: string | null;
    readonly topup: string | null;
    readonly inForceFrom: string | null;
    readonly until: string | null;
  };
  /**
   * Earlier ones that are not settled, or that the figures do not show yet; unbilled usage shows them only
   * after the next bill. `until`: when they have grown too old to count.
   */
  readonly topupInFlight: { readonly count: Counted | null; readonly basis: Basis | null; readonly until: string | null };
  readonly cooldown: { readonly topup: string | null; readonly since: string | null; readonly until: string | null };
  readonly retryBackoff: DeclineFacts & { readonly until: string | null };
  /** `final`: not by their number, but by one that is final. */
  readonly suspended: DeclineFacts & { readonly final: boolean };
  /** The type of the one that does not collect automatically; null where there is none. */
  readonly noPaymentMethod: { readonly method: "card" | "directDebit" | "other" | null };
  readonly belowMinimum: { readonly min: string | null; readonly max: string | null; readonly step: string | null };
  /** `charge`: what this top-up would have added, before any cap reduced it; `until`: when all caps leave room, not only this one. */
  readonly capReached: {
    readonly window: CapWindowFacts | null;
    readonly charge: string | null;
    readonly usedCharge: string | null;
    readonly maxCharge: string | null;
    readonly usedCount: Counted | null;
    readonly maxCount: Counted | null;
    readonly until: string | null;
  };
}

/**
 * When a profile is in force.
 *
 * @example
 * ```ts
 * import type { PeriodFacts } from "auto-topup";
 *
 * const period: PeriodFacts = { from: "Jun 1, 2026, 09:00 UTC", until: null };
 * period.until; //=> null
 * ```
 */
export interface PeriodFacts {
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * How many payments were declined, and how many suspend the profile.
 *
 * @example
 * ```ts
 * import type { DeclineFacts } from "auto-topup";
 *
 * const declines: DeclineFacts = { declines: { text: "2", number: 2 }, suspendAfter: null };
 * declines.suspendAfter; //=> null
 * ```
 */
export interface DeclineFacts {
  readonly declines: Counted | null;
  readonly suspendAfter: Counted | null;
}

/**
 * A cap's window: a calendar period, or a length of time, formatted and as it is.
 *
 * @example
 * ```ts
 * import type { CapWindowFacts } from "auto-topup";
 *
 * const windows: CapWindowFacts[] = [{ calendar: "month" }, { rolling: "24 hours", value: 24, unit: "hour" }];
 * windows.length; //=> 2
 * ```
 */
export type CapWindowFacts =
  | { readonly calendar: "day" | "week" | "month" | "year" }
  | { readonly rolling: string; readonly value: number; readonly unit: "second" | "minute" | "hour" | "day" };
