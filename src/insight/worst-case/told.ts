import { minorDigits } from "../../base/currency.js";
import { canonical, type Decimal, withDigits } from "../../base/decimal.js";
import { fromMs } from "../../base/instant.js";
import type { CalendarUnit } from "../../base/calendar.js";
import type { DeclineBound, PeriodBound, TopupBound, Unbounded, UnboundedReason } from "./bounds.js";
import type { Ceiling } from "./ceiling.js";
import type { Most, Mosts } from "./most.js";

/** Says bounds in words and texts. */
export interface Teller {
  readonly currency: string | null;
  /** Whether the wallet's rate is known, or there is none. */
  readonly rateIsKnown: boolean;
}

export function topupBound({ ceiling, tight }: Most, teller: Teller): TopupBound {
  if (ceiling === null) return unboundedAmount(teller);
  return { bounded: true, maxCharge: money(ceiling.most, teller), tight, because: [...ceiling.because] };
}

export function periodBound(unit: CalendarUnit, { perTopup, topups, charged }: Mosts, teller: Teller): PeriodBound {
  const { ceiling, tight, reachedFrom } = charged[unit];
  const maxCount = countOf(topups[unit]);
  if (ceiling === null) return { ...(perTopup.ceiling === null ? unboundedAmount(teller) : TOO_OFTEN), maxCount };
  const rest = { tight, reachedFrom: instantOf(reachedFrom), because: [...ceiling.because] };
  return { bounded: true, maxCharge: money(ceiling.most, teller), maxCount, ...rest };
}

export function declineBound({ ceiling, tight, reachedFrom }: Most): DeclineBound {
  if (ceiling === null) return WITHOUT_END;
  return { bounded: true, maxCount: ceiling.most.toNumber(), tight, reachedFrom: instantOf(reachedFrom), because: [...ceiling.because] };
}

/** A number too large to be told exactly is as good as none. */
function countOf(ceiling: Ceiling): number | null {
  const count = ceiling === null ? Number.POSITIVE_INFINITY : ceiling.most.toNumber();
  return Number.isSafeInteger(count) ? count : null;
}

function money(sum: Decimal, { currency }: Teller): string {
  return currency === null ? canonical(sum) : withDigits(sum, minorDigits(currency) as number);
}

function instantOf(ms: number | null): string | null {
  return ms === null ? null : fromMs(ms);
}

function unboundedAmount({ rateIsKnown }: Teller): Unbounded {
  return rateIsKnown ? TOO_MUCH : NO_RATE;
}

const TOO_MUCH: Unbounded = /* @__PURE__ */ unbounded(
  "unlimitedAmount",
  "nothing limits what one top-up charges: it is as much as usage makes it; give the topup a max, or the profile a cap with maxCharge",
);
const NO_RATE: Unbounded = /* @__PURE__ */ unbounded(
  "unknownRate",
  "what a unit of the wallet costs is not known: give the account with that wallet, or the profile a cap with maxCharge",
);
const TOO_OFTEN: Unbounded = /* @__PURE__ */ unbounded(
  "unlimitedCount",
  "nothing limits how many top-ups there are: give the profile a cooldown, a schedule or a cap",
);
const WITHOUT_END: Unbounded = /* @__PURE__ */ unbounded(
  "unlimitedCount",
  "nothing limits how often a dead payment method is asked: give failures a suspendAfter or a retryAfter, or the profile a cooldown",
);

function unbounded(reason: UnboundedReason, message: string): Unbounded {
  return Object.freeze({ bounded: false, reason, message });
}
