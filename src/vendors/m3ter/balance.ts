import type { InputIssue } from "../../base/errors.js";
import { amount, type Amount, id, text, unit } from "../../base/fields.js";
import type { Instant } from "../../base/instant.js";
import { list, oneOf, openObject, optional, record, required, type Schema } from "../../base/schema.js";
import { type DocumentParser, documentParser } from "../../base/document.js";
import { code, customValue, dateTime, name, trueOrFalse, version } from "./fields.js";
import { LINE_ITEM_TYPES, type M3terLineItemType } from "./line-item-type.js";

/**
 * A Balance as m3ter's API gives it. Amounts are JSON numbers there; decimal strings are taken too. Fields
 * that are not named here pass through.
 *
 * @example
 * ```ts
 * import type { M3terBalance } from "auto-topup/m3ter";
 *
 * const balance: M3terBalance = {
 *   id: "bal_1",
 *   accountId: "acc_1",
 *   code: "prepaid-2026",
 *   name: "Prepaid 2026",
 *   currency: "USD",
 *   startDate: "2026-01-01T00:00:00Z",
 *   endDate: "2027-01-01T00:00:00Z",
 * };
 * balance.currency; //=> "USD"
 * ```
 */
export interface M3terBalance {
  readonly id: string;
  readonly accountId: string;
  /** 1 to 80 characters. */
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  /** Active from here (inclusive). */
  readonly startDate: string;
  /** Active until here (exclusive). */
  readonly endDate: string;
  /** What the balance holds; m3ter keeps it from the transactions. */
  readonly amount?: Amount | null | undefined;
  /** The most that serves on after `endDate`; all that is left where it is left out. Needs `rolloverEndDate`. */
  readonly rolloverAmount?: Amount | null | undefined;
  readonly rolloverEndDate?: string | null | undefined;
  /** Which bill lines may draw; all where it is left out or empty. */
  readonly lineItemTypes?: readonly M3terLineItemType[] | null | undefined;
  /** Whose charges may draw; those of all products where it is left out or empty. */
  readonly productIds?: readonly string[] | null | undefined;
  /** What usage beyond the balance costs more, in percent. */
  readonly overageSurchargePercent?: Amount | null | undefined;
  /** Whether it may fall below zero; m3ter enables it for an organization on request. */
  readonly allowOverdraft?: boolean | null | undefined;
  readonly description?: string | null | undefined;
  readonly balanceDrawDownDescription?: string | null | undefined;
  readonly overageDescription?: string | null | undefined;
  readonly consumptionsAccountingProductId?: string | null | undefined;
  readonly feesAccountingProductId?: string | null | undefined;
  readonly contractId?: string | null | undefined;
  readonly customFields?: Readonly<Record<string, string | number>> | null | undefined;
  readonly version?: number | null | undefined;
  readonly dtCreated?: string | null | undefined;
  readonly dtLastModified?: string | null | undefined;
  readonly createdBy?: string | null | undefined;
  readonly lastModifiedBy?: string | null | undefined;
  readonly [field: string]: unknown;
}

/** What a balance says, in canonical text. */
export interface BalanceReading {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly currency: string;
  readonly startDate: Instant;
  readonly endDate: Instant;
  readonly amount: string | null;
  readonly rolloverAmount: string | null;
  readonly rolloverEndDate: Instant | null;
  readonly lineItemTypes: readonly M3terLineItemType[];
  readonly productIds: readonly string[];
  readonly allowOverdraft: boolean | null;
  readonly dtCreated: Instant | null;
}

const balanceSchema: Schema<BalanceReading> = openObject(
  {
    id: required(id),
    accountId: required(id),
    code: required(code),
    name: required(name),
    currency: required(unit),
    startDate: required(dateTime),
    endDate: required(dateTime),
    amount: optional(amount()),
    rolloverAmount: optional(amount({ atLeast: "0" })),
    rolloverEndDate: optional(dateTime),
    lineItemTypes: list(oneOf(LINE_ITEM_TYPES)),
    productIds: list(required(id)),
    overageSurchargePercent: optional(amount()),
    allowOverdraft: optional(trueOrFalse),
    description: optional(text),
    balanceDrawDownDescription: optional(text),
    overageDescription: optional(text),
    consumptionsAccountingProductId: optional(text),
    feesAccountingProductId: optional(text),
    contractId: optional(text),
    customFields: record<string | number, string | number, string | number>(text, customValue, { nullable: false }),
    version: optional(version),
    dtCreated: optional(dateTime),
    dtLastModified: optional(dateTime),
    createdBy: optional(text),
    lastModifiedBy: optional(text),
  },
  [
    { fields: ["startDate", "endDate"], faults: datesFaults },
    { fields: ["rolloverAmount", "rolloverEndDate"], faults: companionFaults },
    { fields: ["endDate", "rolloverEndDate"], faults: rolloverFaults },
  ],
);

function datesFaults({ startDate, endDate }: { readonly startDate: Instant; readonly endDate: Instant }): InputIssue[] {
  return startDate < endDate ? [] : [{ path: ["endDate"], code: "conflict", message: "must be later than startDate" }];
}

function companionFaults({ rolloverAmount, rolloverEndDate }: Pick<BalanceReading, "rolloverAmount" | "rolloverEndDate">): InputIssue[] {
  if (rolloverAmount === null || rolloverEndDate !== null) return [];
  return [{ path: ["rolloverEndDate"], code: "required", message: "is required where there is a rolloverAmount" }];
}

function rolloverFaults({ endDate, rolloverEndDate }: Pick<BalanceReading, "endDate" | "rolloverEndDate">): InputIssue[] {
  if (rolloverEndDate === null || endDate < rolloverEndDate) return [];
  return [{ path: ["rolloverEndDate"], code: "conflict", message: "must be later than endDate" }];
}

export const balanceDocuments: DocumentParser<M3terBalance, BalanceReading> = /* @__PURE__ */ documentParser(balanceSchema);

/**
 * Reads a Balance of m3ter's API: checks every field that m3ter documents, and gives a frozen copy with
 * everything as it was written, unknown fields too. What it gave is not checked again by the other functions.
 *
 * @param input a Balance
 * @returns the same document, frozen
 * @throws InvalidInputError with one issue per fault, each with m3ter's own path
 * @see m3ter API reference, Balances
 *
 * @example
 * ```ts
 * import { InvalidInputError } from "auto-topup";
 * import { parseM3terBalance } from "auto-topup/m3ter";
 *
 * const document = {
 *   id: "bal_1",
 *   accountId: "acc_1",
 *   code: "prepaid-2026",
 *   name: "Prepaid 2026",
 *   currency: "USD",
 *   startDate: "2026-01-01T00:00:00Z",
 *   endDate: "2027-01-01T00:00:00Z",
 *   region: "eu",
 * };
 * parseM3terBalance(document).region; //=> "eu"
 *
 * try {
 *   parseM3terBalance({ ...document, rolloverAmount: 800 });
 * } catch (error) {
 *   (error as InvalidInputError).issues[0]?.path; //=> ["rolloverEndDate"]
 * }
 * ```
 */
export function parseM3terBalance(input: unknown): M3terBalance {
  return balanceDocuments.parse(input);
}
