import { canonical, type Decimal, decimal, sum, ZERO } from "../base/decimal.js";
import { instant, type InstantInput } from "../base/fields.js";
import type { Instant } from "../base/instant.js";
import { parserOf, readWith, valueOf } from "../base/parser.js";
import { made, object, required } from "../base/schema.js";
import { type ParsedPot, type Pot, potSchema, type PotTransaction } from "../model/pot.js";

/**
 * What a pot comes to at an instant, as canonical decimals in its currency.
 *
 * @example
 * ```ts
 * import { type BalanceSummary, balanceSummary } from "auto-topup";
 *
 * const summary: BalanceSummary = balanceSummary(
 *   { id: "b1", currency: "USD", startsAt: "2026-01-01T00:00:00Z", endsAt: "2027-01-01T00:00:00Z", transactions: [] },
 *   { at: "2025-12-31T00:00:00Z" },
 * );
 * summary.status; //=> "notStarted"
 * ```
 */
export interface BalanceSummary {
  readonly status: "notStarted" | "active" | "rollover" | "ended";
  /** What can be drawn now. */
  readonly available: string;
  /** The positive transactions applied so far. */
  readonly credited: string;
  /** The negative ones, as a positive figure. */
  readonly debited: string;
  /** What was left and can no longer be drawn. */
  readonly expired: string;
  /** What was left at the end and rolled over; it stays when the rollover has ended. */
  readonly rolledOver: string;
}

const parser = /* @__PURE__ */ parserOf(potSchema);
const optionsSchema = /* @__PURE__ */ made(() => object({ at: required(instant) }));

/**
 * Folds a pot's transactions into what it comes to at an instant (m3ter). A transaction at `endsAt` is after
 * the end: a debit uses up what rolled over, a credit expires. A negative rest does not roll over.
 *
 * @param pot a pot as a caller writes it
 * @param options `at`: the instant to look at; transactions applied later do not count
 * @returns the figures as canonical decimals
 * @throws InvalidInputError where the pot or `at` is malformed
 *
 * @example
 * ```ts
 * import { balanceSummary } from "auto-topup";
 *
 * const pot = {
 *   id: "b1",
 *   currency: "USD",
 *   startsAt: "2026-01-01T00:00:00Z",
 *   endsAt: "2027-01-01T00:00:00Z",
 *   rollover: { amount: "800", until: "2027-04-01T00:00:00Z" },
 *   transactions: [{ id: "t1", amount: "1000", appliedAt: "2026-02-01T00:00:00Z" }],
 * };
 * balanceSummary(pot, { at: "2027-01-01T00:00:00Z" });
 * //=> { status: "rollover", available: "800", credited: "1000", debited: "0", expired: "200", rolledOver: "800" }
 * ```
 */
export function balanceSummary(pot: Pot | ParsedPot, options: { readonly at: InstantInput }): BalanceSummary {
  const parsed = parser.parse(pot);
  const { at } = valueOf(readWith(optionsSchema, options));
  const applied = parsed.transactions.filter(({ appliedAt }) => appliedAt <= at);
  const status = statusAt(parsed, at);
  const { available, expired, rolledOver } = figuresAt(parsed, applied, status);
  return {
    status,
    available: canonical(available),
    credited: canonical(credits(applied)),
    debited: canonical(debits(applied)),
    expired: canonical(expired),
    rolledOver: canonical(rolledOver),
  };
}

function statusAt({ startsAt, endsAt, rollover }: ParsedPot, at: Instant): BalanceSummary["status"] {
  if (at < startsAt) return "notStarted";
  if (at < endsAt) return "active";
  return rollover !== null && at < rollover.until ? "rollover" : "ended";
}

interface Figures {
  readonly available: Decimal;
  readonly expired: Decimal;
  readonly rolledOver: Decimal;
}

/** Nothing is applied before the start: of a pot that has not started, every figure comes to 0. */
function figuresAt(pot: ParsedPot, applied: readonly PotTransaction[], status: BalanceSummary["status"]): Figures {
  const before = applied.filter(({ appliedAt }) => appliedAt < pot.endsAt);
  const left = credits(before).minus(debits(before));
  if (status === "active") return { available: left, expired: ZERO, rolledOver: ZERO };

  const rest = atLeastZero(left);
  const rolledOver = pot.rollover === null ? ZERO : atMost(rest, pot.rollover.amount);
  const after = applied.filter(({ appliedAt }) => appliedAt >= pot.endsAt);
  const until = pot.rollover?.until ?? pot.endsAt;
  const stillRolling = rolledOver.minus(debits(after.filter(({ appliedAt }) => appliedAt < until)));
  const lost = rest.minus(rolledOver).plus(credits(after));
  if (status === "rollover") return { available: stillRolling, expired: lost, rolledOver };
  return { available: ZERO, expired: lost.plus(atLeastZero(stillRolling)), rolledOver };
}

function credits(transactions: readonly PotTransaction[]): Decimal {
  return sum(transactions.map(({ amount }) => decimal(amount)).filter((amount) => amount.isPositive()));
}

function debits(transactions: readonly PotTransaction[]): Decimal {
  return sum(transactions.map(({ amount }) => decimal(amount)).filter((amount) => amount.isNegative())).negated();
}

function atLeastZero(amount: Decimal): Decimal {
  return amount.isNegative() ? ZERO : amount;
}

function atMost(amount: Decimal, most: string | null): Decimal {
  return most === null || amount.lessThanOrEqualTo(most) ? amount : decimal(most);
}
