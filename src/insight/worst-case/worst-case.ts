import { valueOf } from "../../base/parser.js";
import { type Account, type AccountInput, accountParser } from "../../model/account.js";
import { basisOf, type Profile, type ProfileInput, profileParser } from "../../model/profile.js";
import type { WorstCase } from "./bounds.js";
import { byPeriod } from "./ceiling.js";
import { greater, mostsOf } from "./most.js";
import { inEachCurrency, termsOf } from "./terms.js";
import { declineBound, periodBound, type Teller, topupBound } from "./told.js";

/**
 * The most that a profile can ever charge one target in a calendar day, week, month and year, whatever the
 * customer uses: a proven bound from amount, cooldown, caps, schedule and dates, or why there is none. And how
 * often it can ask a dead payment method.
 *
 * It holds as long as the caller keeps one lock for each target, records every attempt, loads the history that
 * is asked for, and never takes `at` backwards; for instants from 2012 on. Of the account only what stays is
 * used: id, currency, time zone, each wallet's unit and rate, and `autoTopupAmount`. Where several wallets may come
 * to be the one that counts, as their statuses change, it is the greatest of their bounds. Without an account,
 * `assumes` says what was taken for granted.
 *
 * @param profile the rule
 * @param account whose rule it is; left out: anyone's
 * @returns the bounds, plain data; charges in the currency `unit`
 * @throws InvalidInputError with one issue per fault, paths relative to the argument at fault
 *
 * @example
 * ```ts
 * import { worstCase } from "auto-topup";
 *
 * const worst = worstCase({
 *   id: "p1",
 *   currency: "USD",
 *   trigger: { basis: "balance", type: "absoluteAmount", value: "10" },
 *   topup: { mode: "fixedAmount", value: "50" },
 *   cooldown: { value: 1, unit: "day" },
 *   caps: [{ window: { calendar: "month" }, maxCharge: "600" }],
 * });
 * const { week, month } = worst.charged;
 * week.bounded && week.maxCharge; //=> "350.00"
 * month.bounded && month.because; //=> [{ rule: "cap", path: ["caps", 0, "maxCharge"] }, { rule: "amount", path: ["topup", "value"] }]
 * worst.declines.total.bounded && worst.declines.total.maxCount; //=> 3
 * ```
 */
export function worstCase(profile: ProfileInput | Profile, account?: AccountInput | Account | null): WorstCase {
  const rule = valueOf(profileParser.read(profile));
  const whose = account == null ? null : valueOf(accountParser.read(account));
  const each = termsOf(rule, whose);
  const [{ currency, zone, assumes, target }] = each; // in which they are alike, but for which target
  const mosts = each.flatMap(inEachCurrency).map(mostsOf).reduce(greater);
  const teller: Teller = { currency, rateIsKnown: target !== null || basisOf(rule) !== "balance" };
  return {
    version: 1,
    profileId: rule.id,
    accountId: whose?.id ?? null,
    unit: currency,
    timeZone: zone,
    assumes,
    perTopup: topupBound(mosts.perTopup, teller),
    charged: byPeriod((unit) => periodBound(unit, mosts, teller)),
    declines: { ...byPeriod((unit) => declineBound(mosts.attempts[unit])), total: declineBound(mosts.attempts.total) },
  };
}
