import { InvalidInputError } from "../../base/errors.js";
import { amount, type Amount } from "../../base/fields.js";
import { object, optional, type Schema } from "../../base/schema.js";
import type { Source } from "../../model/source.js";
import { balanceDocuments, type BalanceReading, type M3terBalance } from "./balance.js";
import { optionsOf } from "./options.js";
import { rolloverOf } from "./pot.js";

/**
 * What a balance has to draw from.
 *
 * @example
 * ```ts
 * import type { M3terSourceOptions } from "auto-topup/m3ter";
 *
 * const options: M3terSourceOptions = { remaining: "40" };
 * options.remaining; //=> "40"
 * ```
 */
export interface M3terSourceOptions {
  /** What is left when the bill runs: `balanceSummary(pot, { at }).available`. Left out: the balance's `amount`. */
  readonly remaining?: Amount | null | undefined;
}

const optionsSchema: Schema<{ readonly remaining: string | null }> = object({ remaining: optional(amount()) });

/**
 * A Balance as a source of the kind `balance` for `drawDown`: its dates, rollover, scope and overdraft. One
 * that is below zero and may not be has nothing left.
 *
 * @param balance a Balance
 * @returns a source as a caller writes it
 * @throws InvalidInputError where the balance or the options are malformed, or neither says what is left
 *
 * @example
 * ```ts
 * import { drawDown } from "auto-topup";
 * import { sourceFromBalance } from "auto-topup/m3ter";
 *
 * const source = sourceFromBalance({
 *   id: "bal_1",
 *   accountId: "acc_1",
 *   code: "prepaid-2026",
 *   name: "Prepaid 2026",
 *   currency: "USD",
 *   startDate: "2026-01-01T00:00:00Z",
 *   endDate: "2027-01-01T00:00:00Z",
 *   amount: 20,
 *   lineItemTypes: ["USAGE"],
 *   allowOverdraft: true,
 * });
 * const charges = [{ id: "calls", amount: "50", at: "2026-06-30T00:00:00Z", type: "USAGE" }];
 * drawDown({ charges, sources: [source], order: "m3ter" }).sources; //=> [{ id: "bal_1", before: "20", after: "-30" }]
 * ```
 */
export function sourceFromBalance(balance: M3terBalance, options: M3terSourceOptions = {}): Source {
  const read = balanceDocuments.read(balance);
  const { remaining } = optionsOf(optionsSchema, options);
  const allowOverdraft = read.allowOverdraft ?? false;
  return {
    kind: "balance",
    id: read.id,
    remaining: leftIn(remaining ?? knownAmount(read), allowOverdraft),
    currency: read.currency,
    startsAt: read.startDate,
    endsAt: read.endDate,
    rollover: rolloverOf(read),
    createdAt: read.dtCreated,
    lineItemTypes: read.lineItemTypes,
    productIds: read.productIds,
    allowOverdraft,
  };
}

function leftIn(remaining: string, allowOverdraft: boolean): string {
  return !allowOverdraft && remaining.startsWith("-") ? "0" : remaining;
}

function knownAmount({ amount: held }: BalanceReading): string {
  if (held !== null) return held;
  throw new InvalidInputError([{ path: ["amount"], code: "required", message: "is required, or the option remaining" }]);
}
