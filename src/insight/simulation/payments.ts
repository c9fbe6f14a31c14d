import type { InputIssue } from "../../base/errors.js";
import { number } from "../../base/fields.js";
import { made, list, object, objectOr, oneOf, oneOfOr, optionalObject, type Schema, withDefault } from "../../base/schema.js";
import { type Duration, durationSchema } from "../../model/duration.js";

/**
 * What becomes of one payment in a simulation: `paid`; `declined`, `hardDeclined` or `infrastructure`, failed
 * with that failure; `lost`, charged but the answer never came; `unanswered`, asked for and left pending.
 *
 * @example
 * ```ts
 * import type { PaymentOutcome } from "auto-topup";
 *
 * const outcomes: PaymentOutcome[] = ["declined", "declined", "paid"];
 * outcomes.length; //=> 3
 * ```
 */
export type PaymentOutcome = (typeof PAYMENT_OUTCOMES)[number];

/**
 * How the caller's payments behave in a simulation.
 *
 * @example
 * ```ts
 * import type { PaymentsInput } from "auto-topup";
 *
 * // A direct debit: three days until it is known, the first one declined, then 2 % of them, always the same ones.
 * const payments: PaymentsInput = {
 *   settleAfter: { value: 3, unit: "day" },
 *   outcomes: ["declined"],
 *   declineRate: 2,
 *   seed: 7,
 * };
 * payments.declineRate; //=> 2
 * ```
 */
export interface PaymentsInput {
  /** How long until a payment is known to be paid or failed. At once, unless said otherwise. */
  readonly settleAfter?: Duration | null | undefined;
  /** What becomes of the first ones, in order. */
  readonly outcomes?: readonly PaymentOutcome[] | null | undefined;
  /** What becomes of all after those: `paid`. */
  readonly otherwise?: PaymentOutcome | undefined;
  /** How many of those that would be paid are declined instead, in percent; which ones is decided by `seed` alone. */
  readonly declineRate?: number | null | undefined;
  /** How many of those that would be paid have their answer lost, in percent. */
  readonly lostRate?: number | null | undefined;
  /** A whole number: the same seed, the same luck. */
  readonly seed?: number | null | undefined;
  /** How long until it is found out what became of a lost one. Never, unless said otherwise. */
  readonly foundOutAfter?: Duration | null | undefined;
  /** What is found out: it was `paid` (as a rule), or nothing came of it. */
  readonly foundOut?: "paid" | "voided" | undefined;
}

/** How payments behave, normalised. */
export interface Payments {
  readonly settleAfter: Duration | null;
  readonly outcomes: readonly PaymentOutcome[];
  readonly otherwise: PaymentOutcome;
  readonly declineRate: number;
  readonly lostRate: number;
  readonly seed: number;
  readonly foundOutAfter: Duration | null;
  readonly foundOut: "paid" | "voided";
}

const PAYMENT_OUTCOMES = ["paid", "declined", "hardDeclined", "infrastructure", "lost", "unanswered"] as const;

const AT_ONCE: Payments = /* @__PURE__ */ Object.freeze({
  settleAfter: null,
  outcomes: Object.freeze([]),
  otherwise: "paid",
  declineRate: 0,
  lostRate: 0,
  seed: 0,
  foundOutAfter: null,
  foundOut: "paid",
});

const percent = /* @__PURE__ */ number({ min: 0, max: 100 });

export const paymentsSchema: Schema<Payments, PaymentsInput | null | undefined> = /* @__PURE__ */ made(() =>
  objectOr<Payments, PaymentsInput>(
    object(
      {
        settleAfter: optionalObject(durationSchema),
        outcomes: list(oneOf(PAYMENT_OUTCOMES)),
        otherwise: oneOfOr(PAYMENT_OUTCOMES, "paid"),
        declineRate: withDefault(percent, 0),
        lostRate: withDefault(percent, 0),
        seed: withDefault(number({ whole: true, min: 0, max: 2 ** 32 - 1 }), 0),
        foundOutAfter: optionalObject(durationSchema),
        foundOut: oneOfOr(["paid", "voided"], "paid"),
      },
      [{ fields: ["declineRate", "lostRate"], faults: moreThanAll }],
    ),
    AT_ONCE,
  ),
);

function moreThanAll({ declineRate, lostRate }: Payments): InputIssue[] {
  return declineRate + lostRate > 100
    ? [{ path: ["lostRate"], code: "out_of_range", message: "must not come to more than 100 with declineRate" }]
    : [];
}

/** What becomes of the n-th payment, counted from 0: the same for the same seed. */
export function outcomeOf(payments: Payments, n: number): PaymentOutcome {
  const scripted = payments.outcomes[n];
  if (scripted !== undefined) return scripted;
  if (payments.otherwise !== "paid") return payments.otherwise;
  const drawn = drawnPercent(payments.seed, n);
  if (drawn < payments.declineRate) return "declined";
  return drawn < payments.declineRate + payments.lostRate ? "lost" : "paid";
}

/** Evenly spread over 0 to 100, 100 excluded: a murmur-like mix of the seed and the number, in 32-bit arithmetic. */
function drawnPercent(seed: number, n: number): number {
  let bits = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(n + 1, 0xc2b2ae35);
  for (const factor of [0x85ebca6b, 0xc2b2ae35]) {
    bits ^= bits >>> 16;
    bits = Math.imul(bits, factor);
  }
  return (((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32) * 100;
}
