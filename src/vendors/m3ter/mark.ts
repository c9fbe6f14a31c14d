import { guarded, type Parser, parserOf, valueOf } from "../../base/parser.js";
import { type Plan, planShape } from "../../model/plan.js";
import { type M3terTransaction, transactionDocuments } from "./transaction.js";

export const planParser: Parser<Plan> = /* @__PURE__ */ parserOf(planShape);

/** A description that ends with a plan's key. A key has no blanks, so the last word is all of it. */
export function marked(description: string, key: string): string {
  return `${description} ${key}`;
}

function isMarked(description: string | null, key: string | null): boolean {
  return description !== null && description.split(/\s/).at(-1) === key;
}

/**
 * The Transaction that an earlier attempt at a plan has made, found by the key at the end of its description.
 * m3ter knows no idempotency keys: ask before you send a plan again.
 *
 * @param transactions the balance's, read after the attempt
 * @param plan the stored plan
 * @returns the transaction, or `null` where there is none yet, or nothing to top up
 * @throws InvalidInputError where the transactions or the plan are malformed
 *
 * @example
 * ```ts
 * import { planTopup } from "auto-topup";
 * import { transactionOfPlan } from "auto-topup/m3ter";
 *
 * const plan = planTopup({
 *   profile: {
 *     id: "p1",
 *     trigger: { basis: "balance", type: "absoluteAmount", value: "20" },
 *     topup: { mode: "fixedAmount", value: "50" },
 *     settlement: { kind: "grant" },
 *   },
 *   account: { id: "acc_1", currency: "USD", wallets: [{ id: "bal_1", unit: "USD", balance: "4.20" }] },
 *   at: "2026-06-01T09:00:00Z",
 * });
 * const made = { id: "txn_7", amount: 50, description: "Automatic top-up acc_1/p1/bal_1/0", appliedDate: "2026-06-01T09:00:00Z" };
 * transactionOfPlan([made], plan)?.id; //=> "txn_7"
 * transactionOfPlan([], plan); //=> null
 * ```
 */
export function transactionOfPlan(transactions: readonly M3terTransaction[], plan: Plan): M3terTransaction | null {
  const read = transactionDocuments.read(transactions);
  const { idempotencyKey } = planParser.parse(plan);
  const made = read.findIndex(({ description }) => isMarked(description, idempotencyKey));
  return valueOf(guarded(() => ({ value: made < 0 ? null : (transactions[made] ?? null) })));
}
