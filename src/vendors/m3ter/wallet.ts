import { amount, type Amount, instant, type InstantInput } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { object, optional, required, type Schema } from "../../base/schema.js";
import type { WalletInput } from "../../model/wallet.js";
import { balanceDocuments, type BalanceReading, type M3terBalance } from "./balance.js";
import { optionsOf } from "./options.js";

/**
 * What a balance doesn't say of itself.
 *
 * @example
 * ```ts
 * import type { M3terWalletOptions } from "auto-topup/m3ter";
 *
 * const options: M3terWalletOptions = { at: "2026-06-01T09:00:00Z", available: "40", pendingUsage: "12.50" };
 * options.available; //=> "40"
 * ```
 */
export interface M3terWalletOptions {
  /** The instant to look at: a balance takes top-ups only between its dates. */
  readonly at: InstantInput;
  /** What can be drawn at `at`: `balanceSummary(pot, { at }).available`. Left out or `null`: unknown. */
  readonly available?: Amount | null | undefined;
  /** Usage since the last bill: m3ter draws when a bill runs. `"0"` when left out. */
  readonly pendingUsage?: Amount | null | undefined;
  /** What a unit costs, in the account's currency; needed where the balance is in another one. */
  readonly rate?: Amount | null | undefined;
}

interface Options {
  readonly at: Instant;
  readonly available: string | null;
  readonly pendingUsage: string | null;
  readonly rate: string | null;
}

const optionsSchema: Schema<Options> = object({
  at: required(instant),
  available: optional(amount()),
  pendingUsage: optional(amount()),
  rate: optional(amount({ above: "0" })),
});

/**
 * A Balance as a wallet that a profile on the basis `balance` can watch. Before its `startDate` it is
 * `frozen` and from its `endDate` on `closed`, also while it rolls over: what is added then would expire.
 *
 * @param balance a Balance
 * @param options the instant, and the figure at it
 * @returns a wallet as a caller writes it: its id is the balance's, its unit the balance's currency
 * @throws InvalidInputError where the balance or the options are malformed
 *
 * @example
 * ```ts
 * import { balanceSummary } from "auto-topup";
 * import { potFromBalance, walletFromBalance } from "auto-topup/m3ter";
 *
 * const balance = {
 *   id: "bal_1",
 *   accountId: "acc_1",
 *   code: "prepaid-2026",
 *   name: "Prepaid 2026",
 *   currency: "USD",
 *   startDate: "2026-01-01T00:00:00Z",
 *   endDate: "2027-01-01T00:00:00Z",
 * };
 * const pot = potFromBalance(balance, [{ id: "txn_1", amount: 100, appliedDate: "2026-01-01T00:00:00Z" }]);
 * const at = "2026-06-01T09:00:00Z";
 * walletFromBalance(balance, { at, available: balanceSummary(pot, { at }).available });
 * //=> { id: "bal_1", unit: "USD", status: "active", balance: "100", pendingUsage: null }
 * ```
 */
export function walletFromBalance(balance: M3terBalance, options: M3terWalletOptions): WalletInput {
  const read = balanceDocuments.read(balance);
  const { at, available, pendingUsage, rate } = optionsOf(optionsSchema, options);
  return { id: read.id, unit: read.currency, status: statusAt(read, at), balance: available, pendingUsage, ...(rate !== null && { rate }) };
}

function statusAt({ startDate, endDate }: BalanceReading, at: Instant): "active" | "frozen" | "closed" {
  if (at < startDate) return "frozen";
  return at < endDate ? "active" : "closed";
}
