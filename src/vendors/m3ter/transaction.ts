import type { InputIssue } from "../../base/errors.js";
import { amount, type Amount, id, text, unit } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { listOf, nullableOneOf, openObject, optional, repeatedIds, required, type Schema } from "../../base/schema.js";
import { type DocumentParser, documentParser } from "../../base/document.js";
import { dateTime, version } from "./fields.js";

/**
 * A Transaction of a Balance as m3ter's API gives it: positive fills the balance, negative empties it.
 * Amounts are JSON numbers there; decimal strings are taken too. Unknown fields pass through.
 *
 * @example
 * ```ts
 * import type { M3terTransaction } from "auto-topup/m3ter";
 *
 * const transaction: M3terTransaction = { id: "txn_1", amount: 100, appliedDate: "2026-01-01T00:00:00Z", entityType: "USER" };
 * transaction.entityType; //=> "USER"
 * ```
 */
export interface M3terTransaction {
  readonly id: string;
  readonly amount: Amount;
  /** When the balance was affected; left out: `transactionDate`, else `dtCreated`. */
  readonly appliedDate?: string | null | undefined;
  /** When it occurred. */
  readonly transactionDate?: string | null | undefined;
  readonly transactionTypeId?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** What was paid, where that was in another currency: `currencyPaid`. */
  readonly paid?: Amount | null | undefined;
  readonly currencyPaid?: string | null | undefined;
  /** Who or what made it. */
  readonly entityType?: M3terEntityType | null | undefined;
  readonly entityId?: string | null | undefined;
  readonly version?: number | null | undefined;
  readonly dtCreated?: string | null | undefined;
  readonly dtLastModified?: string | null | undefined;
  readonly createdBy?: string | null | undefined;
  readonly lastModifiedBy?: string | null | undefined;
  readonly [field: string]: unknown;
}

/**
 * Who or what made a transaction.
 *
 * @example
 * ```ts
 * import type { M3terEntityType } from "auto-topup/m3ter";
 *
 * const entityType: M3terEntityType = "BILL";
 * entityType; //=> "BILL"
 * ```
 */
export type M3terEntityType = (typeof ENTITY_TYPES)[number];

const ENTITY_TYPES = ["BILL", "COMMITMENT", "USER", "SERVICE_USER", "SCHEDULER"] as const;

/** What a transaction says, in canonical text. */
export interface TransactionReading {
  readonly id: string;
  readonly amount: string;
  readonly appliedDate: Instant | null;
  readonly transactionDate: Instant | null;
  readonly dtCreated: Instant | null;
  readonly transactionTypeId: string | null;
  readonly description: string | null;
  readonly entityType: M3terEntityType | null;
}

const transactionSchema: Schema<TransactionReading> = openObject(
  {
    id: required(id),
    amount: required(amount()),
    appliedDate: optional(dateTime),
    transactionDate: optional(dateTime),
    transactionTypeId: optional(id),
    description: optional(text),
    paid: optional(amount()),
    currencyPaid: optional(unit),
    entityType: nullableOneOf(ENTITY_TYPES),
    entityId: optional(text),
    version: optional(version),
    dtCreated: optional(dateTime),
    dtLastModified: optional(dateTime),
    createdBy: optional(text),
    lastModifiedBy: optional(text),
  },
  [{ fields: ["appliedDate", "transactionDate", "dtCreated"], faults: dateFaults }],
);

function dateFaults({
  appliedDate,
  transactionDate,
  dtCreated,
}: Pick<TransactionReading, "appliedDate" | "transactionDate" | "dtCreated">): InputIssue[] {
  if (appliedDate !== null || transactionDate !== null || dtCreated !== null) return [];
  return [{ path: ["appliedDate"], code: "required", message: "is required, or transactionDate, or dtCreated" }];
}

/** When the balance was affected. */
export function appliedAt({ appliedDate, transactionDate, dtCreated }: TransactionReading): Instant {
  return (appliedDate ?? transactionDate ?? dtCreated) as Instant;
}

export const transactionDocuments: DocumentParser<readonly M3terTransaction[], readonly TransactionReading[]> =
  /* @__PURE__ */ documentParser(listOf(transactionSchema), (transactions) => repeatedIds(transactions, []));

/**
 * Reads the Transactions of a Balance, all pages of the list in one: checks every field that m3ter documents,
 * and gives a frozen copy with everything as it was written, unknown fields too.
 *
 * @param input a list of Transactions
 * @returns the same list, frozen
 * @throws InvalidInputError with one issue per fault, each with its index and m3ter's own path, or where an id is there twice
 * @see m3ter API reference, List Balance Transactions
 *
 * @example
 * ```ts
 * import { parseM3terTransactions } from "auto-topup/m3ter";
 *
 * const [transaction] = parseM3terTransactions(JSON.parse('[{ "id": "txn_1", "amount": 0.3, "appliedDate": "2026-01-01T00:00:00Z" }]'));
 * transaction?.amount; //=> 0.3
 * ```
 */
export function parseM3terTransactions(input: unknown): readonly M3terTransaction[] {
  return transactionDocuments.parse(input);
}
